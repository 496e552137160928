"""HTML inside Markdown and plain text: stretches of lines that are tags, read where they stand."""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.model import Line, Row
from ingest.read.flow import BLOCKS, HIDDEN, Flow
from ingest.read.parting import parting
from ingest.read.stretch import Stretch

# A tag's attributes hold no angle brackets, so that every tag is read once however a file is broken.
TAG = re.compile(r"<!--|<(/?)([a-z][a-z0-9]{0,15})(\s[^<>]*)?/?>", re.IGNORECASE)
ATTRIBUTE = re.compile(r"\b(role|colspan|rowspan)\s{0,9}=\s{0,9}[\"']?([\w-]{1,20})", re.IGNORECASE)
NESTING = ("ul", "ol", "table")
BOLD = ("b", "strong")
MOST_LINES = 20_000  # that one stretch of tags may have


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag or comment: start:end of the text; name is "" for a comment, shut says that it is an end tag."""

    start: int
    end: int
    name: str
    shut: bool
    attributes: str


class TagLines:
    """Finds the stretches of tags among a text's lines, asked in their order."""

    def __init__(self, lines: Sequence[Stretch]) -> None:
        self._lines = lines
        self._open_to = 0  # before this line no list or table that stands open is ever closed

    def length(self, index: int) -> int:
        """How many lines the stretch of tags that begins at lines[index] has; 0 where none does.

        It begins with a tag that begins or ends a block, or hides its inside, and goes on to a blank line outside every
        list and table; where they are never closed, to the first blank line. A comment goes on to its end.
        """
        text = self._lines[index].text.strip()
        tag = TAG.match(text) if text.startswith("<") and "\t" not in text else None
        if not tag:
            return 0
        if tag[2] is None:
            return 0 if "-->" in text else self._comment(index)
        return self._block(index) if tag[2].lower() in BLOCKS | HIDDEN else 0

    def _comment(self, index: int) -> int:
        end = min(index + MOST_LINES, len(self._lines)) if index >= self._open_to else index
        for place in range(index, end):
            if "-->" in self._lines[place].text:
                return place + 1 - index
        self._open_to = max(self._open_to, end)
        return 0

    def _block(self, index: int) -> int:
        depth, blank = 0, 0
        limit = min(index + MOST_LINES, len(self._lines))
        for end in range(index, limit):
            text = self._lines[end].text
            if not text.strip():
                blank = blank or end
                if depth <= 0 or index < self._open_to:
                    return end - index
                continue
            for tag in TAG.finditer(text) if "<" in text else ():
                if tag[2] and tag[2].lower() in NESTING:
                    depth += -1 if tag[1] else 1
        if depth > 0 and blank:
            self._open_to = limit
            return blank - index
        return limit - index


def tag_parts(lines: Sequence[Stretch], tables: int) -> list[Line | Row]:
    """The lines and rows of a stretch of tags, with offsets into the whole text.

    tables is how many tables the text has had before. Blocks that no blank line parts have a parting between them.
    """
    flow = _flow(Stretch("\n".join(line.text for line in lines), lines[0].start))
    parts: list[Line | Row] = []
    for index, part in enumerate(flow.parts):
        if isinstance(part, Row):
            parts.append(replace(part, table=part.table + tables))
            continue
        if index in flow.opened and not part.bullet and not part.level:
            parts.append(parting(part.start))
        parts.append(part)
    return parts


def _flow(whole: Stretch) -> Flow:
    flow, bold, at, hidden = Flow(), 0, 0, ""
    tags = list(_tags(whole.text))
    layout = _layout(tags)
    for index, tag in enumerate(tags):
        if not hidden:
            _write(flow, whole.cut(at, tag.start), bold > 0)
        at = tag.end
        if hidden:
            hidden = "" if tag.shut and tag.name == hidden else hidden
        elif tag.name in HIDDEN:
            hidden = "" if tag.shut else tag.name
        elif tag.name in BOLD:
            bold = max(bold + (-1 if tag.shut else 1), 0)
        elif tag.name == "br":
            flow.line_break()
        elif tag.name in BLOCKS and tag.shut:
            flow.close(tag.name)
        elif tag.name in BLOCKS:
            attributes = {name.lower(): value for name, value in ATTRIBUTE.findall(tag.attributes)}
            flow.open(tag.name, attributes | ({"role": "presentation"} if index in layout else {}))
    if not hidden:
        _write(flow, whole.cut(at), bold > 0)
    flow.finish()
    return flow


def _tags(text: str) -> Iterator[Tag]:
    at, close = 0, 0
    while match := TAG.search(text, at):
        at = match.end()
        if match[2] is None:
            close = text.find("-->", at) if close >= 0 else close  # an end that is missing is looked for once
            at = close + 3 if close >= 0 else at
            yield Tag(match.start(), at, "", False, "")
        else:
            yield Tag(match.start(), at, match[2].lower(), bool(match[1]), match[3] or "")


def _layout(tags: Sequence[Tag]) -> set[int]:
    """The places of the table tags whose table holds another table."""
    tables = [index for index, tag in enumerate(tags) if tag.name == "table"]
    return {one for one, other in itertools.pairwise(tables) if not tags[one].shut and not tags[other].shut}


def _write(flow: Flow, stretch: Stretch, bold: bool) -> None:
    """The stretch's text, if any of it can be seen."""
    shown = stretch.stripped()
    if shown.text and html.unescape(shown.text).strip():
        flow.text(shown.start, shown.end, bold)
