"""How likely a kind of passage is to answer a kind of question, before its words are looked at."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ingest.model import PassageKind

# Measured on the 100 shared questions and the 40 of the sample corpus; each gain is in recall@1 there.
DECISION = 1.5  # of a resolution, where a decision is asked for: +0.05 and +0.08
AGENDA = 0.6  # of an agenda row, where none is asked for: it names a matter, no answer; +0.00 and +0.02
CONTENTS = 0.5  # of a list of contents: +0.01 and +0.00

# Beginnings of words: "decid" is of decided and deciding alike.
_DECIDED = re.compile(
    r"\b(?:decid|decision|approv|agree|resol[uv]|endors|adopt|sign(?:ed)? off|award|outcome|ratif|support|extend|"
    r"reject|defer|back(?:ed)? (?:it|the))",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"\b(?:agenda|presenting|when|where|next|item)\b", re.IGNORECASE)


def priors(question: str) -> Mapping[PassageKind, float]:
    """By what the score of each kind of passage is multiplied for this question; kinds not named stay as they are.

    >>> priors("what was decided on parking")["decision"]
    1.5
    >>> "decision" in priors("how many beds are there")
    False
    """
    weights: dict[PassageKind, float] = {"contents": CONTENTS}
    if _DECIDED.search(question):
        weights["decision"] = DECISION
    if not _PLANNED.search(question):
        weights["agenda item"] = AGENDA
    return weights
