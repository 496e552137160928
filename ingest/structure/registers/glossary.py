"""Abbreviations with what they stand for, as a document defines them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Attendance, Page, Span, Term
from ingest.structure.meeting.bodies import BODY_WORDS
from ingest.structure.people.known import key
from ingest.structure.people.naming import TITLES, is_name
from ingest.structure.place import Placed

BRACKETED = re.compile(r"\((?:[“\"‘']|the\s|or\s)?([^()“”\"\t]{2,80})[”\"’']?\)")
SHORT = re.compile(r"[A-Z0-9][\w&/+.’'-]{0,9}(?:\s[A-Z0-9][\w&/+-]{0,9})?")
LISTED = re.compile(
    r"^(?P<short>[A-Z0-9][\w&/+-]{1,11})\s*(?:\s[-–—=]\s|[:\t]\s*|\s[–—])\s*(?P<long>[^\W\d_].{2,120})$"
)
HEADED = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*[.)]?\s+)?(?:appendix\s+\w+\W+)?(?:glossary|abbreviations?|acronyms?|terms)\b.{0,50}$", re.I
)
HEAD_ROW = re.compile(r"^(?:abbreviation|acronym|term|initials|short(?:\s?form)?)s?$", re.I)
WORD = re.compile(r"[^\W_][\w’'&+-]*|&")
# What follows a person's initials rather than an abbreviation: a post, or what the person did.
INTRODUCED = re.compile(
    r",\s+(?:[A-Z][\w-]+\s+){0,4}(?:Director|Officer|Chief|Head|Manager|Lead|Chair|Member|Nurse|Consultant|Doctor|GP)\b|"
    r",?\s+(?:and\s+|who\s+)?(?:joined|attended|presented|introduced|said|advised|asked|noted|reported|provided|gave|from)\b"
)
JOINING = frozenset(["of", "and", "the", "for", "in", "to", "on", "a", "an", "with", "at", "by", "or", "from", "&"])
SENTENCE_END = re.compile(r"[.;:!?]\s")
LOOK_BACK = 160  # characters before a bracket
LONGEST = 12  # words of one expansion


def glossary(spread: Sequence[Placed], people: Sequence[Attendance], pages: Sequence[Page]) -> list[Term]:
    """The abbreviations that a document defines, each once for each body, in the order in which they stand.

    Read from "Long Form (LF)" and "LF (Long Form)" by the letters of the short form, and from lists and tables under a
    heading that calls them a glossary. Initials of people are none.
    Source of the first: Schwartz & Hearst, A Simple Algorithm for Identifying Abbreviation Definitions, PSB 2003.
    """
    out: dict[tuple[str, str, str], Term] = {}
    persons = {key(person.name) for person in people}
    listing = False
    for here in spread:
        block, place = here.block, here.place
        if block.kind == "heading" or (block.bold and block.kind == "paragraph"):
            listing = bool(HEADED.match(block.text))
        found = _listed(here) if listing else None
        pairs = [found] if found else _bracketed(block.text) if place.kind != "attendance" and "(" in block.text else ()
        for short, long in pairs:
            if key(long) in persons or re.match(rf"{TITLES}\s", long):
                continue
            known = (short, " ".join(long.lower().split()), place.body)
            if known not in out:
                out[known] = Term(short, long, place.body, _span(block.spans, short, long, pages))
    return list(out.values())


def _listed(here: Placed) -> tuple[str, str] | None:
    """An entry of a glossary: a row of two cells, or "LF – Long Form"."""
    block = here.block
    if block.kind == "row":
        cells = [text for _, text in block.cells]
        if len(cells) < 2 or HEAD_ROW.match(cells[0]) or len(cells[0]) > 14 or not _is_short(cells[0]):
            return None
        long = re.split(r":\s|\.\s", cells[1])[0].strip(" .")
        return (cells[0], long) if _spells(cells[0], long) else None
    match = LISTED.match(block.text)
    if not match or not _is_short(match["short"]):
        return None
    long = re.split(r"\.\s", match["long"])[0].strip(" .")
    return (match["short"], long) if _spells(match["short"], long) else None


def _spells(short: str, long: str) -> bool:
    """Whether an entry of a glossary expands its letters: at least the first of them begins it."""
    return bool(_expansion(short, long)) or _letters(long)[:1] == _letters(short)[:1]


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    """(short, long) of every definition in a text."""
    for match in BRACKETED.finditer(text):
        inner = re.split(r"[,;]\s", match[1])[0].strip()
        before = text[max(0, match.start() - LOOK_BACK) : match.start()].rstrip(" “\"‘'’”")
        if _is_short(inner):
            clause = SENTENCE_END.split(before)[-1]
            words = list(WORD.finditer(clause))
            window = words[-min(len(_letters(inner)) + 5, 2 * len(_letters(inner)), LONGEST) :]
            long = _expansion(inner, clause[window[0].start() :]) if window else ""
            if long and not (is_name(long) and INTRODUCED.match(text, match.end())):
                yield _singular(inner, long)
        elif len(inner.split()) > 1 and (last := re.search(r"(\S+)$", before)) and _is_short(last[1]):
            whole = _expansion(last[1], inner)
            if whole == inner:
                yield _singular(last[1], inner)


def _is_short(text: str) -> bool:
    """Whether a text is printed as an abbreviation: two to ten signs, most letters capitals.

    >>> [_is_short(text) for text in ("ICB", "LeDeR", "PCNs", "Chair", "A&E", "2024", "NHS England")]
    [True, True, True, False, True, False, False]
    """
    if not SHORT.fullmatch(text) or not 2 <= len(text) <= 12:
        return False
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    lower = [word for word in text.split() if word.isalpha() and not word[1:].islower()]
    return (
        capitals >= 2 and capitals * 2 >= len(letters) and len(lower) == len([w for w in text.split() if w.isalpha()])
    )


def _letters(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _expansion(short: str, text: str) -> str:
    """The end of a text that the letters of the short form stand for, "" where they do not fit.

    Letters are matched from the last to the first, the first at a word's beginning (Schwartz & Hearst); beyond them,
    at least two thirds of the letters, the capital ones, must begin words, and no word of weight is left without one.

    >>> _expansion("ICB", "led by the Integrated Care Board")
    'Integrated Care Board'
    >>> _expansion("CNST", "Clinical Negligence Scheme for Trusts")
    'Clinical Negligence Scheme for Trusts'
    >>> _expansion("AB", "a wholly other subject")
    ''
    """
    wanted = _letters(re.sub(r"(?<=[A-Z])s$", "", short)) if len(short) > 2 else _letters(short)
    low = text.lower()
    at = len(low) - 1
    for place in range(len(wanted) - 1, -1, -1):
        while at >= 0 and (low[at] != wanted[place] or (place == 0 and at > 0 and low[at - 1].isalnum())):
            at -= 1
        if at < 0:
            return ""
        at -= 1
    return _fitting(wanted, short, text, at + 1)


def _fitting(wanted: str, short: str, text: str, at: int) -> str:
    """text[at:], or up to two words more where more letters then begin a word; "" where too few do."""
    found: list[tuple[int, int, str]] = []
    starts = [match.start() for match in WORD.finditer(text[:at])][-2:]
    for fewer, start in enumerate([at, *reversed(starts)]):
        long = re.sub(r"['’]s?$", "", text[start:].strip())
        if long[:1].lower() == wanted[:1] and _is_expansion(wanted, short, long):
            found.append((_initials(wanted, long), -fewer, long))
    return max(found)[2] if found else ""


def _is_expansion(wanted: str, short: str, long: str) -> bool:
    """Whether enough letters begin words, the last among them, and the last word of weight is one of those begun."""
    words = WORD.findall(long)
    heavy = [word for word in words if word.lower() not in JOINING]
    if len(long) <= len(short) or not heavy or words[0].lower() in JOINING - {"&"} or short in long.split():
        return False
    ends = heavy[:-1] if re.fullmatch(BODY_WORDS, heavy[-1], re.I) and len(heavy) > 2 else heavy
    parts = re.split(r"[-/]", ends[-1].lower())
    if not any(part[:1] == wanted[-1] for part in [*parts, *re.split(r"[-/]", heavy[-1].lower())]):
        return False
    many = len(heavy) > len(wanted) + 1 or len(words) > LONGEST
    return not many and _initials(wanted, long) * 3 >= len(wanted) * 2


def _initials(wanted: str, long: str) -> int:
    """How many letters of the short form, in order, are first letters of words or stand after a hyphen."""
    begins = [part[0].lower() for part in re.split(r"[\s/–-]+", long) if part[:1].isalnum() or part == "&"]
    begins = ["a" if letter == "&" and "a" in wanted else letter for letter in begins]
    best = [[0] * (len(begins) + 1) for _ in range(len(wanted) + 1)]
    for row, letter in enumerate(wanted, start=1):
        for column, begin in enumerate(begins, start=1):
            same = best[row - 1][column - 1] + 1 if letter == begin else 0
            best[row][column] = max(same, best[row - 1][column], best[row][column - 1])
    return best[-1][-1]


def _singular(short: str, long: str) -> tuple[str, str]:
    """Both in the singular where both are printed in the plural."""
    if re.search(r"[A-Z]s$", short) and re.search(r"[a-z]s$", long) and not long.endswith("ss"):
        return short[:-1], long[:-1] if not long.endswith("ies") else long
    return short, long


def _span(spans: Sequence[Span], short: str, long: str, pages: Sequence[Page]) -> Span:
    """Where a definition stands: the words of both forms, or the whole of the stretch that holds the short one."""
    gap = r"\W{1,12}(?:</?\w{1,6}>\W{0,4}){0,3}"
    spelled = gap.join(re.escape(word) for word in re.findall(r"\w+", long))
    spelled_out = re.compile(spelled)
    for span in spans:
        page = pages[span.page - 1]
        for found in spelled_out.finditer(page.text, span.start, span.end):
            near = page.text.find(short, max(span.start, found.start() - 30), min(span.end, found.end() + 30))
            if near >= 0:
                return page.span(min(found.start(), near), max(found.end(), near + len(short)))
    return next((span for span in spans if short in pages[span.page - 1].text[span.start : span.end]), spans[0])
