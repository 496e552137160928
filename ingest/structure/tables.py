"""Table rows that know their column headings, over page ends and repeated heading rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from ingest.model import Block, Page, Row, Span
from ingest.read.marks import plain_text
from ingest.structure.words import joined_lines

Texts = Mapping[int, str]
Places = Mapping[int, tuple[Span, ...]]
HEAD_LETTERS = 150  # a longer cell is no column heading
ABBREVIATION = re.compile(r"[A-Z][\w&/+-]*[A-Z][\w&/+-]*")
PHRASE = 3  # words of a cell that begins with a figure and is none
WIDE = 4  # columns of a table whose first full row without figures is its headings, even under a title
OPEN_END = re.compile(r"[\w,(–-]$")  # a cell that stops in the midst of its sentence


class Tables:
    """Takes rows in reading order and appends them to the blocks.

    A table's heading row is its first with more than one cell, when the format says so, or it is bold, or it fills
    most columns with no figures; a row under it that fills only columns below a wide heading is its second line. A
    table of as many columns at the top of the next page, or one that opens with the same heading row, goes on with the
    same headings; a heading row printed again is left out, and a row that the break cut in two is made whole.
    """

    def __init__(self, words: Counter[str]) -> None:
        self.words = words
        self.heads: dict[int, str] = {}
        self.wide: dict[int, str] = {}
        self.printed: list[Texts] = []
        self.columns = 0
        self.page = 0
        self.table = -1
        self.count = -1
        self.order: list[int] = []  # columns of the row taken last
        self.opening = False  # no heading row and no full row seen yet
        self.titled = False  # but rows of one cell
        self.broken = False  # a page's end or a repeated heading row stands before the next row

    def take(self, page: Page, row: Row, out: list[Block]) -> None:
        """Add one row to the blocks."""
        cells = {cell.column: self._text(page.text[cell.start : cell.end]) for cell in row.cells}
        cells = {column: text for column, text in cells.items() if text}
        if not cells:
            return
        span = page.span(row.cells[0].start, row.cells[-1].end)
        places = {cell.column: (page.span(cell.start, cell.end),) for cell in row.cells if cell.column in cells}
        if (page.number, row.table) != (self.page, self.table):
            goes_on = self._goes_on(page, row, cells, out)
            self.page, self.table = page.number, row.table
            if goes_on and row.continued:
                self._continue(cells, places, span, out)
                return
            if goes_on:
                self.broken = True
            else:
                self._begin(row)
        if any(_again(cells, heads) for heads in self.printed):
            self.broken = True
            return
        if self.order and out and out[-1].kind == "row" and (rest := self._under_heads(page, row, cells)):
            self._continue({column: text for column, (text, _) in rest.items()}, _spans(rest), span, out)
            return
        if self._headed(row, cells):
            self.order = []
            out.append(_block(cells, places, span, {}, bold=True, table=self.count))
            return
        if self.broken and out and out[-1].kind == "row" and self._cut(cells, out[-1]):
            self._continue(cells, places, span, out)
            return
        self.broken = False
        self.titled = self.opening = self.opening and len(cells) == 1
        self.order = sorted(cells)
        out.append(_block(cells, places, span, self.heads, bold=_same_print(row), table=self.count))

    def _text(self, raw: str) -> str:
        return plain_text(joined_lines(raw.split("\n"), self.words))

    def _goes_on(self, page: Page, row: Row, cells: Texts, out: list[Block]) -> bool:
        if row.columns != self.columns or not out or out[-1].kind != "row":
            return False
        return (self.page == page.number - 1 and row.table == 0) or any(_again(cells, heads) for heads in self.printed)

    def _begin(self, row: Row) -> None:
        self.count += 1
        self.columns = row.columns
        self.heads, self.wide, self.printed = {}, {}, []
        self.opening, self.titled, self.broken = True, False, False

    def _headed(self, row: Row, cells: dict[int, str]) -> bool:
        """Whether a row is a heading row, or the second line of one; remembers its headings."""
        first = not self.heads and self.opening
        if first and self._opens(row, cells):
            self.heads = dict(cells)
        elif set(cells) & set(self.wide) and _no_figures(cells) and not set(cells) & (set(self.heads) - set(self.wide)):
            self.heads.update({column: f"{self.wide.get(column, '')} {text}".strip() for column, text in cells.items()})
            self.wide = {}
            self.printed.append(cells)
            return True
        elif self.heads and (row.header or (_same_print(row) and len(cells) == row.columns and _no_figures(cells))):
            self.heads = dict(cells)
        else:
            self.wide = {}
            return False
        self.wide = {
            column: cells[cell.column]
            for cell in row.cells
            if cell.width > 1 and cell.column in cells
            for column in range(cell.column, cell.column + cell.width)
        }
        self.printed, self.opening = [cells], False
        return True

    def _opens(self, row: Row, cells: Texts) -> bool:
        if row.header:
            return True
        if len(cells) < max(2, (row.columns + 1) // 2) or not _no_figures(cells):
            return False
        texts = list(cells.values())
        if any(text.endswith(":") or len(text) > HEAD_LETTERS for text in texts):
            return False
        if row.columns == 2 and ABBREVIATION.fullmatch(texts[0]):
            return False  # the first row of a list of abbreviations
        return _same_print(row) or (len(cells) >= row.columns - 1 and (not self.titled or row.columns >= WIDE))

    def _under_heads(self, page: Page, row: Row, cells: Texts) -> dict[int, tuple[str, Span]]:
        """What cells hold behind headings printed again, where no rule parts a row that goes on from its headings."""
        heads = self.printed[-1] if self.printed else {}
        if len(cells) < 2 or set(cells) != set(heads):
            return {}
        longer = {column for column, text in cells.items() if text != heads[column]}
        if not all(cells[column].startswith(f"{heads[column]} ") for column in longer) or 2 * len(longer) > len(cells):
            return {}
        starts = {cell.column: (cell.start + len(heads[cell.column]) + 1, cell.end) for cell in row.cells}
        return {
            column: (cells[column][len(heads[column]) + 1 :], page.span(*starts[column])) for column in sorted(longer)
        }

    def _cut(self, cells: Texts, last: Block) -> bool:
        """Whether the first row after a break is the rest of the row before it."""
        if not set(cells) <= set(self.order):
            return False
        before = {column: last.cells[self.order.index(column)][1] for column in cells}
        open_ended = [column for column in cells if cells[column][:1].islower() and OPEN_END.search(before[column])]
        return bool(open_ended) and (len(open_ended) == len(cells) or self.order[0] not in cells)

    def _continue(self, cells: Texts, places: Places, span: Span, out: list[Block]) -> None:
        """A row cut by the page's end goes on in the first row of the next page."""
        last = out[-1]
        pairs, spots, order = list(last.cells), list(last.places), list(self.order)
        for column, text in cells.items():
            if column in order:
                at = order.index(column)
                pairs[at] = (pairs[at][0], joined_lines([pairs[at][1], text], self.words))
                spots[at] = (*spots[at], *places[column])
            else:
                pairs.append((self.heads.get(column, ""), text))
                spots.append(places[column])
                order.append(column)
        self.order = order
        text = "\t".join(text for _, text in pairs)
        out[-1] = replace(last, text=text, cells=tuple(pairs), places=tuple(spots), spans=(*last.spans, span))


