"""What became of a recommendation: the decision of the same meeting, under the same item, in much the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from search.links.held import HeldDecision, HeldRequest
from search.links.likeness import alike, held, plain_item, telling

# words of the asking and of the resolving, which every recommendation and every decision has
FORM = telling(
    "board committee asked requested invited recommended recommendation recommendations resolved outcome decision "
    "contents content members approve approved note noted endorse endorsed support supported agree agreed consider "
    "considered receive received ratify ratified adopt adopted delegate delegated review reviewed discuss discussed "
    "report paper item"
)
ITEM, LIKE, ALONE = 0.3, 0.6, 0.12
# what a recommendation asks for, by the stem of the verb that resolves it
_ASKED = re.compile(
    r"\b(approv|not(?=e|ing)|endors|support|delegat|agree|ratif|adopt|receiv)(?:e|es|s|y|ing|al|ation)?\b", re.I
)


_REFUSED = re.compile(
    r"\bnot\s+(?:be\s+|been\s+|to\s+)?(?:approve|agree|support|endorse|adopt|accept)d?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Rows of a recommendation and of the decision that resolved it."""

    recommendation: int
    decision: int


def resolutions(requests: Sequence[HeldRequest], decisions: Sequence[HeldDecision]) -> list[Resolution]:
    """The recommendations of one body's papers that minutes resolve, each with the likest decision that may answer it.

    Item number or title must be the same, and of either's telling words the other must hold a share of LIKE; of ITEM
    where number and title both agree and the verb answers what was asked; of ALONE where the item then holds one
    decision only.
    """
    by_day: defaultdict[str, list[HeldDecision]] = defaultdict(list)
    for decision in decisions:
        by_day[decision.meeting.date].append(decision)
    found = []
    for request in requests:
        if not request.date:
            continue
        words = telling(request.text) - FORM
        opens = not words or request.text.rstrip().endswith(":")  # "The Board is invited to:"
        if opens and not _ASKED.search(request.text):
            continue
        fits = [(_agreement(request, decision), decision) for decision in by_day.get(request.date, [])]
        near = [(agreement, decision) for agreement, decision in fits if agreement]
        texts = {decision.text for _, decision in near}
        scored = [
            (_likeness(words, request, decision), -decision.row, decision, agreement) for agreement, decision in near
        ]
        for likeness, _, decision, agreement in sorted(scored, key=lambda one: one[:2], reverse=True):
            sure = agreement == 2 and _answers(request.text, decision)
            need = ALONE if sure and len(texts) == 1 else ITEM if sure else LIKE
            if likeness >= need:
                found.append(Resolution(request.row, decision.row))
                break
    return found


def _answers(text: str, decision: HeldDecision) -> bool:
    """Whether a decision may answer what a text asks for; putting off or refusing answers everything."""
    asked = {match[1].lower() for match in _ASKED.finditer(text)}
    refused = decision.verb in ("deferred", "rejected") or bool(_REFUSED.search(decision.text))
    return not asked or refused or any(decision.verb.startswith(stem) for stem in asked)


def _agreement(request: HeldRequest, decision: HeldDecision) -> int:
    """2 where number and title agree, or the title alone and one has no number; 1 for either; else 0."""
    one, other = telling(request.title), telling(decision.title)
    titled = alike(one, other) >= 0.5 or (
        min(len(one), len(other)) > 1 and max(held(one, other), held(other, one)) == 1
    )
    if request.item and decision.item:
        numbered = plain_item(request.item) == plain_item(decision.item)
        return numbered + titled
    return 2 * titled


def _likeness(words: frozenset[str], request: HeldRequest, decision: HeldDecision) -> float:
    """The larger share of telling words that either has of the other; a bare "approved the report" has the title's."""
    said = telling(decision.text) - FORM
    asked = words or telling(request.title) - FORM
    said = said or telling(decision.title) - FORM
    return max(held(asked, said), held(said, asked)) if min(len(asked), len(said)) > 1 else held(asked, said)
