"""The page that tells the story of an item over meetings and committees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from ingest.model import long_date
from search.model import Event
from web.address import marked, meeting, with_query
from web.decided import COLOURS, GOOD
from web.keeping.named import Offer, offers
from web.page import Plain
from web.paging import Paging

SIZE = 50  # events on one page
KINDS = {"agenda": "On the agenda", "minutes": "In the minutes", "paper": "Paper", "action": "Action"}
SHADES = {"action": "purple", "paper": "grey", "agenda": "white", "minutes": "blue"}


@dataclass(frozen=True, slots=True)
class Told:
    """One event."""

    event: Event

    @property
    def kind(self) -> str:
        """What happened, for a tag; a decision's is the record's own verb."""
        if self.event.kind == "decision":
            return "Decision" if self.event.detail in ("", "other") else self.event.detail.capitalize()
        return KINDS[self.event.kind]

    @property
    def colour(self) -> str:
        """The tag's colour, which says no more than its words."""
        return SHADES.get(self.event.kind, "") or COLOURS.get(self.event.detail, GOOD)

    @property
    def note(self) -> str:
        """What else is known: how an action stands, or that an item was taken in confidence."""
        if self.event.kind == "action":
            return f"Now {self.event.detail}" if self.event.detail else ""
        return "Minuted elsewhere, in confidence" if self.event.detail == "confidential" else ""

    @property
    def item(self) -> str:
        """The item's number and title, or "" where neither is known."""
        item = f"item {self.event.item}" if self.event.item else ""
        return ": ".join(part for part in (item, self.event.title) if part)

    @property
    def body(self) -> str:
        """Whose meeting it was."""
        return self.event.body or "Unnamed body"

    @property
    def meeting(self) -> str:
        """The page of the meeting."""
        return meeting(self.event.body, self.event.date)

    @property
    def address(self) -> str:
        """The page that says so, with the words marked where it is known where they stand."""
        return marked(self.event.citation, self.event.spans)

    @property
    def sheet(self) -> str:
        """How the page is named, with its file."""
        return f"{self.event.citation.sheet} of {self.event.citation.file}"


@dataclass(frozen=True, slots=True)
class Matter:
    """What happened to one item in one meeting; events has at least one."""

    events: tuple[Told, ...]

    @property
    def first(self) -> Told:
        """The event that names body and item for all of them."""
        return self.events[0]

    @property
    def presenters(self) -> str:
        """Who presented it, or ""."""
        return next(
            (", ".join(one.event.citation.presenters) for one in self.events if one.event.citation.presenters), ""
        )


@dataclass(frozen=True, slots=True)
class TimelinePage(Plain):
    """The events of one subject, some of total; text is "" where nothing was asked yet."""

    template: ClassVar[str] = "timeline.html"
    section: ClassVar[str] = "meetings"
    text: str
    body: str
    bodies: tuple[str, ...]
    events: tuple[Event, ...] = ()
    total: int = 0
    page: int = 1

    @property
    def title(self) -> str:
        """The window's title."""
        return f"Timeline of “{self.text}”" if self.text else "Timeline of an item"

    @property
    def paging(self) -> Paging:
        """The part that is shown."""
        return Paging(self.page, self.total, self._at, SIZE)

    @property
    def days(self) -> tuple[tuple[str, tuple[Matter, ...]], ...]:
        """The events by day in words and by item, oldest first; those without a date come before."""
        days = groupby(self.events, key=lambda event: event.date)
        return tuple((long_date(day) or "No date", _matters(group)) for day, group in days)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be kept up with: the item coming back, where one is asked for."""
        return offers({"text": self.text, "body": self.body}, "item")

    @property
    def search(self) -> str:
        """A search for the same words."""
        return with_query("/search", q=self.text)

    @property
    def everywhere(self) -> str:
        """The story over all bodies, where the reader chose one."""
        return with_query("/timeline", text=self.text) if self.body else ""

    def _at(self, page: int) -> str:
        return with_query("/timeline", text=self.text, body=self.body, page=str(page) if page > 1 else "")


def _matters(events: Iterable[Event]) -> tuple[Matter, ...]:
    """The events of one day by body and item, as they come first."""
    held: dict[tuple[str, str, str], list[Told]] = {}
    for event in events:
        held.setdefault((event.body, event.item, event.title), []).append(Told(event))
    return tuple(Matter(tuple(told)) for told in held.values())
