"""What became of what a paper asked for."""

from __future__ import annotations

from sqlalchemy import select

from search import schema
from search.answers.found import Found
from search.model import Citation, Hit
from search.registers.decisions import decisions_of


def resolved_by(found: Found, hit: Hit) -> Citation | None:
    """Where the decision stands that resolved a recommendation which a passage holds, None where there is none."""
    asked, paper, link = schema.recommendations, schema.papers, schema.resolutions
    query = select(asked.c.spans, link.c.decision).select_from(asked.join(paper).join(link))
    rows = found.connection.execute(query.where(paper.c.document == hit.citation.document)).all()
    here = {(span.page, span.start) for span in found.prints.spans([hit.id])[hit.id]}
    decided = [row.decision for row in rows if here & {(page, start) for page, start, *_ in row.spans}]
    return decisions_of(found.connection, decided[:1]).get(decided[0]) if decided else None
