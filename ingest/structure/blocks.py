"""Printed lines into blocks, whole over line ends and page ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.model import Block, BlockKind, Document, Line, Page, Row
from ingest.read.marks import plain_text
from ingest.structure.furniture import Furniture
from ingest.structure.margins import Margins
from ingest.structure.meeting.numbering import coded
from ingest.structure.meeting.run_in import parted
from ingest.structure.people.aligned import Cells, aligned
from ingest.structure.people.labels import opens_list
from ingest.structure.people.naming import is_name, opening_name
from ingest.structure.place import ACTION, DECIDED
from ingest.structure.tables import Tables
from ingest.structure.words import joined_lines, vocabulary

LOOSE = 1.35  # times the usual line pitch: a wider step parts paragraphs
WIDEST_PITCH = 1.25  # of the glyph height: lines of one paragraph stand no wider, whatever a short document suggests
OVERPRINTED = 0.8  # of the glyph height: a smaller step is a raised or lowered letter, not a line
SHORT_LINE = 0.86  # of the column's width: a line that ends a sentence before it ends its paragraph
FIELD = re.compile(r"[A-Za-z][\w -]{0,30}:(?:\s|$)")  # a line of front matter or of a form: "date: 1 May 2024"
LONGEST_HEADING = 220  # characters
CARRIED = 500  # stretches that one paragraph may run over: past it, each more would cost as much as all before it
LIST_LINE = 0.72  # of the column's width: prose does not break off so early, entries of a list do
UNWRAPPED = 160  # characters: where a text has longer lines, every line is a paragraph
RUNS_ON = re.compile(
    r"(?:[,–(&/-]|\b(?:of|the|and|for|to|in|at|by|with|a|an|or|on|from|as|that|was|were|is|are|had|has|be|been|not|"
    r"Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Sir|Cllr|Councillor|NHS|its|their|his|her|this))$"
)
ITEM = re.compile(r"(?:(?:agenda\s+)?item\s+)?\d{1,2}(?:\.\d{1,2})*[.):]?\s", re.I)
ITEM_LINE = re.compile(r"(?:(?:[Aa]genda\s+)?[Ii]tem\s+)?\d{1,4}(?:[./]\d{1,4})*[.):]?\s+[^\W\d_a-z]")
POINT = re.compile(r"\(?(?:[a-z]|[ivx]{2,4})[.)]\s")  # "b) ...": a point of a list
LEADING = 1.08  # a heading's print is so much larger than the body's


@dataclass(frozen=True, slots=True)
class _Style:
    """The body's print: glyph height, line pitch, and heading sizes from the largest down."""

    size: float
    pitch: float
    headings: tuple[float, ...]


def blocks(document: Document, furniture: Furniture) -> list[Block]:
    """All blocks of a document in reading order, the titles of numbered items of minutes parted from their text."""
    return parted(printed(document, furniture), document.pages)


def printed(document: Document, furniture: Furniture) -> list[Block]:
    """The same as they are printed, no title parted from its paragraph."""
    words = vocabulary(document.pages)
    style = _style(document.pages, furniture)
    tables = Tables(words)
    out: list[Block] = []
    for page in document.pages:
        run: list[Line] = []
        columns, margins = aligned(page, furniture.lines), Margins(page)
        for part in page.parts:
            if isinstance(part, Line) and part.start in columns:
                out += _paragraph(page, run, style, words)
                run = []
                out.append(_row(page, columns[part.start]))
            elif isinstance(part, Row):
                out += _paragraph(page, run, style, words)
                run = []
                tables.take(page, part, out)
            elif (page.number, part.start) not in furniture.lines:
                if run and _parts(page, run, part, style, margins):
                    out += _paragraph(page, run, style, words)
                    run = []
                run.append(part)
        out += _paragraph(page, run, style, words)
    return _carried(out, words)


def _row(page: Page, cells: Cells) -> Block:
    """A line of a list in columns as a table row; its table is told apart by its page."""
    texts = [plain_text(page.text[start:end].strip()) for start, end in cells]
    places = tuple((page.span(start, end),) for start, end in cells)
    span = page.span(cells[0][0], cells[-1][1])
    pairs = tuple(("", text) for text in texts)
    return Block("row", "\t".join(texts), (span,), cells=pairs, table=-1 - page.number, places=places)


