"""The tool that finds how things like a proposal were decided before."""

from __future__ import annotations

from api.agents.arguments import PrecedentsAsked
from api.agents.cited import Held
from api.agents.listing import decided, quoted, to_do
from api.agents.looking import covered
from api.agents.results import Alike, Before, Declared, PrecedentsResult, Reviewed, Staged, Worded
from api.drafted import typed
from ingest.errors import UnreadableDocument
from ingest.model import Proposal
from search.model import Declined, Matter, Precedent

NOTHING = "say what is to be decided: a sentence, a draft as text, or fields of a proposal"


def precedents(held: Held, asked: PrecedentsAsked) -> PrecedentsResult:
    """The matters nearest to a proposal, contrary ones among them. Raises Declined where nothing is proposed."""
    found = held.catalogue.precedents(_proposal(asked), asked.limit)
    return PrecedentsResult(
        coverage=covered(held.catalogue.coverage()),
        looked=found.looked,
        precedents=[_before(held, one) for one in found.precedents],
        contrary=[one.matter.address for one in found.contrary],
        nearest=[decided(held, each) for one in found.nearest for each in one.decided],
        wording=[
            Worded(kind=one.kind, text=one.text, places=[held.cited(each) for each in one.citations])
            for one in found.wording
        ],
    )


def _proposal(asked: PrecedentsAsked) -> Proposal:
    try:
        found = asked.over(typed(asked.text) if asked.text.strip() else Proposal())
    except UnreadableDocument as error:
        raise Declined(f"the text cannot be read: it {error.reason.removeprefix('the file ')}") from error
    if not any("".join(each).strip() for each in (found.title, found.purpose, found.subject, found.recommendations)):
        raise Declined(NOTHING)
    return found


def _before(held: Held, one: Precedent) -> Before:
    matter: Matter = one.matter
    return Before(
        rank=one.rank,
        score=round(one.score, 3),
        address=matter.address,
        title=matter.title,
        outcome=matter.outcome,
        contrary=matter.contrary,
        points=[Alike(aspect=point.aspect, alike=point.alike, said=point.said) for point in one.points],
        asked=[quoted(held, each.text, each.citation, spans=each.spans) for each in matter.asked],
        decided=[decided(held, each) for each in matter.decided],
        route=[
            Staged(
                kind=step.kind,
                text=step.text,
                verb=step.detail,
                citation=held.cited(step.citation, spans=step.spans),
            )
            for step in matter.route
        ],
        actions=[to_do(held, each) for each in matter.actions],
        conflicts=[
            Declared(
                person=each.declaration.person,
                text=each.declaration.text,
                done=each.declaration.done,
                citation=held.cited(each.citation, spans=each.declaration.spans),
            )
            for each in matter.conflicts
        ],
        reviews=[
            Reviewed(due=each.due, text=each.text, citation=held.cited(each.citation, spans=each.spans))
            for each in matter.reviews
        ],
        citation=held.cited(matter.citation, spans=matter.decided[0].decision.spans),
    )
