"""How well a kind of passage fits what a question asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.model import PassageKind
from search.understand.query import Intent, Query

# Beginnings of words: "decid" is of decided and deciding alike.
_DECIDED = re.compile(
    r"\b(?:decid|decision|approv|agree|resol[uv]|endors|adopt|sign(?:ed)? off|award|outcome|ratif|support|exten[ds]|"
    r"reject|defer|delegat|back(?:ed)? (?:it|the))",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:agenda|presenting|when|where|next|item)\b", re.IGNORECASE)
_ROLL = re.compile(
    r"\b(?:apologi|attend|present at|absent|quorum|quorate|member|sits? on|represent|in the room)", re.IGNORECASE
)
_DECISIONS: frozenset[Intent] = frozenset(("decision", "list", "history"))
# intent -> the kind of passage that answers it
_FITTING: Mapping[Intent, PassageKind] = {
    "person": "attendance",
    "action": "action",
}
SIGNS = (
    "decision asked",
    "agenda",
    "contents",
    "roll: attendance",
    *(f"{intent}: {kind}" for intent, kind in _FITTING.items()),
)


def asks_for_decision(query: Query) -> bool:
    """Whether a decision is asked for, by the intent or by a word of deciding."""
    return query.intent in _DECISIONS or bool(_DECIDED.search(query.words))


def signs(query: Query, kind: PassageKind) -> list[float]:
    """1 or 0 for each of SIGNS: a kind that is asked for, or one that seldom answers."""
    told = [
        kind == "decision" and asks_for_decision(query),
        kind == "agenda item" and not _PLANNED.search(query.words),
        kind == "contents",
        kind == "attendance" and bool(_ROLL.search(query.words)),
    ]
    told += [query.intent == intent and kind == fitting for intent, fitting in _FITTING.items()]
    return [float(one) for one in told]