def _style(pages: Sequence[Page], furniture: Furniture) -> _Style:
    sizes: Counter[float] = Counter()
    steps: list[float] = []
    for page in pages:
        last: Line | None = None
        for part in page.parts:
            if not isinstance(part, Line) or (page.number, part.start) in furniture.lines:
                last = None
                continue
            if part.size:
                sizes[round(part.size, 1)] += (part.end - part.start) * (1 if part.bold else 3)
            if last and last.box and part.box and 0 < part.box.top - last.box.top < 4 * part.size:
                steps.append((part.box.top - last.box.top) / part.size)
            last = part
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    close = sorted(step for step in steps if step > OVERPRINTED)
    pitch = min(close[len(close) // 10], WIDEST_PITCH) if close else WIDEST_PITCH
    larger = tuple(sorted((size for size in sizes if size > LEADING * body), reverse=True))
    merged: list[float] = []
    for size in larger:
        if not merged or size < 0.95 * merged[-1]:
            merged.append(size)
    return _Style(body, pitch, tuple(merged[:5]))


def _parts(page: Page, run: Sequence[Line], line: Line, style: _Style, margins: Margins) -> bool:
    """Whether a new block begins at this line."""
    last = run[-1]
    text, before = page.text[line.start : line.end], page.text[last.start : last.end]
    if line.bullet or line.level or last.level or DECIDED.match(text) or ACTION.match(text) or opens_list(text):
        return True
    if not line.box or not last.box:
        fields = bool(FIELD.match(text) and FIELD.match(before))
        apart = fields or page.text.count("\n", last.end, line.start) > 1 or line.bold != last.bold
        ended = before.rstrip().endswith((".", ":", ";", "?", "!"))
        if _names(before) and _names(text):
            return True
        if ended and (ITEM_LINE.match(text) or POINT.match(text) or coded(text[:LONGEST_HEADING])):
            return True
        if margins.letters > UNWRAPPED:
            return apart or not text[:1].islower()
        return apart or (len(before.split("  ")[0]) < LIST_LINE * margins.letters and _listed(before, text))
    if abs(line.size - last.size) > 0.08 * last.size:
        return True
    step = (line.box.top - last.box.top) / (line.size or 1)
    if not 0 < step <= LOOSE * style.pitch:
        return True
    short = last.box.right < line.box.left + SHORT_LINE * (margins.right - line.box.left)
    early = last.box.right < last.box.left + LIST_LINE * (margins.edge(last.box.left) - last.box.left)
    if early and not line.bold and _listed(before, text):
        return True
    if last.bold and not line.bold and ITEM.match(page.text[run[0].start : run[0].end]) and not text[:1].islower():
        return True
    ends = before.rstrip()[-1:] in ".:;?!"
    if line.bold != last.bold and (ends or short) and not text[:1].islower():
        return True
    return ends and short and not text[:1].islower()


def _names(line: str) -> bool:
    """Whether a line is an entry of a list of people: a name, with a bracket, dash or comma behind it."""
    name = opening_name(line)
    return bool(name) and is_name(name) and bool(re.match(r"\s*(?:[,(–—]|-\s|$)", line[len(name) :]))


def _listed(before: str, text: str) -> bool:
    """Whether a short line and the next are entries of a list: no sentence runs from one to the other."""
    opens = re.match(r"[^\W\d_a-zß-ÿ]|[“\"(\[]?[A-Z]", text) or ITEM_LINE.match(text)
    return bool(opens) and not RUNS_ON.search(before.rstrip())


def _paragraph(page: Page, run: Sequence[Line], style: _Style, words: Counter[str]) -> list[Block]:
    if not run:
        return []
    text = plain_text(joined_lines([page.text[line.start : line.end] for line in run], words))
    if not any(letter.isalnum() for letter in text):
        return []
    bold = all(line.bold for line in run)
    level = run[0].level or _level(run[0].size, bold, text, style)
    kind: BlockKind = (
        "bullet" if run[0].bullet else "heading" if level and len(text) <= LONGEST_HEADING else "paragraph"
    )
    span = page.span(run[0].start, run[-1].end)
    return [Block(kind, text, (span,), level if kind == "heading" else 0, bold, depth=run[0].depth)]


def _level(size: float, bold: bool, text: str, style: _Style) -> int:
    """Heading level by print: 1 for the largest size; body-size bold that does not read as a sentence is 6."""
    for rank, large in enumerate(style.headings, start=1):
        if size >= 0.95 * large and size > LEADING * style.size:
            return rank
    return 6 if bold and len(text) <= 150 and not re.search(r"[.;,]$", text) else 0


def _carried(blocks: Sequence[Block], words: Counter[str]) -> list[Block]:
    """Paragraphs that break off without a full stop joined with what goes on in lower case."""
    out: list[Block] = []
    for block in blocks:
        last = out[-1] if out else None
        if (
            last
            and last.kind in ("paragraph", "bullet")
            and block.kind == "paragraph"
            and last.bold == block.bold
            and len(last.spans) < CARRIED
            and last.text[-1:] not in ".:;?!"
            and not FIELD.match(block.text)
            and not POINT.match(block.text)
            and (block.text[:1].islower() or last.text[-1:] in ",(–" or _next_page(last, block))
        ):
            out[-1] = replace(
                last, text=joined_lines([last.text, block.text], words), spans=(*last.spans, *block.spans)
            )
        else:
            out.append(block)
    return out


def _next_page(last: Block, block: Block) -> bool:
    """Whether a long paragraph breaks off in the midst at its page's end, whatever letter the next page begins with."""
    return last.spans[-1].page == block.spans[0].page - 1 and len(last.text) > 80 and last.text[-1:].islower()
