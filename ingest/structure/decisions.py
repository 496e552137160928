"""Decisions of minutes: one for each sentence or bullet of a resolution."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Decision
from ingest.structure.bodies import BODY_WORDS
from ingest.structure.place import ACTION, DECIDED, Placed
from ingest.structure.verbs import condition, verb

LABEL = re.compile(r"^\W*[A-Za-z]+(?:\s+(?:no\.?\s*)?\d+)?\s*[:–-]\s*", re.I)
TOLD = re.compile(
    rf"^(?:\d+(?:\.\d+)*\s+)?(?:(?:it|this) was (?:then |also |unanimously )?(?:agreed|resolved|decided|approved)\b|"
    rf"the (?:[\w’'&-]+ ){{0,5}}(?:{BODY_WORDS}|members)(?: and (?:the )?\w+)? (?:then |also |unanimously )?"
    r"(?:agreed|resolved|decided|approved|adopted|endorsed|ratified|rejected|deferred)\b)",
    re.I,
)
_OPEN = re.compile(r"^(?:the\s+)?(?:[\w&/-]+\s+){0,6}:?\s*$")


def decisions(placed: Sequence[Placed]) -> list[Decision]:
    """The decisions of one set of minutes, in order.

    Where minutes label their resolutions, words outside a labelled block are never one. In minutes that label none, a
    sentence is one that says of the body itself, or of nobody, that it was agreed, decided, approved ...
    """
    return _labelled(placed) or _told(placed)


def _told(placed: Sequence[Placed]) -> list[Decision]:
    return [
        _decision(here, sentence, "")
        for here in placed
        if here.place.kind == "discussion" and not here.head and not ACTION.match(here.block.text)
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", here.block.text)
        if TOLD.match(sentence)
    ]


def _labelled(placed: Sequence[Placed]) -> list[Decision]:
    out: list[Decision] = []
    lead: str | None = None
    for here in placed:
        block = here.block
        if DECIDED.match(block.text):
            text = LABEL.sub("", block.text).strip()
            if block.text.rstrip().endswith(":") or _OPEN.match(text):
                lead = text
                continue
            lead = None
            out += [_decision(here, sentence, "") for sentence in _sentences(text)]
        elif lead is not None and block.kind == "bullet" and not ACTION.match(block.text):
            out.append(_decision(here, block.text, lead))
        elif block.kind != "bullet" or ACTION.match(block.text):
            lead = None
    return out


def _decision(here: Placed, text: str, lead: str) -> Decision:
    place = here.place
    return Decision(place.item, place.title, verb(text, lead), text, lead, condition(text), here.block.spans)


def _sentences(text: str) -> list[str]:
    """Sentences of a resolution that decide something; one that only explains stays with the sentence before it."""
    out: list[str] = []
    for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", text):
        if out and verb(sentence) == "other":
            out[-1] = f"{out[-1]} {sentence}"
        else:
            out.append(sentence)
    return out
