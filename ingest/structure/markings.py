"""Marks by which a document says that it is not for everybody, where such marks stand: never in its text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from ingest.model import Block, Document, Line, Marking, Page, Row, Warned
from ingest.read.marks import UNSEEN
from ingest.structure.furniture import EDGE, Furniture
from ingest.structure.section import Section

# The marks, each in its usual form with what it is printed as; blanks may be missing in the letters of a stamp.
MARKS: tuple[tuple[str, str], ...] = (
    ("OFFICIAL-SENSITIVE", r"official\s*[-–—:/]?\s*sensitive"),
    (
        "Not for publication",
        r"not\s*(?:for|to\s*be)\s*(?:(?:public|wider)\s*)?(?:publication|published|released?|circulation|disclosure)",
    ),
    ("Exempt from publication", r"exempt\s*(?:from\s*(?:publication|disclosure)|information|item|report|appendix)s?"),
    (
        "In confidence",
        r"(?:(?:commercial|staff|management)\s*[-–—]?\s*)?in\s*(?:strict(?:est)?\s*)?confidence",
    ),
    ("Confidential", r"confidential"),
)
PART = re.compile(r"\bpart[\s_-]*(?:ii|2|two)\b(?!\s*(?:of\b|and\s+(?:3|iii|three)\b|[.(]\s*\d))", re.IGNORECASE)
# A part of a plan or an Act is no part of a meeting: only beside one of these, or alone, is it a mark.
OF_A_MEETING = re.compile(
    r"\b(?:meetings?|sessions?|minutes|agenda|boards?|committees?|councils?|cabinet|governors|trustees|panel|private|"
    r"closed|papers|packs?|items?)\b",
    re.IGNORECASE,
)
# Words that may stand with a mark and leave it one: "strictly private and confidential", "Page 3 of 9".
AROUND = (
    r"strictly|highly|private|and|draft|final|page|of|the|for|at|this|is|to|by|only|copy|version|status|"
    r"classification|protective|marking|documents?|papers?|packs?|reports?|agendas?|items?|minutes|meetings?|session|"
    r"appendix|annex|enclosure|section|board|committee|council|commercial|commercially|sensitive|personal|staff|patient|"
    r"january|february|march|april|may|june|july|august|september|october|november|december"
)
BESIDE = rf"{AROUND}|\d{{1,4}}(?:st|nd|rd|th)?|[a-z]"
SEPARATOR = re.compile(r"\s+[-–—]+\s+|[|•·;,:()\[\]{}/*_\"“”]+|[-–—]{2,}|\.(?:\s+|$)|\t+|\s{3,}")
SENSITIVE = re.compile(r"\bofficial[\W_]{1,4}sensitive\b", re.IGNORECASE)
WHOLE = [(name, re.compile(rf"(?=.*\b{mark})(?:(?:{mark}|{BESIDE})\b[\s&.-]*)+", re.I)) for name, mark in MARKS]
NOTHING = re.compile(rf"(?:(?:{BESIDE}|part (?:ii|2|two))\b[\s&.-]*)+", re.IGNORECASE)
STAMP = [(name, re.compile(rf"(?:{mark}|{AROUND}|part|[\W\d])+", re.IGNORECASE)) for name, mark in MARKS]
# What is a mark whatever else stands beside it: the statute's own form, a time until which it holds, a meeting's kind.
ORGAN = r"(?:boards?|committees?|councils?|cabinet|governors|trustees|panel)"
MADE = r"(?:meetings?|sessions?|minutes|agendas?|papers|packs?|part)"
OPENING = r"(?:(?:strictly|highly|private|and|draft|final|this|is|the|paper|report|document|embargoed)\b[\s&]*)*"
UNTIL = r"\s+(?:until|unless|by\s+virtue|under|pursuant)\b"
BEGUN = [
    ("OFFICIAL-SENSITIVE", re.compile(rf"{OPENING}official\s*[-–—]?\s*sensitive\b", re.I)),
    ("Not for publication", re.compile(rf"{OPENING}{dict(MARKS)['Not for publication']}\b", re.I)),
    ("Exempt from publication", re.compile(rf"{OPENING}{dict(MARKS)['Exempt from publication']}\b{UNTIL}", re.I)),
    ("Confidential", re.compile(rf"{OPENING}confidential(?:{UNTIL}|\s+(?:\w+\s+){{0,4}}?{ORGAN}\b)", re.I)),
    ("Confidential", re.compile(rf".*\bconfidential\s+(?:{ORGAN}|{MADE})\b", re.I)),
]
SPACED = re.compile(r"\b\w(?: \w){6,}\b")  # letters set apart: "C O N F I D E N T I A L"
DENIED = re.compile(r"\s*(?:no|none|n/?a|not applicable|false)\b", re.IGNORECASE)

MOST_RUNS = 8  # of pages that are named
OUTER = 0.07  # share of a page's height in which a line stands in its margin, though it is printed on no other page
LARGE = 24.0  # points; a line that says nothing but a mark in such print is a stamp
TITLE_BLOCKS, TITLE_LETTERS, TITLE_WORDS = 6, 160, 14  # before the text of a document, at most
NUMBERED = re.compile(r"\s*\(?\d{1,3}[.)]?\d*\s+\S")


def markings(
    document: Document, fixed: Furniture, blocks: Sequence[Block], sections: Sequence[Section]
) -> tuple[Marking, ...]:
    """The marks of a document, in the order of its pages; the same one in the same place of a page counts once.

    They are looked for in its title, its file's name, running lines, lines in the outer margins, stamps, and the titles
    of its first page and of the minutes and agendas that it holds.
    """
    found = [Marking(mark, 1, "title") for mark in marks(document.source.title)]
    name = re.sub(r"[-_.]+", " ", PurePath(document.source.name).stem)
    found += [Marking(mark, 1, "file name") for mark in marks(name, alone=False)]
    titles = [(block, block.text) for block in _titles(blocks)]
    titles += [(blocks[one.first], one.title) for one in sections if one.kind in ("minutes", "agenda")]
    for block, title in titles:
        found += [Marking(mark, block.spans[0].page, "title") for mark in marks(title)]
    for page in document.pages:
        found += _beside(page, fixed)
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.page))


def of_markings(found: Sequence[Marking]) -> Iterator[Warned]:
    """What somebody who publishes the document should look at: one sentence for each mark."""
    for text, mark in zip(told(found), _each(found), strict=True):
        page = next(one.page for one in found if one.mark == mark)
        yield Warned("marked", f"it is marked {text}", page)


def told(found: Sequence[Marking]) -> list[str]:
    """Each mark with its places.

    >>> told([Marking("Part II", 1, "title"), Marking("Part II", 1, "header")])
    ['"Part II": title of page 1, header of page 1']
    """
    return [f'"{mark}": {where([one for one in found if one.mark == mark])}' for mark in _each(found)]


def _each(found: Sequence[Marking]) -> list[str]:
    return list(dict.fromkeys(one.mark for one in found))


def where(found: Sequence[Marking]) -> str:
    """The places of markings in words.

    >>> where([Marking("Confidential", page, "header") for page in (1, 2, 3, 7)])
    'header of pages 1-3 and 7'
    """
    said = []
    for place in dict.fromkeys(one.place for one in found):
        pages = sorted({one.page for one in found if one.place == place})
        said.append(place if place == "file name" else f"{place} of {_pages(pages)}")
    return ", ".join(said)


def _pages(pages: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    texts = [f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    most = [*texts[:MOST_RUNS], f"{len(texts) - MOST_RUNS} more"] if len(texts) > MOST_RUNS + 1 else texts
    joined = " and ".join([", ".join(most[:-1]), most[-1]]) if len(most) > 1 else most[0]
    return f"page {joined}" if len(pages) == 1 else f"pages {joined}"


def marks(text: str, alone: bool = True) -> list[str]:
    """The marks that a title or a running line bears, each in its usual form.

    A mark stands between separators, with nothing but the names of papers beside it, or begins what cannot be anything
    but a mark; alone says that the second part of nothing in particular is one too.

    >>> marks("Not for publication by virtue of paragraph 3"), marks("Minutes of the confidential meeting of the Board")
    (['Not for publication'], ['Confidential'])
    >>> marks("Part II - Confidential - not for publication. Anyham Board, 3 May 2024")
    ['Not for publication', 'Confidential', 'Part II']
    >>> marks("Confidential Inquiry into Deaths, Part II of the Act"), marks("Confidential: no")
    ([], [])
    """
    text = SENSITIVE.sub("official-sensitive", _plain(text[:1000]))
    found: list[str] = []
    pieces = _pieces(text)
    for piece, after in pieces:
        if not DENIED.match(after):
            found += [name for name, whole in WHOLE if whole.fullmatch(piece)]
            found += [name for name, begun in BEGUN if begun.match(piece[:300])]
    bare = " ".join(piece for piece, _ in pieces if not piece.isdigit())
    part = PART.search(text)
    if part and (found or OF_A_MEETING.search(text) or (alone and PART.fullmatch(bare))):
        found.append("Part II")
    order = [*(name for name, _ in MARKS), "Part II"]
    return sorted(set(found), key=order.index)


def wholly(text: str) -> list[str]:
    """The marks of a line that says nothing else.

    >>> wholly("Confidential - page 3"), wholly("The item - confidential - was closed")
    (['Confidential'], [])
    """
    pieces = [piece for piece, _ in _pieces(_plain(text[:200]))]
    every = all(NOTHING.fullmatch(one) or any(whole.fullmatch(one) for _, whole in WHOLE) for one in pieces)
    return marks(text) if every else []


def _plain(text: str) -> str:
    """Letters as they are read, whatever their form ("Part Ⅱ") and however far apart."""
    plain = unicodedata.normalize("NFKC", UNSEEN.sub("", text))
    return SPACED.sub(lambda match: match[0].replace(" ", ""), plain)


def _pieces(text: str) -> list[tuple[str, str]]:
    """What stands between separators, each with what follows it."""
    parts = [one.strip(" .-–—'’") for one in SEPARATOR.split(text)]
    return [(one, after) for one, after in zip(parts, [*parts[1:], ""], strict=True) if one]


def stamped(text: str) -> list[str]:
    """The marks of a stamp, whose blanks may be lost.

    >>> stamped("NOTFORPUBLICATION"), stamped("DRAFT")
    (['Not for publication'], [])
    """
    text = _plain(text)
    found = [name for (name, mark), (_, whole) in zip(MARKS, STAMP, strict=True) if _says(mark, text, whole)]
    return found or (["Part II"] if re.fullmatch(r"\W*part\s*(?:ii|2|two)\W*", text, re.IGNORECASE) else marks(text))


def _says(mark: str, text: str, whole: re.Pattern[str]) -> bool:
    return bool(re.search(mark, text, re.IGNORECASE)) and bool(whole.fullmatch(text[:200]))


def _titles(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with which a document begins, before its text does; of a table there, the rows of one filled cell."""
    plain = False  # whether a line that is no heading has been seen
    for block in blocks[:TITLE_BLOCKS]:
        if block.kind == "bullet" or len(block.text) > TITLE_LETTERS or NUMBERED.match(block.text):
            return
        if block.kind == "row" and "\t" in block.text.strip():
            return
        if len(block.text.split()) > TITLE_WORDS if block.kind == "paragraph" else plain and block.level > 1:
            return
        plain = plain or block.kind == "paragraph"
        yield block


