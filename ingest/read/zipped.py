"""Office files are zips of XML: what can be wrong with one, and XML that is never followed out of itself."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from lxml import etree

from ingest.errors import DamagedDocument
from ingest.read.detect import BROKEN_ZIP

BEGINS = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<")
ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def refuse_entities(name: str, content: bytes, again: str) -> None:
    """Office programs never declare entities, so a part that does is an attack on its reader, whatever comes of it.

    again says what to do. Raises DamagedDocument.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                # UTF-16 is XML too; without its null bytes it reads like ASCII.
                if _is_xml(archive, entry) and ENTITY.search(archive.read(entry).replace(b"\0", b"")):
                    raise DamagedDocument(name, f"declares XML entities, which no office program does; {again}")
    except BROKEN_ZIP as error:
        raise DamagedDocument(name, f"its zip is damaged; {again}") from error


def _is_xml(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is XML, by its name or, as parts may have any name, by how it begins."""
    if entry.filename.endswith((".xml", ".rels")):
        return True
    with archive.open(entry) as part:
        return bool(BEGINS.match(part.read(64).replace(b"\0", b"")))


def xml(text: bytes) -> Any:
    """The root element of one part. Raises etree.LxmlError."""
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
