"""One printed entry of an attendance list: name, initials, post and organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.structure.people.name_words import BODIES, HONOURS, POSTS, TITLES
from ingest.structure.people.naming import are_initials, is_name, opening_name

# How somebody took part, printed beside the name: no post and no organisation.
NOTE = re.compile(
    r"^(?:via\b|by (?:phone|telephone|video|teams|zoom|dial)|on (?:teams|zoom|line|the phone)|online|"
    r"virtual(?:ly)?|remote(?:ly)?|"
    r"in person|teams|ms teams|microsoft teams|zoom|dial(?:led|ling)?[ -]?in|telephone|phone|video|until\b|"
    r"till\b|from\b|"
    r"to (?:item|\d)|up to\b|left\b|arrived\b|joined\b|joining\b|part\b|for\b|items?\b|agenda\b|minutes? \d|"
    r"present\b|"
    r"after\b|before\b|not\b|deputi[sz]|substitut|representing\b|on behalf\b|in place of\b|attending\b|"
    r"nominated deputy|late\b|"
    r"(?:at )?work\b|holiday|(?:annual |sick )?leave\b|ill(?:ness)?\b|sick|unwell|family\b|personal\b|"
    r"other commitments|accepted\b|apologies\b|"
    r"\d|shadowing|observing|excused|with notice|without notice|unexcused|part-time|acting up|first meeting|as\b)",
    re.I,
)
NOBODY = re.compile(r"^\W*(?:none|nil|n/?a|no apologies|no absences|not applicable|all present)\b", re.I)
# What was said of the absence, behind an entry: "Cllr Beck. Resolved to accept the reason."
_THEN = re.compile(
    r"\.\s+(?:It was\s+)?(?:Resolved|RESOLVED|Agreed|AGREED|Noted|NOTED|The|These|Apologies|Members)\b.*", re.S
)
_BEFORE = re.compile(r"^(?:[-–—•*·]|\(?[0-9ivx]{1,3}[.)]|\[[ xX]?\])\s+")
_POST_FIRST = re.compile(r"^(?P<role>[A-Z][^:–—(]{2,60}?)\s*(?::|\s[–—-])\s*(?P<name>.+)$")
_POST_OF = re.compile(r"^(?P<role>[A-Z][\w’' ,&-]{2,70}?)\s+\((?P<name>[^()]{4,60})\)(?:\s+in the chair)?$", re.I)
_INITIALS_FIRST = re.compile(r"^(?P<short>[A-Z][A-Za-z]{1,4})\s*(?:[-–—:=]\s*|\t)(?P<rest>.+)$")
_REMOTE = re.compile(
    r"[\s,–-]+(?:via|by|on)\s+(?:MS |Microsoft )?(?:Teams|Zoom|phone|telephone|video\w*)\b.*$|"
    r"[\s,–-]+sent (?:his |her |their )?apologies$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """One person as an entry prints it; "" for what it does not print."""

    name: str
    initials: str = ""
    role: str = ""
    organisation: str = ""


def entry(text: str) -> Listed | None:
    """The person of one entry, or None where it names none.

    >>> entry("Dr Ann White (AW), Medical Director, Midshire ICB")
    Listed(name='Dr Ann White', initials='AW', role='Medical Director', organisation='Midshire ICB')
    >>> entry("Sam Green (Midshire Council) via Teams").organisation
    'Midshire Council'
    >>> entry("Chief Executive: Robin Black").role
    'Chief Executive'
    """
    text = cleaned(text)
    if not text or NOBODY.match(text):
        return None
    name = opening_name(text)
    if name and not is_name(name):
        name = name if re.match(rf"{TITLES}\s", name) and len(name.split()) > 1 else ""
    if not name:
        return turned(text)
    return described(name, text[len(name) :] if text.startswith(name) else text[text.find(name) + len(name) :])


def cleaned(text: str) -> str:
    """An entry without the mark, the "and" and the ward that may stand before its name."""
    text = _BEFORE.sub("", text.strip()).strip(" .;,*_\"'")
    return re.sub(r"^(?:and\s+)?(?:the\s+)?(?:[A-Z][a-z]+)\s+(?=(?:Cllr|Councillor)\b)", "", text)


def turned(text: str) -> Listed | None:
    """An entry that prints the post, or the initials, before the name."""
    first = _INITIALS_FIRST.match(text)
    if first and (found := entry(first["rest"])) and are_initials(first["short"], found.name):
        return replace(found, initials=first["short"])
    text = re.sub(r"^(?:and\s+)?the\s+", "", text.strip(" ,"), flags=re.I)
    held = _POST_OF.match(text)
    if held and is_name(held["name"]) and _of(held["role"], POSTS):
        return Listed(held["name"].strip(), role=held["role"].strip())
    posted = _POST_FIRST.match(text)
    if posted and _of(posted["role"], POSTS) and len(posted["role"].split()) < 8:
        name = opening_name(posted["name"])
        if name and is_name(name):
            found = described(name, posted["name"][len(name) :])
            return replace(found, role=found.role or re.sub(r"^the\s+", "", posted["role"], flags=re.I))
    return None


def described(name: str, rest: str) -> Listed:
    """What follows a name: initials, brackets, post and organisation."""
    person = Listed(name.strip(" ."))
    rest = _THEN.sub("", rest)
    honours = HONOURS.match(rest)
    rest = (rest[honours.end() :] if honours else rest).strip()
    while rest:
        bracket = re.match(r"[,\s]*[(\[]([^()\[\]]*)[)\]]?\s*", rest)
        bare = re.match(r"([A-Z]{2,4})(?=\s|,|$|\t)", rest)
        if bracket:
            person, rest = _bracketed(person, bracket[1].strip()), rest[bracket.end() :]
        elif bare and not person.initials and are_initials(bare[1], name):
            person, rest = replace(person, initials=bare[1]), rest[bare.end() :]
        else:
            break
    rest = rest.strip(" ,;:–—-\t")
    if not rest:
        return person
    late = re.search(r"[\s,]*\(([A-Z][A-Za-z]{1,4})\)$|[\s,–-]+([A-Z]{2,4})$", rest)
    short = (late[1] or late[2]) if late else ""
    if late and not person.initials and short[0] == name.split()[0][0] and are_initials(short, name):
        person, rest = replace(person, initials=short), rest[: late.start()]
    role, organisation = _post_and_body(rest)
    return replace(
        person,
        role=", ".join(part for part in (person.role, role) if part),
        organisation=person.organisation or organisation,
    )


def _bracketed(person: Listed, inside: str) -> Listed:
    if not inside or NOTE.match(inside) or re.search(r"\b(?:attended|substitut|deputi[sz]|sent apolog)", inside, re.I):
        return person
    if not person.initials and are_initials(inside, person.name):
        return replace(person, initials=inside)
    pair = re.match(r"([A-Z][A-Za-z]{1,4})\s*[,;–-]\s*(.+)$", inside)
    if pair and not person.initials and are_initials(pair[1], person.name):
        return _bracketed(replace(person, initials=pair[1]), pair[2])
    role, organisation = _post_and_body(inside)
    return replace(person, role=person.role or role, organisation=person.organisation or organisation)


def _post_and_body(text: str) -> tuple[str, str]:
    """Post and organisation of a description; a part with words of posts is a post, the first other one a body.

    >>> _post_and_body("Partner Member, Midshire Council")
    ('Partner Member', 'Midshire Council')
    >>> _post_and_body("Head of Assets – Acorn Trust (for item 3)")
    ('Head of Assets', 'Acorn Trust')
    """
    text = text.strip(" .;,")
    text = _REMOTE.sub("", text)
    extra = ""
    while note := re.search(r"\s*[(\[]([^()\[\]]{1,80})[)\]]?$", text):
        inside = note[1].strip()
        if _of(inside, POSTS) and not NOTE.match(inside) and not _of(inside, BODIES):
            extra = inside
        elif not NOTE.match(inside):
            break
        text = text[: note.start()]
    role, organisation = _halves(text)
    return ", ".join(part for part in (role, extra) if part), organisation


def _halves(text: str) -> tuple[str, str]:
    parts = [part.strip() for part in re.split(r"\s*(?:,|;|\t|\s[–—-]\s|–)\s*(?![^()]*\))", text) if part.strip()]
    parts = [part for part in parts if not NOTE.match(part)]
    at = next((at for at, part in enumerate(parts) if at and not _of(part, POSTS) and _body_like(part)), None)
    if at is not None:
        return ", ".join(parts[:at] + parts[at + 1 :]), parts[at]
    whole = ", ".join(parts)
    if _of(whole, POSTS) or not parts:
        return whole, ""
    return ("", whole) if whole[:1].isupper() else (whole, "")


def _body_like(part: str) -> bool:
    words = re.findall(r"[\w&’'-]+", part)
    return bool(words) and (
        _of(part, BODIES) or any(word.isupper() and len(word) > 2 for word in words) or len(words) == 1
    )


def _of(text: str, words: frozenset[str]) -> bool:
    return any(word.lower() in words for word in re.findall(r"[\w’'-]+", text))
