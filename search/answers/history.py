"""What happened over several meetings: what was said of a subject, in order of day."""

from __future__ import annotations

from search.answers.found import Found
from search.answers.model import Role, Statement
from search.model import Hit

MOST = 5  # places that are told of


def told_over_time(found: Found) -> tuple[Statement, ...]:
    """The first passages of dated meetings in order of day, () for fewer than two; a resolution is said to be one."""
    dated = [hit for hit in found.hits if hit.citation.date and hit.kind not in ("contents", "agenda item")]
    about = [hit for hit in dated if found.asked_of(hit.citation)] or dated
    shown = [quote for hit in about[:MOST] for quote in found.quoted(hit, _role(hit))]
    shown.sort(key=lambda quote: quote.citation.date)
    return tuple(shown) if len(shown) > 1 else ()


def _role(hit: Hit) -> Role:
    return "resolution" if hit.kind == "decision" else "recommendation" if hit.kind == "recommendation" else "entry"
