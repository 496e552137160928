"""Which format a file has, by its bytes; its name only decides where bytes leave a choice."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from pathlib import PurePath

from ingest.errors import DamagedDocument, EmptyFile, EncryptedDocument, TooLarge, UnknownFormat
from ingest.model import Media
from ingest.read.decoding import decoded
from ingest.read.limits import FILE_BYTES, MEBIBYTE, ZIP_BYTES, ZIP_ENTRIES, ZIP_RATIO, ZIP_RATIO_FROM, ZIP_XML_BYTES

READ = "minutebook reads PDF, DOCX, ODT, HTML, Markdown and plain text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HASH_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
WORD_PART = re.compile(r"word/document\d*\.xml")
TAGGED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)?<(!doctype\s+html|html|head|body|\?xml)\b", re.I | re.S
)
PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
PAGE_ENDINGS = (".html", ".htm", ".xhtml")
OPEN = "application/vnd.oasis.opendocument."
KIND = re.compile(r"[a-z0-9./+-]*")
OPEN_TEXT = f"{OPEN}text"

# What reading a damaged zip, or one with a password, raises.
BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    RuntimeError,
    NotImplementedError,
    OSError,
    EOFError,
    ValueError,
)

# A stream that tells what an old Office file is, and what to do with it. Source: [MS-DOC], [MS-XLS], [MS-PPT].
OLD_OFFICE = (
    ("WordDocument", "is an old Word file (.doc); save it as DOCX or PDF"),
    ("Workbook", "is an old Excel file (.xls); print it to PDF"),
    ("PowerPoint Document", "is an old PowerPoint file (.ppt); save it as PDF"),
)
# What a file starts with, and what to call it. Source: the formats' own specifications.
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"II*\0", "an image"),
    (b"MM\0*", "an image"),
    (b"BM", "an image"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
)


def detect(name: str, content: bytes) -> Media:
    """The format of content, one of Media.

    Raises EmptyFile for no bytes, TooLarge for a file or zip past the limits, EncryptedDocument for a Word file with a
    password, DamagedDocument for a broken zip, UnknownFormat for everything that is not read.
    """
    if not content:
        raise EmptyFile(name, "the file is empty; download or save it again")
    if len(content) > FILE_BYTES:
        raise TooLarge(name, f"the file is larger than {FILE_BYTES // MEBIBYTE} MB; split it into several files")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(OLE):
        raise _ole(name, content)
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(name, content)
    if other := _other(content):
        raise UnknownFormat(name, f"is {other}; {READ}: save it as one of these")
    if _is_page(name, content):
        return "html"
    return _text(name, content)


def _is_page(name: str, content: bytes) -> bool:
    return bool(TAGGED.match(content[:4096])) or PurePath(name).suffix.lower() in PAGE_ENDINGS


def _ole(name: str, content: bytes) -> EncryptedDocument | UnknownFormat:
    """What to say of the container that old Office files and password-protected new ones share."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return EncryptedDocument(name, "asks for a password; save a copy without one and ingest that")
    for stream, what in OLD_OFFICE:
        if stream.encode("utf-16-le") in content:
            return UnknownFormat(name, what)
    return UnknownFormat(name, f"is an old Office file; {READ}: save it as PDF")


def _zip(name: str, content: bytes) -> Media:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except BROKEN_ZIP:
        raise DamagedDocument(name, "its zip is damaged; download or save it again") from None
    names = {entry.filename for entry in entries[:ZIP_ENTRIES]}
    word = any(WORD_PART.fullmatch(entry) for entry in names)
    if not word and not (kind := _open_document(content, names)).startswith(OPEN_TEXT):
        raise UnknownFormat(name, f"is {_zipped(names, kind)}; {READ}: save it as one of these")
    if any(entry.flag_bits & 1 for entry in entries):
        raise EncryptedDocument(name, "asks for a password; save a copy without one and ingest that")
    _check_size(name, entries)
    return "docx" if word else "odt"


def _open_document(content: bytes, names: set[str]) -> str:
    """The kind that an OpenDocument file declares in its first entry, or ""."""
    if not {"mimetype", "content.xml"} <= names:
        return ""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("mimetype") as entry:
            found = KIND.match(entry.read(100).decode("ascii", "replace").strip())
            return found[0] if found else ""
    except BROKEN_ZIP:
        return ""


def _check_size(name: str, entries: list[zipfile.ZipInfo]) -> None:
    """Raise TooLarge for a zip that unpacks to more than a Word file holds; unpacking stops at the sizes declared."""
    if len(entries) > ZIP_ENTRIES:
        raise TooLarge(name, f"holds {len(entries):,} zip entries, more than {ZIP_ENTRIES:,}; save it as PDF")
    total = sum(entry.file_size for entry in entries)
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    steep = any(e.file_size > ZIP_RATIO_FROM and e.file_size > ZIP_RATIO * e.compress_size for e in entries)
    if total > ZIP_BYTES or xml > ZIP_XML_BYTES or steep:
        raise TooLarge(name, f"unpacks to {total // MEBIBYTE} MB, too much for a Word file; save it as PDF")


def _zipped(names: set[str], kind: str) -> str:
    if any(entry.startswith("xl/") for entry in names):
        return "an Excel workbook"
    if any(entry.startswith("ppt/") for entry in names):
        return "a PowerPoint file"
    if kind.startswith(OPEN):
        return f"an OpenDocument {kind.removeprefix(OPEN)}"
    return "a zip archive"


def _other(content: bytes) -> str:
    for start, what in STARTS:
        if content.startswith(start) and (start != b"BM" or b"\0" in content[:32]):
            return what
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "an image"
    if content[4:8] == b"ftyp":
        return "an image or a recording"
    tag = TAGGED.match(content[:4096])
    return "an XML file" if tag and tag[1] == b"?xml" and not PAGE.search(content[:4096]) else ""


def _text(name: str, content: bytes) -> Media:
    suffix = PurePath(name).suffix.lower()
    if suffix in (".pdf", ".docx", ".odt"):
        raise UnknownFormat(name, f"is named {suffix} but does not hold one; download or save it again")
    text = decoded(name, content)
    return "markdown" if suffix in (".md", ".markdown") or HASH_HEADING.search(text) else "text"
