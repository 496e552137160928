"""What a PDF says about itself: title, page labels, outline, encryption. Its text is read elsewhere, much faster."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import pypdfium2 as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.errors import DependencyError

from ingest.errors import EncryptedDocument
from ingest.model import Heading
from ingest.read.limits import OUTLINE_ENTRIES, TITLE_CHARACTERS
from ingest.read.marks import visible

# pypdf reports what it mends; we report what we could not read.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)

PASSWORD = "asks for a password; save a copy without one and ingest that"
T = TypeVar("T")
LABEL = 40  # characters of a page label
NO_LABELS: tuple[str, ...] = ()
NO_OUTLINE: tuple[Heading, ...] = ()
STARTXREF = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
CATALOG = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\s*<<[^<>]{0,200}/Type\s*/Catalog\b")
XREF = re.compile(rb"\s*(?:xref|\d+\s+\d+\s+obj)")
PLACEHOLDER = re.compile(r"untitled|document ?\d*|microsoft word - .*|.*\.(?:docx?|pdf|pptx?|xlsx?)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PdfFacts:
    """What a PDF declares.

    title is "" where it is missing or only a file's name; labels has one entry a page, or none where the file declares
    no labels; repaired is the file written anew, only where its end or its cross-reference is broken; warnings say what
    could not be read.
    """

    title: str = ""
    labels: tuple[str, ...] = ()
    outline: tuple[Heading, ...] = ()
    encrypted: bool = False
    repaired: bytes | None = None
    warnings: tuple[str, ...] = ()


def pdf_facts(name: str, content: bytes) -> PdfFacts:
    """The facts of a PDF, as many as can be read.

    Raises EncryptedDocument where a password is needed to open it, nothing else: what cannot be read is left out and
    named in warnings. Of a file with AES encryption only that much is known: pypdf lacks the cipher, pdfium has it.
    """
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        encrypted = reader.is_encrypted
        opened = not encrypted or bool(reader.decrypt(""))
    except DependencyError:
        if _asks_for_password(content):
            raise EncryptedDocument(name, PASSWORD) from None
        return PdfFacts(encrypted=True, warnings=("outline and page labels could not be read: the file is encrypted",))
    except Exception as error:  # pypdf raises whatever a broken file makes its code raise
        return PdfFacts(repaired=repair(content), warnings=(_warning("the file's structure", error),))
    if not opened:
        raise EncryptedDocument(name, PASSWORD)
    warnings: list[str] = []
    title = _tried("the title", lambda: _title(reader), "", warnings)
    labels = _tried("the page labels", lambda: _labels(reader), NO_LABELS, warnings)
    outline = _tried("the outline", lambda: tuple(_outline(reader)), NO_OUTLINE, warnings)
    repaired = None if encrypted or _is_whole(content) else repair(content)
    return PdfFacts(title, labels, outline, encrypted, repaired, tuple(warnings))


def repair(content: bytes) -> bytes | None:
    """The file written anew with every page that can still be reached, or None where that fails."""
    if b"%%EOF" not in content[-1024:]:
        # pypdf looks for objects by itself only in a file that claims to end.
        roots = CATALOG.findall(content) if b"trailer" not in content else []
        trailer = b"\ntrailer\n<</Root %b %b R>>" % roots[-1] if roots else b""
        content += trailer + b"\nstartxref\n0\n%%EOF\n"
    try:
        writer = PdfWriter()
        for page in PdfReader(io.BytesIO(content), strict=False).pages:
            writer.add_page(page)
        if not writer.pages:
            return None
        written = io.BytesIO()
        writer.write(written)
        return written.getvalue()
    except MemoryError:
        raise
    except Exception:  # a file beyond repair fails anywhere
        return None


def _asks_for_password(content: bytes) -> bool:
    """Whether pdfium, which knows every encryption, cannot open the file without a password."""
    try:
        pdfium.PdfDocument(content).close()
    except pdfium.PdfiumError as error:
        return "password" in str(error).lower()
    return False


def _is_whole(content: bytes) -> bool:
    """Whether the file ends as a PDF does, and its end points at a cross-reference."""
    ends = list(STARTXREF.finditer(content, max(0, len(content) - 2048)))
    if not ends:
        return False
    # Offsets count from the header, which may stand after other bytes.
    place = int(ends[-1][1][:12]) + max(content.find(b"%PDF-", 0, 1024), 0)
    return bool(XREF.match(content, place)) or bool(XREF.match(content, int(ends[-1][1][:12])))


def _tried(what: str, read: Callable[[], T], otherwise: T, warnings: list[str]) -> T:
    try:
        return read()
    except MemoryError:
        raise
    except Exception as error:  # see pdf_facts
        warnings.append(_warning(what, error))
        return otherwise


def _warning(what: str, error: Exception) -> str:
    return f"{what} could not be read ({type(error).__name__})"


def _title(reader: PdfReader) -> str:
    title = reader.metadata.title if reader.metadata else None
    text = " ".join(str(title or "").split())[:TITLE_CHARACTERS]
    return "" if PLACEHOLDER.fullmatch(text) else text


def _labels(reader: PdfReader) -> tuple[str, ...]:
    return tuple(visible(label)[:LABEL] for label in reader.page_labels) if "/PageLabels" in reader.root_object else ()


def _outline(reader: PdfReader) -> Iterator[Heading]:
    """The outline's entries in reading order. pypdf itself bounds its depth and stops at its cycles."""
    if "/Outlines" not in reader.root_object:
        return
    count = 0
    numbers = _page_numbers(reader)
    waiting: list[Iterator[Any]] = [iter(reader.outline)]
    while waiting and count < OUTLINE_ENTRIES:
        for entry in waiting[-1]:
            if isinstance(entry, list):
                waiting.append(iter(entry))
                break
            count += 1
            title = " ".join(str(entry.title or "").split())[:TITLE_CHARACTERS]
            if title:
                page = getattr(entry.page, "idnum", None)
                yield Heading(title, len(waiting) - 1, numbers.get(page) if page is not None else None)
            if count >= OUTLINE_ENTRIES:
                break
        else:
            waiting.pop()


def _page_numbers(reader: PdfReader) -> dict[int, int]:
    """1-based page numbers by the pages' object numbers."""
    references = [page.indirect_reference for page in reader.pages]
    return {one.idnum: number for number, one in enumerate(references, 1) if one is not None}
