"""Ranked passages turned into the answer that a question asks for, all of it quotes and cited fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

from search.answers.actions import asked_for
from search.answers.decided import decided
from search.answers.figures import figures
from search.answers.found import Found, found
from search.answers.history import told_over_time
from search.answers.item import beside
from search.answers.listing import listed
from search.answers.meanings import meanings
from search.answers.model import Kind, Statement
from search.answers.passages import best, quoted
from search.answers.people import people
from search.answers.refusals import refuse
from search.engines.counted import Counts
from search.model import Answer, Answered, Hit
from search.understand.query import Intent, Query

# How the answer of an intent is made, and how many passages are shown beside it. A function gives () where neither the
# passages nor the registers hold such an answer.
MAKERS: Mapping[Intent, tuple[Kind, Callable[[Found], tuple[Statement, ...]], int]] = {
    "decision": ("decision", decided, 1),
    "person": ("person", people, 2),
    "action": ("action", asked_for, 1),
    "number": ("number", figures, 2),
    "definition": ("definition", meanings, 2),
    "list": ("list", listed, 2),
    "history": ("history", told_over_time, 0),
}
# Answers that begin with an item's resolution: what was said under that item comes next.
OF_AN_ITEM: tuple[Kind, ...] = ("decision", "list")
WHOLE = 0.6  # share of a passage's letters that an answer quotes where it shows the passage
_HOW_MUCH = re.compile(r"\bhow (?:much|many|long|often)\b", re.IGNORECASE)


def compose(connection: Connection, query: Query, hits: Sequence[Hit], counts: Counts | None = None) -> Answer:
    """The answer of the question's intent, made of the hits in rank order and of the registers.

    Where those do not hold what the intent asks for, the best passages. A passage that its pages do not print is left
    out; where none is left the reply is a refusal.
    """
    held = found(connection, query, hits, counts)
    made = next((made for intent in _intents(held) if (made := _made(held, intent))), None) or best(held)
    if made is None:
        return refuse(connection, query, "nothing_found", ())
    kind, statements = made
    return Answered(query.text, held.hits, kind, statements)


def _intents(held: Found) -> list[Intent]:
    """What the question asks for, and what else its words or the best passage let it be taken for."""
    if not held.hits:
        return []
    intents: list[Intent] = [held.query.intent]
    if held.query.intent in ("passage", "plan") and held.hits[0].kind == "decision":
        intents.append("decision")
    if _HOW_MUCH.search(held.query.words):
        intents.append("number")
    return intents


def _made(held: Found, intent: Intent) -> tuple[Kind, tuple[Statement, ...]] | None:
    if intent not in MAKERS:
        return None
    kind, make, most = MAKERS[intent]
    statements = make(held)
    if not statements:
        return None
    more = most + max(0, len(held.query.parts) - 1)
    shown = frozenset(one.passage for one in statements) - _cut(held, statements)
    said = beside(held, statements[0].citation, most, shown) if kind in OF_AN_ITEM else ()
    shown |= {one.passage for one in said}
    return kind, (*statements, *said, *quoted(held, "also", more - len(said), shown))


def _cut(held: Found, statements: Sequence[Statement]) -> frozenset[str]:
    """Passages of which the statements quote a part only, so that the rest of them is still to be shown."""
    texts = {hit.id: hit.text for hit in held.hits if hit.kind == "discussion"}
    quoted_of: dict[str, int] = {}
    for one in statements:
        if one.passage in texts and one.quoted:
            quoted_of[one.passage] = quoted_of.get(one.passage, 0) + len(one.text)
    return frozenset(passage for passage, length in quoted_of.items() if length < WHOLE * len(texts[passage]))
