"""What happened over several meetings: what was said of a subject, in order of day."""

from __future__ import annotations

from search.answers.found import Found
from search.answers.model import Role, Statement
from search.model import Hit

LIKE = 0.5  # of what the hit most about the question holds of its words, which a place needs to be told of
MOST = 5  # places that are told of


def told_over_time(found: Found) -> tuple[Statement, ...]:
    """The first passages of dated meetings in order of day, () for fewer than two; a resolution is said to be one."""
    dated = [hit for hit in found.hits if hit.citation.date and hit.kind not in ("contents", "agenda item")]
    about = [hit for hit in dated if found.asked_of(hit.citation)] or dated
    least = LIKE * max((found.about(hit) for hit in about), default=0.0)
    about = [hit for hit in about if found.about(hit) >= least]
    shown = [quote for hit in about[:MOST] for quote in found.quoted(hit, _role(hit))]
    shown.sort(key=lambda quote: quote.citation.date)
    return tuple(shown) if len(shown) > 1 else ()


def _role(hit: Hit) -> Role:
    return "resolution" if hit.kind == "decision" else "recommendation" if hit.kind == "recommendation" else "entry"
