"""The register of actions, and one action through the minutes and logs that print it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ingest.model import long_date
from search.model import ActionEntry, Mention
from web.address import cited, meeting, spanned
from web.keeping.named import Offer, offers
from web.page import Plain
from web.register import RegisterPage
from web.wording import counted

COLOURS = {"open": "blue", "overdue": "red", "closed": "green"}
HISTORY = 100  # mentions of one action on its page


@dataclass(frozen=True, slots=True)
class Told:
    """One place that prints an action; again says that its words are those of the place before."""

    mention: Mention
    again: bool

    @property
    def heading(self) -> str:
        """The day and the kind of the list."""
        kind = "Minutes" if self.mention.source == "minutes" else "Action log"
        return f"{long_date(self.mention.seen) or 'Date not known'}: {kind.lower()}"

    @property
    def page(self) -> str:
        """The address of the page with the words marked."""
        one = self.mention
        return spanned(one.citation.document, one.spans) if one.spans else cited(one.citation)


@dataclass(frozen=True, slots=True)
class Followed:
    """One action of the register as it stands now."""

    entry: ActionEntry

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"/actions/{self.entry.address}"

    @property
    def name(self) -> str:
        """What it is called: its reference, else its item."""
        return f"Action {self.entry.reference}" if self.entry.reference else "Action"

    @property
    def item(self) -> str:
        """The item that it was raised under."""
        number = f"item {self.entry.item}" if self.entry.item else ""
        return ": ".join(part for part in (number, self.entry.title) if part)

    @property
    def owners(self) -> str:
        """Who is to do it."""
        return ", ".join(self.entry.owner) or "Not stated"

    @property
    def due(self) -> str:
        """By when: the day, and the words as printed where they say more."""
        printed, day = self.entry.due, long_date(self.entry.due_on)
        if not day:
            return printed or "Not stated"
        return f"{day} (printed “{printed}”)" if any(letter.isalpha() for letter in printed) and printed != day else day

    @property
    def status(self) -> str:
        """Its status in a word."""
        return self.entry.status.capitalize()

    @property
    def colour(self) -> str:
        """The colour of its tag, which says nothing that the word does not."""
        return COLOURS[self.entry.status]

    @property
    def raised(self) -> str:
        """The meeting that asked for it."""
        return ", ".join((self.entry.body or "Body not known", long_date(self.entry.raised) or "date not known"))

    @property
    def meeting(self) -> str:
        """The address of that meeting."""
        return meeting(self.entry.body, self.entry.raised)

    @property
    def last(self) -> str:
        """The day of the newest list that prints it."""
        return long_date(self.entry.last) or "date not known"

    @property
    def places(self) -> str:
        """How many lists print it."""
        return counted(len(self.entry.history), "mention")

    @property
    def history(self) -> tuple[Told, ...]:
        """The newest hundred places that print it, the oldest first."""
        held = self.entry.history[-HISTORY:]
        before = ("", *(one.text for one in held))
        return tuple(Told(one, one.text == text) for one, text in zip(held, before, strict=False))


@dataclass(frozen=True, slots=True)
class ActionsPage(RegisterPage):
    """A part of the register of actions; day is the ISO day on which overdue is reckoned."""

    template: ClassVar[str] = "actions.html"
    entries: tuple[ActionEntry, ...]
    day: str

    @property
    def title(self) -> str:
        """The window's title."""
        wrong = "Error: " if self.misfits else ""
        sheet = f" (page {self.asked.page} of {self.paging.last})" if self.paging.last > 1 else ""
        return f"{wrong}Actions{sheet}"

    @property
    def section(self) -> str:
        """The part of the menu."""
        return "actions"

    @property
    def found(self) -> str:
        """How many actions there are."""
        return counted(self.total, "action")

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be kept up with: new actions, and those that become overdue."""
        return offers(self.asked.sound, "actions", "overdue")

    @property
    def actions(self) -> tuple[Followed, ...]:
        """The actions."""
        return tuple(map(Followed, self.entries))


@dataclass(frozen=True, slots=True)
class ActionPage(Plain):
    """One action with its history; day is the ISO day on which overdue is reckoned."""

    template: ClassVar[str] = "action.html"
    entry: ActionEntry
    day: str

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{self.action.name}: {self.entry.title or self.action.raised}"

    @property
    def section(self) -> str:
        """The part of the menu."""
        return "actions"

    @property
    def canonical(self) -> str:
        """Its permanent address."""
        return self.action.address

    @property
    def action(self) -> Followed:
        """The action as it stands."""
        return Followed(self.entry)

    @property
    def left_out(self) -> int:
        """How many older mentions are not shown."""
        return max(0, len(self.entry.history) - HISTORY)
