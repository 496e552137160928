"""Several people in one running line of an attendance list: "Ann Example (Chair), Ben Sample and Cara Model"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.people.listing import NOBODY, Listed, cleaned, described, entry, turned
from ingest.structure.people.name_words import HONOURS, POSTS, TITLES
from ingest.structure.people.naming import are_initials, is_first_name, is_name, opening_name

_SENT = re.compile(
    r"^(?:there were |the following |formal |the )?(?:apologies|regrets)\b[^.:]{0,60}?\b(?:from|by|"
    r"behalf of)\s*:?\s*|"
    r"^(?:apologies|regrets)(?: for (?:absence|the meeting))?\s*[:–-]\s*|"
    r"^(?:were |have been |was )?(?:received|given|noted|accepted|submitted|sent)\s+(?:from|by|on behalf of)\s*:?\s*",
    re.I,
)
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
_PLURAL_TITLE = re.compile(r"^(?:the\s+)?(?P<title>cllr|councillor|messr|dr|doctor|professor)s\b\.?\s+", re.I)
_BETWEEN = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&)\s+(?=[A-Z]|the\s+[A-Z])|\s•\s|\t+")
_AND_END = re.compile(r"(?:[\s,;&]|\band\b|\bthe\b)+$")
_TITLES_END = re.compile(r"(?:[\s,;&]|\band\b)*(?:the\s+)?(?:cllr|councillor|messr|dr|doctor|professor)s\.?\s*$", re.I)
_INITIALLED = re.compile(r"^([^(]{3,60})\(([A-Z][A-Za-z]{1,4})\)")
_SURNAME_FIRST = re.compile(r"^[A-Z][\w’'-]+,\s*(?:[A-Z]\.?\s?){1,3}$")


def entries(text: str) -> list[Listed]:
    """The people of a running line, or of one entry.

    >>> [one.name for one in entries("Dr A White (Chair), Sam Green (Acorn Trust) and Robin Black.")]
    ['Dr A White', 'Sam Green', 'Robin Black']
    >>> [one.name for one in entries("Sam Green, Director of Works, Acorn and Oak Trust")]
    ['Sam Green']
    >>> [one.name for one in entries("Ann White (AW) Chief Executive, Acorn Trust and Sam Green, Clerk, Oak Trust")]
    ['Ann White', 'Sam Green']
    """
    text = _PUBLIC.sub("", _SENT_END.sub("", _SENT.sub("", text.strip().strip("[]"), count=1)))
    if NOBODY.match(text):
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
        if at == 0 or opens or turned(piece) or (firm and _last_with_post(text, pieces, at)):
            found.append((start + (plural.end() if plural else 0), shared))
    ends = [*(start for start, _ in found[1:]), len(text)]
    people = [_entry(text[start:end], shared) for (start, shared), end in zip(found, ends, strict=True)]
    return [one for one in people if one]


def _last_with_post(text: str, pieces: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether "and" leads to a whole name whose post follows: the last of a line may lack the others' initials."""
    piece = text[slice(*pieces[at])]
    after = text[slice(*pieces[at + 1])] if at + 1 < len(pieces) else ""
    joined = re.fullmatch(r"\W*and\s+", text[pieces[at - 1][1] : pieces[at][0]])
    return bool(joined) and is_name(piece) and not POSTS.isdisjoint(re.findall(r"[\w’'-]+", after.lower()))


def _entry(text: str, shared: bool) -> Listed | None:
    """One entry of a running line; shared: its title stands before the first of several."""
    text = _AND_END.sub("", _TITLES_END.sub("", text))
    one = entry(f"Dr {text}" if shared else text)
    return replace(one, name=one.name.removeprefix("Dr ")) if one and shared else one


def _opens(piece: str, firm: bool) -> bool:
    """Whether a piece of a running line begins with a whole name; firm: only one with brackets after it, or a title."""
    piece = cleaned(piece)
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
    return [described(name, piece[len(name) :]) for piece, name in pieces]
