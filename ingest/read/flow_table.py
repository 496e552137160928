"""One HTML table while its tags go by: cells with the columns they span, heading rows, cells merged downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from ingest.model import Cell, Row

WIDEST = 100  # columns or rows that one cell may span; more is a slip or an attack


@dataclass(slots=True)
class _OpenRow:
    """The row being filled: where its next cell stands, and whether all of its cells are heading cells."""

    cells: list[Cell] = field(default_factory=list)
    column: int = 0
    heads: int = 0
    others: int = 0


class FlowTable:
    """Takes the tags and texts inside one table; rows() tells what they made."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._row: _OpenRow | None = None
        self._cell: Cell | None = None
        self._head = False
        self._columns = 1
        self._down: dict[int, int] = {}  # column -> rows that a merged cell still reaches down into

    def text(self, start: int, end: int, bold: bool) -> bool:
        """Take a stretch of text; False where no cell is open to hold it."""
        if self._cell is None:
            return False
        cell = self._cell
        empty = cell.end == cell.start
        self._cell = replace(cell, start=start if empty else cell.start, end=end, bold=bold and (empty or cell.bold))
        return True

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A start tag inside the table."""
        if tag == "thead":
            self._head = True
        elif tag in ("tbody", "tfoot"):
            self._head = False
        elif tag == "tr":
            self._end_row()
            self._row = _OpenRow()
        elif tag in ("td", "th"):
            self._end_cell()
            self._row = self._row or _OpenRow()
            self._begin_cell(self._row, tag, attributes)

    def close(self, tag: str) -> None:
        """An end tag inside the table."""
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "thead", "tbody", "tfoot"):
            self._end_row()
            self._head = self._head and tag == "tr"

    def rows(self, number: int) -> list[Row]:
        """The table's filled rows; number is the table's among the page's.

        A first row that alone is bold is a heading row too where no row is declared one.
        """
        self._end_row()
        bold = [all(cell.bold for cell in row.cells) for row in self._rows[:2]]
        marked = any(row.header for row in self._rows)
        alone = not marked and bold == [True, False] and len(self._rows[0].cells) > 1
        return [
            replace(row, table=number, columns=self._columns, header=row.header or (alone and index == 0))
            for index, row in enumerate(self._rows)
        ]

    def _begin_cell(self, row: _OpenRow, tag: str, attributes: Mapping[str, str]) -> None:
        while self._down.get(row.column, 0) > 0:
            row.column += 1
        width, high = _count(attributes.get("colspan", "")), _count(attributes.get("rowspan", ""))
        for column in range(row.column, row.column + width):
            if high > 1:
                # Counted down at the end of this row too.
                self._down[column] = high
        self._cell = Cell(0, 0, row.column, width)
        row.column += width
        row.heads += tag == "th"
        row.others += tag == "td"

    def _end_cell(self) -> None:
        cell, self._cell = self._cell, None
        if cell and self._row and cell.end > cell.start:
            self._row.cells.append(cell)

    def _end_row(self) -> None:
        self._end_cell()
        row, self._row = self._row, None
        if row is None:
            return
        self._down = {column: left - 1 for column, left in self._down.items() if left > 1}
        self._columns = max(self._columns, row.column)
        if row.cells:
            header = self._head or (row.heads > 1 and not row.others)
            self._rows.append(Row(tuple(row.cells), 0, 1, header))


def _count(value: str) -> int:
    value = value.strip()
    return min(max(int(value), 1), WIDEST) if value.isascii() and value.isdecimal() and len(value) < 5 else 1
