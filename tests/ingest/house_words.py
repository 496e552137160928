"""What generated minutes are about: bodies, people and matters of nowhere in particular."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the list: name, initials, post, and where they stand on it."""

    name: str
    initials: str
    post: str
    standing: Literal["member", "attendee", "apologies"]


BODIES = (
    "Board of Directors",
    "Audit and Risk Committee",
    "Anyham Parish Council",
    "Finance and Performance Committee",
    "Council of Governors",
    "Health and Wellbeing Board",
    "Planning Committee",
    "Board of Trustees",
    "Local Access Forum Steering Group",
)
PEOPLE = (
    Person("Ann Example", "AE", "Chair", "member"),
    Person("Ben Sample", "BS", "Director of Finance", "member"),
    Person("Cara Specimen", "CS", "Vice Chair", "member"),
    Person("Dan Instance", "DI", "Medical Director", "member"),
    Person("Eve Pattern", "EP", "Committee Clerk", "attendee"),
    Person("Guy Model", "GM", "Head of Estates", "attendee"),
    Person("Fay Template", "FT", "Lay Member", "apologies"),
    Person("Hal Dummy", "HD", "Chief Nurse", "apologies"),
)
TITLES = (
    "Finance report",
    "Lease of the old library",
    "Winter plan",
    "Review of policies",
    "Grass cutting contract",
    "Patient transport",
    "Estates strategy",
    "Risk register",
)
THINGS = (
    "the revised terms of reference",
    "the budget for the coming year",
    "the lease of the old library",
    "the plan for community beds",
    "the grant to the village hall",
    "the procurement policy",
    "the contract for grass cutting",
    "the estates strategy",
    "the annual governance statement",
    "the report on ambulance handovers",
    "the dental pilot",
    "the quality account",
)
TASKS = (
    "write to the county council about the footpath",
    "circulate the draft policy to members",
    "bring a costed plan to the next meeting",
    "obtain three quotations for the repairs",
    "update the risk register",
    "arrange a workshop with the partners",
)
VERBS = {
    "approved": "approve",
    "endorsed": "endorse",
    "adopted": "adopt",
    "ratified": "ratify",
    "supported": "support",
    "noted": "note",
    "received": "receive",
    "rejected": "reject",
    "deferred": "defer",
}
# What minutes say in passing, and what is a decision only under a label.
UNLABELLED = ("approved", "endorsed", "adopted", "ratified", "rejected", "deferred")
