"""Examples of what registers hold, for the description of the API."""

from __future__ import annotations

from pydantic import ConfigDict

from api.shape import Fields

SHEET: Fields = {"file": "board-pack.pdf", "document": "3f1c0a9d2b7e", "page": 15, "page_label": "13"}
UNDER: Fields = {
    "date": "2025-01-16",
    "committee": "ICB Board",
    "item": "7",
    "title": "Outline business case",
    "presenter": "Director of Strategy",
}
PLACE: Fields = {"date": "2025-03-13", "item": "4", "title": "Minutes of the last meeting", **SHEET}
DECISION: Fields = {
    "verb": "approved",
    "quote": "The Board approved the outline business case, subject to funding.",
    "lead": None,
    "condition": "subject to funding.",
    "vote": None,
    "page": 15,
}
ACTION: Fields = {
    "quote": "AB to report on costs in March.",
    "owner": "A Brown",
    "due": "March",
    "reference": None,
    "status": None,
    "page": 16,
}
DECLARATION: Fields = {
    "person": "A Brown",
    "quote": "AB declared an interest and left the room.",
    "done": "left",
    "page": 12,
}
DECISION_ENTRY: Fields = {
    **UNDER,
    **DECISION,
    "state": "confirmed",
    "confirmed_by": PLACE,
    "amendment": None,
    "recommendations": [{"quote": "The Board is asked to approve the outline business case.", **PLACE}],
    "follows": [{"how": "names", "quote": None, **PLACE}],
    "followed_by": [],
    "also": [],
    **SHEET,
}
MENTION: Fields = {
    "source": "action log",
    "date": "2025-03-13",
    "quote": "AB to report on costs in March.",
    "due": "31/03/2025",
    "update": "Report is on the agenda.",
    "status": "Complete",
    **SHEET,
}
ACTION_ENTRY: Fields = {
    "id": "5f0a7c1d9e22",
    **UNDER,
    "reference": "54",
    "quote": "AB to report on costs in March.",
    "owner": "A Brown",
    "due": "31/03/2025",
    "due_date": "2025-03-31",
    "status": "closed",
    "status_printed": "Complete",
    "last": "2025-03-13",
    "source": "minutes and action log",
    "history": [MENTION],
    **SHEET,
}
INTEREST: Fields = {
    "committee": "ICB Board",
    "person": "A Brown",
    "role": "Director of Strategy",
    "organisation": "A charity",
    "nature": "Trustee",
    "kind": "personal",
    "direct": "direct",
    "since": "April 2020",
    "until": "present",
    "mitigation": "To be declared at meetings.",
    "first_listed": "2024-05-09",
    "last_listed": "2025-03-13",
    **SHEET,
}
PAPER: Fields = {
    "date": "2025-01-16",
    "committee": "ICB Board",
    "item": "7",
    "title": "Outline business case",
    "executive_lead": ["Director of Strategy"],
    "authors": ["A Brown"],
    "purpose": "To ask for approval.",
    "committees": "",
    "financial": "",
    "conflicts": "None.",
    "recommendations": [
        {
            "quote": "The Board is asked to approve the outline business case.",
            "page": 40,
            "resolved": {"verb": "approved", "quote": DECISION["quote"], **PLACE},
        }
    ],
    **SHEET,
}
ROLE: Fields = {
    "role": "Director of Strategy",
    "organisation": "ICB",
    "committee": "ICB Board",
    "first": "2024-05-09",
    "last": "2025-03-13",
    "meetings": 6,
    **SHEET,
}
PERSON_ENTRY: Fields = {
    "name": "A Brown",
    "printed": ["Dr A Brown", "A Brown"],
    "initials": ["AB"],
    "roles": [ROLE],
}
TERM: Fields = {
    "short": "FPC",
    "long": "Finance and Performance Committee",
    "committee": "ICB Board",
    "defined_in": [SHEET],
}
EVENT: Fields = {**UNDER, "kind": "decision", "detail": "approved", "quote": DECISION["quote"], **SHEET}


def like(example: Fields) -> ConfigDict:
    """A model described by one example."""
    return ConfigDict(json_schema_extra={"examples": [example]})
