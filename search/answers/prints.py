"""Whether the pages print what is to be quoted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from sqlalchemy import Connection, select

from ingest.model import Span
from search import schema
from search.model import Citation, Hit

# What a text version of a page puts in a picture's place; no passage quotes it.
_MARK = re.compile(r"\[(?:image|bookmark):[^\]]*\]")
_BLANK = re.compile(r"[\W_]+")
BEFORE = 12  # pages before a row on which the headings of its table may stand


_SPANS = "SELECT id, spans FROM passages WHERE id IN (SELECT value FROM json_each(?))"
_PAGES = (
    "SELECT number, text FROM pages WHERE document = ? AND number IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
)


class Prints:
    """The pages of one library, each read once for one answer. A quote is known by its letters and digits alone.

    Reading joins lines and puts marks before bullets, so that marks and blanks prove nothing; a letter or a digit that
    is not on the page does.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._pages: dict[tuple[str, int], str] = {}
        self._spans: dict[str, tuple[Span, ...]] = {}

    def holds(self, document: str, spans: Sequence[Span], text: str) -> bool:
        """Whether the spans of a document print all of a text: in one stretch, or line by line, or cell by cell."""
        self._read(document, {span.page for span in spans})
        parts = [self._pages.get((document, span.page), "")[span.start : span.end] for span in spans]
        held = [letters(part) for part in parts]
        whole = letters("".join(parts))
        if not letters(text):
            return False
        if letters(text) in whole or all(letters(line) in whole for line in text.splitlines()):
            return True
        return all(self._cell(document, spans, cell, whole, held) for line in text.splitlines() for cell in cells(line))

    def holds_hit(self, hit: Hit) -> bool:
        """Whether the pages print the words of a passage."""
        return self.holds(hit.citation.document, self.spans([hit.id])[hit.id], hit.text)

    def page_holds(self, place: Citation, text: str) -> bool:
        """Whether the page of a citation, or the one after it, prints a text in one stretch."""
        pages = (place.page, place.page + 1)
        self._read(place.document, pages)
        return bool(letters(text)) and letters(text) in letters(
            "".join(self._pages.get((place.document, page), "") for page in pages)
        )

    def spans(self, ids: Iterable[str]) -> dict[str, tuple[Span, ...]]:
        """Where the words of passages stand, by their ids and without boxes; () for one that is not there."""
        wanted = list(ids)
        missing = [one for one in wanted if one not in self._spans]
        if missing:
            for name, spans in self.connection.exec_driver_sql(_SPANS, (json.dumps(missing),)):
                self._spans[name] = tuple(Span(page, start, end) for page, start, end, _ in json.loads(spans))
        return {one: self._spans.get(one, ()) for one in wanted}

    def passage_at(self, document: str, spans: Sequence[Span]) -> str:
        """The id of the passage that holds the beginning of some spans, "" where none does."""
        if not spans:
            return ""
        first, table = spans[0], schema.passages
        query = select(table.c.id, table.c.spans).where(
            table.c.document == document, table.c.page <= first.page, table.c.page_end >= first.page
        )
        for row in self.connection.execute(query):
            for page, start, end, _ in row.spans:
                if page == first.page and start <= first.start < end:
                    return str(row.id)
        return ""

    def passage_with(self, cited: Citation, text: str) -> str:
        """The id of the passage on a citation's page that holds a text, "" where none does."""
        table = schema.passages
        query = select(table.c.id, table.c.text).where(
            table.c.document == cited.document, table.c.page <= cited.page, table.c.page_end >= cited.page
        )
        rows = self.connection.execute(query)
        return next((str(row.id) for row in rows if letters(text) in letters(row.text)), "")

    def _cell(self, document: str, spans: Sequence[Span], cell: str, whole: str, held: Sequence[str]) -> bool:
        """Whether one cell is printed, after the heading of its column or without it."""
        parts = cell.split(": ")
        for at in range(len(parts)):
            said = letters(": ".join(parts[at:]))
            if said in whole or _strung(said, held):
                return at == 0 or self._headed(document, spans, ": ".join(parts[:at]))
        return False

    def _headed(self, document: str, spans: Sequence[Span], label: str) -> bool:
        first = min(span.page for span in spans)
        for pages in ({span.page for span in spans}, set(range(max(1, first - BEFORE), first))):
            self._read(document, pages)
            if any(letters(label) in letters(self._pages.get((document, page), "")) for page in pages):
                return True
        # A heading over several columns goes before each of theirs, though the page prints it once.
        near = letters(
            "".join(self._pages.get((document, page), "") for page in range(max(1, first - BEFORE), first + 1))
        )
        return all(word in near for word in map(letters, label.split()))

    def _read(self, document: str, pages: Iterable[int]) -> None:
        missing = [(document, page) for page in pages if (document, page) not in self._pages]
        if missing:
            numbers = json.dumps([number for _, number in missing])
            for number, text in self.connection.exec_driver_sql(_PAGES, (document, numbers)):
                self._pages[document, number] = text


def letters(text: str) -> str:
    """The letters and digits of a text, case aside, without the marks that stand for pictures.

    >>> letters("£2.4 mil-lion [image: a chart]")
    '24million'
    """
    return _BLANK.sub("", _MARK.sub("", text).casefold())


def cells(line: str) -> list[str]:
    """The cells of a row as it is shown."""
    return [cell for cell in line.split("; ") if letters(cell)]


def _strung(said: str, held: Sequence[str]) -> bool:
    """Whether a cell that runs over a page's end is put together from stretches of two spans."""
    for first, second in pairwise(held):
        for at in range(len(said) - 1, 0, -1):
            if said[:at] in first and said[at:] in second:
                return True
    return False
