"""Office files are zips of XML: what can be wrong with one, and XML that is never followed out of itself."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

from lxml import etree

from ingest.errors import DamagedDocument
from ingest.read.detect import BROKEN_ZIP

ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)")


def refuse_entities(name: str, content: bytes, again: str) -> None:
    """Office programs never declare entities, so a part that does is an attack on its reader, whatever comes of it.

    again says what to do. Raises DamagedDocument.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.namelist():
                # UTF-16 is XML too; without its null bytes it reads like ASCII.
                if entry.endswith((".xml", ".rels")) and ENTITY.search(archive.read(entry).replace(b"\0", b"")):
                    raise DamagedDocument(name, f"declares XML entities, which no office program does; {again}")
    except BROKEN_ZIP as error:
        raise DamagedDocument(name, f"its zip is damaged; {again}") from error


def xml(text: bytes) -> Any:
    """The root element of one part. Raises etree.LxmlError."""
    return etree.fromstring(text, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
