"""The one page of a format without pages, written paragraph by paragraph and row by row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.errors import TooLarge
from ingest.model import Cell, Line, Page, Row
from ingest.read.limits import TEXT_CHARACTERS


@dataclass(frozen=True, slots=True)
class Filled:
    """A table cell that says something: its paragraphs parted by line feeds, its column, the columns it spans."""

    text: str
    column: int
    width: int
    bold: bool


class Roll:
    """Takes paragraphs and rows in order; page() gives what they made. name is the document's, for messages."""

    def __init__(self, name: str) -> None:
        self.parts: list[Line | Row] = []
        self._name = name
        self._text: list[str] = []
        self._length = 0
        self._rows: dict[int, list[int]] = defaultdict(list)
        self._tables = 0

    def paragraph(self, text: str, bold: bool, level: int = 0, bullet: bool = False, depth: int = 0) -> None:
        """A paragraph; a blank line parts it from the next, as in the other formats. Raises TooLarge."""
        start, end = self._write(text, "\n\n")
        self.parts.append(Line(start, end, bold=bold, level=level, bullet=bullet, depth=depth if bullet else 0))

    def table(self) -> int:
        """A table begins: its number among the page's."""
        self._tables += 1
        return self._tables - 1

    def row(self, table: int, cells: Sequence[Filled], header: bool) -> None:
        """A row of a table, cells joined by tabs; a row without words leaves no trace. Raises TooLarge."""
        placed = []
        for index, cell in enumerate(cells, 1):
            start, end = self._write(cell.text, "\t" if index < len(cells) else "\n")
            placed.append(Cell(start, end, cell.column, cell.width, cell.bold))
        if placed:
            self._rows[table].append(len(self.parts))
            self.parts.append(Row(tuple(placed), table, 1, header))

    def end_table(self, table: int, columns: int) -> None:
        """Write the table's columns and heading row into its rows, which are known only at its end.

        A first row that alone is bold is a heading row too where the format declares none.
        """
        places = self._rows.pop(table, [])
        rows = [row for place in places if isinstance(row := self.parts[place], Row)]
        bold = [all(cell.bold for cell in row.cells) for row in rows[:2]]
        alone = bold == [True, False] and len(rows[0].cells) > 1 and not any(row.header for row in rows)
        for place, row in zip(places, rows, strict=True):
            header = row.header or (alone and place == places[0])
            self.parts[place] = replace(row, columns=columns, header=header)

    def page(self) -> Page:
        """Everything that was written, as page 1."""
        return Page(1, "", 0.0, 0.0, "".join(self._text), tuple(self.parts))

    def _write(self, text: str, after: str) -> tuple[int, int]:
        start = self._length
        self._text.append(text + after)
        self._length += len(text) + len(after)
        if self._length > TEXT_CHARACTERS:
            raise TooLarge(self._name, f"holds more than {TEXT_CHARACTERS:,} characters; split it into several files")
        return start, start + len(text)
