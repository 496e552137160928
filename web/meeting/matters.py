"""The items of a sitting, each once however many documents print it, with all that stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Item
from web.address import spanned, with_query
from web.meeting.facts import Asking, Decided, Declared, Place, Raised

SUBJECT = 500  # characters of a title that a timeline is asked for


@dataclass(frozen=True, slots=True)
class Print:
    """An item as one document prints it."""

    item: Item
    document: str
    file: str
    minutes: bool

    @property
    def place(self) -> Place:
        """The page that prints it."""
        return Place(f"page {self.item.span.page}", self.file, spanned(self.document, (self.item.span,)))


@dataclass(frozen=True, slots=True)
class Matter:
    """One item. prints are the places that print it, the one that counts first; anchor is its address on the page.

    unminuted says that it stands on the agenda alone, though there are minutes.
    """

    prints: tuple[Print, ...]
    anchor: str
    unminuted: bool = False
    decisions: tuple[Decided, ...] = ()
    actions: tuple[Raised, ...] = ()
    papers: tuple[Asking, ...] = ()
    declared: tuple[Declared, ...] = ()

    @property
    def heading(self) -> str:
        """Number and title."""
        item = self.prints[0].item
        return f"{item.number}. {item.title}" if item.number and item.title else item.title or f"Item {item.number}"

    @property
    def resolutions(self) -> tuple[tuple[Decided, ...], ...]:
        """The decisions: those that follow each other under the same line together."""
        found: list[list[Decided]] = []
        for one in self.decisions:
            if found and one.lead and found[-1][-1].lead == one.lead:
                found[-1].append(one)
            else:
                found.append([one])
        return tuple(map(tuple, found))

    @property
    def presenters(self) -> str:
        """Who presented it or was to present it, or ""."""
        given = next((one.item.presenters for one in self.prints if one.item.presenters), ())
        return ", ".join(given)

    @property
    def announced(self) -> str:
        """The agenda's title, where the minutes have another; else ""."""
        shown = folded(self.prints[0].item.title)
        agenda = next((one.item.title for one in self.prints if not one.minutes), "")
        return agenda if agenda and self.prints[0].minutes and folded(agenda) != shown else ""

    @property
    def confidential(self) -> bool:
        """Whether the minutes say that it is minuted elsewhere, in confidence."""
        return any(one.item.confidential for one in self.prints)

    @property
    def places(self) -> tuple[tuple[str, Place], ...]:
        """Where it is printed: in the minutes and on the agenda, each once."""
        found: dict[str, Place] = {}
        for one in self.prints:
            found.setdefault("minutes" if one.minutes else "agenda", one.place)
        return tuple(found.items())

    @property
    def story(self) -> str:
        """The timeline of its title, or "" for an item without one."""
        title = self.prints[0].item.title
        return with_query("/timeline", text=title[:SUBJECT]) if title else ""


def folded(title: str) -> str:
    """A title by its words alone.

    >>> folded("New/Revised  Policies.")
    'new revised policies'
    """
    return " ".join(re.findall(r"\w+", title.casefold()))
