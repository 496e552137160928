"""Odd files, each made here, read as ingest reads them: in a process of their own, to a document or a named refusal."""

from __future__ import annotations

import io
import time
import zlib
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject

from ingest.errors import DamagedDocument, EmptyFile, EncryptedDocument, NoText, UnknownFormat, UnreadableDocument
from ingest.isolate import isolated
from ingest.reading import read_bytes

SENTENCE = "The Board agreed to open the new clinic in the spring and asked for a report in May."


def pdf(pages: int = 1, *, text: str = SENTENCE, box: str = "0 0 595 842", stream: bytes | None = None) -> bytes:
    """A PDF written by hand; stream takes the place of the pages' contents, already deflated."""
    packed = zlib.compress(f"BT /F1 11 Tf 40 700 Td ({text}) Tj ET".encode()) if stream is None else stream
    kids = " ".join(f"{4 + number} 0 R" for number in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {pages}/Kids[{kids}]/MediaBox[{box}]>>".encode(),
        b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(packed), packed),
    ]
    font = f"<</Font<</F1 {4 + pages} 0 R>>>>"
    objects += [f"<</Type/Page/Parent 2 0 R/Contents 3 0 R/Resources{font}>>".encode()] * pages
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end


def encrypted(user: str) -> bytes:
    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    made.encrypt(user, "owner", algorithm="RC4-128")
    made.write(out)
    return out.getvalue()


def circular() -> bytes:
    """A page tree whose pages hold the tree itself."""
    made, out = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf()))), io.BytesIO()
    tree = made.root_object["/Pages"]
    assert isinstance(tree, DictionaryObject)
    kids = tree["/Kids"]
    assert isinstance(kids, ArrayObject)
    kids.append(made.root_object.raw_get("/Pages"))
    made.write(out)
    return out.getvalue()


def bomb() -> bytes:
    """A page whose contents unpack to 400 MB of spaces."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(400)) + packer.flush()
    return pdf(stream=packed)


def ended(content: bytes) -> str:
    """How reading ended: "read" with passages, "empty", "crashed", or the class of the refusal."""
    try:
        reading = isolated(read_bytes, "pack.pdf", content)
    except UnreadableDocument as refused:
        return "crashed" if "the reader stopped on it" in refused.reason else type(refused).__name__
    return "read" if reading.passages else "empty"


def test_a_plain_pdf_is_read() -> None:
    reading = isolated(read_bytes, "pack.pdf", pdf())
    assert [page.number for page in reading.document.pages] == [1]
    assert SENTENCE in " ".join(reading.document.pages[0].text.split())
    assert reading.passages


@pytest.mark.parametrize(
    ("make", "refusal"),
    [
        (lambda: b"", EmptyFile),
        (lambda: b"Not a PDF at all, whatever its name says.", UnknownFormat),
        (lambda: b"%PDF-1.7\n", DamagedDocument),
        (lambda: b"%PDF-1.7\n" + bytes(range(256)) * 40, DamagedDocument),
        (lambda: pdf(0), DamagedDocument),
        (lambda: encrypted("secret"), EncryptedDocument),
        (lambda: pdf(text=""), NoText),
        (lambda: pdf(3, stream=b"not deflated"), NoText),
    ],
    ids=["empty", "not a PDF", "header alone", "noise", "no pages", "password", "no text", "broken stream"],
)
def test_what_cannot_be_read_is_refused_by_name(make: Callable[[], bytes], refusal: type[UnreadableDocument]) -> None:
    with pytest.raises(refusal, match=r"^pack\.pdf: ") as refused:
        isolated(read_bytes, "pack.pdf", make())
    assert "\n" not in str(refused.value)


def test_an_empty_user_password_is_no_hindrance() -> None:
    assert isolated(read_bytes, "pack.pdf", encrypted("")).passages


@pytest.mark.parametrize(
    "name", ["-rf.pdf", "a\nb.pdf", "tre\u0301s – été.pdf", "😀.pdf", "a" * 300 + ".pdf", "../up.pdf"]
)
def test_an_odd_name_is_only_a_name(name: str) -> None:
    assert isolated(read_bytes, name, pdf()).document.source.name == name


@pytest.mark.parametrize(
    "make",
    [circular, bomb, lambda: pdf(box="0 0 900000 900000"), lambda: pdf(box="0 0 0 0"), lambda: pdf(box="5 5 -9 nan")],
    ids=["circular page tree", "decompression bomb", "huge page", "no size", "broken size"],
)
def test_an_attack_ends_in_time_as_a_document_or_a_refusal(make: Callable[[], bytes]) -> None:
    content = make()
    start = time.perf_counter()
    assert ended(content) in ("read", "DamagedDocument", "NoText", "TooLarge")
    assert time.perf_counter() - start < 30


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9, 0.99])
def test_a_truncated_file_is_read_as_far_as_it_goes_or_named_as_damaged(part: float) -> None:
    content = pdf(3)
    assert ended(content[: int(len(content) * part)]) in ("read", "DamagedDocument", "NoText")
