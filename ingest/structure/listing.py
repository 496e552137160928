"""One printed entry of an attendance list, or several in a running line: name, initials, post and organisation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ingest.structure.name_words import BODIES, HONOURS, POSTS, TITLES
from ingest.structure.naming import are_initials, is_first_name, is_name, opening_name

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
    r"\d|shadowing|observing|excused|with notice|without notice|unexcused|part-time|acting up|first meeting|as\b)",
    re.I,
)
_SENT = re.compile(
    r"^(?:there were |the following |formal |the )?(?:apologies|regrets)\b[^.:]{0,60}?\b(?:from|by|"
    r"behalf of)\s*:?\s*|"
    r"^(?:apologies|regrets)(?: for (?:absence|the meeting))?\s*[:–-]\s*|"
    r"^(?:were |have been |was )?(?:received|given|noted|accepted|submitted|sent)\s+(?:from|by|on behalf of)\s*:?\s*",
    re.I,
)
_NOBODY = re.compile(r"^\W*(?:none|nil|n/?a|no apologies|no absences|not applicable|all present)\b", re.I)
_SENT_END = re.compile(
    r"\s+(?:had |have )?(?:sent|gave|submitted|tendered) (?:their |his |her )?apologies\b.{0,20}$", re.I
)
_PUBLIC = re.compile(
    r"(?:,|,?\s+and|\s+plus|;)\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|no|a|"
    r"some)\s+(?:other\s+)?"
    r"(?:members?|representatives?|residents?|observers?)\b(?:\s+of)?(?:\s+(?:the\s+)?(?:public|press|staff|"
    r"community))?\.?$",
    re.I,
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
_PLURAL_TITLE = re.compile(r"^(?:the\s+)?(?P<title>cllr|councillor|messr|dr|doctor|professor)s\b\.?\s+", re.I)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+(?=[A-Z]|the\s+[A-Z])|\s•\s|\t+")
_AND_END = re.compile(r"(?:[\s,;&]|\band\b|\bthe\b)+$")
_TITLES_END = re.compile(r"(?:[\s,;&]|\band\b)*(?:the\s+)?(?:cllr|councillor|messr|dr|doctor|professor)s\.?\s*$", re.I)
_INITIALLED = re.compile(r"^([^(]{3,60})\(([A-Z][A-Za-z]{1,4})\)")
_SURNAME_FIRST = re.compile(r"^[A-Z][\w’'-]+,\s*(?:[A-Z]\.?\s?){1,3}$")


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
    text = _cleaned(text)
    if not text or _NOBODY.match(text):
        return None
    name = opening_name(text)
    if name and not is_name(name):
        name = name if re.match(rf"{TITLES}\s", name) and len(name.split()) > 1 else ""
    if not name:
        return _turned(text)
    return _described(name, text[len(name) :] if text.startswith(name) else text[text.find(name) + len(name) :])


def _cleaned(text: str) -> str:
    """An entry without the mark, the "and" and the ward that may stand before its name."""
    text = _BEFORE.sub("", text.strip()).strip(" .;,*_\"'")
    return re.sub(r"^(?:and\s+)?(?:the\s+)?(?:[A-Z][a-z]+)\s+(?=(?:Cllr|Councillor)\b)", "", text)


def _turned(text: str) -> Listed | None:
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
            found = _described(name, posted["name"][len(name) :])
            return replace(found, role=found.role or re.sub(r"^the\s+", "", posted["role"], flags=re.I))
    return None


def _described(name: str, rest: str) -> Listed:
    """What follows a name: initials, brackets, post and organisation."""
    person = Listed(name.strip(" ."))
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


def entries(text: str) -> list[Listed]:
    """The people of a running line, or of one entry.

    >>> [one.name for one in entries("Dr A White (Chair), Sam Green (Acorn Trust) and Robin Black.")]
    ['Dr A White', 'Sam Green', 'Robin Black']
    >>> [one.name for one in entries("Sam Green, Director of Works, Acorn and Oak Trust")]
    ['Sam Green']
    """
    text = _PUBLIC.sub("", _SENT_END.sub("", _SENT.sub("", text.strip().strip("[]"), count=1)))
    if _NOBODY.match(text):
        return []
    strong = _cut(text, re.compile(r";\s*"))
    if len(strong) > 1:
        whole = [text[start:end] for start, end in strong]
        if all(_SURNAME_FIRST.match(part.strip()) for part in whole):
            whole = [" ".join(reversed(part.split(",", 1))) for part in whole]
        return [one for part in whole for one in _people(part)]
    return _people(text)


def _people(text: str) -> list[Listed]:
    """Each piece that begins with a whole name opens an entry; what stands between two names belongs to the first.

    "Cllrs White, Green and Black" are three surnames: what stands after a title for several needs no title.
    """
    pieces = _cut(text, _BETWEEN)
    if not pieces:
        return []
    first = _INITIALLED.match(text[slice(*pieces[0])])
    firm = bool(first and are_initials(first[2], first[1].strip()))
    found: list[tuple[int, bool]] = []
    shared = False
    for at, (start, end) in enumerate(pieces):
        piece = text[start:end]
        plural = _PLURAL_TITLE.match(piece)
        shared = bool(plural) or (shared and not re.match(rf"{TITLES}\s", piece))
        opens = _opens(f"Dr {piece[plural.end() :] if plural else piece}" if shared else piece, firm and not shared)
        if at == 0 or opens or _turned(piece):
            found.append((start + (plural.end() if plural else 0), shared))
    ends = [*(start for start, _ in found[1:]), len(text)]
    people = [_entry(text[start:end], shared) for (start, shared), end in zip(found, ends, strict=True)]
    return [one for one in people if one]


def _entry(text: str, shared: bool) -> Listed | None:
    """One entry of a running line; shared: its title stands before the first of several."""
    text = _AND_END.sub("", _TITLES_END.sub("", text))
    one = entry(f"Dr {text}" if shared else text)
    return replace(one, name=one.name.removeprefix("Dr ")) if one and shared else one


def _opens(piece: str, firm: bool) -> bool:
    """Whether a piece of a running line begins with a whole name; firm: only one with brackets after it, or a title."""
    piece = _cleaned(piece)
    name = opening_name(piece)
    if not name or not is_name(name):
        return False
    rest = HONOURS.sub("", piece[len(name) :]).strip(" .")
    if firm and not re.match(rf"{TITLES}\s", piece):
        bracket = re.match(r"\(([A-Z][A-Za-z]{1,4})\)", rest)
        return bool(bracket and are_initials(bracket[1], name))
    word = re.match(r"[\w’'-]+", rest)
    if not rest or rest[0] in "([–—-:&":
        return True
    return bool(word and (are_initials(word[0], name) or word[0].lower() in POSTS or word[0] in ("and", "in")))


def _cut(text: str, form: re.Pattern[str]) -> list[tuple[int, int]]:
    """Where the pieces of a line begin and end that stand between marks of a form, brackets aside."""
    deep, last = 0, 0
    out: list[tuple[int, int]] = []
    marks = {match.start(): match.end() for match in form.finditer(text)}
    for at, letter in enumerate(text):
        deep = max(0, deep + (letter in "([") - (letter in ")]"))
        if at in marks and at >= last and not deep:
            out.append((last, at))
            last = marks[at]
    return [(start, end) for start, end in [*out, (last, len(text))] if text[start:end].strip(" .,;")]


def first_names(text: str) -> list[Listed]:
    """The people of a list of first names only; none where anything else stands in it.

    >>> [one.name for one in first_names("Robin, Sam (notes) and Kim")]
    ['Robin', 'Sam', 'Kim']
    """
    text = _SENT.sub("", text.strip().strip("[]"), count=1)
    shown = [text[start:end].strip(" .") for start, end in _cut(text, _BETWEEN)]
    pieces = [(piece, re.sub(r"\s*\([^()]*\)", "", piece).strip()) for piece in shown]
    if not pieces or not all(is_first_name(name) or is_name(name) for _, name in pieces):
        return []
    return [_described(name, piece[len(name) :]) for piece, name in pieces]
