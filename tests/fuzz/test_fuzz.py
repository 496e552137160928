"""A bounded run over every reader and the query parser, and the cases that longer runs found."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ingest.errors import DamagedDocument, UnknownFormat
from ingest.reading import read_bytes
from tests.board import JANUARY
from tests.ingest.hostile_zips import word_of, zipped
from tests.ingest.test_odt import KIND, packed

DRIVER = Path(__file__).parents[2] / "benchmarks" / "fuzz.py"


def test_broken_files_and_questions_end_as_documents_answers_or_named_refusals() -> None:
    done = subprocess.run(
        [sys.executable, str(DRIVER), "--files", "900", "--seconds", "10", "--queries", "60", "--seed", "7"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_word_file_without_a_body_is_damaged() -> None:
    space = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    with pytest.raises(DamagedDocument, match="cannot be opened as a Word document"):
        read_bytes("a.docx", word_of("x", {"word/document.xml": b"<w:document %b/>" % space}))


def test_a_zip_whose_entries_stand_before_its_beginning_is_no_open_text() -> None:
    content = bytearray(packed("<text:p>The Board agreed.</text:p>"))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        place = archive.start_dir
    content[-6:-2] = (place + 15).to_bytes(4, "little")  # all that the end says now lies 15 bytes further on
    with pytest.raises((UnknownFormat, DamagedDocument), match=r"^a\.odt: "):
        read_bytes("a.odt", bytes(content))


def test_a_refusal_repeats_no_text_of_the_file() -> None:
    kind = f"{KIND}\n{JANUARY}".replace("opendocument.text", "opendocument.tex")
    with pytest.raises(UnknownFormat, match=r"an OpenDocument tex; minutebook") as refused:
        read_bytes("a.odt", zipped({"mimetype": kind.encode(), "content.xml": b"<x/>"}))
    assert "\n" not in str(refused.value)


def test_an_attribute_whose_name_is_no_xml_is_passed_over() -> None:
    content = b"<html><p \x01a='1' style='color:red'>The Board agreed.<td \x02=3 colspan=2>x" + b" and more words" * 20
    reading = read_bytes("a.html", content)
    assert "The Board agreed." in reading.document.pages[0].text


def test_a_number_of_thousands_of_digits_in_a_word_file_is_no_number() -> None:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    marked = f'<w:pPr><w:numPr><w:ilvl w:val="{"7" * 5000}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    body = (
        f"<w:document {space}><w:body><w:p>{marked}<w:r><w:t>The Board agreed.</w:t></w:r></w:p></w:body></w:document>"
    )
    reading = read_bytes("a.docx", word_of("x", {"word/document.xml": body.encode()}))
    assert "The Board agreed." in reading.document.pages[0].text
