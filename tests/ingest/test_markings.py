"""A document that says that it is not for everybody is known by its title, running lines and stamps, never its text."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, FloatObject, NameObject, TextStringObject
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ingest.model import Marking
from ingest.reading import read_bytes
from ingest.structure.markings import marks, stamped, wholly
from tests.ingest.papers import bullets, heading, new_page, paragraph, pdf, space
from tests.ingest.test_odt import SPACES, packed

LONG = "The Board discussed the estates strategy and asked for a fuller account of the old laundry building."
PROSE = [paragraph(LONG) for _ in range(8)]
OPENING = [heading("Minutes of the Board Meeting"), paragraph("Held on 16 January 2025"), *PROSE]


def found(name: str, content: bytes) -> set[tuple[str, int, str]]:
    return {(one.mark, one.page, one.place) for one in read_bytes(name, content).markings}


def stamp(text: str, angle: float, size: float, at: tuple[float, float] = (120, 200)) -> bytes:
    """A page of prose with a stamp across it, and one without."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in range(2):
        canvas.setFont("Helvetica", 11)
        for line in range(30):
            canvas.drawString(72, 740 - 14 * line, LONG)
        if page == 0:
            canvas.translate(*at)
            canvas.rotate(angle)
            canvas.setFont("Helvetica-Bold", size)
            canvas.drawString(0, 0, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def noted(**said: str) -> bytes:
    """A page with a stamp laid over it as a note."""
    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(OPENING)))), io.BytesIO()
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Stamp")})
    note[NameObject("/Rect")] = ArrayObject([FloatObject(edge) for edge in (10, 10, 100, 40)])
    for key, text in said.items():
        note[NameObject(f"/{key}")] = NameObject(text) if key == "Name" else TextStringObject(text)
    made.pages[0][NameObject("/Annots")] = ArrayObject([made._add_object(note)])
    made.write(out)
    return out.getvalue()


def word(body: Sequence[str], header: str = "", footer: str = "", title: str = "") -> bytes:
    made, out = docx.Document(), io.BytesIO()
    made.core_properties.title = title
    for line in body:
        made.add_paragraph(line)
    made.sections[0].header.paragraphs[0].text = header
    made.sections[0].footer.paragraphs[0].text = footer
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("CONFIDENTIAL", "Confidential"),
        ("Strictly private and confidential", "Confidential"),
        ("Anyham Board, Part II, 16 January 2025", "Part II"),
        ("Board papers - Part 2", "Part II"),
        ("Board meeting | NOT FOR PUBLICATION | page #", "Not for publication"),
        ("OFFICIAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("OFFICIAL – SENSITIVE: COMMERCIAL", "OFFICIAL-SENSITIVE"),
        ("Commercial in confidence", "In confidence"),
        ("Exempt from publication", "Exempt from publication"),
        ("NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A", "Not for publication"),
        ("Not for publication until approved by the Board", "Not for publication"),
        ("Not for publication or disclosure", "Not for publication"),
        ("Not for public release", "Not for publication"),
        ("Confidential until published", "Confidential"),
        ("Confidential Anyham Trust Board papers", "Confidential"),
        ("Anyham Trust Confidential Board Minutes", "Confidential"),
        ("C O N F I D E N T I A L", "Confidential"),
        ("Exempt report under paragraph 4", "Exempt from publication"),
    ],
)
def test_a_running_header_or_footer_marks_each_of_its_pages(header: str, mark: str) -> None:
    two = [*OPENING, new_page(), *PROSE]
    assert found("a.pdf", pdf(two, header=header)) == {(mark, 1, "header"), (mark, 2, "header")}
    assert found("a.pdf", pdf(two, footer=header)) == {(mark, 1, "footer"), (mark, 2, "footer")}


def test_one_page_may_be_marked_among_others() -> None:
    marked, plain = PdfReader(io.BytesIO(pdf(PROSE, header="Confidential"))), PdfReader(io.BytesIO(pdf(OPENING)))
    made, out = PdfWriter(), io.BytesIO()
    for page in (plain.pages[0], marked.pages[0], plain.pages[0]):
        made.add_page(page)
    made.write(out)
    assert found("a.pdf", out.getvalue()) == {("Confidential", 2, "header")}


@pytest.mark.parametrize(("angle", "size"), [(45, 50), (30, 40), (-50, 40), (90, 12), (10, 40), (0, 40)])
def test_a_stamp_across_a_page_or_up_its_side_marks_it(angle: float, size: float) -> None:
    at = (200.0, 600.0) if angle < 0 else (120.0, 200.0)
    assert found("a.pdf", stamp("NOT FOR PUBLICATION", angle, size, at)) == {("Not for publication", 1, "stamp")}


def test_the_letters_of_a_stamp_are_no_part_of_the_text() -> None:
    plain = read_bytes("a.pdf", stamp("", 45, 50)).document.pages[0].text
    assert read_bytes("a.pdf", stamp("DRAFT", 45, 50)).document.pages[0].text == plain
    assert found("a.pdf", stamp("DRAFT", 45, 50)) == set()


