"""Tables in plain text: runs of lines with tabs, and Markdown's pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Cell, Row
from ingest.read.marks import plain_text
from ingest.read.stretch import Stretch

PIPE = re.compile(r"(?<!\\)\|")
LIST_MARK = re.compile(
    r"\s*(?:[-*+\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u2013\uf0b7]|#{1,6}|o|\(?\w{1,3}[.)])\t+[^\t]*"
)
# A list item that stands inside another by a tab.
INDENTED = re.compile(r"\s+[-*+\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u2013\uf0b7] [^\t]*")
STRONG = re.compile(r"(?:<p>)?(?:\*\*.*\*\*|__.*__|<b>.*</b>|<strong>.*</strong>)(?:</p>)?", re.DOTALL)
STRONG_MARK = re.compile(r"\*\*|__|</?(?:b|strong)>")
NUMERIC = re.compile(r"[-+(]?[£$€]?\d[\d,.\s]*[%mkbn)]*")
DIGIT = re.compile(r"\d")
HEADING_CELL_CHARACTERS = 90


def is_table_line(lines: Sequence[Stretch], index: int) -> bool:
    """Whether a table starts (or goes on) at lines[index]."""
    text = lines[index].text
    if _is_tabbed(text) and not INDENTED.fullmatch(text) and not _is_lone_list_line(lines, index):
        return True
    return _is_pipe_start(lines, index)


def table_length(lines: Sequence[Stretch], index: int) -> int:
    """How many lines the table that starts at lines[index] has; at least 1."""
    end = index + 1
    if _is_pipe_start(lines, index):
        while end < len(lines) and "|" in lines[end].text:
            end += 1
        return end - index
    # A line of tabs alone is a row without words: it does not end the table, unless it is the last.
    last = end
    while end < len(lines) and "\t" in lines[end].text and not LIST_MARK.fullmatch(lines[end].text):
        end += 1
        last = end if lines[end - 1].text.strip() else last
    return last - index


def table_rows(lines: Sequence[Stretch], table: int) -> Iterator[Row]:
    """The rows of one table; separator rows are left out and make the row above them a heading row.

    Empty cells are left out, the others keep their column. A first row counts as a heading row too where it alone is
    bold, or where it fills every column with short words and rows with figures or longer text follow.
    """
    pipes = "\t" not in lines[0].text or _is_pipe_row(lines[0].text)
    kept: list[tuple[Cell, ...]] = []
    texts: list[list[str]] = []
    headers: set[int] = set()
    columns = 1
    for place, line in enumerate(lines):
        # Only under the first row: further down, dashes are cells without a figure.
        if place == 1 and _is_separator(line.text):
            headers.add(0)
            continue
        stretches = _pipe_cells(line) if pipes else _tab_cells(line)
        columns = max(columns, len(stretches))
        if cells := tuple(_cells(stretches)):
            kept.append(cells)
            texts.append([plain_text(cell.text) for cell in stretches if cell.text])
    if not headers and kept and _is_heading_row(texts, kept, columns):
        headers.add(0)
    for index, cells in enumerate(kept):
        yield Row(cells, table, columns, header=index in headers)


def _is_tabbed(text: str) -> bool:
    return "\t" in text.strip() or ("\t" in text and bool(text.strip()) and text.startswith("\t"))


def _is_separator(text: str) -> bool:
    """A row of dashes between pipes or tabs, as Markdown and plain text put under a heading row."""
    return "-" in text and ("|" in text or "\t" in text) and not text.strip("|:- \t")


def _is_lone_list_line(lines: Sequence[Stretch], index: int) -> bool:
    """A list mark, a tab and one text: a bullet, or one numbered line that no table surrounds."""
    text = lines[index].text
    if not LIST_MARK.fullmatch(text):
        return False
    around = [lines[i].text for i in (index - 1, index + 1) if 0 <= i < len(lines)]
    return not (text.strip()[0].isalnum() and text.strip()[0] != "o") or not any(_is_tabbed(line) for line in around)


def _is_pipe_row(text: str) -> bool:
    text = text.strip()
    return text.count("|") >= 3 and text.startswith("|") and text.endswith("|")


def _is_pipe_start(lines: Sequence[Stretch], index: int) -> bool:
    text = lines[index].text
    if "|" not in text:
        return False
    below = lines[index + 1].text if index + 1 < len(lines) else ""
    return _is_pipe_row(text) or ("|" in below and _is_separator(below))


def _tab_cells(line: Stretch) -> list[Stretch]:
    cells, start = [], 0
    for text in line.text.split("\t"):
        cells.append(Stretch(text, line.start + start).stripped())
        start += len(text) + 1
    return cells


def _pipe_cells(line: Stretch) -> list[Stretch]:
    line = line.stripped()
    edges = [match.start() for match in PIPE.finditer(line.text)]
    starts = [0, *(edge + 1 for edge in edges)]
    cells = [line.cut(start, end).stripped() for start, end in zip(starts, [*edges, len(line.text)], strict=True)]
    first = 1 if edges and edges[0] == 0 else 0
    last = len(cells) - 1 if edges and edges[-1] == len(line.text) - 1 and len(cells) > first + 1 else len(cells)
    return cells[first:last]


def _cells(stretches: Sequence[Stretch]) -> Iterator[Cell]:
    for column, cell in enumerate(stretches):
        if cell.text:
            bold = bool(STRONG.fullmatch(cell.text)) and len(STRONG_MARK.findall(cell.text)) == 2
            yield Cell(cell.start, cell.end, column, bold=bold)


def _is_heading_row(texts: Sequence[Sequence[str]], rows: Sequence[Sequence[Cell]], columns: int) -> bool:
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    bold = [all(cell.bold for cell in row) for row in rows[:2]]
    if bold[0]:
        return not bold[1] and len(rows[0]) >= columns - 1
    first = texts[0]
    if len(first) < columns or any(len(t) > HEADING_CELL_CHARACTERS or NUMERIC.fullmatch(t) for t in first):
        return False
    figures = any(NUMERIC.fullmatch(text) for row in texts[1:] for text in row)
    lengths = sorted(sum(map(len, row)) for row in texts[1:])
    # Two columns may be a glossary, whose first row looks like the rest: there most rows have to be longer.
    longer = lengths[-1 if columns > 2 else len(lengths) // 2] > sum(map(len, first)) * (1 if columns > 2 else 1.5)
    return (longer and not any(DIGIT.search(text) for text in first)) or figures
