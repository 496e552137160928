"""The passages of one search in the order that a reader asks for, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from search.model import Answer, Hit, Refused, Results, Sort

PAGE = 10  # passages of a page
WEAK = 0.5  # confidence below which an answer may be to another question than was meant


def page(whole: Results, sort: Sort, offset: int, size: int = PAGE) -> Results:
    """One page of whole, which holds all passages by relevance; size of them, after offset others."""
    passages = ordered(whole.passages, sort)[offset : offset + size]
    return replace(whole, passages=passages, total=len(whole.passages), offset=offset, sort=sort)


def ordered(hits: Sequence[Hit], sort: Sort) -> tuple[Hit, ...]:
    """Hits by rank, or the newest meeting first: those of one day by rank, the undated last."""
    by_rank = sorted(hits, key=lambda hit: hit.rank)
    if sort == "date":
        by_rank.sort(key=lambda hit: hit.citation.date, reverse=True)  # equal ones stay as they were
    return tuple(by_rank)


def doubted(answer: Answer) -> bool:
    """Whether another question may have been meant: there is no answer, or a weak one."""
    return isinstance(answer, Refused) or answer.confidence < WEAK
