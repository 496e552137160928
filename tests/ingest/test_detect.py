from __future__ import annotations

import io
import zipfile

import pytest

from ingest.errors import DamagedDocument, EmptyFile, EncryptedDocument, TooLarge, UnknownFormat
from ingest.read.detect import detect
from ingest.read.limits import ZIP_ENTRIES

OPEN = b"application/vnd.oasis.opendocument."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


def zipped(*names: str, content: bytes = b"<x/>") -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in names:
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "media"),
    [
        ("pack.pdf", b"%PDF-1.7\n", "pdf"),
        ("pack", b"\r\n junk before\n%PDF-1.4", "pdf"),
        ("named.txt", b"%PDF-1.4\n%\xe2\xe3", "pdf"),
        ("paper.docx", zipped("[Content_Types].xml", "word/document.xml"), "docx"),
        ("paper", zipped("word/document2.xml"), "docx"),
        ("paper.odt", zipped("mimetype", "content.xml", content=OPEN + b"text"), "odt"),
        ("paper", b"<!-- saved -->\n<!DOCTYPE html><p>Words", "html"),
        ("paper.html", b"<p>Words", "html"),
        ("paper.MD", b"Words alone.", "markdown"),
        ("paper.txt", b"Words alone.", "text"),
        ("paper.txt", b"Words.\n\n## 7. Estates\n", "markdown"),
        ("paper.txt", b"A #hashtag and #more", "text"),
        ("old.txt", b"caf\xe9", "text"),
        ("wide.txt", "Words".encode("utf-16"), "text"),
    ],
)
def test_the_bytes_decide_the_format(name: str, content: bytes, media: str) -> None:
    assert detect(name, content) == media


def test_a_file_without_bytes_is_empty() -> None:
    with pytest.raises(EmptyFile, match=r"a\.pdf: the file is empty"):
        detect("a.pdf", b"")


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (OLE + "WordDocument".encode("utf-16-le"), r"old Word file \(\.doc\); save it as DOCX or PDF"),
        (OLE + "Workbook".encode("utf-16-le"), r"old Excel file \(\.xls\); print it to PDF"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), r"old PowerPoint file \(\.ppt\); save it as PDF"),
        (OLE, "old Office file"),
        (b"\x89PNG\r\n\x1a\n" + bytes(9), "an image"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "an image"),
        (zipped("xl/workbook.xml"), "Excel workbook"),
        (zipped("ppt/presentation.xml"), "PowerPoint"),
        (zipped("mimetype", "content.xml", content=OPEN + b"spreadsheet"), "OpenDocument spreadsheet"),
        (zipped("mimetype", "META-INF/manifest.xml", "content.xml"), "zip archive"),
        (zipped("a.txt"), "zip archive"),
        (b'<?xml version="1.0"?><a/>', "XML"),
        (b"{\\rtf1 Words}", "RTF"),
        (b"\x1f\x8b\x08" + bytes(9), "archive"),
        (b"a\0b\0c", "not text"),
    ],
)
def test_another_format_is_refused_with_what_to_do(content: bytes, what: str) -> None:
    with pytest.raises(UnknownFormat, match=what) as refused:
        detect("file", content)
    assert "PDF" in str(refused.value)


def test_text_that_is_named_as_a_pdf_is_no_pdf() -> None:
    with pytest.raises(UnknownFormat, match=r"pack\.pdf: is named \.pdf but does not hold one"):
        detect("pack.pdf", b"Sorry, this page has moved.")


def test_a_word_file_with_a_password_is_encrypted() -> None:
    with pytest.raises(EncryptedDocument, match="asks for a password"):
        detect("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"))


def test_a_cut_zip_is_damaged() -> None:
    with pytest.raises(DamagedDocument, match="zip is damaged"):
        detect("a.docx", zipped("word/document.xml")[:60])


def test_a_zip_that_unpacks_to_far_more_than_its_size_is_refused() -> None:
    with pytest.raises(TooLarge, match="unpacks to"):
        detect("a.docx", zipped("word/document.xml", content=b" " * 20_000_000))


def test_a_zip_of_thousands_of_entries_is_refused() -> None:
    names = ["word/document.xml", *(f"word/{number}" for number in range(ZIP_ENTRIES))]
    with pytest.raises(TooLarge, match="entries"):
        detect("a.docx", zipped(*names, content=b""))
