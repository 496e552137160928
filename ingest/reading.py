"""From bytes to a reading: the one function that the rest of the house calls."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import PurePath

from ingest.errors import NoText
from ingest.model import Correction, Document, Media, Page, Reading, Source
from ingest.ocr import UNREAD, Scans
from ingest.read.detect import detect
from ingest.read.marks import visible
from ingest.read.plain import read_plain
from ingest.structure.blocks import blocks
from ingest.structure.cited import cited, cited_paper
from ingest.structure.contents import contents
from ingest.structure.corrected import told, with_origins
from ingest.structure.furniture import Furniture, furniture
from ingest.structure.markings import markings, of_markings
from ingest.structure.papers.covers import papers
from ingest.structure.papers.standing import belonging
from ingest.structure.passages import passages
from ingest.structure.places import placed
from ingest.structure.registers.glossary import glossary
from ingest.structure.registers.interests import interests
from ingest.structure.registers.logs import logs
from ingest.structure.sections import sections
from ingest.structure.warned import warned


def read_bytes(name: str, content: bytes, scans: Scans = UNREAD) -> Reading:
    """One document read, understood and cut into passages. Raises an UnreadableDocument that names it."""
    return understood(read_document(name, content, scans))


def read_document(name: str, content: bytes, scans: Scans = UNREAD) -> Document:
    """One document read into pages.

    name is the file's name, used for its ending and in messages only; scans says what is done about pages that are
    pictures. Raises an UnreadableDocument that names it.
    """
    media = detect(name, content)
    source = Source(name, hashlib.sha256(content).hexdigest(), media)
    read = _pdf(source, content, scans) if media == "pdf" else _reader(media)(source, content)
    outline = tuple(replace(one, title=visible(one.title)) for one in read.outline)
    return replace(read, source=replace(read.source, title=visible(read.source.title)), outline=outline)


def _pdf(source: Source, content: bytes, scans: Scans) -> Document:
    """A PDF read; its libraries are imported when one is asked for, as they slow every start."""
    from ingest.read.pdf import read_pdf

    return read_pdf(source, content, scans)


def _reader(media: Media) -> Callable[[Source, bytes], Document]:
    """The reader of another format; those that slow every start are imported when asked for."""
    if media == "docx":
        from ingest.read.docx import read_docx

        return read_docx
    if media == "odt":
        from ingest.read.odt import read_odt

        return read_odt
    if media == "html":
        from ingest.read.html import read_html

        return read_html
    return read_plain


def understood(document: Document, corrections: Sequence[Correction] = ()) -> Reading:
    """Everything that a document states, and its passages, with what people put right in it by hand.

    The document's own warnings say what became of each correction. Raises NoText where no passage could be made.
    """
    fixed = furniture(document.pages)
    pages = tuple(_labelled(page, fixed.labels) for page in document.pages)
    document = replace(document, pages=pages)
    # pages that hold nothing but what looks like running lines hold those lines as their text
    found = blocks(document, fixed) or blocks(document, Furniture(frozenset(), fixed.labels))
    title = _title(document)
    stretches = with_origins(sections(found, (document.source.title, document.source.name)), corrections)
    spread, meetings = placed(found, stretches, title, corrections)
    asked = papers(spread, stretches, meetings, pages, title)
    spread = belonging(spread, asked)
    numbered = document.source.media in ("markdown", "text")
    cut = passages(spread, pages, numbered)
    if not cut:
        raise NoText(document.source.name, "it holds no words to search, only marks")
    people = [person for meeting in meetings for person in meeting.attendance]
    put_right = tuple(told(corrections, stretches, meetings))
    terms = tuple(glossary(spread, people, pages))
    parts = tuple(contents(spread, stretches, asked, title))
    marked = markings(document, fixed, found, stretches)
    return Reading(
        replace(document, warnings=(*document.warnings, *(one.text for one in put_right))),
        tuple(cited(meeting, pages) for meeting in meetings),
        tuple(cut),
        sections=parts,
        papers=tuple(cited_paper(paper, pages) for paper in asked),
        log=tuple(logs(spread, meetings, pages)),
        interests=tuple(interests(spread)),
        terms=terms,
        corrections=tuple(corrections),
        origins=tuple(section.origin for section in stretches if section.kind in ("minutes", "agenda")),
        warned=(*put_right, *warned(document, spread, meetings, parts, terms), *of_markings(marked)),
        markings=marked,
    )


def _labelled(page: Page, labels: dict[int, str]) -> Page:
    return page if page.label or page.number not in labels else replace(page, label=labels[page.number])


def _title(document: Document) -> str:
    """The document's own title, else its file's name in words."""
    return document.source.title or re.sub(r"[-_]+", " ", PurePath(document.source.name).stem)
