"""What the pages ask of the libraries behind them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from ingest.model import Span
from search.model import (
    WHOLE,
    Answer,
    Coverage,
    Facets,
    Hit,
    Listing,
    Narrowed,
    Query,
    Results,
    Sort,
    StoredDocument,
    StoredPage,
    StoredPassage,
)


class Catalogue(Protocol):
    """The libraries that one reader may see, as one."""

    def coverage(self) -> Coverage:
        """What there is."""

    def understood(self, question: str, dropped: Collection[str] = ()) -> Query:
        """What a question asks for; dropped are the keys of what the reader takes back."""

    def answer(self, question: str, dropped: Collection[str] = ()) -> Answer:
        """The best passages for a question, or why there are none."""

    def results(
        self,
        question: str,
        dropped: Collection[str] = (),
        narrowed: Narrowed = WHOLE,
        sort: Sort = "relevance",
        offset: int = 0,
    ) -> Results:
        """One page of results with the answer, from one search.

        sort by date has the newest meeting first, the undated last, over the first 100 passages.
        """

    def find(self, query: str, k: int, dropped: Collection[str] = (), narrowed: Narrowed = WHOLE) -> Listing[Hit]:
        """The best k passages, and no answer."""

    def facets(self) -> Facets:
        """The values that a search can be narrowed to."""

    def examples_at_hand(self) -> tuple[str, ...]:
        """Up to four questions answered here, made from what the newest papers hold; none until they are made."""

    def passage(self, passage: str) -> StoredPassage:
        """One passage by its id; raises the project's not-found error."""

    def similar(self, passage: str, k: int) -> tuple[Hit, ...]:
        """The k passages that are like a passage; raises the project's not-found error."""

    def generation(self) -> str:
        """Changes whenever one of the libraries does."""

    def documents(self) -> Sequence[StoredDocument]:
        """Every document, older versions among them."""

    def came(self, passages: Collection[str]) -> Mapping[str, str]:
        """When the words of passages first came, by the passages' ids, in whichever version of a document."""

    def document(self, document: str) -> StoredDocument:
        """One document by its id; raises the project's not-found error."""

    def page(self, document: str, number: int) -> StoredPage:
        """One page, counted from 1; raises the project's not-found error."""

    def passages_on(self, document: str, number: int) -> tuple[StoredPassage, ...]:
        """The passages that stand on a page, whole or in part, in their order."""

    def quote(self, document: str, passage: str) -> tuple[Span, ...]:
        """Where the words of a passage of this document stand; raises the project's not-found error."""