def _beside(page: Page, fixed: Furniture) -> Iterator[Marking]:
    for aside in page.asides:
        said = stamped(aside.text) if aside.place == "stamp" else marks(aside.text)
        yield from (Marking(mark, page.number, aside.place) for mark in said)
    if not page.height:
        return
    for line, text in _lines(page):
        assert line.box is not None
        upper = line.box.top < page.height / 2
        edge = line.box.bottom <= EDGE * page.height or line.box.top >= (1 - EDGE) * page.height
        outer = line.box.top < OUTER * page.height or line.box.bottom > (1 - OUTER) * page.height
        running = isinstance(line, Line) and (page.number, line.start) in fixed.lines
        if edge and (running or outer):
            said = marks(text) if running else wholly(text)
            yield from (Marking(mark, page.number, "header" if upper else "footer") for mark in said)
        elif isinstance(line, Line) and line.size >= LARGE:
            yield from (Marking(mark, page.number, "stamp") for mark in wholly(text))


def _lines(page: Page) -> Iterator[tuple[Line | Row, str]]:
    """The lines of a page, and its tables where one stands wholly in a margin."""
    for part in page.parts:
        if isinstance(part, Line) and part.box:
            yield part, page.text[part.start : part.end]
        elif isinstance(part, Row) and part.box:
            low, high = EDGE * page.height, (1 - EDGE) * page.height
            if part.box.bottom <= low or part.box.top >= high:
                yield part, "\t".join(page.text[cell.start : cell.end] for cell in part.cells)
