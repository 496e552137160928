"""Word documents (DOCX) into one page: paragraphs and tables in the order of the body, numbers as Word prints them."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import docx
from lxml import etree

from ingest.errors import DamagedDocument, NoText, TooLarge
from ingest.model import Cell, Document, Line, Page, Row, Source
from ingest.read.docx_numbers import Counter, lists
from ingest.read.docx_words import Style, W, style_of, styles, through_wrappers, words
from ingest.read.limits import TEXT_CHARACTERS, TITLE_CHARACTERS

ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
AGAIN = "open it in Word and save it again as DOCX or PDF"
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
)
TEXT_BOX = f".//{W}txbxContent"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(source: Source, content: bytes) -> Document:
    r"""The file as one page: a line for each paragraph, a row for each table row (cells joined by tabs).

    Left out: tracked deletions, hidden text, comments, footnotes, headers and footers. A merged cell counts once. The
    document's own title is kept where source has none. Raises DamagedDocument, TooLarge, NoText.
    """
    _refuse_entities(source.name, content)
    try:
        opened = docx.Document(io.BytesIO(content))
        root = opened.element.body
        known = styles(opened.styles.element)
        numbering = lists(_numbering(opened))
    except (KeyError, AttributeError, TypeError, AssertionError, etree.LxmlError, *BROKEN_ZIP) as error:
        raise DamagedDocument(source.name, f"cannot be opened as a Word document; {AGAIN}") from error
    body = _Body(source.name, known, Counter(numbering))
    body.read(root)
    if not body.parts:
        raise NoText(source.name, "holds no text; check that this is the right file")
    title = source.title or _title(opened)
    page = Page(1, "", 0.0, 0.0, "".join(body.text), tuple(body.parts))
    return Document(replace(source, title=title), (page,))


def _refuse_entities(name: str, content: bytes) -> None:
    """Word never declares entities, so a part that does is an attack on its reader, whatever the reader makes of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.namelist():
                # UTF-16 is XML too; without its null bytes it reads like ASCII.
                if entry.endswith((".xml", ".rels")) and ENTITY.search(archive.read(entry).replace(b"\0", b"")):
                    raise DamagedDocument(name, f"declares XML entities, which no Word file does; {AGAIN}")
    except BROKEN_ZIP as error:
        raise DamagedDocument(name, f"its zip is damaged; {AGAIN}") from error


def _numbering(opened: Any) -> Any:
    """The w:numbering element, or an empty one: asking python-docx for a missing part would fail."""
    for relation in opened.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return etree.fromstring(relation.target_part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
    return etree.Element(W + "numbering")


def _title(opened: Any) -> str:
    try:
        return " ".join((opened.core_properties.title or "").split())[:TITLE_CHARACTERS]
    except (ValueError, KeyError, AttributeError, etree.LxmlError):
        return ""


class _Body:
    """Collects the text and parts of one document while its body is walked."""

    def __init__(self, name: str, known: Mapping[str, Style], counter: Counter) -> None:
        self.text: list[str] = []
        self.parts: list[Line | Row] = []
        self._name, self._known, self._counter = name, known, counter
        self._length = self._tables = 0

    def read(self, element: Any) -> None:
        """Everything in element, in order; a text box follows the paragraph that anchors it."""
        for child in through_wrappers(element, "p", "tbl"):
            if child.tag == W + "tbl":
                self._table(child)
                continue
            self._paragraph(child)
            self._boxes(child)

    def _write(self, text: str, after: str) -> tuple[int, int]:
        start = self._length
        self.text.append(text + after)
        self._length += len(text) + len(after)
        if self._length > TEXT_CHARACTERS:
            raise TooLarge(self._name, f"holds more than {TEXT_CHARACTERS:,} characters; split it into several files")
        return start, start + len(text)

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
        if text:
            start, end = self._write(text, "\n\n")  # a blank line parts paragraphs, as in the other formats
            self.parts.append(Line(start, end, bold=bold, level=style.level, bullet=listed))

    def _boxes(self, paragraph: Any) -> None:
        for box in paragraph.iterfind(TEXT_BOX):
            # Word keeps an older copy of each box as a fallback; a box inside a box is read with the outer one.
            fallback = next(box.iterancestors(FALLBACK), None) is not None
            if not fallback and next(box.iterancestors(W + "p"), None) is paragraph:
                self.read(box)

    def _table(self, table: Any) -> None:
        number, self._tables = self._tables, self._tables + 1
        places: list[int] = []
        columns = 1
        for row in through_wrappers(table, "tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells, width, nested = self._row(row)
            columns = max(columns, width)
            if cells:
                # The tab after the last cell becomes the row's line end.
                self.text[-1] = self.text[-1][:-1] + "\n"
                places.append(len(self.parts))
                header = row.find(f"{W}trPr/{W}tblHeader") is not None
                self.parts.append(Row(tuple(cells), number, columns, header))
            for inner in nested:
                self._table(inner)
        self._settle(columns, places)

    def _settle(self, columns: int, places: list[int]) -> None:
        """Write the table's columns and heading row into its rows (at places), which are known only at its end."""
        rows = [row for place in places if isinstance(row := self.parts[place], Row)]
        bold = [all(cell.bold for cell in row.cells) for row in rows[:2]]
        alone = len(bold) == 2 and bold == [True, False] and len(rows[0].cells) > 1
        marked = any(row.header for row in rows)
        for place, row in zip(places, rows, strict=True):
            header = row.header or (alone and not marked and place == places[0])
            self.parts[place] = replace(row, columns=columns, header=header)

    def _row(self, row: Any) -> tuple[list[Cell], int, list[Any]]:
        """The filled cells of a row, the columns it spans, and the tables inside its cells."""
        cells: list[Cell] = []
        nested: list[Any] = []
        column = _count(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in through_wrappers(row, "tc"):
            width = _count(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is None or merge.get(W + "val") == "restart":
                said = [self._said(paragraph) for paragraph in through_wrappers(cell, "p")]
                filled = [one for one in said if one[0]]
                if filled:
                    start, end = self._write(" ".join(one[0] for one in filled), "\t")
                    cells.append(Cell(start, end, column, width, bold=all(one[1] for one in filled)))
                nested += through_wrappers(cell, "tbl")
            column += width
        return cells, column, nested


def _count(element: Any, otherwise: int) -> int:
    """A number of columns, at most 63 (Word's own limit)."""
    value = element.get(W + "val", "") if element is not None else ""
    return min(int(value), 63) if value.isdecimal() else otherwise
