"""A brief as a Word document: styles, real footnotes, a table whose heading row comes again on each page, links."""

from __future__ import annotations

import io
from datetime import datetime, time

from docx import Document
from docx.document import Document as Docx
from docx.shared import Mm
from docx.text.paragraph import Paragraph as DocxParagraph

from api.drafts.brief import Block, Brief, Bullets, Heading, Jump, Line, Paragraph, Table, Words, shown
from api.drafts.word_notes import Footnotes
from api.drafts.word_runs import bookmark, caption, element, field, jump
from api.drafts.word_styles import MARGIN, PAGE, styled
from ingest.model import long_date

PROPERTY = 255  # characters that a property of a document may have
STYLES = {
    "text": "Normal",
    "opening": "Opening",
    "lead": "Quote Lead",
    "quote": "Quote",
    "warning": "Warning",
    "note": "Note",
}


def word(brief: Brief) -> bytes:
    """The brief as the bytes of a .docx file: A4, in English of Britain, with its title, pages numbered at the foot."""
    document = Document()
    styled(document)
    _facts(document, brief)
    notes = Footnotes(document)
    document.add_paragraph(brief.title, "Title")
    made = f"From {shown(brief.made_by)}, {long_date(brief.day.isoformat())}"
    document.add_paragraph(made, "Subtitle")
    for number, block in enumerate(brief.blocks, start=1):
        _add(document, block, notes, number)
    document.add_paragraph(style="Gap")  # after a list in the last place LibreOffice loses the tab at the foot of pages
    _foot(document, brief)
    notes.attach()
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def _facts(document: Docx, brief: Brief) -> None:
    """The properties of the document; the template's own would name the library as the author."""
    facts = document.core_properties
    facts.title, facts.author, facts.language = brief.title, shown(brief.made_by)[:PROPERTY], "en-GB"
    facts.subject, facts.keywords, facts.comments, facts.last_modified_by = "", "", "", ""
    facts.created = facts.modified = datetime.combine(brief.day, time())


def _add(document: Docx, block: Block, notes: Footnotes, number: int) -> None:
    if isinstance(block, Heading):
        heading = document.add_heading(shown(block.text), block.level)
        if block.anchor:
            bookmark(heading, block.anchor, number)
    elif isinstance(block, Paragraph):
        _write(document.add_paragraph(style=STYLES[block.kind]), block.line, notes)
    elif isinstance(block, Bullets):
        for entry in block.entries:
            _write(document.add_paragraph(style="List Bullet"), entry, notes)
    else:
        _table(document, block, notes)


def _write(paragraph: DocxParagraph, line: Line, notes: Footnotes) -> None:
    for run in line:
        if isinstance(run, Words):
            text = _spaced(run.text)
            paragraph.add_run(text, "Strong" if run.mark else None)
        elif isinstance(run, Jump):
            jump(paragraph, shown(run.text), run.anchor)
        else:
            notes.cite(paragraph, run.source)


def _spaced(text: str) -> str:
    """The text as any file can hold it, with the blanks around it that part it from its neighbours."""
    return f"{' ' * text.startswith(' ')}{shown(text)}{' ' * text.endswith(' ')}"


def _table(document: Docx, block: Table, notes: Footnotes) -> None:
    caption(document.add_paragraph(style="Caption"), "Table", shown(block.caption))
    table = document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
    table.autofit = False
    width = PAGE[0] - 2 * MARGIN
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = Mm(round(width * share, 1))
    for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
        cell.paragraphs[0].style = document.styles["Table Heading"]
        cell.paragraphs[0].add_run(head)
        properties = cell._tc.get_or_add_tcPr()
        properties.append(element("w:shd", val="clear", color="auto", fill="E8EDEE"))
    table.rows[0]._tr.get_or_add_trPr().append(element("w:tblHeader"))
    for line in block.rows:
        row = table.add_row()
        row._tr.get_or_add_trPr().append(element("w:cantSplit"))
        for cell, held in zip(row.cells, line, strict=True):
            cell.paragraphs[0].style = document.styles["Table Text"]
            _write(cell.paragraphs[0], held, notes)
    for row in table.rows:
        for cell, share in zip(row.cells, block.widths, strict=True):
            cell.width = Mm(round(width * share, 1))
    named = table._tbl.tblPr
    named.append(element("w:tblCaption", val=shown(block.caption)))
    document.add_paragraph(style="Gap")


def _foot(document: Docx, brief: Brief) -> None:
    """The title and the page's number at the foot of every page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style = document.styles["Footer"]
    paragraph.add_run(f"{brief.title}\t")
    for words, name in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        paragraph.add_run(words)
        field(paragraph, name)
