"""OpenDocument texts (ODT) into one page: headings, paragraphs, lists and tables in the order of the text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from lxml import etree

from ingest.errors import DamagedDocument, EncryptedDocument, NoText
from ingest.model import Document, Source
from ingest.read.asides import of_open_text
from ingest.read.detect import BROKEN_ZIP
from ingest.read.limits import TITLE_CHARACTERS
from ingest.read.odt_body import OdtBody
from ingest.read.odt_styles import OFFICE, styles
from ingest.read.zipped import refuse_entities, xml

AGAIN = "open it in its own program and save it again as ODT or PDF"
ENCRYPTED = b"encryption-data"
TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_odt(source: Source, content: bytes) -> Document:
    """The file as one page: a line for each paragraph, a row for each table row (cells joined by tabs).

    List items and headings carry the numbers that the file's rules print. Left out: tracked deletions, hidden text,
    comments, notes, headers and footers. A merged cell counts once, a repeated one as often as it is repeated. The
    document's own title is kept where source has none. Raises EncryptedDocument, DamagedDocument, TooLarge, NoText.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if ENCRYPTED in _part(archive, "META-INF/manifest.xml"):
                raise EncryptedDocument(source.name, "asks for a password; save a copy without one and ingest that")
            parts = {name: _part(archive, name) for name in ("content.xml", "styles.xml", "meta.xml")}
    except BROKEN_ZIP as error:
        raise DamagedDocument(source.name, f"its zip is damaged; {AGAIN}") from error
    refuse_entities(source.name, content, AGAIN)
    try:
        root = xml(parts["content.xml"])
        declared = xml(parts["styles.xml"]) if parts["styles.xml"] else etree.Element("none")
        text = root.find(f"{OFFICE}body/{OFFICE}text")
    except (etree.LxmlError, ValueError) as error:
        raise DamagedDocument(source.name, f"cannot be opened as an OpenDocument text; {AGAIN}") from error
    if text is None:
        raise DamagedDocument(source.name, f"cannot be opened as an OpenDocument text; {AGAIN}")
    body = OdtBody(source.name, styles(declared, root))
    body.read(text)
    if not body.roll.parts:
        raise NoText(source.name, "holds no text; check that this is the right file")
    page = replace(body.roll.page(), asides=of_open_text(declared))
    return Document(replace(source, title=source.title or next(_titles(parts["meta.xml"]), "")), (page,))


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    return archive.read(name) if name in archive.namelist() else b""


def _titles(meta: bytes) -> Iterator[str]:
    try:
        found: Any = xml(meta).iter(TITLE) if meta else ()
    except etree.LxmlError:
        return
    for title in found:
        yield " ".join("".join(title.itertext()).split())[:TITLE_CHARACTERS]
