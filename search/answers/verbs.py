"""The verbs by which questions and minutes say what a body did, and which of them contradict each other."""

from __future__ import annotations

import re
from typing import Literal

from ingest.model import Verb

Polarity = Literal["for", "against", "later"]

# Beginnings of a question's words, by the verbs of the register that they may mean.
_SAID: tuple[tuple[str, Polarity, tuple[Verb, ...]], ...] = (
    (r"approv\w*|sign(?:ed)? off|pass(?:ed)?\b|authoris\w*", "for", ("approved", "ratified", "agreed", "adopted")),
    (
        r"agree[ds]?\b|agreeing|accept\w*|settle[ds]? on",
        "for",
        ("agreed", "approved", "adopted", "supported", "endorsed"),
    ),
    (r"adopt\w*", "for", ("adopted", "approved")),
    (r"endors\w*|support\w*|back(?:ed|s)?\b", "for", ("endorsed", "supported", "agreed", "approved")),
    (r"ratif\w*", "for", ("ratified",)),
    (r"award\w*", "for", ("approved", "agreed", "endorsed", "supported", "ratified")),
    (r"delegat\w*", "for", ("delegated",)),
    (
        r"reject\w*|refus\w*|declin\w*|turn(?:ed|ing|s)? (?:down|away)|vote[ds]? against|voted? down|oppos\w*|veto\w*|"
        r"block(?:ed|s)?\b|thr[oe]wn? out|dismiss\w*|scrap\w*|cancel\w*|abandon\w*|axed\b|overturn\w*",
        "against",
        ("rejected",),
    ),
    (r"defer\w*|postpon\w*|put(?:ting)? off|delay\w*|shelv\w*|adjourn\w*", "later", ("deferred",)),
)
_RULES = tuple((re.compile(rf"\b(?:{said})", re.IGNORECASE), way, verbs) for said, way, verbs in _SAID)
# An act named as a thing ("the delegation", "its approval") is what the question is about, and not what it supposes.
_NOUN = re.compile(r"(?:ions?|als?|ments?|awards|ances?)$", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:not|never|n't) (?:to )?(?:approv|agree|accept|adopt|endors|support|back|ratif|award)\w*", re.IGNORECASE
)
SUPPOSED = re.compile("|".join(rf"\b(?:{said})" for said, _, _ in _SAID), re.IGNORECASE)
FOR: frozenset[Verb] = frozenset(("approved", "agreed", "adopted", "endorsed", "supported", "ratified", "delegated"))


def verbs_of(text: str) -> frozenset[Verb]:
    """The verbs of the register that a question's words may mean, none where it names no act."""
    return frozenset(verb for rule, _, verbs in _RULES if rule.search(text) for verb in verbs)


def polarity(text: str) -> Polarity | None:
    """Which way a question supposes that a body decided, None where it names no such act or acts of two ways.

    >>> polarity("why was the lease refused"), polarity("when was it signed off"), polarity("who spoke")
    ('against', 'for', None)
    >>> polarity("why was the delegation rejected"), polarity("why was it not approved")
    ('against', 'against')
    """
    plain = _DENIED.sub("rejected", text)
    acts = [(way, act[0]) for rule, way, _ in _RULES for act in rule.finditer(plain)]
    ways = {way for way, act in acts if not _NOUN.search(act)} or {way for way, _ in acts}
    return ways.pop() if len(ways) == 1 else None


def way_of(verb: Verb) -> Polarity | None:
    """Which way a decision of the register went, None for one that only takes note."""
    return "for" if verb in FOR else "against" if verb == "rejected" else "later" if verb == "deferred" else None
