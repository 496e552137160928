"""The body of an OpenDocument text, walked in order and written on a roll."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ingest.read.odt_numbers import Counts
from ingest.read.odt_styles import DRAW, TABLE, TEXT, Styles, count
from ingest.read.odt_words import columns, frames, words
from ingest.read.roll import Filled, Roll

WIDEST = 100  # columns that one cell may span or be repeated for
MOST_REPEATS = 1_000  # times that a row with words may be repeated
WRAPPERS = frozenset(
    (
        *(TEXT + tag for tag in ("section", "index-body", "index-title", "table-of-content", "numbered-paragraph")),
        *(TEXT + tag for tag in ("illustration-index", "table-index", "object-index", "user-index", "bibliography")),
        *(TABLE + tag for tag in ("table-rows", "table-row-group", "table-header-rows")),
        *(DRAW + tag for tag in ("frame", "g", "text-box")),
    )
)
PARAGRAPHS = (TEXT + "p", TEXT + "h")


class OdtBody:
    """Walks one document's text; roll holds what it found."""

    def __init__(self, name: str, styles: Styles) -> None:
        self.roll = Roll(name)
        self._styles = styles
        self._outline = Counts(styles.outline)
        self._lists: dict[str, Counts] = {}

    def read(self, element: Any) -> None:
        """Everything in element, in order; a text box follows the paragraph that anchors it."""
        for child in _through(element, (*PARAGRAPHS, TEXT + "list", TABLE + "table")):
            if child.tag == TEXT + "list":
                self._list(child)
            elif child.tag == TABLE + "table":
                self._table(child)
            else:
                self._paragraph(child)

    def _said(self, paragraph: Any) -> tuple[str, bool, int]:
        """A paragraph's text, whether it is bold, and its heading level; a heading carries the outline's number."""
        look = self._styles.look("paragraph", paragraph.get(TEXT + "style-name"))
        if look.hidden:
            return "", False, 0
        text, bold = words(paragraph, bool(look.bold), self._styles)
        if paragraph.tag == TEXT + "p":
            return text, bold, look.level or 0
        level = max(count(paragraph.get(TEXT + "outline-level"), 1, 10), 1)
        if (
            text
            and paragraph.get(TEXT + "is-list-header") != "true"
            and paragraph.getparent().tag != TEXT + "list-item"
        ):
            text = f"{self._outline.printed(level)} {text}".strip()
        return text, bold, min(level, 6)

    def _paragraph(self, paragraph: Any) -> None:
        text, bold, level = self._said(paragraph)
        if text:
            self.roll.paragraph(text, bold, level)
        self._boxes(paragraph)

    def _boxes(self, paragraph: Any) -> None:
        for box in frames(paragraph):
            self.read(box)

    def _list(self, element: Any) -> None:
        for paragraph, number, depth in self._items(element, 1, None):
            if depth < 0:
                self._paragraph(paragraph)
                continue
            text, bold, level = self._said(paragraph)
            if text:
                # As in Word files: a bold numbered line is an item's heading.
                bullet = not level and not (number and bold)
                self.roll.paragraph(f"{number} {text}".strip(), bold, level, bullet, depth)
            self._boxes(paragraph)

    def _items(self, element: Any, level: int, counts: Counts | None) -> Iterator[tuple[Any, str, int]]:
        """The paragraphs of a list: each with its number and depth, or depth -1 for one that carries no mark."""
        counts = self._counts(element, counts)
        for item in element.iterchildren(TEXT + "list-item", TEXT + "list-header"):
            marked = item.tag == TEXT + "list-item"
            for child in _through(item, (*PARAGRAPHS, TEXT + "list")):
                if child.tag == TEXT + "list":
                    yield from self._items(child, min(level + 1, 10), counts)
                elif marked:
                    start = item.get(TEXT + "start-value")
                    yield child, counts.printed(level, count(start, 1, 3999) if start else None), level - 1
                    marked = False
                else:
                    yield child, "", -1

    def _counts(self, element: Any, outer: Counts | None) -> Counts:
        """The numbers of a list: its outer list's, those of the list that it goes on from, or new ones."""
        name = element.get(TEXT + "style-name") or ""
        if outer and not name:
            return outer
        goes_on = element.get(TEXT + "continue-numbering") == "true" or element.get(TEXT + "continue-list")
        if outer and outer.marks is self._styles.lists.get(name):
            return outer
        if not goes_on or name not in self._lists:
            self._lists[name] = Counts(self._styles.lists.get(name, {}))
        return self._lists[name]

    def _table(self, table: Any) -> None:
        rows = list(_rows(table))
        cells = [list(row.iterchildren(TABLE + "table-cell")) for row, _ in rows]
        if all(len(row) <= 1 for row in cells) and any(_says(cell) > 1 for row in cells for cell in row):
            for row in cells:  # one column frames paragraphs
                for cell in row:
                    self.read(cell)
            return
        number, widest = self.roll.table(), 1
        for row, header in rows:
            filled, width, nested = self._row(row)
            widest = max(widest, width)
            for _ in range(columns(row, TABLE + "number-rows-repeated", MOST_REPEATS) if filled else 1):
                self.roll.row(number, filled, header)
            for inner in nested:
                self._table(inner)
        self.roll.end_table(number, widest)

    def _row(self, row: Any) -> tuple[Sequence[Filled], int, list[Any]]:
        """The filled cells of a row, the columns up to its last filled one, and the tables inside its cells."""
        filled: list[Filled] = []
        nested: list[Any] = []
        column = 0
        for cell in row.iterchildren(TABLE + "table-cell", TABLE + "covered-table-cell"):
            repeated = columns(cell, TABLE + "number-columns-repeated", WIDEST)
            if cell.tag == TABLE + "table-cell":
                width = columns(cell, TABLE + "number-columns-spanned", WIDEST)
                text, bold, inner = self._cell(cell)
                nested += inner
                if text:
                    filled += [Filled(text, column + step, width, bold) for step in range(repeated)]
            column += repeated
        return filled, max((cell.column + cell.width for cell in filled), default=1), nested

    def _cell(self, cell: Any) -> tuple[str, bool, list[Any]]:
        said: list[tuple[str, bool]] = []
        nested: list[Any] = []
        for child in _through(cell, (*PARAGRAPHS, TEXT + "list", TABLE + "table")):
            if child.tag == TABLE + "table":
                nested.append(child)
            elif child.tag == TEXT + "list":
                for paragraph, number, _ in self._items(child, 1, None):
                    text, bold, _ = self._said(paragraph)
                    said.append((f"{number} {text}".strip() if text else "", bold))
            else:
                said.append(self._said(child)[:2])
        said = [one for one in said if one[0]]
        return "\n".join(text for text, _ in said), bool(said) and all(bold for _, bold in said), nested


def _through(element: Any, tags: Sequence[str]) -> Iterator[Any]:
    """The children of element with one of these tags, also inside sections and indexes."""
    waiting = [iter(element)]
    while waiting:
        for child in waiting[-1]:
            if child.tag in tags:
                yield child
            elif child.tag in WRAPPERS:
                waiting.append(iter(child))
                break
        else:
            waiting.pop()


def _rows(table: Any) -> Iterator[tuple[Any, bool]]:
    for row in _through(table, (TABLE + "table-row",)):
        yield row, row.getparent().tag == TABLE + "table-header-rows"


def _says(cell: Any) -> int:
    """How many of a cell's paragraphs hold text."""
    return sum(any(piece.strip() for piece in one.itertext()) for one in cell.iter(*PARAGRAPHS))
