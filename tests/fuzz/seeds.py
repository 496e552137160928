"""Small files of every format that is read, each made here, for others to break."""

from __future__ import annotations

import io

import docx
from pypdf import PdfReader, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import DecodedStreamObject, NameObject

from tests.board import JANUARY, MARCH
from tests.ingest import papers
from tests.ingest.test_odd_pdfs import encrypted
from tests.ingest.test_odd_pdfs import pdf as plain_pdf
from tests.ingest.test_odt import cell, listed, outlined, packed

PAGE = """<!DOCTYPE html><html><head><title>Board</title><style>p{color:red}</style></head><body><nav>Home</nav>
<main><h1>Minutes of the Board</h1><p>Held on 16 January 2025</p><ol type="a" start="3"><li>One<ul><li>Two</li></ul>
</li></ol><table><tr><th>Item</th><th>Lead</th></tr><tr><td rowspan=2>7. Estates</td><td><p>Ann Other</p></td></tr>
<tr><td colspan="2">8</td></tr></table><pre>a  b\n c</pre><p style="display:none">gone</p><script>alert(1)</script>
<p><b>Resolved:</b> The Board approved &pound;2.4&nbsp;million.</p></main></body></html>"""
TAGGED = "\n\n<table><tr><th>No</th><th>Action</th></tr>\n<tr><td>1</td><td>Write</td></tr></table>\n<!-- x -->\n"
PIPES = "\n| Ref | Action | Owner | Due |\n| --- | --- | --- | --- |\n| 54 | Write to Ann | FP | 13 March 2025 |\n"
FRONT = "---\ntitle: Minutes\ndate: 2025-01-16\n---\n"


def seeds() -> dict[str, list[bytes]]:
    """File names, whose endings are the formats', with several files for each."""
    return {
        "paper.pdf": [*pdfs()],
        "paper.docx": [word(), word_of_lists()],
        "paper.odt": [open_text()],
        "paper.html": [PAGE.encode(), PAGE.encode("utf-16"), JANUARY.replace("\n\n", "<p>").encode()],
        "paper.md": [(FRONT + JANUARY + PIPES).encode(), (MARCH + TAGGED).encode()],
        "paper.txt": [JANUARY.replace("#", "").encode(), MARCH.replace("#", "").encode("cp1252"), columns().encode()],
    }


def pdfs() -> list[bytes]:
    """Typeset and hand-written PDFs; some plain inside, so that what is changed is read."""
    minutes = [papers.heading(line[3:]) if line[:1] == "#" else papers.paragraph(line) for line in lines(JANUARY)]
    rows = [["Ref", "Action", "Owner"], ["54", "Write to Ann", "FP"], ["55", "Call a meeting", "SP"]]
    typeset = papers.pdf([*minutes, papers.table(rows, repeat=1)], header="Board papers", footer="Page #")
    loose = papers.pdf([papers.table(rows * 2, ruled=False), papers.bullets("One", "Two", ["Three"])])
    return [
        unpacked(typeset),
        typeset,
        unpacked(loose),
        plain_pdf(3),
        encrypted(""),
        outlined_pdf(typeset),
        papers.poster(300, 200),
    ]


def lines(text: str) -> list[str]:
    """The lines of text that are not blank."""
    return [line for line in text.splitlines() if line.strip()]


def unpacked(content: bytes) -> bytes:
    """The same PDF with the contents of its pages as plain text."""
    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    for page in made.pages:
        contents = page.get_contents()
        if contents is not None:
            plain = DecodedStreamObject()
            plain.set_data(contents.get_data())
            page[NameObject("/Contents")] = made._add_object(plain)
    made.write(out)
    return out.getvalue()


def outlined_pdf(content: bytes) -> bytes:
    """The same PDF with a title, an outline of two levels and page labels."""
    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(content))), io.BytesIO()
    made.add_metadata({"/Title": "Board papers", "/Author": "Nobody"})
    above = made.add_outline_item(title="Minutes", page_number=0)
    made.add_outline_item(title="Winter funding", page_number=0, parent=above)
    made.set_page_label(0, 0, PageLabelStyle.LOWERCASE_ROMAN, start=3)
    made.write(out)
    return out.getvalue()


def word() -> bytes:
    """A Word file of headings, lists and a table."""
    made = docx.Document()
    made.core_properties.title = "Minutes"
    for line in lines(JANUARY):
        style = "Heading 2" if line[:1] == "#" else "List Bullet" if line[:1] == "-" else None
        made.add_paragraph(line.lstrip("#- "), style)
    table = made.add_table(3, 3)
    for number, one in enumerate(one for row in table.rows for one in row.cells):
        one.text = f"Cell {number}"
    table.cell(0, 0).merge(table.cell(1, 1))
    return saved(made)


def word_of_lists() -> bytes:
    """A Word file of numbered lists and a table in a table."""
    made = docx.Document()
    for number in range(6):
        made.add_paragraph(f"Point {number}", "List Number 2" if number % 2 else "List Number")
    table = made.add_table(1, 2)
    inner = table.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text, table.cell(0, 0).text = "inner", "table", "outer"
    return saved(made)


def saved(made: docx.document.Document) -> bytes:
    """The bytes of a Word file."""
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def open_text() -> bytes:
    """An ODT with headings, lists, a table and a title."""
    body = '<text:h text:outline-level="1">Estates</text:h>'
    body += '<text:p text:style-name="Loud">Held on 16 January 2025</text:p>'
    body += listed("Items", "<text:p>One</text:p>" + listed("Items", "<text:p>Two</text:p>"), "<text:p>Three</text:p>")
    rows = cell("Ref") + cell("Action", more='table:number-columns-spanned="2"')
    body += f'<table:table><table:table-row table:number-rows-repeated="2">{rows}</table:table-row></table:table>'
    return packed(body, styles_xml=outlined(""), meta_xml=b"<m><t>Minutes</t></m>")


def columns() -> str:
    """A table whose columns are made with blanks."""
    rows = [("Ref", "Action", "Owner"), ("54", "Write to Ann", "FP"), ("55", "Call a meeting", "SP")]
    return "ACTION LOG\n\n" + "\n".join(f"{one:<8}{two:<24}{three}" for one, two, three in rows) + "\n"
