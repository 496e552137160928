"""What drafts, outcomes and steps are called on a page, and where the pages stand."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from ingest.model import long_date
from search.model import Draft, Outcome, StepKind

LONGEST = 100  # characters of a draft's name

# Each outcome with the colour of its tag, which says nothing that the words do not.
OUTCOMES: Mapping[Outcome, tuple[str, str]] = {
    "granted": ("Granted", "green"),
    "conditional": ("Granted with conditions or in part", "yellow"),
    "deferred": ("Deferred", "orange"),
    "rejected": ("Rejected", "red"),
    "noted": ("Noted", "grey"),
    "not recorded": ("Outcome not recorded", "white"),
}
STEPS: Mapping[StepKind, tuple[str, str]] = {
    "paper": ("Paper", "grey"),
    "considered": ("Considered", "white"),
    "decided": ("Decided", "blue"),
    "returned": ("Came back", "purple"),
    "reviewed": ("Reviewed", "purple"),
}


def named(draft: Draft) -> str:
    """What a draft is called: by its title, its file, or what it asks for.

    >>> from ingest.model import Proposal
    >>> named(Draft("a", "", "paper.docx", "", Proposal())), named(Draft("a", "", "", "2025-01-16", Proposal()))
    ('paper.docx', 'Draft of 16 January 2025')
    """
    asked = draft.proposal.recommendations[:1]
    found = next((text for text in (draft.proposal.title, draft.name, *asked) if text.strip()), "")
    name = " ".join(found.split())
    if len(name) > LONGEST:
        return f"{name[: LONGEST - 1]}…"
    return name or f"Draft of {long_date(draft.made[:10])}"


def address(draft: str, *more: str) -> str:
    """The page of a draft, or of something to be done with it."""
    return "/".join(("/staff/precedents", quote(draft, safe=""), *more))
