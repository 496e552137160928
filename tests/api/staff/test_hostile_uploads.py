"""Whatever is handed in, it is kept under the hash of its bytes or declined; nothing else of it reaches the disk."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from api.staff.given import file_name
from search.model import Declined
from tests.board import JANUARY
from tests.staff import Office, office


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path / "library") as made:
        yield made


def files(desk: Office) -> set[str]:
    return {path.name for path in (desk.settings.library / "uploads").glob("*")}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\windows\\pack.md", "pack.md"),
        ("/absolute.md", "absolute.md"),
        ("..", "document"),
        ("", "document"),
        ("a\0b\nc\x1b[31m\u202e.md", "a b c [31m .md"),
        ("x" * 5000 + ".md", "x" * 197 + ".md"),
        ("\ud800.md", ".md"),
        ("'; DROP TABLE uploads; --.md", "'; DROP TABLE uploads; --.md"),
    ],
)
def test_a_name_is_kept_as_text_without_folders_and_marks(name: str, shown: str) -> None:
    assert file_name(name) == shown


def test_a_name_is_never_a_path(desk: Office, tmp_path: Path) -> None:
    upload = desk.take(JANUARY, "../../etc/passwd")
    assert upload.name == "passwd"
    assert files(desk) == {hashlib.sha256(JANUARY.encode()).hexdigest()}
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} <= {
        *files(desk),
        "service.db",
        "service.db-wal",
        "service.db-shm",
    }
    desk.work()
    assert desk.desk.upload(upload.id).upload.state == "read"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("pack.pdf", b"", "empty"),
        ("pack.pdf", b"\x89PNG\r\n" + b"x" * 100, "an image"),
        ("pack.docx", b"PK\x03\x04" + b"\0" * 100, "pack.docx"),
        ("pack.pdf", b"\x7fELF" + bytes(range(256)) * 8, "pack.pdf"),
        ("pack.md", b"a " * 600_000, "larger than 1 MB"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old Word file"),
    ],
)
def test_what_is_no_document_is_declined_and_leaves_nothing(
    desk: Office, name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(Declined, match=reason):
        desk.desk.take(name, io.BytesIO(content), "")
    assert (desk.desk.uploads(), files(desk)) == ((), set())


def test_a_file_is_judged_by_its_bytes_whatever_its_name_says(desk: Office) -> None:
    assert desk.desk.take("minutes.png", io.BytesIO(b"%PDF-1.7\n"), "").media == "pdf"


def test_the_same_bytes_twice_are_one_upload_that_is_read_once(desk: Office) -> None:
    first = desk.take()
    again = desk.take(name="other.md")
    assert (again.id, again.name, len(desk.desk.uploads())) == (first.id, "2025-01-board.md", 1)
    assert desk.worker.step()
    assert not desk.worker.step()


def test_a_document_that_cannot_be_read_says_why_and_can_be_handed_in_again(desk: Office) -> None:
    broken = desk.desk.take("pack.pdf", io.BytesIO(b"%PDF-1.7\nnothing"), "")
    desk.work()
    found = desk.desk.upload(broken.id)
    assert (found.upload.state, found.upload.job, found.review) == ("failed", None, None)
    assert found.upload.reason.startswith("pack.pdf")
    with pytest.raises(Declined, match="has not been read"):
        desk.desk.publish(broken.id, "public", "")
    again = desk.desk.take("pack.pdf", io.BytesIO(b"%PDF-1.7\nnothing"), "")
    assert again.job
    desk.work()
    desk.desk.delete(broken.id, "")
    assert files(desk) == set()
