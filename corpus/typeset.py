"""Typeset the sample papers: Markdown in `sources/` to PDF, and to DOCX where a source asks for it.

    python corpus/typeset.py

A source opens with `key: value` lines up to the first blank line: `title`, `header` and `footer` (on every page),
`part` (`II` goes to `restricted/`, all else to `papers/`), `front` (how many pages are numbered i, ii, ...) and `docx`.
`<!-- page NAME CLASS... -->` starts a new page; `[](#NAME)` prints its number. Every run gives the same bytes.
"""

import html
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocxDocument
from docx.text.paragraph import Paragraph
from markdown_it import MarkdownIt
from markdown_it.token import Token
from weasyprint import HTML
from weasyprint.pdf import pydyf

HERE = Path(__file__).parent
PAGE = re.compile(r"^<!-- page ?(?P<name>[\w-]*) ?(?P<classes>[\w -]*?) ?-->$", re.MULTILINE)
MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
EPOCH = datetime.fromtimestamp(int(os.environ.setdefault("SOURCE_DATE_EPOCH", "1735689600")), UTC)


@dataclass(frozen=True, slots=True)
class Source:
    """One document to typeset: its opening keys and its Markdown."""

    stem: str
    keys: dict[str, str]
    text: str

    @property
    def folder(self) -> Path:
        """Where the typeset document belongs."""
        return HERE / ("restricted" if self.keys.get("part") == "II" else "papers")


def read(path: Path) -> Source:
    """Split a source into its `key: value` opening and its text."""
    opening, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.split(":", 1) for line in opening.splitlines())
    return Source(path.stem, {key.strip(): value.strip() for key, value in pairs}, text)


def sections(text: str) -> Iterator[tuple[str, str, str]]:
    """Name, classes and Markdown of each run of text between page marks."""
    marks = list(PAGE.finditer(text))
    starts = [("", "", 0), *((m["name"], m["classes"], m.end()) for m in marks)]
    ends = [*(m.start() for m in marks), len(text)]
    for (name, classes, start), end in zip(starts, ends, strict=True):
        if body := text[start:end].strip():
            yield name, classes, body


def page(source: Source) -> str:
    """The whole document as HTML, one <section> for each page mark."""
    keys = {key: html.escape(value) for key, value in source.keys.items()}
    body = "\n".join(
        f'<section id="{name or f"start-{number}"}" class="{classes}">{MARKDOWN.render(text)}</section>'
        for number, (name, classes, text) in enumerate(sections(source.text))
    )
    return (
        f'<html lang="en-GB"><head><title>{keys["title"]}</title>'
        f'<link rel="stylesheet" href="typeset.css"></head><body>'
        f'<div id="header">{keys["header"]}</div><div id="footer">{keys["footer"]}</div>{body}</body></html>'
    )


def write_pdf(source: Source) -> None:
    """Typeset one source as PDF, with an outline and with page labels that match the printed numbers."""
    front = int(source.keys.get("front", "0"))

    def label(_: object, pdf: pydyf.PDF) -> None:
        roman = [0, pydyf.Dictionary({"S": "/r"})] if front else []
        arabic = [front, pydyf.Dictionary({"S": "/D", "St": front + 1})]
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(roman + arabic)})

    HTML(string=page(source), base_url=f"{HERE}/").write_pdf(source.folder / f"{source.stem}.pdf", finisher=label)


def write_runs(paragraph: Paragraph, inline: Token) -> None:
    """Append the text of one inline token, keeping bold and line breaks."""
    bold = False
    for child in inline.children or []:
        bold = child.type == "strong_open" or (bold and child.type != "strong_close")
        if child.type in {"softbreak", "hardbreak"}:
            paragraph.add_run(" " if child.type == "softbreak" else "\n")
        elif child.content:
            paragraph.add_run(child.content).bold = bold


def write_table(document: DocxDocument, tokens: list[Token]) -> None:
    """Append one table; every cell is an inline token between two tr tokens."""
    rows: list[list[Token]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(token)
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    cells = (cell for row in table.rows for cell in row.cells)
    for cell, inline in zip(cells, (inline for row in rows for inline in row), strict=True):
        write_runs(cell.paragraphs[0], inline)


def write_docx(source: Source) -> None:
    """The same source as a Word file with heading styles, lists and tables."""
    document = Document()
    about = document.core_properties
    about.title, about.author, about.created, about.modified = source.keys["title"], "", EPOCH, EPOCH
    document.sections[0].header.paragraphs[0].text = source.keys["header"]
    document.sections[0].footer.paragraphs[0].text = source.keys["footer"]
    tokens, style, at = MARKDOWN.parse(PAGE.sub("", source.text)), "Normal", 0
    while at < len(tokens):
        token = tokens[at]
        if token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            write_table(document, tokens[at:end])
            at = end
        elif token.type in {"heading_open", "list_item_open"}:
            style = f"Heading {token.tag[1:]}" if token.type == "heading_open" else "List Bullet"
        elif token.type == "inline":
            write_runs(document.add_paragraph(style=style), token)
            style = "Normal"
        at += 1
    packed, target = BytesIO(), source.folder / f"{source.stem}.docx"
    document.save(packed)
    with zipfile.ZipFile(packed) as loose, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as fixed:
        for name in loose.namelist():
            fixed.writestr(zipfile.ZipInfo(name, EPOCH.timetuple()[:6]), loose.read(name), zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    for folder in ("papers", "restricted"):
        (HERE / folder).mkdir(exist_ok=True)
    for source in map(read, sorted((HERE / "sources").glob("*.md"))):
        write_pdf(source)
        if source.keys.get("docx") == "yes":
            write_docx(source)
