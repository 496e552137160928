"""Web pages (HTML) into one page: what a reader would see of them, nothing fetched and nothing run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from ingest.errors import DamagedDocument, NoText, TooLarge
from ingest.model import Document, Page, Source
from ingest.read.asides import of_web_page
from ingest.read.decoding import decoded
from ingest.read.flow import BLOCKS, HIDDEN
from ingest.read.html_page import HtmlPage
from ingest.read.limits import HTML_CHARACTERS, HTML_DEPTH, TITLE_CHARACTERS

UNSEEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)
HEAVY = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:bold|[6-9]00)", re.IGNORECASE)
LIGHT = re.compile(r"font-weight\s{0,9}:\s{0,9}(?:normal|[1-5]00)", re.IGNORECASE)
BOLD = frozenset(("b", "strong", "th"))
DECLARATION = re.compile(r"\s*<\?xml[^<>]{0,200}\?>")


def read_html(source: Source, content: bytes) -> Document:
    """The file as one page of the words that it shows: a line for each paragraph, a row for each table row.

    Left out: scripts, styles, forms' choices, navigation, whatever is hidden, and all that stands outside the one
    <main> of a page that has one. The items of a numbered list carry their numbers. Tables that hold tables only lay
    out a page. The document's own title is kept where source has none. Raises DamagedDocument, TooLarge, NoText.
    """
    text = decoded(source.name, content)
    if len(text) > HTML_CHARACTERS:
        raise TooLarge(source.name, f"holds more than {HTML_CHARACTERS:,} characters; split it into several files")
    root = _parsed(source.name, DECLARATION.sub("", text, count=1))
    page = HtmlPage()
    _walk(source.name, _main(root), page)
    shown, parts = page.finished()
    if not parts:
        raise NoText(source.name, "holds no text; check that this is the right file")
    title = source.title or _title(root)
    return Document(replace(source, title=title), (Page(1, "", 0.0, 0.0, shown, parts, asides=of_web_page(root)),))


def _parsed(name: str, text: str) -> Any:
    """The tree of a text, mended as browsers mend it. Entities are HTML's own: a document type declares none here."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise DamagedDocument(name, "cannot be opened as a web page; save it again as HTML or PDF") from error
    if root is None:
        raise NoText(name, "holds no text; check that this is the right file")
    return root


def _main(root: Any) -> Any:
    """The part that a page marks as its main one, where exactly one is marked and holds text; else the whole."""
    marked = [one for one in root.iter("*") if one.tag == "main" or one.get("role") == "main"]
    return marked[0] if len(marked) == 1 and "".join(marked[0].itertext()).strip() else root


def _title(root: Any) -> str:
    found = root.find(".//title")
    return " ".join("".join(found.itertext()).split())[:TITLE_CHARACTERS] if found is not None else ""


def _walk(name: str, root: Any, page: HtmlPage) -> None:
    """Every element and text under root, in order, into page."""
    layout = _layout(root)
    bold = [False]
    walk = etree.iterwalk(root, events=("start", "end"), tag="*")
    for event, element in walk:
        if event == "start":
            if len(bold) > HTML_DEPTH:
                raise TooLarge(name, f"nests elements more than {HTML_DEPTH} deep; save it as PDF")
            seen = not _hidden(element)
            bold.append(_bold(element, bold[-1]))
            if not seen:
                walk.skip_subtree()
                continue
            page.open(element.tag, _attributes(element, layout))
            page.write(element.text or "", bold[-1])
        else:
            bold.pop()
            if not _hidden(element):
                page.close(element.tag)
            if element is not root:
                page.write(element.tail or "", bold[-1])


def _layout(root: Any) -> frozenset[Any]:
    """The tables that hold tables."""
    outer: set[Any] = set()
    inside: list[Any] = []
    for event, table in etree.iterwalk(root, events=("start", "end"), tag="table"):
        if event == "end":
            inside.pop()
            continue
        outer |= set(inside[-1:])
        inside.append(table)
    return frozenset(outer)


def _attributes(element: Any, layout: frozenset[Any]) -> Mapping[str, str]:
    # by pairs: a name that is no XML cannot be asked for
    attributes = dict(element.attrib.items()) if element.tag in BLOCKS else {}
    return attributes | {"role": "presentation"} if element in layout else attributes


def _hidden(element: Any) -> bool:
    if element.tag in HIDDEN or element.tag in ("nav", "option", "button", "textarea"):
        return True
    return element.get("hidden") is not None or bool(UNSEEN.search(element.get("style", "")))


def _bold(element: Any, outer: bool) -> bool:
    style = element.get("style", "")
    if style and LIGHT.search(style):
        return False
    return outer or element.tag in BOLD or bool(style and HEAVY.search(style))
