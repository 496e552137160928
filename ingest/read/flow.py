"""HTML elements into lines and rows: what a block, a list, a heading or a cell means, in the order of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ingest.model import Line, Row
from ingest.read.flow_table import FlowTable

DEEPEST = 8  # list items inside each other, beyond which the depth is not counted
LISTS = frozenset(("ul", "ol", "menu", "dir"))
BLOCKS = LISTS | frozenset(
    (
        *("p", "div", "li", "hr", "pre", "blockquote", "center", "address", "body", "html"),
        *("table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd"),
        *("section", "article", "header", "footer", "main", "aside", "nav", "figure", "figcaption"),
        *("details", "summary", "form", "fieldset", "legend"),
    )
)
HIDDEN = frozenset(("script", "style", "template", "head", "title", "noscript", "iframe", "object", "svg", "select"))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the page's text that holds something to see."""

    start: int
    end: int
    bold: bool


class Flow:
    """Takes elements and stretches of text in order; parts holds what they made.

    opened holds the index of every part that begins a block of its own (a line after <br> does not). Tables that hold
    tables lay a page out and are no tables: the caller marks them with role="presentation".
    """

    def __init__(self) -> None:
        self.parts: list[Line | Row] = []
        self.opened: set[int] = set()
        self._pieces: list[Piece] = []
        self._opens = True
        self._level = 0
        self._lists: list[str] = []
        self._item = False
        self._tables: list[FlowTable | None] = []
        self._count = 0

    @property
    def in_table(self) -> bool:
        """Whether what comes next belongs to a table's rows."""
        return bool(self._tables and self._tables[-1])

    def text(self, start: int, end: int, bold: bool) -> None:
        """A stretch of text without white space at its ends."""
        table = self._tables[-1] if self._tables else None
        if not (table and table.text(start, end, bold)):
            self._pieces.append(Piece(start, end, bold))

    def line_break(self) -> None:
        """A <br>: the line ends, its block goes on."""
        self._end_line()
        self._opens = False

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A start tag of BLOCKS."""
        self._end_block()
        if tag in LISTS:
            self._lists.append(tag)
            self._item = False
        elif tag == "li":
            self._item = True
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._level = int(tag[1:])
        elif tag == "table":
            layout = attributes.get("role", "").strip().lower() in ("presentation", "none")
            self._tables.append(None if layout else FlowTable())
        elif self._tables and self._tables[-1]:
            self._tables[-1].open(tag, attributes)

    def close(self, tag: str) -> None:
        """An end tag of BLOCKS; one that closes nothing only ends the block."""
        self._end_block()
        if tag in LISTS:
            if self._lists:
                self._lists.pop()
            self._item = False
        elif tag == "li":
            self._item = False
        elif tag[0] == "h" and tag[1:].isdecimal():
            self._level = 0
        elif tag == "table":
            self._end_table()
        elif self._tables and self._tables[-1]:
            self._tables[-1].close(tag)

    def finish(self) -> None:
        """The end of the text: whatever stands open is closed."""
        self._end_block()
        while self._tables:
            self._end_table()

    def _end_table(self) -> None:
        table = self._tables.pop() if self._tables else None
        if table:
            rows = table.rows(self._count)
            self.opened |= set(range(len(self.parts), len(self.parts) + len(rows)))
            self.parts += rows
            self._count += bool(rows)

    def _end_block(self) -> None:
        self._end_line()
        self._opens = True

    def _end_line(self) -> None:
        if not self._pieces:
            return
        bold = all(piece.bold for piece in self._pieces)
        ordered = bool(self._lists) and self._lists[-1] == "ol"
        # A numbered line that is bold from end to end is an item's heading, as in Word.
        bullet = self._item and not self._level and not (ordered and bold)
        line = Line(self._pieces[0].start, self._pieces[-1].end, bold=bold, level=self._level, bullet=bullet)
        if bullet:
            line = replace(line, depth=min(max(len(self._lists) - 1, 0), DEEPEST))
        if self._opens:
            self.opened.add(len(self.parts))
        self.parts.append(line)
        self._pieces = []
        self._item = self._item and not (bullet or self._level or bold)