@pytest.mark.parametrize(
    "said",
    [{"Contents": "CONFIDENTIAL"}, {"Name": "/Confidential"}, {"Name": "/NotForPublicRelease", "Subj": "Part 2"}],
)
def test_a_stamp_that_is_a_note_marks_its_page(said: dict[str, str]) -> None:
    assert {(page, place) for _, page, place in found("a.pdf", noted(**said))} == {(1, "stamp")}


@pytest.mark.parametrize(
    "title",
    [
        "Minutes of the Part II Board Meeting",
        "Board minutes (confidential)",
        "CONFIDENTIAL MINUTES OF THE BOARD",
        "Minutes of the Confidential Board meeting of Anyham",
    ],
)
def test_a_title_marks_the_document(title: str) -> None:
    made = pdf([heading(title), paragraph("Held on 16 January 2025"), *PROSE])
    assert {(page, place) for _, page, place in found("a.pdf", made)} == {(1, "title")}
    assert {place for *_, place in found("a.md", f"# {title}\n\nHeld on 16 January 2025\n\n{LONG}".encode())} == {
        "title"
    }
    assert {place for *_, place in found("a.docx", word([LONG], title=title))} == {"title"}


def test_word_open_and_web_files_are_marked_by_what_they_keep_apart() -> None:
    assert found("a.docx", word([LONG], header="OFFICIAL-SENSITIVE")) == {("OFFICIAL-SENSITIVE", 1, "header")}
    assert found("a.docx", word([LONG], footer="Part II Board papers")) == {("Part II", 1, "footer")}
    styles = f"<s {SPACES}><style:master-page><style:header><text:p>Confidential</text:p></style:header>"
    content = packed(f"<text:p>{LONG}</text:p>", styles_xml=f"{styles}</style:master-page></s>".encode())
    assert found("a.odt", content) == {("Confidential", 1, "header")}
    page = f"<html><body><header><b>Not for publication</b></header><main><p>{LONG}</main></body></html>"
    assert found("a.html", page.encode()) == {("Not for publication", 1, "header")}


def test_a_title_in_a_table_of_its_own_marks_the_document() -> None:
    made, out = docx.Document(), io.BytesIO()
    made.add_table(1, 1).cell(0, 0).text = "Confidential Board minutes"
    for _ in range(3):
        made.add_paragraph(LONG)
    made.save(out)
    assert found("a.docx", out.getvalue()) == {("Confidential", 1, "title")}


def test_letters_of_another_form_are_read_as_letters() -> None:
    assert marks("Part Ⅱ Board meeting") == ["Part II"]
    assert stamped("ＣＯＮＦＩＤＥＮＴＩＡＬ") == ["Confidential"]


def test_a_file_name_marks_the_document() -> None:
    assert found("2025-01-board-part-ii-pack.md", LONG.encode()) == {("Part II", 1, "file name")}
    assert found("plan-part-2.md", LONG.encode()) == set()


def test_the_text_never_marks_a_document() -> None:
    body = [
        *OPENING,
        heading("12. Part II - private session"),
        paragraph("Confidential"),
        heading("Confidential items"),
        paragraph("This item is confidential and not for publication under Part II of the Act."),
        bullets("OFFICIAL-SENSITIVE", "Part II - private session", "Not for publication"),
        new_page(),
        heading("CONFIDENTIAL"),
        *PROSE,
        space(),
        paragraph("NOT FOR PUBLICATION"),
    ]
    assert found("a.pdf", pdf(body, header="Board papers", footer="Page #")) == set()
    text = "# Minutes of the Board\n\nHeld on 16 January 2025\n\n" + LONG + "\n\n## Confidential\n\nPart II\n\n" + LONG
    assert found("a.md", text.encode()) == set()


@pytest.mark.parametrize(
    "line",
    [
        "National Confidential Inquiry into Deaths",
        "Confidentiality policy",
        "Not confidential",
        "Confidential: No",
        "Review of confidential waste contracts - update",
        "Joint plan, Part 2: our priorities",
        "Environment Act, Part II of the Act",
        "Board report, part 2 of 3",
        "Minutes of the Part I Board Meeting",
        "Official statistics: sensitive topics",
        "Report on papers not for publication: a review",
        "Exempt information procedure rules",
        "Review of the confidential enquiry service for the Board",
        "Confidential waste contract",
    ],
)
def test_words_that_are_no_marks(line: str) -> None:
    assert marks(line) == []
    assert found("a.pdf", pdf([*OPENING, new_page(), *PROSE], header=line)) == set()


@pytest.mark.parametrize(
    "text", ["1" * 200 + "x", "a " * 500 + "!", "board " * 300, "confidential " * 80 + "x", "- " * 900]
)
def test_no_line_takes_long_to_look_at(text: str) -> None:
    for look in (marks, stamped, wholly):
        assert isinstance(look(text), list)


def test_what_is_marked_is_among_the_warnings_with_its_pages() -> None:
    reading = read_bytes("a.pdf", pdf([*OPENING, new_page(), *PROSE], header="Confidential"))
    assert [(one.text, one.page) for one in reading.warned if one.kind == "marked"] == [
        ('it is marked "Confidential": header of pages 1-2', 1)
    ]
    assert Marking("Confidential", 2, "header") in reading.markings
