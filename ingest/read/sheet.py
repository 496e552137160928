"""A PDF page's text as it is written out, line by line and row by row, with the parts and words that point into it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Cell, Line, Page, Row, Word
from ingest.read.glyphs import Printed
from ingest.read.grid import Grid, Space
from ingest.read.indents import Indents
from ingest.read.order import Stretch, lines

BULLETS = frozenset("•‣◦▪▫●○■□∙·➢➤✓❖")
DASHES = frozenset("-–—*o")
NESTED, FAR = 6.0, 80.0  # points that a list item's mark stands inside its parent's, at least and at most
LEFT = 3.0  # points; a line that begins no further right than a list's marks ends the list


def laid_out(
    number: int, label: str, width: float, height: float, printed_lines: Sequence[Stretch], tables: Sequence[Grid]
) -> Page:
    """The page, each table before the first line that stands below it."""
    sheet = _Sheet()
    waiting = list(tables)
    for line in printed_lines:
        while waiting and waiting[0].box.top < line.box.top and waiting[0].box.left < line.box.right:
            sheet.table(waiting.pop(0))
        sheet.line(line)
    for table in waiting:
        sheet.table(table)
    return Page(number, label, width, height, "".join(sheet.text), tuple(sheet.parts), tuple(sheet.words))


def is_bullet(line: Stretch) -> bool:
    """Whether a printed line begins with a list mark."""
    first = line.words[0].text
    return first[0] in BULLETS or (first in DASHES and len(line.words) > 1)


class _Sheet:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.parts: list[Line | Row] = []
        self.words: list[Word] = []
        self.at = 0
        self.tables = 0
        self.indents = Indents(NESTED, FAR)

    def write(self, text: str) -> None:
        self.text.append(text)
        self.at += len(text)

    def run(self, words: Sequence[Printed]) -> tuple[int, int]:
        """Words with single spaces between them; the stretch of text that they fill."""
        start = self.at
        for index, word in enumerate(words):
            if index:
                self.write(" ")
            self.words.append(Word(self.at, self.at + len(word.text), word.box))
            self.write(word.text)
        return start, self.at

    def line(self, line: Stretch) -> None:
        words = list(line.words)
        bullet = words[0].text in BULLETS or (words[0].text in DASHES and len(words) > 1)
        if bullet:
            self.run(words[:1])
            self.write(" ")
            words = words[1:]
        elif words[0].text[0] in BULLETS and len(words[0].text) > 1:
            bullet = True
            first = words[0]
            words[0] = Printed(re.sub(r"^\W+", "", first.text) or first.text, first.box, first.size, first.bold)
        depth = self.depth(line, bullet)
        start, end = self.run(words)
        self.parts.append(Line(start, end, line.box, line.size, line.bold, 0, bullet, depth))
        self.write("\n")

    def depth(self, line: Stretch, bullet: bool) -> int:
        """How many list items a line's mark stands inside, by its left edge."""
        if bullet:
            return self.indents.depth(line.box.left)
        if line.box.left <= self.indents.outermost + LEFT:
            self.indents.end()
        return 0

    def table(self, grid: Grid) -> None:
        for index, row in enumerate(grid.rows):
            cells: list[Cell] = []
            for space in row:
                if not space.words:
                    continue
                if cells:
                    self.write("\t")
                start, end = self.cell(space)
                bold = all(word.bold for word in space.words)
                cells.append(Cell(start, end, space.first, space.last - space.first, bold))
            self.parts.append(
                Row(tuple(cells), self.tables, grid.columns, False, index == 0 and grid.open_top, grid.box)
            )
            self.write("\n")
        self.tables += 1

    def cell(self, space: Space) -> tuple[int, int]:
        """A cell's printed lines, parted by line feeds."""
        start = self.at
        for index, line in enumerate(lines(space.words, 0.0)):
            if index:
                self.write("\n")
            self.run(line.words)
        return start, self.at
