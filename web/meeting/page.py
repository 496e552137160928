"""The page of a body's meeting on one day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from ingest.model import Attendance, long_date
from search.model import MeetingEntry
from web.address import meeting, spanned, with_query
from web.meeting.facts import Declared, Place, place
from web.meeting.gather import Gathered, gathered, ranked
from web.meeting.held import Held, sittings
from web.page import Plain

STANDING = {"member": "Present", "attendee": "In attendance", "apologies": "Apologies"}
LONG = 4  # entries of a list of contents from which it helps


@dataclass(frozen=True, slots=True)
class Record:
    """A document that records or announces a sitting."""

    kind: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sitting:
    """One sitting of a meeting. anchor is its address on the page."""

    held: Held
    anchor: str
    heading: str
    gathered: Gathered

    @property
    def record(self) -> MeetingEntry:
        """The record that counts: minutes where there are any, confirmed ones before drafts."""
        return ranked(self.held.meetings)[0]

    @property
    def minuted(self) -> bool:
        """Whether there are minutes."""
        return self.record.stored.meeting.kind == "minutes"

    @property
    def state(self) -> str:
        """Confirmed minutes, Draft minutes, or Agenda only."""
        return f"{self.record.state.capitalize()} minutes" if self.minuted else "Agenda only"

    @property
    def confirmed_by(self) -> tuple[str, Place] | None:
        """The later meeting that approved the minutes, and where, None where that is not known."""
        citation = self.record.confirmed_by
        return (citation.place, place(citation)) if citation else None

    @property
    def amendment(self) -> str:
        """What that meeting had changed in them, as printed, or ""."""
        return self.record.amendment

    @property
    def where(self) -> str:
        """The place as printed, or ""."""
        return _where(self.held.meetings)

    @property
    def quorum(self) -> str:
        """What is recorded of the quorum, as printed, or ""."""
        return self.record.stored.meeting.quorum

    @property
    def note(self) -> str:
        """Why the date was read otherwise than it is printed, or ""."""
        note = self.record.stored.meeting.note
        return f"{note[:1].upper()}{note[1:]}." if note else ""

    @property
    def attendance(self) -> tuple[tuple[str, tuple[Attendance, ...]], ...]:
        """The lists of the minutes, each with its heading; an agenda records nobody's presence."""
        people = self.record.stored.meeting.attendance if self.minuted else ()
        lists = ((said, tuple(one for one in people if one.status == kind)) for kind, said in STANDING.items())
        return tuple((said, there) for said, there in lists if there)

    @property
    def listed_on(self) -> Place:
        """The page with the lists."""
        stored = self.record.stored
        span = stored.meeting.attendance[0].span
        return Place(f"page {span.page}", stored.file, spanned(stored.document, (span,)))

    @property
    def declared(self) -> tuple[Declared, ...]:
        """The interests declared, in whatever item."""
        return tuple(map(Declared, self.held.declarations))

    @property
    def records(self) -> tuple[Record, ...]:
        """The documents, the one that counts first."""
        found = []
        for one in ranked(self.held.meetings):
            kind = f"Minutes ({one.state})" if one.stored.meeting.kind == "minutes" else "Agenda"
            number, span = one.stored.page, one.stored.meeting.span
            label = f" (printed {one.page_label})" if one.page_label not in ("", str(number)) else ""
            found.append(
                Record(kind, Place(f"page {number}{label}", one.stored.file, spanned(one.stored.document, (span,))))
            )
        return tuple(found)


@dataclass(frozen=True, slots=True)
class MeetingPage(Plain):
    """All that is held of a body's meeting on one day; held has at least one entry."""

    template: ClassVar[str] = "meeting.html"
    section: ClassVar[str] = "meetings"
    held: tuple[Held, ...]

    @property
    def body(self) -> str:
        """The body's name, or words for one that has none."""
        return self.held[0].body or "Unnamed body"

    @property
    def date(self) -> str:
        """The ISO date, or ""."""
        return self.held[0].date

    @property
    def day(self) -> str:
        """The date in words."""
        return long_date(self.date) or "no date"

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{self.body}, {self.day}"

    @property
    def canonical(self) -> str:
        """Its one address."""
        return meeting(self.held[0].body, self.date)

    @property
    def of_body(self) -> str:
        """The list of the body's meetings."""
        return with_query("/meetings", body=self.held[0].body)

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """The sittings, by part; each after the first has anchors of its own."""
        apart = [one for held in self.held for one in sittings(held)]
        return tuple(
            Sitting(one, f"sitting-{number}", self._heading(one, number), gathered(one, f"s{number}-" * (number > 1)))
            for number, one in enumerate(apart, 1)
        )

    @property
    def data(self) -> dict[str, Any] | None:
        """What it is to a machine, by schema.org; None for a meeting without a date."""
        if not self.date:
            return None
        found: dict[str, Any] = {
            "@context": "https://schema.org",
            "@type": "Event",
            "name": f"{self.body} meeting",
            "startDate": self.date,
            "organizer": {"@type": "Organization", "name": self.body},
        }
        where = _where(one for held in self.held for one in held.meetings)
        return found | {"location": {"@type": "Place", "name": where}} if where else found

    def _heading(self, held: Held, number: int) -> str:
        """What tells a sitting from the others on the page."""
        stored = held.meetings[0].stored
        told = (
            f"Part {stored.meeting.part}" if stored.meeting.part else f"Sitting {number}" if held.date else stored.file
        )
        return f"{held.body}: {told}" if len(self.held) > 1 else told


def _where(meetings: Iterable[MeetingEntry]) -> str:
    """The place as the record that counts prints it, else another, or ""."""
    return next((one.stored.meeting.place for one in ranked(tuple(meetings)) if one.stored.meeting.place), "")
