"""Word documents (DOCX) into one page: paragraphs and tables in the order of the body, numbers as Word prints them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import docx
from lxml import etree

from ingest.errors import DamagedDocument, NoText
from ingest.model import Document, Source
from ingest.read.asides import of_word
from ingest.read.detect import BROKEN_ZIP
from ingest.read.docx_numbers import Counter, lists
from ingest.read.docx_words import Style, W, style_of, styles, through_wrappers, words
from ingest.read.figure import figure
from ingest.read.indents import Indents
from ingest.read.limits import TITLE_CHARACTERS
from ingest.read.roll import Filled, Roll
from ingest.read.zipped import refuse_entities, xml

NESTED = 120.0  # twentieths of a point that a list item stands inside its parent, at least
AGAIN = "open it in Word and save it again as DOCX or PDF"
TEXT_BOX = f".//{W}txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(source: Source, content: bytes) -> Document:
    r"""The file as one page: a line for each paragraph, a row for each table row (cells joined by tabs).

    Left out: tracked deletions, hidden text, comments, footnotes, headers and footers. A merged cell counts once. The
    document's own title is kept where source has none. Raises DamagedDocument, TooLarge, NoText.
    """
    refuse_entities(source.name, content, AGAIN)
    try:
        opened = docx.Document(io.BytesIO(content))
        root = opened.element.body
        if root is None:
            raise ValueError("no body")
        known = styles(opened.styles.element)
        numbering = lists(_numbering(opened))
    except (KeyError, AttributeError, TypeError, AssertionError, etree.LxmlError, *BROKEN_ZIP) as error:
        raise DamagedDocument(source.name, f"cannot be opened as a Word document; {AGAIN}") from error
    body = _Body(source.name, known, Counter(numbering))
    body.read(root)
    if not body.roll.parts:
        raise NoText(source.name, "holds no text; check that this is the right file")
    title = source.title or _title(opened)
    return Document(replace(source, title=title), (replace(body.roll.page(), asides=of_word(opened)),))


def _numbering(opened: Any) -> Any:
    """The w:numbering element, or an empty one: asking python-docx for a missing part would fail."""
    for relation in opened.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return xml(relation.target_part.blob)
    return etree.Element(W + "numbering")


def _title(opened: Any) -> str:
    try:
        return " ".join((opened.core_properties.title or "").split())[:TITLE_CHARACTERS]
    except (ValueError, KeyError, AttributeError, etree.LxmlError):
        return ""


class _Body:
    """Walks the body of one document and writes what it holds on a roll."""

    def __init__(self, name: str, known: Mapping[str, Style], counter: Counter) -> None:
        self.roll = Roll(name)
        self._known, self._counter = known, counter
        self._indents = Indents(NESTED)

    def read(self, element: Any) -> None:
        """Everything in element, in order; a text box follows the paragraph that anchors it."""
        for child in through_wrappers(element, "p", "tbl"):
            if child.tag == W + "tbl":
                self._table(child)
                continue
            self._paragraph(child)
            self._boxes(child)

    def _said(self, paragraph: Any) -> tuple[str, bool, bool, Style]:
        """A paragraph's text with its number, whether it is bold, whether it is a list entry, and its style."""
        style = style_of(paragraph, self._known)
        text, bold = words(paragraph, style, self._known)
        if not text:
            return "", False, False, style
        number, bullet = self._counter.printed(*style.number) if style.number else ("", False)
        listed = bullet or bool(number and not bold) or (not style.number and style.name.startswith("list bullet"))
        return f"{number} {text}".strip(), bold, listed and not style.level, style

    def _paragraph(self, paragraph: Any) -> None:
        text, bold, listed, style = self._said(paragraph)
        if not text:
            return
        self.roll.paragraph(text, bold, style.level, listed, self._depth(style) if listed else self._indents.end())

    def _depth(self, style: Style) -> int:
        left = style.left
        if left is None and style.number:
            left = self._counter.left(*style.number)
        return self._indents.depth(left or 0)

    def _boxes(self, paragraph: Any) -> None:
        for box in paragraph.iterfind(TEXT_BOX):
            # Word keeps an older copy of each box as a fallback; a box inside a box is read with the outer one.
            fallback = next(box.iterancestors(FALLBACK), None) is not None
            if not fallback and next(box.iterancestors(W + "p"), None) is paragraph:
                self.read(box)

    def _table(self, table: Any) -> None:
        rows = [row for row in through_wrappers(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        if _is_frame(rows):
            for row in rows:
                for cell in through_wrappers(row, "tc"):
                    self.read(cell)
            return
        number = self.roll.table()
        columns = 1
        for row in rows:
            cells, width, nested = self._row(row)
            columns = max(columns, width)
            self.roll.row(number, cells, row.find(f"{W}trPr/{W}tblHeader") is not None)
            for inner in nested:
                self._table(inner)
        self.roll.end_table(number, columns)

    def _row(self, row: Any) -> tuple[list[Filled], int, list[Any]]:
        """The filled cells of a row, the columns it spans, and the tables inside its cells."""
        cells: list[Filled] = []
        nested: list[Any] = []
        column = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in through_wrappers(row, "tc"):
            width = _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or merge.get(W + "val") == "restart":
                said = [self._said(paragraph) for paragraph in through_wrappers(cell, "p")]
                filled = [one for one in said if one[0]]
                if filled:
                    bold = all(one[1] for one in filled)
                    cells.append(Filled("\n".join(one[0] for one in filled), column, width, bold))
                nested += through_wrappers(cell, "tbl")
            column += width
        return cells, column, nested


def _is_frame(rows: Sequence[Any]) -> bool:
    """Whether a table of one column frames paragraphs, rather than listing things: a cell of it holds several."""
    cells = [list(through_wrappers(row, "tc")) for row in rows]
    if any(len(row) > 1 for row in cells):
        return False
    return any(_says(cell) > 1 for row in cells for cell in row)


def _says(cell: Any) -> int:
    """How many of a cell's paragraphs hold text."""
    paragraphs = through_wrappers(cell, "p")
    return sum(any((text.text or "").strip() for text in one.iter(W + "t")) for one in paragraphs)


def _count(element: Any, otherwise: int) -> int:
    """A number of columns, at most 63 (Word's own limit)."""
    found = figure(element.get(W + "val"), 63) if element is not None else None
    return otherwise if found is None else found
