"""What the pages ask of the libraries behind them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Protocol

from ingest.model import Span
from search.model import Answer, Coverage, Hit, Query, StoredDocument, StoredPage, StoredPassage


class Catalogue(Protocol):
    """The libraries that one reader may see, as one."""

    def coverage(self) -> Coverage:
        """What there is."""

    def understood(self, question: str, dropped: Collection[str] = ()) -> Query:
        """What a question asks for; dropped are the keys of what the reader takes back."""

    def answer(self, question: str, dropped: Collection[str] = ()) -> Answer:
        """The best passages for a question, or why there are none."""

    def passage(self, passage: str) -> StoredPassage:
        """One passage by its id; raises the project's not-found error."""

    def similar(self, passage: str, k: int) -> tuple[Hit, ...]:
        """The k passages that are like a passage; raises the project's not-found error."""

    def document(self, document: str) -> StoredDocument:
        """One document by its id; raises the project's not-found error."""

    def page(self, document: str, number: int) -> StoredPage:
        """One page, counted from 1; raises the project's not-found error."""

    def quote(self, document: str, passage: str) -> tuple[Span, ...]:
        """Where the words of a passage of this document stand; raises the project's not-found error."""
