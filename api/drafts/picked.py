"""What goes into an export: matters picked for a proposal, with what their picker wrote beside them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ingest.model import Proposal, long_date
from search.model import Matter, Point, Precedents, Wording

LONGEST = 100  # letters of a name


@dataclass(frozen=True, slots=True)
class Picked:
    """One matter by its address; found is None where it has gone. points say how it is like the proposal and unlike it.

    note is what its picker wrote, paragraphs by line ends.
    """

    address: str
    found: Matter | None
    points: tuple[Point, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """The matters picked for one proposal, in their picker's order, or all that were found, strongest first.

    name is that of the draft's file, "" for none; looked says in a sentence what was looked through; wording is how
    past papers put such things.
    """

    proposal: Proposal
    matters: tuple[Picked, ...]
    day: date
    name: str = ""
    looked: str = ""
    wording: tuple[Wording, ...] = ()
    strongest: bool = False

    @property
    def called(self) -> str:
        """What the draft is called: by its title, its file, or in quotation marks what it asks for; else its day."""
        asked = self.proposal.recommendations[:1]
        found = next((text for text in (self.proposal.title, self.name, *asked) if text.strip()), "")
        line = " ".join(found.split())
        line = f"{line[: LONGEST - 1]}…" if len(line) > LONGEST else line
        if found and found in asked:
            return f"“{line}”"
        return line or f"a draft of {long_date(self.day.isoformat())}"


def everything(found: Precedents, day: date, name: str = "") -> Selection:
    """All that was found for a proposal, strongest first."""
    picked = tuple(Picked(one.matter.address, one.matter, one.points) for one in found.precedents)
    return Selection(found.proposal, picked, day, name, found.looked, found.wording, strongest=True)
