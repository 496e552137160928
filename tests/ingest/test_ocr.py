"""Pages that are pictures: which are read, by whatever OCR is passed in, and what is said of them."""

from __future__ import annotations

import copyreg
from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest

from api.reading import read_apart
from ingest import ocr
from ingest.errors import NoText, ScannedPages
from ingest.model import Document, Line, Page, Row, Source
from ingest.ocr import OcrFailed, Scans, SeenWord, scans_of
from ingest.parcel import pack, unpack
from ingest.read.limits import OCR_PIXELS
from ingest.read.pdf import read_pdf
from tests.ingest import papers

if TYPE_CHECKING:
    from PIL.Image import Image

needs_tesseract = pytest.mark.skipif(not ocr.installed(), reason="tesseract-ocr is not installed")
LOG = [["Ref", "Action", "Owner"], ["A1", "Write to the landlord", "A Lead"], ["A2", "Count the beds", "B Clerk"]]


def read(content: bytes, scans: Scans) -> Document:
    return read_pdf(Source("pack.pdf", "0" * 64, "pdf"), content, scans)


def mixed() -> bytes:
    """Three pages, the second of them a picture."""
    parts = [papers.paragraph("First page."), papers.new_page(), papers.paragraph("Second page.")]
    return papers.scanned(papers.pdf([*parts, papers.new_page(), papers.paragraph("Third page.")]), [2], 72)


def two_words(picture: Image) -> Sequence[SeenWord]:
    """An OCR that sees two words, whatever it is shown."""
    return [SeenWord("Seen", 300, 600, 400, 640, 50, 0.9), SeenWord("words", 420, 600, 560, 640, 50, 0.7)]


def lines(page: Page) -> list[str]:
    return [page.text[part.start : part.end] for part in page.parts if isinstance(part, Line)]


def test_only_a_page_without_text_is_read_by_ocr_and_it_is_marked() -> None:
    document = read(mixed(), Scans(two_words))
    assert [lines(page) for page in document.pages] == [["First page."], ["Seen words"], ["Third page."]]
    assert [page.ocr for page in document.pages] == [None, 0.8, None]
    assert document.warnings == ("read by OCR, with its confidence: page 2 (0.80)",)


def test_the_boxes_of_seen_words_are_in_points_of_the_page() -> None:
    page = read(mixed(), Scans(two_words)).pages[1]
    first, second = page.words
    assert (first.box.left, first.box.top) == (72.0, 144.0)
    assert page.text[second.start : second.end] == "words"
    assert page.span(0, len("Seen words")).boxes[0].right == pytest.approx(560 * 72 / 300, abs=0.1)


def test_always_takes_every_page_for_a_picture() -> None:
    document = read(mixed(), Scans(two_words, every=True))
    assert [page.ocr for page in document.pages] == [0.8, 0.8, 0.8]


def test_pages_that_are_left_are_named_with_what_to_do() -> None:
    document = read(mixed(), Scans(advice="install it"))
    assert document.pages[1].text == ""
    (warning,) = document.warnings
    assert warning == (
        "page 2 has no text, only pictures, and was not read; install it, remove the document and ingest it again"
    )
    with pytest.raises(NoText, match="only pictures of pages; install it and ingest it again"):
        read(papers.scanned(papers.pdf([papers.paragraph("Words.")]), dots=72), Scans(advice="install it"))


def test_pictures_are_counted_before_they_are_read() -> None:
    with pytest.raises(ScannedPages) as found:
        read(mixed(), Scans(count=True))
    assert found.value.pages == (2,)
    with pytest.raises(ScannedPages) as found:
        read(mixed(), Scans(count=True, every=True))
    assert found.value.pages == (1, 2, 3)
    assert read(papers.pdf([papers.paragraph("Words.")]), Scans(count=True)).pages[0].ocr is None


def test_no_package_has_a_say_in_how_what_was_read_crosses() -> None:
    # as some do for every kind of error, for all of a process, as soon as they are imported
    copyreg.pickle(ScannedPages, lambda error: (ScannedPages, ("another.pdf", (9,))))
    try:
        kind, error = unpack(pack(("error", ScannedPages("pack.pdf", (2, 5)))))
    finally:
        del copyreg.dispatch_table[ScannedPages]
    assert (kind, str(error)) == ("error", str(ScannedPages("pack.pdf", (2, 5))))


def test_the_count_crosses_from_the_process_that_reads() -> None:
    kind, error = unpack(pack(("error", ScannedPages("pack.pdf", (2, 5)))))
    assert kind == "error"
    assert (error.name, error.pages) == ("pack.pdf", (2, 5))


def test_a_page_that_ocr_fails_on_is_named_and_the_rest_is_read() -> None:
    def fail(picture: Image) -> Sequence[SeenWord]:
        raise OcrFailed("took too long")

    document = read(mixed(), Scans(fail))
    assert document.warnings == ("page 2 could not be read by OCR: took too long",)
    assert [bool(page.text) for page in document.pages] == [True, False, True]


def test_a_page_without_text_or_picture_is_not_looked_at() -> None:
    content = papers.pdf([papers.paragraph("Words."), papers.new_page(), papers.space(), papers.new_page()])
    document = read(content, Scans(count=True))
    assert document.warnings == ()


def test_a_picture_of_a_page_without_end_is_drawn_small() -> None:
    sizes: list[int] = []

    def measure(picture: Image) -> Sequence[SeenWord]:
        sizes.append(picture.size[0] * picture.size[1])
        return two_words(picture)

    poster = papers.poster(14_000, 14_000)
    read(poster, Scans(measure))
    assert sizes[0] <= OCR_PIXELS * 1.01


def test_never_and_a_missing_tesseract_read_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert scans_of("never", read=True) == Scans()
    monkeypatch.setenv("PATH", "/nowhere")
    for mode in ("auto", "always"):
        found = scans_of(mode, read=True)
        assert found.ocr is None
        assert "tesseract-ocr" in found.advice


@needs_tesseract
def test_a_scanned_page_is_read_with_its_table_list_and_heading() -> None:
    parts = [
        papers.heading("7. Estates"),
        papers.paragraph("The Board heard that the landlord of the old depot had asked for a higher rent. " * 3),
        papers.bullets("noted the risk", "agreed the plan"),
        papers.space(),
        papers.table(LOG, widths=[60, 200, 100]),
    ]
    reading, _, _ = read_apart("pack.pdf", papers.scanned(papers.pdf(parts)), "auto", 30, 1024)
    (page,) = reading.document.pages
    shown = lines(page)
    assert shown[0] == "7. Estates"
    assert "landlord of the old depot" in page.text
    found = [part for part in page.parts if isinstance(part, Line) and part.bullet]
    assert [page.text[line.start : line.end] for line in found] == ["noted the risk", "agreed the plan"]
    rows = [part for part in page.parts if isinstance(part, Row)]
    assert [[page.text[cell.start : cell.end] for cell in row.cells] for row in rows] == LOG
    first, second = (part for part in page.parts[:2] if isinstance(part, Line))
    assert first.size > 1.1 * second.size
    assert page.ocr is not None
    assert page.ocr > 0.8
    assert reading.document.warnings[0].startswith("read by OCR, with its confidence: page 1 (0.")


@needs_tesseract
def test_a_document_that_needs_no_ocr_is_read_once_without_leave_to_write() -> None:
    reading, _, _ = read_apart("pack.pdf", papers.pdf([papers.paragraph("Words of its own.")]), "auto", 30, 1024)
    assert reading.document.pages[0].ocr is None
    assert reading.document.warnings == ()
