"""Front matter: the fields between `---` lines at the top of a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Line
from ingest.read.limits import FRONT_MATTER_LINES, TITLE_CHARACTERS
from ingest.read.marks import plain_text
from ingest.read.parting import parting
from ingest.read.stretch import Stretch

PAIR = re.compile(r"[A-Za-z][\w .-]{0,60}:(?:\s|$)")
ENTRY = re.compile(r"-\s+(?=\S)")


def front_matter(lines: Sequence[Stretch]) -> tuple[list[Line], int]:
    """The lines of the file's front matter, and the index of the first line after it (0 where there is none).

    A field is a line of its own (`key: value`), an entry of a list is a bullet.
    """
    if not lines or lines[0].text.rstrip() != "---":
        return [], 0
    for index, line in enumerate(lines[1 : FRONT_MATTER_LINES + 2], 1):
        if line.text.rstrip() in ("---", "..."):
            return list(_fields(lines[1:index])), index + 1
        if not (PAIR.match(line.text) or line.text[:1] in ("", " ", "\t", "-", "#")):
            break
    return [], 0


def front_title(text: str, front: Sequence[Line]) -> str:
    """The value of the field `title`, or ""."""
    for line in front:
        key, _, value = text[line.start : line.end].partition(":")
        if key.strip().lower() == "title":
            return plain_text(value).strip("\"'")[:TITLE_CHARACTERS]
    return ""


def _fields(lines: Sequence[Stretch]) -> Iterator[Line]:
    listed = False
    for raw in lines:
        line = raw.stripped()
        if not line.text:
            continue
        entry = ENTRY.match(line.text)
        if entry:
            line = line.cut(entry.end())
        elif listed:
            yield parting(line.start)
        listed = bool(entry) or (listed and raw.text[:1].isspace())
        yield Line(line.start, line.end, bullet=bool(entry))
