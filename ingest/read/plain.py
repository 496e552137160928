"""Plain text and Markdown into one page of lines and rows, with offsets into the exact text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.errors import NoText
from ingest.model import Document, Line, Page, Row, Source
from ingest.read.decoding import decoded
from ingest.read.front_matter import front_matter, front_title
from ingest.read.indents import Indents, columns
from ingest.read.plain_tables import is_table_line, table_length, table_rows
from ingest.read.stretch import Stretch, stretches
from ingest.read.tags import TagLines, tag_parts

PLACE = re.compile(r"\[(?:bookmark|image):[^\[\]\n]*\]")
PLACES = re.compile(rf"(?:{PLACE.pattern}\s*)+")
# Word marks every heading of its table of contents with such a bookmark, so the converted text declares it too.
CONTENTS_PLACE = re.compile(r"\[bookmark: _Toc\d+\]")
HEADING = re.compile(r"(#{1,6})(?:[ \t]+|$)")
CLOSING_HASHES = re.compile(r"(?:^|[ \t])#+$")
BULLET = re.compile(
    r"(?:[-*+\u2022\u00b7\u25aa\u25e6\u2023\u25cf\u25cb\u2013\uf0b7](?:[ \t]+|$)|[\u2022\uf0b7](?=\S)|o\t+)"
)
RING = re.compile(r"o[ \t]+(?=\S)")  # a ring that conversion put after the mark of its own
NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]\s")
# A line of nothing but marks: a rule, a fence, the underline of a heading.
RULE = re.compile(r"[-=_*~` \t]*|```+\w*|~~~+\w*|<!--[^<>]*-->|\[(?:bookmark|image):[^\[\]]*\]")
UNDERLINE = re.compile(r"={3,}|-{3,}")
STRONG = re.compile(r"(\*{2,3}|__|<b>|<strong>)(.*?)(\*{2,3}|__|</b>|</strong>)", re.DOTALL)
INNER_STRONG = re.compile(r"\*\*|__|</?b>|</?strong>")
LINE_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)
CONTENTS_LEVEL = 2
HEADING_CHARACTERS = 160


def read_plain(source: Source, content: bytes) -> Document:
    r"""The file as one page whose text is its exact decoded text, newlines as \n.

    Marks (`#`, `**` around a whole line, list marks, `[bookmark: ...]`, `[image: ...]`, rules) stand outside the
    parts; what remains inside a part is for marks.plain_text. Stretches of HTML become the lines and rows that they
    show. A numbered line keeps its number, and is a bullet where the line before or after it is numbered too. Raises
    NoText where nothing visible is left.
    """
    text = decoded(source.name, content)
    lines = list(stretches(text))
    front, after = front_matter(lines)
    parts = (*front, *_parts(lines, after))
    if not parts:
        raise NoText(source.name, "holds no text; check that this is the right file")
    title = source.title or front_title(text, front)
    return Document(replace(source, title=title), (Page(1, "", 0.0, 0.0, text, parts),))


def _parts(lines: list[Stretch], index: int) -> Iterator[Line | Row]:
    tables = 0
    tags, indents = TagLines(lines), Indents()
    while index < len(lines):
        if length := tags.length(index):
            yield from (rows := tag_parts(lines[index : index + length], tables))
            tables = max([tables, *(part.table + 1 for part in rows if isinstance(part, Row))])
            index += length
        elif is_table_line(lines, index):
            length = table_length(lines, index)
            yield from table_rows(lines[index : index + length], tables)
            tables, index = tables + 1, index + length
        else:
            yield from _printed(lines, index, indents)
            index += 1


def _printed(lines: list[Stretch], index: int, indents: Indents) -> Iterator[Line]:
    """One line outside tables, as the lines that <br> makes of it; a bullet knows how deep it stands."""
    line = _line(lines, index)
    indent = columns(lines[index].text)
    if line and line.bullet:
        line = replace(line, depth=indents.depth(indent))
    elif line and not indent:
        indents.end()
    if line is None:
        return
    raw = lines[index].cut(line.start - lines[index].start, line.end - lines[index].start)
    breaks = list(LINE_BREAK.finditer(raw.text)) if "<" in raw.text and not line.level else []
    starts, ends = [0, *(one.end() for one in breaks)], [*(one.start() for one in breaks), None]
    pieces = [raw.cut(start, end).stripped() for start, end in zip(starts, ends, strict=True)]
    for place, piece in enumerate(piece for piece in pieces if piece.text):
        rest = line if place == 0 else replace(line, bullet=False, depth=0)
        yield replace(rest, start=piece.start, end=piece.end)


def _line(lines: list[Stretch], index: int) -> Line | None:
    """One line outside tables, or None where it is blank or holds marks alone."""
    raw = lines[index].stripped()
    declared = CONTENTS_LEVEL if CONTENTS_PLACE.match(raw.text) else 0
    rest = _without_places(raw)
    if RULE.fullmatch(rest.text):
        return None
    level = 0
    if hashes := HEADING.match(rest.text):
        level = len(hashes[1])
        rest = rest.cut(hashes.end()).stripped()
        if closing := CLOSING_HASHES.search(rest.text):
            rest = rest.cut(0, closing.start()).stripped()
    bullet = BULLET.match(rest.text) if not level else None
    if bullet:
        rest = rest.cut(bullet.end()).stripped()
        if again := RING.match(rest.text):
            rest = rest.cut(again.end())
    rest, bold = _without_strong(rest)
    if not rest.text or RULE.fullmatch(rest.text):
        return None
    short = len(rest.text) <= HEADING_CHARACTERS
    level = level or (declared if short and not bullet else 0) or (_underlined(lines, index) if short else 0)
    numbered = not level and _numbered(rest.text) and _beside_number(lines, index)
    return Line(rest.start, rest.end, bold=bold, level=level, bullet=bool(bullet) or numbered)


def _without_places(line: Stretch) -> Stretch:
    """The line without the bookmark and image marks that it starts and ends with."""
    if places := PLACES.match(line.text):
        line = line.cut(places.end())
    end = len(line.text)
    while end and line.text[end - 1] == "]":
        start = line.text.rfind("[", 0, end)
        if start < 0 or not PLACE.fullmatch(line.text, start, end):
            break
        end = start
        while end and line.text[end - 1].isspace():
            end -= 1
    return line.cut(0, end).stripped()


def _without_strong(line: Stretch) -> tuple[Stretch, bool]:
    """The inside of a line that is bold from end to end, and whether it was."""
    match = STRONG.fullmatch(line.text)
    if match and match[2].strip() and not INNER_STRONG.search(match[2]):
        return line.cut(match.start(2), match.end(2)).stripped(), True
    return line, False


def _underlined(lines: list[Stretch], index: int) -> int:
    """1 or 2 where the next line underlines this one with = or -, and nothing stands above it; else 0."""
    under = lines[index + 1].text.rstrip() if index + 1 < len(lines) else ""
    above = lines[index - 1].text.strip() if index else ""
    if above or not UNDERLINE.fullmatch(under):
        return 0
    return 1 if under.startswith("=") else 2


def _numbered(text: str) -> bool:
    return bool(NUMBER.match(text))


def _beside_number(lines: list[Stretch], index: int) -> bool:
    return any(_numbered(lines[i].text.strip()) for i in (index - 1, index + 1) if 0 <= i < len(lines))
