"""What Word, OpenDocument and web pages keep apart from their text: headers, footers and watermarks."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

from lxml import etree

from ingest.model import Aside
from ingest.read.docx_words import W
from ingest.read.odt_styles import STYLE, TEXT
from ingest.read.zipped import xml

MOST = 300  # asides of one document
LONGEST = 300  # characters of one
WATERMARK = "{urn:schemas-microsoft-com:vml}textpath"


def of_word(opened: Any) -> tuple[Aside, ...]:
    """The paragraphs of the headers and footers of a Word file that python-docx has opened, and its watermarks."""
    return tuple(itertools.islice(_of_word(opened), MOST))


def of_open_text(declared: Any) -> tuple[Aside, ...]:
    """The paragraphs of the headers and footers of an OpenDocument text; declared is the root of its styles.xml."""
    return tuple(itertools.islice(_of_open_text(declared), MOST))


def of_web_page(root: Any) -> tuple[Aside, ...]:
    """The texts of a page's own <header> and <footer>, those that stand in its body itself."""
    return tuple(itertools.islice(_of_web_page(root), MOST))


def _of_word(opened: Any) -> Iterator[Aside]:
    for relation in opened.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in ("header", "footer") or relation.is_external:
            continue
        try:
            root = xml(relation.target_part.blob)
        except (etree.LxmlError, ValueError):
            continue
        for one in root.iter(W + "p", WATERMARK):
            if one.tag == WATERMARK:
                yield from _aside("stamp", one.get("string", ""))
            else:
                yield from _aside(kind, "".join(text.text or "" for text in one.iter(W + "t")))


def _of_open_text(declared: Any) -> Iterator[Aside]:
    for kind in ("header", "footer"):
        for one in declared.iter(*(f"{STYLE}{kind}{where}" for where in ("", "-left", "-first"))):
            for paragraph in one.iter(TEXT + "p", TEXT + "h"):
                yield from _aside(kind, "".join(paragraph.itertext()))


def _of_web_page(root: Any) -> Iterator[Aside]:
    for one in root.iterfind("body/*"):
        if one.tag in ("header", "footer"):
            for text in one.itertext():
                yield from _aside(one.tag, text)


def _aside(kind: str, text: str) -> Iterator[Aside]:
    words = " ".join(text.split())[:LONGEST]
    if words:
        yield Aside("header" if kind == "header" else "footer" if kind == "footer" else "stamp", words)
