"""The libraries that one process serves, as one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection

from api.errors import NotFound
from api.joined import (
    answers_joined,
    coverages_joined,
    facets_joined,
    merged,
    precedents_joined,
    readings_joined,
    results_joined,
)
from api.readiness import fault
from api.ready import Ready
from api.registers import Order
from ingest.model import Proposal, Span
from search.examples import MOST
from search.find import DEEPEST
from search.first_came import first_came
from search.library import Library
from search.model import (
    WHOLE,
    Answer,
    Coverage,
    Facets,
    Hit,
    Matter,
    Narrowed,
    Precedents,
    Refused,
    Results,
    Sort,
    StoredDocument,
    StoredPage,
    StoredPassage,
)
from search.paging import ordered, page
from search.registers.entries import Listing, Slice, Wanted
from search.searcher import Searcher
from search.stages import answered
from search.understand.query import Query

T = TypeVar("T")


class Catalogue:
    """Every collection that may be seen here, each ranked alone; results are merged by rank, never by score."""

    def __init__(self, searchers: Mapping[str, Searcher]) -> None:
        self._searchers = tuple(searchers.values())
        self._begun = Ready[tuple[str, ...]](self.generation, self.examples, ())
        self._gathered = Ready[bool](self.generation, self._gather, False)

    @property
    def _libraries(self) -> list[Library]:
        return [searcher.library for searcher in self._searchers]

    def understood(self, question: str, dropped: Collection[str] = ()) -> Query:
        """What a question asks for, by all that the collections know. dropped are keys that the reader takes back."""
        return readings_joined([searcher.understood(question, dropped) for searcher in self._searchers])

    def results(
        self,
        question: str,
        dropped: Collection[str] = (),
        narrowed: Narrowed = WHOLE,
        sort: Sort = "relevance",
        offset: int = 0,
    ) -> Results:
        """One page of passages with the answer, each collection searched once."""
        joined = results_joined([searcher.results(question, dropped, narrowed) for searcher in self._searchers])
        answered(_status(joined.answer))
        return page(joined, sort, offset)

    def facets(self) -> Facets:
        """The values that a search of all collections can be narrowed to."""
        return facets_joined([searcher.facets() for searcher in self._searchers])

    def examples(self) -> tuple[str, ...]:
        """Up to four questions that are answered here; of several collections those of the first come first."""
        found = chain.from_iterable(searcher.examples() for searcher in self._searchers)
        return tuple(dict.fromkeys(found))[:MOST]

    def examples_at_hand(self) -> tuple[str, ...]:
        """The examples where they are made, else none: nobody waits for them."""
        return self._begun.get()

    def find(
        self,
        query: str,
        k: int,
        dropped: Collection[str] = (),
        narrowed: Narrowed = WHOLE,
        sort: Sort = "relevance",
        offset: int = 0,
    ) -> Listing[Hit]:
        """The part of k passages that is asked for, with how many there are."""
        found = [searcher.found(query, dropped, narrowed) for searcher in self._searchers]
        every = found[0] if len(found) == 1 else merged(found, DEEPEST)
        return Listing(len(every), ordered(every, sort)[offset : offset + k])

    def answer(self, question: str, dropped: Collection[str] = (), narrowed: Narrowed = WHOLE) -> Answer:
        """The best passages, or why there are none."""
        answers = [searcher.answer(question, dropped=dropped, narrowed=narrowed) for searcher in self._searchers]
        joined = answers_joined(question, answers)
        answered(_status(joined))
        return joined

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

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        """The k matters (1 to 100) nearest to what a proposal asks, strongest first, contrary ones among them."""
        return precedents_joined(proposal, [each.precedents(proposal, k) for each in self._searchers], k)

    def begin_precedents(self) -> None:
        """Begin to read what precedents are looked for among, where that is not read yet; nobody waits for it."""
        self._gathered.get()

    def _gather(self) -> bool:
        for each in self._searchers:
            each.gather()
        return True

    def matter(self, address: str) -> Matter:
        """One matter by its address. Raises NotFound."""
        for searcher in self._searchers:
            found = searcher.matter(address)
            if found is not None:
                return found
        raise NotFound(f"there is no matter {address[:64]} here")

    def coverage(self) -> Coverage:
        """What all collections hold together."""
        return coverages_joined([library.coverage() for library in self._libraries])

    def fault(self) -> str:
        """The first thing that keeps questions from being answered, "" where they can be."""
        return next(filter(None, map(fault, self._searchers)), "")

    def generation(self) -> str:
        """Changes whenever what may be seen in one of the libraries does, and tells of nothing else."""
        return "-".join(library.state for library in self._libraries)

    def documents(self) -> list[StoredDocument]:
        """Every document, older versions among them."""
        return [document for library in self._libraries for document in library.documents()]

    def came(self, passages: Collection[str]) -> dict[str, str]:
        """When the words of passages first came, by the passages' ids, in whichever version of a document."""
        return dict(self.gathered(lambda connection: first_came(connection, passages)))

    def register(self, order: Order, wanted: Wanted, part: Slice) -> Listing[Any]:
        """One part of a register over all collections."""
        if len(self._libraries) == 1:
            return _listed(self._libraries[0], order, wanted, part)
        end = None if part.limit is None else part.offset + part.limit
        found = [_listed(library, order, wanted, Slice(0, end)) for library in self._libraries]
        entries = order.arranged(chain(*(each.entries for each in found)), wanted.sort)
        return Listing(sum(each.total for each in found), tuple(entries[part.offset : end]))

    def gathered(self, look: Callable[[Connection], Iterable[T]]) -> tuple[T, ...]:
        """What a query gives over all collections, one after the other."""
        found: list[T] = []
        for library in self._libraries:
            with library.read() as connection:
                found += look(connection)
        return tuple(found)

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

    def passages_on(self, document: str, number: int) -> tuple[StoredPassage, ...]:
        """The passages that stand on a page, whole or in part, in their order."""
        return tuple(chain.from_iterable(library.passages_on(document, number) for library in self._libraries))

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


def _status(answer: Answer) -> str:
    return answer.reason if isinstance(answer, Refused) else "answered"


def _listed(library: Library, order: Order, wanted: Wanted, part: Slice) -> Listing[Any]:
    with library.read() as connection:
        return order.look(connection, wanted, part)


def _stored(library: Library, document: str) -> Path | None:
    if not any(held.id == document for held in library.documents()):
        return None
    path = library.file(document)
    return path if path.is_file() else None
