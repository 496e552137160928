"""From bytes to a reading: the one function that the rest of the house calls."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from ingest.errors import NoText
from ingest.model import Document, Media, Page, Reading, Source
from ingest.read.detect import detect
from ingest.read.pdf import read_pdf
from ingest.read.plain import read_plain
from ingest.structure.blocks import blocks
from ingest.structure.furniture import Furniture, furniture
from ingest.structure.passages import passages
from ingest.structure.places import placed
from ingest.structure.sections import sections


def read_bytes(name: str, content: bytes) -> Reading:
    """One document read, understood and cut into passages. Raises an UnreadableDocument that names it."""
    return understood(read_document(name, content))


def read_document(name: str, content: bytes) -> Document:
    """One document read into pages.

    name is the file's name, used for its ending and in messages only. Raises an UnreadableDocument that names it.
    """
    media = detect(name, content)
    return _reader(media)(Source(name, hashlib.sha256(content).hexdigest(), media), content)


def _reader(media: Media) -> Callable[[Source, bytes], Document]:
    if media == "docx":
        from ingest.read.docx import read_docx  # a quarter of the start-up of every reading process, for few documents

        return read_docx
    return read_pdf if media == "pdf" else read_plain


def understood(document: Document) -> Reading:
    """A document's meetings and passages. Raises NoText where no passage could be made."""
    fixed = furniture(document.pages)
    pages = tuple(_labelled(page, fixed.labels) for page in document.pages)
    document = replace(document, pages=pages)
    # pages that hold nothing but what looks like running lines hold those lines as their text
    found = blocks(document, fixed) or blocks(document, Furniture(frozenset(), fixed.labels))
    spread, meetings = placed(found, sections(found), _title(document))
    numbered = document.source.media in ("markdown", "text")
    cut = passages(spread, pages, numbered)
    if not cut:
        raise NoText(document.source.name, "it holds no words to search, only marks")
    return Reading(document, tuple(meetings), tuple(cut))


def _labelled(page: Page, labels: dict[int, str]) -> Page:
    return page if page.label or page.number not in labels else replace(page, label=labels[page.number])


def _title(document: Document) -> str:
    """The document's own title, else its file's name in words."""
    return document.source.title or re.sub(r"[-_]+", " ", PurePath(document.source.name).stem)
