"""What an answer is made of: every statement is a quote, or a field that cites where it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from search.citation import Citation

Kind = Literal["decision", "recommendation", "person", "action", "number", "definition", "list", "history", "passage"]
Role = Literal[
    "resolution",  # verbatim, one for each decision of the item
    "lead",  # verbatim, the line that introduces the resolutions after it
    "vote",
    "state",  # whether the minutes are confirmed
    "amended",
    "followed",
    "earlier",  # a decision that this one speaks of
    "recommendation",  # verbatim, what a paper asks for; it decides nothing
    "presenter",
    "attendance",
    "action",
    "owner",
    "due",
    "status",
    "figure",  # verbatim row or sentence
    "column",
    "period",
    "differs",  # another figure for the same thing, from another place
    "definition",
    "count",  # how many entries there are, and how many of them are shown
    "entry",  # one of a list
    "passage",
    "also",  # a passage beside the first
    "contrary",  # a record that contradicts what the question supposes
]

# What a field is called before its words; a quote needs none where its role is not named here.
NAMES: dict[Role, str] = {
    "presenter": "Presented by",
    "vote": "Vote",
    "state": "Minutes",
    "amended": "Amendment",
    "followed": "Later",
    "earlier": "Earlier",
    "recommendation": "Recommended, not decided",
    "attendance": "Attendance",
    "owner": "Owner",
    "due": "Due",
    "status": "Status",
    "column": "Column",
    "period": "For",
    "differs": "Another figure",
    "count": "Found",
    "also": "Also",
    "contrary": "The record says",
}


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an answer says. quoted says that text is verbatim; else it is a field, named by role.

    citation is where it was read; passage is the id of the passage that holds it, "" for a field of the register. verb
    is what a resolution does ("approved"), as the register of decisions has it, "" where that is not known.
    """

    role: Role
    text: str
    citation: Citation
    quoted: bool = True
    passage: str = ""
    verb: str = field(default="", compare=False)  # it is one statement however it is sorted

    @property
    def name(self) -> str:
        """What it is called before its words, "" where the words say enough."""
        return NAMES.get(self.role, "")

    @property
    def said(self) -> str:
        """Its words with its name before them; cells of a row are set apart by a bar."""
        text = self.text.replace("\t", " | ")
        return f"{self.name}: {text}" if self.name else text
