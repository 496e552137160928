"""Who gave an item, as its heading, a line under it or its first words tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance, Block
from ingest.structure.people.known import by_initials, by_name, by_post, person_of
from ingest.structure.people.name_words import TITLE
from ingest.structure.people.naming import are_initials, is_name

PRESENTED = re.compile(r"\s*\((?:presented by|presenters?:?|lead:?|led by|presented:?)\s+(?P<names>[^)]+)\)\s*$", re.I)
_TAIL = re.compile(
    r"(?:\s*[\[(](?P<bracket>[^()\[\]]{2,80})[\])]|\s+[–—-]\s+(?P<dash>[^–—()]{2,60})|"
    r"\s*[–—,;:-]?\s*(?:presented|led|introduced) by:?\s+(?P<by>[^()]{2,80}))\s*$",
    re.I,
)
_FIELD = re.compile(
    r"^(?:presenters?|presented by|lead|led by|speakers?|introduced by|report (?:from|of|"
    r"by))\s*[:–-]\s*(?P<names>.{2,120})$",
    re.I,
)
# Who speaks first under an item gives it; who presents or updates later gives it too.
OPENS = (
    r"presented|introduced|outlined|gave|provided|set out|talked|updated|summarised|summarized|advised|explained|"
    r"highlighted|reported|noted that|confirmed (?:that|his|her|their)|took the (?:report|paper)|took members|"
    r"shared|spoke|"
    r"attended|requested|informed|briefed|described|delivered|tabled|ran through|went through|walked|demonstrated|"
    r"led (?:the|a|an|on)|submitted|drew (?:attention|members)|referred (?:to|members)|said that|stated that|"
    r"declared (?:his|her|their) intention"
)
LATER = (
    r"presented|introduced|(?:gave|provided|delivered) (?:an?|the) (?:[\w-]+ ){0,2}(?:update|overview|summary|"
    r"presentation|"
    r"briefing|outline)"
)
_ADVERB = r"(?:(?:then|also|briefly|formally|verbally|jointly|both|each|further|next|first)\s+)*"
_LEAD = r"^(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+|\(?[a-z]\)\s+|[^.:–]{3,60}\s[–—]\s+)?"
_OPENED = re.compile(rf"{_LEAD}(?P<who>[^.;:!?]{{1,260}}?)\s+{_ADVERB}(?:{OPENS})\b")
_LATER = re.compile(rf"{_LEAD}(?P<who>[^.;:!?]{{1,260}}?)\s+{_ADVERB}(?:{LATER})\b")
_WELCOMED = re.compile(
    rf"{_LEAD}(?P<who>[^.;:!?]{{1,120}}?)\s+{_ADVERB}welcomed \w[^.]{{0,80}}? and (?:highlighted|introduced|"
    r"updated|gave|provided|outlined|presented|informed)\b"
)
_ABOUT = re.compile(r"\s+(?:on|about|regarding|concerning|which|who|that|in|to|outlining|setting|and)\s+(?![A-Z])")
_PASSIVE = re.compile(
    r"\b(?:presented|introduced|given|provided|delivered|outlined|led)\s+by\s+(?P<who>[^.;:]{2,160})|"
    r"\b(?:received|heard|considered)\b[^.;:]{0,80}\b(?:report|update|presentation|paper|overview|"
    r"briefing)s?\s+(?:from|by)\s+(?P<heard>[^.;:]{2,160})"
)
_ABBREVIATED = re.compile(rf"\b({TITLE})\.(?=\s)|\b([A-Z])\.(?=\s?[A-Z])")
_JOINT = re.compile(r"(,?\s+(?:and|&|with|supported by|together with)\s+|\s*[,;/&]\s*)")
# Items that every meeting has and nobody presents.
STANDING = re.compile(
    r"\b(?:welcome|apologies|declarations?|minutes|matters arising|action log|any other business|aob|escalat|"
    r"next meeting|questions from)\b",
    re.I,
)


def in_heading(title: str, people: Sequence[Attendance]) -> tuple[str, str]:
    """(title without them, names as printed) of a heading that names who gives the item; ("", "") where none does.

    Names without the words "presented by" count only where the meeting's list has every one of them.
    """
    found = PRESENTED.search(title)
    if found:
        return title[: found.start()].strip(), found["names"]
    tail = _TAIL.search(title)
    if not tail or not title[: tail.start()].strip():
        return "", ""
    printed = next(filter(None, (tail["bracket"], tail["dash"], tail["by"]))).strip()
    parts = [part.strip(" .") for part in re.split(r"\s*(?:[;,&/]|\band\b)\s*", printed) if part.strip(" .")]
    known = all(by_initials(part, people) or (" " in part and by_name(part, people)) for part in parts)
    if parts and (known or (tail["by"] and all(is_name(part) or person_of(part, people) for part in parts))):
        return title[: tail.start()].strip(), printed
    return "", ""


def in_text(title: str, blocks: Sequence[Block], people: Sequence[Attendance]) -> tuple[str, tuple[str, ...]]:
    """(printed, full names) of those whom an item's own text shows giving it, in order; ("", ()) where it shows none.

    blocks are the item's own, its heading aside.
    """
    for block in blocks[:2]:
        field = _FIELD.match(block.text)
        if field:
            named = [
                name for part in re.split(r"\s*(?:[;,&/]|\band\b)\s*", field["names"]) if (name := _name(part, people))
            ]
            return (field["names"], tuple(named)) if named else ("", ())
    here = [person for person in people if person.status != "apologies"]
    found: list[tuple[str, str]] = []
    paragraphs = [block.text for block in blocks if block.kind in ("paragraph", "row") and block.text]
    opening = STANDING.search(title)
    for at, text in enumerate(paragraphs):
        form = _WELCOMED if opening else _OPENED if at == 0 else _LATER
        if opening and (at or not re.match(r"\W*welcome", title, re.I)):
            break
        match = form.match(_flat(text)[:400])
        found += _givers(match["who"], here) if match else []
        if at == 0 and not found and not opening:
            found += _passive(text, here)
    printed = dict.fromkeys(printed for printed, _ in found)
    return "; ".join(printed), tuple(dict.fromkeys(name for _, name in found))


def _name(printed: str, people: Sequence[Attendance]) -> str:
    person = person_of(printed.strip(" ."), people)
    bare = re.sub(r"\s*\([^()]*\)", "", printed).strip(" .")
    return person.name if person else bare if is_name(bare) else ""


def _flat(text: str) -> str:
    """A text whose titles and initials have no points, so that the first point ends a sentence."""
    return _ABBREVIATED.sub(lambda match: match[1] or match[2], text)


def _passive(text: str, people: Sequence[Attendance]) -> list[tuple[str, str]]:
    match = _PASSIVE.search(_flat(text)[:400])
    return _givers(_ABOUT.split(match["who"] or match["heard"])[0], people) if match else []


def _givers(who: str, people: Sequence[Attendance]) -> list[tuple[str, str]]:
    """(printed, full name) of the people whom a subject names; none where it does not begin with one of them.

    "Robin Black, Chief Executive of Acorn, and Sam Green (SG)" names two; a post beside a name is nobody else's.
    """
    pieces = _JOINT.split(who.strip())
    first = _person(pieces[0].strip(), people, post=True)
    out = [first] if first else []
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True) if first else ():
        if found := _person(piece.strip(), people, post="," not in joint and piece.strip().startswith("the ")):
            out.append(found)
    return out


def _person(part: str, people: Sequence[Attendance], post: bool) -> tuple[str, str] | None:
    """The one person whom a part of a subject is: by initials, name, or (post) by what they are."""
    bare = re.sub(r"\s*\([^()]*\)\s*", " ", part).strip()
    person = by_initials(bare, people) or by_name(bare, people) if re.match(r"[A-Z]", bare) else None
    if not person and (named := re.match(r"(?P<name>.+?)\s+(?:of|from|at|for|on behalf of|as)\s+\S", bare)):
        person = by_name(named["name"], people)
    if not person and post and re.match(r"(?:The|the)\s+\w|[A-Z][a-z]+ [A-Z]", bare):
        person = by_post(bare, people) or by_post(re.sub(r"\s+(?:of|from|at|for)\s+.*$", "", bare), people)
    return (bare, person.name) if person else _stranger(part)


def _stranger(part: str) -> tuple[str, str] | None:
    """Somebody whom the list lacks, where name and initials are printed together: "Robin Black (RB)"."""
    found = re.match(r"(?P<name>[^()]{4,60}?)\s*\((?P<short>[A-Z][A-Za-z]{1,4})\)\s*$", part)
    if found and is_name(found["name"]) and are_initials(found["short"], found["name"]):
        return found["short"], found["name"]
    return None
