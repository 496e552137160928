"""The libraries that one process serves, as one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from itertools import chain, zip_longest
from pathlib import Path
from typing import Any, TypeVar

from api.errors import NotFound
from api.registers import Order
from ingest.model import Span
from search.library import Library
from search.model import Answer, Answered, Coverage, Hit, Reason, Refused, StoredDocument, StoredPage, StoredPassage
from search.registers.wanted import Listing, Slice, Wanted
from search.searcher import Searcher
from search.understand.query import Query

T = TypeVar("T")
BEHIND = 10  # passages behind an answer over several collections
# Why there is no answer, the reason that says most first: it is given where collections differ.
TELLING: tuple[Reason, ...] = ("false_premise", "not_recorded", "outside_coverage", "nothing_found", "empty_library")


class Catalogue:
    """Every collection that may be seen here, each ranked alone; results are merged by rank, never by score."""

    def __init__(self, searchers: Mapping[str, Searcher]) -> None:
        self._searchers = tuple(searchers.values())

    @property
    def _libraries(self) -> list[Library]:
        return [searcher.library for searcher in self._searchers]

    def understood(self, question: str, dropped: Collection[str] = ()) -> Query:
        """What a question asks for, by all that the collections know. dropped are keys that the reader takes back."""
        first, *others = [searcher.understood(question, dropped) for searcher in self._searchers]
        constraints = {one.key: one for query in (first, *others) for one in query.constraints if one.held}
        constraints |= {one.key: one for one in first.constraints if one.key not in constraints}
        return replace(first, constraints=tuple(constraints.values())) if others else first

    def find(self, query: str, k: int, dropped: Collection[str] = ()) -> tuple[Hit, ...]:
        """The best k passages."""
        found = [searcher.find(query, k, dropped) for searcher in self._searchers]
        return found[0] if len(found) == 1 else _merged(found, k)

    def answer(self, question: str, dropped: Collection[str] = ()) -> Answer:
        """The best passages, or why there are none."""
        answers = [searcher.answer(question, dropped=dropped) for searcher in self._searchers]
        if len(answers) == 1:
            return answers[0]
        return _joined(question, answers, self.coverage())

    def passage(self, passage: str) -> StoredPassage:
        """One passage by its id. Raises NotFound."""
        missing = f"there is no passage {passage[:64]} here"
        return self._first(lambda library: library.passage(passage), missing)

    def similar(self, passage: str, k: int) -> tuple[Hit, ...]:
        """The k passages of its own collection that are like a passage. Raises NotFound."""
        for searcher in self._searchers:
            found = searcher.similar(passage, k)
            if found is not None:
                return found
        raise NotFound(f"there is no passage {passage[:64]} here")

    def coverage(self) -> Coverage:
        """What all collections hold together."""
        held = [library.coverage() for library in self._libraries]
        dates = [day for each in held for day in (each.first, each.last) if day]
        return Coverage(
            sum(each.documents for each in held),
            sum(each.pages for each in held),
            sum(each.passages for each in held),
            sum(each.meetings for each in held),
            min(dates, default=""),
            max(dates, default=""),
        )

    def generation(self) -> str:
        """Changes whenever one of the libraries does."""
        return "-".join(str(library.generation) for library in self._libraries)

    def documents(self) -> list[StoredDocument]:
        """Every document, older versions among them."""
        return [document for library in self._libraries for document in library.documents()]

    def register(self, order: Order, wanted: Wanted, part: Slice) -> Listing[Any]:
        """One part of a register over all collections."""
        if len(self._libraries) == 1:
            return _listed(self._libraries[0], order, wanted, part)
        end = None if part.limit is None else part.offset + part.limit
        found = [_listed(library, order, wanted, Slice(0, end)) for library in self._libraries]
        entries = sorted(chain(*(each.entries for each in found)), key=order.key, reverse=order.newest_first)
        return Listing(sum(each.total for each in found), tuple(entries[part.offset : end]))

    def document(self, document: str) -> StoredDocument:
        """One document by its id. Raises NotFound."""
        for held in self.documents():
            if held.id == document:
                return held
        raise NotFound(f"there is no document {document[:64]} here")

    def page(self, document: str, number: int) -> StoredPage:
        """One page, counted from 1. Raises NotFound."""
        missing = f"document {document[:64]} has no page {number}"
        return self._first(lambda library: library.page(document, number), missing)

    def quote(self, document: str, passage: str) -> tuple[Span, ...]:
        """Where the words of a passage of this document stand. Raises NotFound."""
        missing = f"document {document[:64]} has no passage {passage[:64]}"
        found = self._first(lambda library: library.passage(passage), missing)
        if found.citation.document != document:
            raise NotFound(missing)
        return found.spans

    def file(self, document: str) -> Path:
        """The stored copy of a document. Raises NotFound."""
        self.document(document)
        missing = f"the file of document {document[:64]} is gone; `minutebook doctor` says what to do"
        return self._first(lambda library: _stored(library, document), missing)

    def _first(self, look: Callable[[Library], T | None], missing: str) -> T:
        for library in self._libraries:
            found = look(library)
            if found is not None:
                return found
        raise NotFound(missing)


def _listed(library: Library, order: Order, wanted: Wanted, part: Slice) -> Listing[Any]:
    with library.read() as connection:
        return order.look(connection, wanted, part)


def _stored(library: Library, document: str) -> Path | None:
    if not any(held.id == document for held in library.documents()):
        return None
    path = library.file(document)
    return path if path.is_file() else None


def _joined(question: str, answers: list[Answer], coverage: Coverage) -> Answer:
    """One answer of several: the first that is more than a passage, else the first; behind it the passages of all."""
    answered = [answer for answer in answers if isinstance(answer, Answered)]
    if answered:
        best = next((answer for answer in answered if answer.kind != "passage"), answered[0])
        order = [best, *(answer for answer in answered if answer is not best)]
        return replace(best, hits=_merged([answer.hits for answer in order], BEHIND))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    best_told = min(refused, key=lambda answer: TELLING.index(answer.reason))
    nearest = _merged([answer.nearest for answer in refused], BEHIND)
    return replace(best_told, question=question, coverage=coverage, nearest=nearest)


def _merged(rankings: list[tuple[Hit, ...]], k: int) -> tuple[Hit, ...]:
    """The rankings dealt out in turn, first ranks first, and numbered again."""
    dealt = [hit for hit in chain.from_iterable(zip_longest(*rankings)) if hit is not None]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(dealt[:k], start=1))
