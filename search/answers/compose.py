"""Ranked passages turned into the answer that a question asks for, all of it quotes and cited fields."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from search import rows
from search.answers.decided import decided
from search.answers.found import Found
from search.answers.model import Kind, Statement
from search.answers.passages import best
from search.answers.prints import Prints
from search.model import Answer, Answered, Hit, Refused
from search.understand.query import Query


def compose(connection: Connection, query: Query, hits: Sequence[Hit]) -> Answer:
    """The answer of the question's intent, made of the hits in rank order and of the registers.

    Where those do not hold what the intent asks for, the best passage. A passage that its pages do not print is left
    out; where none is left the reply is a refusal.
    """
    found = Found(connection, query, tuple(hits), Prints(connection))
    made = _made(found)
    if made is None:
        return Refused(query.text, "nothing_found", rows.coverage(connection))
    kind, statements = made
    return Answered(query.text, found.hits, kind, statements)


def _made(found: Found) -> tuple[Kind, tuple[Statement, ...]] | None:
    if found.query.intent == "decision":
        made = decided(found)
        if made:
            return "decision", made
    return best(found)
