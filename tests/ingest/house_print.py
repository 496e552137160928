"""Generated minutes as files: Markdown, wrapped text, PDF, and a Word table with a column for actions."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import Literal

from docx import Document
from reportlab.platypus import Flowable

from tests.ingest import papers

Kind = Literal["title", "line", "number", "head", "bullet", "action", "person", "row"]
Part = tuple[Kind, str]
WIDTH = 88  # characters of a line of text
MARKS = {"title": "# ", "head": "## ", "bullet": "- ", "person": "- "}


def printed(parts: Sequence[Part], medium: str, tight: bool = False) -> bytes:
    """The parts as the bytes of a file; text that is tight has no blank lines.

    A number stands before its head, in one line with it but in a Word table.
    """
    if medium == "docx":
        return _table(parts)
    joined: list[Part] = []
    for kind, text in parts:
        numbered = kind == "head" and joined and joined[-1][0] == "number"
        joined.append((kind, f"{joined.pop()[1]} {text}") if numbered else (kind, text))
    if medium == "pdf":
        return papers.pdf([_flowable(kind, text.replace("&", "&amp;")) for kind, text in joined])
    return _lines(joined, medium == "markdown", tight and medium == "text").encode()


def _lines(parts: Sequence[Part], marked: bool, tight: bool) -> str:
    lines: list[str] = []
    last: Kind = "line"
    for kind, text in parts:
        if not tight and (kind != last or kind not in ("bullet", "person", "row")):
            lines.append("")
            lines += ["| Name | Post |", "| --- | --- |"] if kind == "row" else []
        mark = MARKS.get(kind, "") if marked or kind == "bullet" else ""
        lines += [f"{mark}{text}"] if marked or tight else textwrap.wrap(f"{mark}{text}", WIDTH)
        last = kind
    return "\n".join(lines).strip() + "\n"


def _flowable(kind: Kind, text: str) -> Flowable:
    if kind in ("title", "head"):
        return papers.heading(text)
    return papers.bullets(text) if kind == "bullet" else papers.paragraph(text)


def _table(parts: Sequence[Part]) -> bytes:
    """Minutes whose items are rows: number, the item with what was said of it, who is to do what."""
    document = Document()
    first = [kind for kind, _ in parts].index("number")
    for kind, text in parts[:first]:
        document.add_paragraph().add_run(text).bold = kind == "title"
    table = document.add_table(rows=1, cols=3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("No", "Item and discussion", "Action"), strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    for kind, text in parts[first:]:
        if kind == "number":
            table.add_row().cells[0].text = text
            continue
        cell = table.rows[-1].cells[2 if kind == "action" else 1]
        paragraph = cell.paragraphs[0] if not cell.text else cell.add_paragraph()
        paragraph.add_run(text).bold = kind == "head"
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()
