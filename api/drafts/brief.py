"""What a basket is exported as, before it is a file: headings, paragraphs, bullets, a table, quotations with places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from ingest.read.marks import visible
from search.citation import Citation
from search.words import whole

Genre = Literal["Minutes", "Paper", "Action log"]
Mark = Literal["", "strong"]
Kind = Literal["text", "opening", "lead", "quote", "warning", "note"]
NOT_XML = re.compile("[\ufffe\uffff]")  # what XML 1.0 cannot hold and shown has not taken out before


@dataclass(frozen=True, slots=True)
class Source:
    """Where quoted words can be checked: viewer is the address of the page with the words marked, file the file's.

    Both are absolute, "" where the site's address is not known. id tells it from every other place.
    """

    id: str
    genre: Genre
    citation: Citation
    viewer: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words in a line."""

    text: str
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Jump:
    """Words that lead to a heading of the same brief, by its anchor."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at this place, which cites a source."""

    source: Source


Run = Words | Jump | Note
Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3."""

    level: Literal[1, 2, 3]
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: a quote is the words of a paper, a note is the writer's, a warning says what must not be missed.

    An opening, and a lead in the words of a paper, stay with what follows them.
    """

    line: Line
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list, each entry one line."""

    entries: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: heads are its columns, widths what share of the width each takes, rows hold one line for each column."""

    caption: str
    heads: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Line, ...], ...]


Block = Heading | Paragraph | Bullets | Table


@dataclass(frozen=True, slots=True)
class Brief:
    """All that is exported of one basket. made_by is whose site it is from, day when it was."""

    title: str
    made_by: str
    day: date
    blocks: tuple[Block, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """What is cited, in order, each place once."""
        found: dict[str, Source] = {}
        for line in self._lines():
            for run in line:
                if isinstance(run, Note):
                    found.setdefault(run.source.id, run.source)
        return tuple(found.values())

    def _lines(self) -> Iterator[Line]:
        for block in self.blocks:
            if isinstance(block, Paragraph):
                yield block.line
            elif isinstance(block, Bullets):
                yield from block.entries
            elif isinstance(block, Table):
                for row in block.rows:
                    yield from row


def shown(text: str) -> str:
    r"""A text on one line as any file can hold it, without what prints nothing or turns the order of what is beside it.

    >>> shown("Part\u202e I\x00\n\uffff agenda \ud800")
    'Part I agenda \ufffd'
    """
    return " ".join(NOT_XML.sub("", whole(visible(text))).split())
