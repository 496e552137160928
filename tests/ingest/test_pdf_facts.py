from __future__ import annotations

import io
import time

import pypdfium2
import pytest
from pypdf import PageObject, PdfWriter
from pypdf.constants import PageLabelStyle
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject

from ingest.errors import EncryptedDocument
from ingest.model import Heading
from ingest.read.pdf_facts import pdf_facts, repair


def writer(pages: int = 3) -> PdfWriter:
    made = PdfWriter()
    for _ in range(pages):
        made.add_blank_page(300, 400)
    return made


def written(made: PdfWriter) -> bytes:
    out = io.BytesIO()
    made.write(out)
    return out.getvalue()


def test_title_labels_and_outline_are_what_the_file_declares() -> None:
    made = writer()
    made.add_metadata({"/Title": " Papers of\nthe Board "})
    made.set_page_label(0, 1, PageLabelStyle.LOWERCASE_ROMAN)
    made.set_page_label(2, 2, PageLabelStyle.DECIMAL, start=1)
    part = made.add_outline_item(title="Part I", page_number=0)
    made.add_outline_item(title="7. Estates", page_number=2, parent=part)
    facts = pdf_facts("a.pdf", written(made))
    assert facts.title == "Papers of the Board"
    assert facts.labels == ("i", "ii", "1")
    assert facts.outline == (Heading("Part I", 0, 1), Heading("7. Estates", 1, 3))
    assert (facts.encrypted, facts.repaired, facts.warnings) == (False, None, ())


def test_a_file_that_declares_nothing_has_no_facts() -> None:
    facts = pdf_facts("a.pdf", written(writer()))
    assert (facts.title, facts.labels, facts.outline) == ("", (), ())


@pytest.mark.parametrize("title", ["Microsoft Word - paper", "untitled", "pack-final.docx"])
def test_the_name_of_a_file_is_no_title(title: str) -> None:
    made = writer()
    made.add_metadata({"/Title": title})
    assert pdf_facts("a.pdf", written(made)).title == ""


def test_an_empty_user_password_opens_the_file() -> None:
    made = writer()
    made.add_metadata({"/Title": "Papers"})
    made.encrypt("", "owner", algorithm="RC4-128")
    facts = pdf_facts("a.pdf", written(made))
    assert (facts.encrypted, facts.title, facts.warnings) == (True, "Papers", ())


def test_a_file_with_a_password_is_refused_by_name() -> None:
    made = writer()
    made.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(EncryptedDocument, match=r"pack\.pdf: asks for a password; save a copy without one"):
        pdf_facts("pack.pdf", written(made))


@pytest.mark.parametrize("end", [b"startxref", b"%%EOF", b"\nxref"])
def test_a_file_without_its_end_is_written_anew(end: bytes) -> None:
    content = written(writer())
    cut = content[: content.rindex(end)]
    facts = pdf_facts("a.pdf", cut)
    assert facts.repaired is not None
    with pypdfium2.PdfDocument(facts.repaired) as mended:
        assert len(mended) == 3


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7", b"%PDF-1.4\n" + bytes(500), b"", b"%PDF-1.7\ntrailer<</Root 1 0 R>>%%EOF"]
)
def test_what_cannot_be_read_is_a_warning(content: bytes) -> None:
    facts = pdf_facts("a.pdf", content)
    assert facts.warnings
    assert facts.outline == ()
    assert repair(content) is None


def test_an_outline_that_leads_nowhere_or_round_in_circles_is_read_as_far_as_it_goes() -> None:
    made = writer()
    made.add_outline_item(title="First", page_number=0)
    last = made.add_outline_item(title="Second", page_number=1)
    node = last.get_object()
    assert isinstance(node, DictionaryObject)
    node[NameObject("/Next")] = last
    node[NameObject("/Dest")] = ArrayObject([NumberObject(99), NameObject("/Fit")])
    facts = pdf_facts("a.pdf", written(made))
    assert [heading.title for heading in facts.outline][:1] == ["First"]
    assert len(facts.outline) <= 3


def test_a_page_tree_that_holds_itself_costs_the_outline_only() -> None:
    made = writer()
    made.add_outline_item(title="First", page_number=0)
    made.add_metadata({"/Title": "Papers"})
    tree = made.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    kids = tree["/Kids"]
    assert isinstance(kids, ArrayObject)
    kids.append(made.root_object.raw_get("/Pages"))
    facts = pdf_facts("a.pdf", written(made))
    assert facts.title == "Papers"
    assert any("outline" in warning for warning in facts.warnings)


def test_a_pack_of_two_hundred_pages_takes_under_half_a_second() -> None:
    made = writer(200)
    for number in range(200):
        made.add_outline_item(title=f"{number}. Paper", page_number=number)
    content = written(made)
    start = time.process_time()
    assert len(pdf_facts("a.pdf", content).outline) == 200
    # Twice the aim: the machine may be busy with other tests.
    assert time.process_time() - start < 1.0


def test_repair_keeps_the_pages() -> None:
    made = writer(2)
    made.add_page(PageObject.create_blank_page(width=100, height=100))
    mended = repair(written(made))
    assert mended is not None
    with pypdfium2.PdfDocument(mended) as opened:
        assert len(opened) == 3
