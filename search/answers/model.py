"""What an answer is made of: every statement is a quote, or a field that cites where it was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from search.model import Citation

Kind = Literal["decision", "person", "action", "number", "definition", "list", "history", "passage"]
Role = Literal[
    "resolution",  # verbatim, one for each decision of the item
    "vote",
    "state",  # whether the minutes are confirmed
    "amended",
    "followed",
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
    "entry",  # one of a list
    "passage",
    "contrary",  # a record that contradicts what the question supposes
]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that an answer says. quoted says that text is verbatim; else it is a field, named by role.

    citation is where it was read; passage is the id of the passage that holds it, "" for a field of the register.
    """

    role: Role
    text: str
    citation: Citation
    quoted: bool = True
    passage: str = ""
