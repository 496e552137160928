"""Precedents printed for a terminal: what was read of the draft, then each matter with its words set apart by a bar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from api.commands.answered import plain
from ingest.model import long_date

if TYPE_CHECKING:
    from ingest.model import Proposal
    from search.model import DecisionEntry, Matter, Precedent, Precedents
    from search.precedents.model import Wording

NEAREST = "No precedents, but nearest by a plain search; look at them before you say that there are none:"
PLACES = 5  # of one wording that are named


def found_precedents(found: Precedents) -> str:
    """All of it; it ends without a line's end."""
    blocks = ["\n".join(_proposal(found.proposal))]
    if not found.precedents:
        blocks.append(f"None found. {found.looked}")
        if found.nearest:
            blocks.append("\n".join([NEAREST, *(line for one in found.nearest for line in _near(one))]))
    else:
        against = ", ".join(str(one.rank) for one in found.contrary)
        blocks.append(f"{found.looked}\n{_count(len(found.precedents), against)}")
    blocks += ["\n".join(_precedent(one)) for one in found.precedents]
    if found.wording:
        blocks.append("\n\n".join(["Wording that was used for the like:", *map(_wording, found.wording)]))
    return plain("\n\n".join(blocks))


def _count(number: int, against: str) -> str:
    said = f"{number} {'precedent' if number == 1 else 'precedents'}, strongest first"
    if against:
        return f"{said}; not all was given as asked in: {against}"
    return f"{said}; no minutes here say that one was refused, put off or limited"


def _proposal(proposal: Proposal) -> Iterator[str]:
    yield "Read of the draft:"
    yield from _field("title", [proposal.title])
    yield from _field("purpose", [proposal.purpose])
    yield from _field("asks", proposal.recommendations)
    yield from _field("subject", [proposal.subject])
    yield from _field("of", proposal.bodies)
    yield from _field("money", ["; ".join(proposal.money)])
    yield from _field("by", ["; ".join(proposal.processes)])


def _field(name: str, values: Iterable[str]) -> Iterator[str]:
    yield from (f"  {name}: {value}" for value in values if value)


def _precedent(one: Precedent) -> Iterator[str]:
    from search.answers.wording import where

    matter = one.matter
    yield f"{one.rank}. {matter.outcome.upper()}: {matter.title or 'untitled'}"
    yield f"  {where(matter.citation)}"
    yield from (f"  asked | {asked.text}" for asked in matter.asked)
    for decided in matter.decided:
        yield from _decided(decided)
    yield from (f"  {'like' if point.alike else 'unlike'}: {point.said}" for point in one.points)
    yield from _told(matter)
    yield f"  address: {matter.address}"


def _near(matter: Matter) -> Iterator[str]:
    from search.answers.wording import where

    yield f"  {matter.outcome.upper()}: {matter.title or 'untitled'}"
    yield f"  {where(matter.citation)}"
    for decided in matter.decided:
        yield from _decided(decided)


def _decided(entry: DecisionEntry) -> Iterator[str]:
    made = entry.decision
    lead = f"{made.lead} " if made.lead and made.lead not in made.text else ""
    yield f"  {made.verb} | {lead}{made.text}"
    if made.condition and made.condition not in made.text:
        yield f"  condition | {made.condition}"
    if made.vote and made.vote not in made.text:
        yield f"  vote | {made.vote}"


def _told(matter: Matter) -> Iterator[str]:
    """The route, the actions, the conflicts and the reviews."""
    for step in matter.route:
        detail = f", {step.detail}" if step.detail else ""
        page = f"{step.citation.sheet} of {step.citation.file}"
        yield f"  {step.kind}{detail}: {long_date(step.date) or 'undated'}, {step.body or 'unnamed body'} - {page}"
    for action in matter.actions:
        due = f", due {action.due_on or action.due}" if action.due else ""
        yield f"  action ({action.status}{due}, {'; '.join(action.owner) or 'nobody named'}) | {action.text}"
    for conflict in matter.conflicts:
        done = conflict.declaration.done
        yield f"  interest of {conflict.declaration.person}{f', {done}' if done else ''} | {conflict.declaration.text}"
    for review in matter.reviews:
        yield f"  review, {review.due} | {review.text}"


def _wording(one: Wording) -> str:
    from search.answers.wording import where

    shown = [f"  {where(cited)}" for cited in one.citations[:PLACES]]
    more = len(one.citations) - len(shown)
    said = f"{one.kind} | {one.text}"
    return "\n".join([said, *shown, *([f"  and {more} more"] if more > 0 else [])])
