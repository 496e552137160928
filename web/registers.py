"""What the pages ask of the registers."""

from __future__ import annotations

from typing import Protocol

from search.model import (
    ActionEntry,
    DecisionEntry,
    DeclarationEntry,
    Event,
    InterestEntry,
    Lasting,
    Listing,
    MeetingEntry,
    MeetingLine,
    PaperEntry,
    PersonEntry,
    Slice,
    Tally,
    TermEntry,
    Wanted,
)


class Registers(Protocol):
    """The registers of the libraries that one reader may see, each entry with where it stands."""

    def meetings(self, wanted: Wanted, part: Slice) -> Listing[MeetingEntry]:
        """Meetings by date with all that stands under them."""

    def meeting_lines(self, wanted: Wanted, part: Slice) -> Listing[MeetingLine]:
        """Meetings by date, in short."""

    def decisions(self, wanted: Wanted, part: Slice) -> Listing[DecisionEntry]:
        """Decisions, newest first."""

    def decisions_at(self, document: str, page: int, start: int) -> tuple[DecisionEntry, ...]:
        """The decisions whose words begin at this character of this page; raises the project's not-found error."""

    def tallies(self, wanted: Wanted) -> tuple[Tally, ...]:
        """How many of the decisions wanted each body made in each month."""

    def actions(self, wanted: Wanted, part: Slice) -> Listing[ActionEntry]:
        """Actions, newest first."""

    def action(self, address: str, as_of: str) -> ActionEntry:
        """The action of this address as it stands on an ISO day; raises the project's not-found error."""

    def lastings(self, wanted: Wanted) -> tuple[Lasting, ...]:
        """How long each of the actions wanted was open."""

    def interests(self, wanted: Wanted, part: Slice) -> Listing[InterestEntry]:
        """Registered interests, by person."""

    def declarations(self, wanted: Wanted, part: Slice) -> Listing[DeclarationEntry]:
        """Interests declared in meetings, newest first."""

    def papers(self, wanted: Wanted, part: Slice) -> Listing[PaperEntry]:
        """Papers, newest first."""

    def people(self, wanted: Wanted, part: Slice) -> Listing[PersonEntry]:
        """People, by surname."""

    def glossary(self, wanted: Wanted, part: Slice) -> Listing[TermEntry]:
        """Abbreviations."""

    def timeline(self, wanted: Wanted, part: Slice) -> Listing[Event]:
        """The story of a subject, by date."""
