"""Decisions with the votes that are told of just before or after them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.structure.place import Placed, in_one_item
from ingest.structure.record.found import Found, next_block
from ingest.structure.record.votes import counted, votes_only
from ingest.structure.sentences import sentences

_VOTING = re.compile(
    r"\W*(?:(?:recorded|named)\s+)?vot(?:e|es|ing)\b[^:.;]{0,30}[:–-].*\b(?:for|in favour|against)\b", re.I
)
LONGEST = 600  # characters of a list of who voted how


def with_votes(found: list[Found], placed: Sequence[Placed]) -> list[Found]:
    """Each decision with the vote that the sentence or block after it records."""
    out: list[Found] = []
    for number, one in enumerate(found):
        after = found[number + 1] if number + 1 < len(found) else None
        if not one.decision.vote and (not number or found[number - 1].at < one.at):
            one = replace(one, decision=replace(one.decision, vote=_vote_before(one, placed)))
        if not after or after.at > one.at:
            parts = [one.decision.vote, _vote_after(one, placed)]
            vote = "; ".join(part for part in dict.fromkeys(parts) if part)
            one = replace(one, decision=replace(one.decision, vote=vote))
        out.append(one)
    return [one for one in out if not (votes_only(one.decision.text) and _repeats(one, out))]


def _vote_before(one: Found, placed: Sequence[Placed]) -> str:
    """The sentence just before a decision, where it counts the votes; "" where it does not."""
    here, before = placed[one.at], placed[one.at - 1] if one.at else None
    told = [text for text in sentences(here.block.text.partition(one.decision.text)[0]) if " " in text]
    if not told and before and in_one_item(before, here) and not before.head:
        told = sentences(before.block.text)
        if _VOTING.match(before.block.text) and len(before.block.text) <= LONGEST:
            return before.block.text
    return next((text for text in told[-1:] if counted(text)), "")


def _vote_after(one: Found, placed: Sequence[Placed]) -> str:
    here = placed[one.at]
    _, _, rest = here.block.text.partition(one.decision.text)
    texts = [*sentences(rest)[:2]]
    after = next_block(one.at, placed)
    if not rest.strip() and after:
        texts += [after.block.text]
    return next((text for text in texts[:1] if votes_only(text)), "")


def _repeats(one: Found, found: Sequence[Found]) -> bool:
    """Whether a sentence that only tells of a vote is the vote of a decision already found."""
    return any(other.decision.vote and other.decision.vote in one.decision.text for other in found if other is not one)
