"""The registers over all libraries that one process serves, each as its own kind of list."""

from __future__ import annotations

from dataclasses import dataclass

from api.catalogue import Catalogue
from api.errors import NotFound
from api.registers import ORDERS
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
from search.registers.actions import action_at, lastings
from search.registers.decisions import decisions_at, tallies


@dataclass(frozen=True, slots=True)
class Listed:
    """Every register of a catalogue under its own name."""

    catalogue: Catalogue

    def meetings(self, wanted: Wanted, part: Slice) -> Listing[MeetingEntry]:
        """Meetings by date with all that stands under them."""
        return self.catalogue.register(ORDERS["meetings"], wanted, part)

    def meeting_lines(self, wanted: Wanted, part: Slice) -> Listing[MeetingLine]:
        """Meetings by date, in short."""
        return self.catalogue.register(ORDERS["meeting lines"], wanted, part)

    def decisions(self, wanted: Wanted, part: Slice) -> Listing[DecisionEntry]:
        """Decisions, newest first."""
        return self.catalogue.register(ORDERS["decisions"], wanted, part)

    def decisions_at(self, document: str, page: int, start: int) -> tuple[DecisionEntry, ...]:
        """The decisions whose words begin at this character of this page. Raises NotFound."""
        found = self.catalogue.gathered(lambda connection: decisions_at(connection, document, page, start))
        if not found:
            raise NotFound("there is no decision at this address")
        return found

    def tallies(self, wanted: Wanted) -> tuple[Tally, ...]:
        """How many of the decisions wanted each body made in each month."""
        return self.catalogue.gathered(lambda connection: tallies(connection, wanted))

    def actions(self, wanted: Wanted, part: Slice) -> Listing[ActionEntry]:
        """Actions, newest first."""
        return self.catalogue.register(ORDERS["actions"], wanted, part)

    def action(self, address: str, as_of: str) -> ActionEntry:
        """The action of this address as it stands on an ISO day. Raises NotFound."""
        found = self.catalogue.gathered(lambda connection: filter(None, [action_at(connection, address, as_of)]))
        if not found:
            raise NotFound("there is no action at this address")
        return found[0]

    def lastings(self, wanted: Wanted) -> tuple[Lasting, ...]:
        """How long each of the actions wanted was open."""
        return self.catalogue.gathered(lambda connection: lastings(connection, wanted))

    def interests(self, wanted: Wanted, part: Slice) -> Listing[InterestEntry]:
        """Registered interests, by person."""
        return self.catalogue.register(ORDERS["interests"], wanted, part)

    def declarations(self, wanted: Wanted, part: Slice) -> Listing[DeclarationEntry]:
        """Interests declared in meetings, newest first."""
        return self.catalogue.register(ORDERS["declarations"], wanted, part)

    def papers(self, wanted: Wanted, part: Slice) -> Listing[PaperEntry]:
        """Papers, newest first."""
        return self.catalogue.register(ORDERS["papers"], wanted, part)

    def people(self, wanted: Wanted, part: Slice) -> Listing[PersonEntry]:
        """People, by surname."""
        return self.catalogue.register(ORDERS["people"], wanted, part)

    def glossary(self, wanted: Wanted, part: Slice) -> Listing[TermEntry]:
        """Abbreviations."""
        return self.catalogue.register(ORDERS["glossary"], wanted, part)

    def timeline(self, wanted: Wanted, part: Slice) -> Listing[Event]:
        """The story of a subject, by date."""
        return self.catalogue.register(ORDERS["timeline"], wanted, part)
