"""Files made to break whoever reads them end as documents or named refusals, in time, and leave nothing behind."""

from __future__ import annotations

import json
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from api.picture import picture
from ingest.errors import UnreadableDocument
from ingest.isolate import isolated
from ingest.reading import read_bytes
from tests.ingest.hostile_pdfs import ATTACKS, SENTENCE, many_objects, paged
from tests.ingest.hostile_zips import FILES, odt_of, word_of

SECONDS, MEGABYTES = 20.0, 512
MARGIN = 10.0  # seconds that a busy machine may take to start and end a process
REFUSALS = {"DamagedDocument", "TooLarge", "TookTooLong", "NoText", "EncryptedDocument", "UnknownFormat"}
ORDER = json.dumps({"page": 1, "scale": 1.5, "boxes": [], "pixels": 4_000_000}).encode() + b"\n"


def children() -> set[str]:
    """The processes that this one has begun and that are still there."""
    return {one for task in Path("/proc/self/task").iterdir() for one in (task / "children").read_text().split()}


@pytest.fixture
def nothing_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No temporary file and no process that was not there before."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    before = children()
    yield
    assert list(tmp_path.iterdir()) == []
    assert children() <= before


def ended(name: str, content: bytes, seconds: float = SECONDS) -> str:
    """The text that was read, or the class of the refusal; within the limit of time in either case."""
    began = time.monotonic()
    try:
        reading = isolated(read_bytes, name, content, seconds=seconds, megabytes=MEGABYTES)
    except UnreadableDocument as refused:
        return type(refused).__name__ if (refused.name, refused.reason[-1:].isspace()) == (name, False) else "unnamed"
    finally:
        assert time.monotonic() - began < seconds + MARGIN
    return "\n".join(page.text for page in reading.document.pages)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.usefixtures("nothing_left")
def test_a_pdf_that_asks_for_too_much_is_read_or_refused_and_drawn_or_not(attack: str) -> None:
    content = ATTACKS[attack]()
    said = ended("a.pdf", content)
    assert said in REFUSALS or SENTENCE in " ".join(said.split())
    began = time.monotonic()
    try:
        drawn = isolated(picture, "a.pdf", ORDER + content, seconds=3, megabytes=MEGABYTES)
        assert drawn.startswith(b"\x89PNG")
    except UnreadableDocument:
        pass
    assert time.monotonic() - began < 3 + MARGIN


@pytest.mark.usefixtures("nothing_left")
def test_reading_a_file_of_very_many_objects_is_stopped_at_its_time() -> None:
    assert ended("a.pdf", many_objects(200_000), seconds=0.7) == "TookTooLong"


@pytest.mark.parametrize("attack", FILES)
@pytest.mark.usefixtures("nothing_left")
def test_an_office_file_that_is_an_attack_is_refused(attack: str) -> None:
    name, content, ends = FILES[attack]()
    assert ended(name, content) in ends


def test_entries_whose_names_lead_elsewhere_are_only_names(tmp_path: Path) -> None:
    content = word_of(
        "The Board agreed.", {"../../../evil.txt": b"x", "/abs": b"x", "C:\\evil": b"x", "word/../../b": b"x"}
    )
    assert "The Board agreed." in ended("a.docx", content)
    assert not [path for path in (Path("/abs"), Path("evil.txt"), Path("../evil.txt"), tmp_path / "b") if path.exists()]


NAMING = """<!DOCTYPE html SYSTEM "{where}/d.dtd"><html><base href="{where}">
<link rel="stylesheet" href="{where}/s.css">
<img src="{where}/i.png"><iframe src="{where}"></iframe><object data="{where}"></object>
<script src="{where}/x.js">
</script><meta http-equiv="refresh" content="0;url={where}"><p>{sentence}
<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{where}" parse="text"/></p>"""


@contextmanager
def listening() -> Iterator[tuple[str, list[str]]]:
    """The address of a server, and the paths that were asked of it."""
    asked: list[str] = []

    class Heard(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # the name that http.server calls
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Heard) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def test_nothing_that_a_document_names_is_fetched_or_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("canary")
    with listening() as (address, asked):
        for where in (address, secret.as_uri()):
            assert SENTENCE in (said := ended("a.html", NAMING.format(where=where, sentence=SENTENCE).encode()))
            assert "canary" not in said
            assert "canary" not in ended("a.docx", word_of(SENTENCE, external=where))
            assert "canary" not in ended("a.odt", odt_of(f"<text:p>{SENTENCE}</text:p>", where))
        action = f"/OpenAction<</S/URI/URI({address})>>/AA<</O<</S/JavaScript/JS(app.launchURL('{address}'))>>>>"
        launched = paged().replace(b"<</Type/Catalog", b"<</Type/Catalog" + action.encode(), 1)
        assert ended("a.pdf", launched) not in REFUSALS
        assert asked == []


def test_scripts_and_styles_of_a_web_page_are_no_text_of_it() -> None:
    page = f"<html><head><script>evil()</script></head><body onload=evil()><p>{SENTENCE}<script>evil()</script>"
    page += "<style>evil</style><noscript>evil</noscript><template>evil</template><svg><script>evil()</script></svg>"
    page += '<p hidden>evil<p style="display:none">evil<iframe srcdoc="evil">evil</iframe><textarea>evil</textarea>'
    said = ended("a.html", page.encode())
    assert SENTENCE in said
    assert "evil" not in said


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.docx", paged(), SENTENCE),  # a PDF whatever its name
        ("a.txt", word_of("The Board agreed."), "The Board agreed."),
        ("a.pdf", b"PK\x03\x04" + bytes(40), "DamagedDocument"),
        ("a.html", b"GIF89a" + paged()[:900], SENTENCE),
        ("a.pdf", paged() + word_of("The Board agreed."), SENTENCE),  # both at once: the first is what it is
        ("a.docx", b"\x89PNG\r\n\x1a\n" + bytes(2000) + word_of("x"), "UnknownFormat"),
        ("a.md", b"#!/bin/sh\nrm -rf /\n", "rm -rf"),
        ("a.html", b"MZ\x90\0\x03\0\0\0" + bytes(200), "UnknownFormat"),
    ],
    ids=[
        "pdf as docx",
        "docx as text",
        "cut zip as pdf",
        "gif and pdf",
        "pdf and docx",
        "png and docx",
        "script",
        "exe",
    ],
)
def test_the_content_decides_what_a_file_is(name: str, content: bytes, says: str) -> None:
    said = ended(name, content)
    assert says in " ".join(said.split()) or said in REFUSALS - {"TookTooLong"}
    assert (says in REFUSALS) <= (said == says)
