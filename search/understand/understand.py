"""A question read without a model."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from search.understand.known import Known
from search.understand.query import Query
from search.words import cleaned


def understand(text: str, known: Known, dropped: Collection[str] = (), today: date | None = None) -> Query:
    """What any text asks for, by what the library knows.

    dropped are the keys of constraints that the reader takes back; today is by what "last year" is read.
    """
    question = cleaned(text)
    return Query(question, question, "passage", (), tuple(dropped), (question,) if question else ())
