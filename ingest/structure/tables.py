"""Table rows that know their column headings, over page ends and repeated heading rows."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from ingest.model import Block, Page, Row, Span
from ingest.read.marks import plain_text
from ingest.structure.words import joined_lines

Cells = dict[int, str]


class Tables:
    """Takes rows in reading order and appends them to the blocks.

    The first row of a table is its heading row when the format says so, or when it is bold, or when it fills most
    columns with no figures. A table of as many columns at the top of the next page goes on with the same headings; a
    heading row printed again is left out.
    """

    def __init__(self, words: Counter[str]) -> None:
        self.words = words
        self.heads: Cells = {}
        self.columns = 0
        self.page = 0
        self.table = -1
        self.count = -1
        self.held: tuple[Block, Cells, Page] | None = None

    def take(self, page: Page, row: Row, out: list[Block]) -> None:
        """Add one row to the blocks."""
        cells = {cell.column: self._text(page.text[cell.start : cell.end]) for cell in row.cells}
        cells = {column: text for column, text in cells.items() if text}
        if not cells:
            return
        span = page.span(row.cells[0].start, row.cells[-1].end)
        if (page.number, row.table) != (self.page, self.table):
            goes_on = self.page == page.number - 1 and row.table == 0 and row.columns == self.columns and _last(out)
            self.page, self.table = page.number, row.table
            if goes_on and row.continued:
                self._continue(cells, span, out)
                return
            if not goes_on:
                self.count += 1
                self.columns = row.columns
                self.heads = {}
                if self._opens(row, cells):
                    self.heads = cells
                    out.append(self._block(cells, (span,), {}, bold=True))
                    return
        if cells == self.heads:
            return
        if row.header or (self.heads and _same_print(row) and len(cells) == row.columns and _no_figures(cells)):
            self.heads = cells
        out.append(self._block(cells, (span,), {} if cells == self.heads else self.heads, bold=_same_print(row)))

    def _text(self, raw: str) -> str:
        return plain_text(joined_lines(raw.split("\n"), self.words))

    def _opens(self, row: Row, cells: Cells) -> bool:
        filled = len(cells) >= max(2, (row.columns + 1) // 2)
        return row.header or (filled and _no_figures(cells) and (_same_print(row) or len(cells) >= row.columns - 1))

    def _block(self, cells: Cells, spans: tuple[Span, ...], heads: Cells, bold: bool) -> Block:
        pairs = tuple((heads.get(column, ""), text) for column, text in sorted(cells.items()))
        return Block("row", "\t".join(text for _, text in pairs), spans, 0, bold, pairs, self.count)

    def _continue(self, cells: Cells, span: Span, out: list[Block]) -> None:
        """A row cut by the page's end goes on in the first row of the next page."""
        last = out[-1]
        heads = {head: index for index, (head, _) in enumerate(last.cells) if head}
        merged = list(last.cells)
        for column, text in cells.items():
            head = self.heads.get(column, "")
            if head in heads:
                index = heads[head]
                merged[index] = (head, joined_lines([merged[index][1], text], self.words))
            else:
                merged.append((head, text))
        out[-1] = replace(
            last, text="\t".join(text for _, text in merged), cells=tuple(merged), spans=(*last.spans, span)
        )


def _last(out: list[Block]) -> bool:
    return bool(out) and out[-1].kind == "row"


def _same_print(row: Row) -> bool:
    return all(cell.bold for cell in row.cells)


def _no_figures(cells: Cells) -> bool:
    return not any(text[:1].isdigit() or text[:1] in "£(-x" for text in cells.values())