def _block(cells: Texts, places: Places, span: Span, heads: Texts, bold: bool, table: int) -> Block:
    order = sorted(cells)
    pairs = tuple((heads.get(column, ""), cells[column]) for column in order)
    text = "\t".join(text for _, text in pairs)
    return Block("row", text, (span,), 0, bold, pairs, table, places=tuple(places[column] for column in order))


def _spans(rest: Mapping[int, tuple[str, Span]]) -> Places:
    return {column: (span,) for column, (_, span) in rest.items()}


def _again(cells: Texts, heads: Texts) -> bool:
    """Whether a row prints these headings again, be it that a narrower column cuts some of them short."""
    if len(cells) < 2 or len(cells) < 0.6 * len(heads):
        return False
    same = [_letters(text) == _letters(heads.get(column, "")) for column, text in cells.items()]
    alike = [_letters(heads.get(column, "")).startswith(_letters(text)) for column, text in cells.items()]
    return all(alike) and sum(same) >= 0.6 * len(same)


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).lower()


def _same_print(row: Row) -> bool:
    return all(cell.bold for cell in row.cells)


def _no_figures(cells: Texts) -> bool:
    """Whether no cell is a figure or a mark; words may begin with one ("92nd percentile waiting time")."""
    figures = [text for text in cells.values() if text[:1].isdigit() or text[:1] in "£(-x"]
    return all(len(re.findall(r"[^\W\d_]{2,}", text)) >= PHRASE for text in figures)
