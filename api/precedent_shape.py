"""Precedents as the fields that scripts read; additions are welcome, renames are not."""

from __future__ import annotations

from dataclasses import asdict

from api.register_shape import (
    action_fields,
    decision_fields,
    declaration_fields,
    place_fields,
    sheet_fields,
    under_fields,
)
from api.shape import Fields
from ingest.model import Proposal
from search.model import Matter, Precedent, Precedents


def proposal_fields(proposal: Proposal) -> Fields:
    """A proposal as it was understood, or put right by hand."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(proposal).items()}


def precedents_fields(found: Precedents) -> Fields:
    """Everything that was found for a proposal. contrary names the matters in which not all was given as asked."""
    return {
        "proposal": proposal_fields(found.proposal),
        "precedents": [precedent_fields(one) for one in found.precedents],
        "contrary": [one.matter.address for one in found.contrary],
        "wording": [
            {
                "kind": one.kind,
                "quote": one.text,
                "places": [{**under_fields(cited), **sheet_fields(cited)} for cited in one.citations],
            }
            for one in found.wording
        ],
        "coverage": found.looked,
        "nearest": [matter_fields(one) for one in found.nearest],
    }


def precedent_fields(one: Precedent) -> Fields:
    """One matter with its rank, and how it is like and unlike the proposal."""
    return {
        "rank": one.rank,
        "score": round(one.score, 6),
        "matter": matter_fields(one.matter),
        "points": [{"aspect": point.aspect, "alike": point.alike, "said": point.said} for point in one.points],
    }


def matter_fields(matter: Matter) -> Fields:
    """One matter with all that led to it and came of it; the place is that of its first decision."""
    cited = matter.citation
    return {
        "address": matter.address,
        "outcome": matter.outcome,
        "contrary": matter.contrary,
        "date": matter.date,
        "committee": matter.body,
        "item": cited.item,
        "title": matter.title,
        "presenter": "; ".join(cited.presenters),
        "asked": [{"quote": one.text, **place_fields(one.citation)} for one in matter.asked],
        "decided": [decision_fields(one) for one in matter.decided],
        "route": [
            {
                "date": step.date,
                "committee": step.body,
                "kind": step.kind,
                "quote": step.text,
                "detail": step.detail or None,
                "item": step.citation.item,
                "title": step.citation.title,
                **sheet_fields(step.citation),
            }
            for step in matter.route
        ],
        "actions": [action_fields(one) for one in matter.actions],
        "conflicts": [declaration_fields(one) for one in matter.conflicts],
        "reviews": [{"due": one.due, "quote": one.text, **place_fields(one.citation)} for one in matter.reviews],
        **sheet_fields(cited),
    }
