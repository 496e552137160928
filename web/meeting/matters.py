"""The items of a sitting, each once however many documents print it, with all that stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.model import Item
from web.address import spanned, with_query
from web.decided import Decided, resolutions
from web.meeting.facts import Asking, Declared, Place, Raised

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
        return named(self.prints[0].item)

    @property
    def resolutions(self) -> tuple[tuple[Decided, ...], ...]:
        """The decisions: those that follow each other under the same line together."""
        return resolutions(self.decisions)

    @property
    def presenters(self) -> str:
        """Who presented it or was to present it, or ""."""
        given = next((one.item.presenters for one in self.prints if one.item.presenters), ())
        return ", ".join(given)

    @property
    def announced(self) -> tuple[str, ...]:
        """How the agenda has it, where the minutes have it otherwise; more than one where they took items together."""
        first = self.prints[0]
        given = [one.item for one in self.prints if first.minutes and not one.minutes]
        other = [one for one in given if folded(one.title) != folded(first.item.title)]
        return tuple(dict.fromkeys(named(one) for one in other))

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


def named(item: Item) -> str:
    """An item's number and title.

    >>> from ingest.model import Span
    >>> named(Item("7.", "Stewardship", (), "", "", Span(1, 0, 14)))
    '7. Stewardship'
    """
    number = item.number.rstrip(".")
    return f"{number}. {item.title}" if number and item.title else item.title or f"Item {number}"


def folded(title: str) -> str:
    """A title by its words alone.

    >>> folded("New/Revised  Policies.")
    'new revised policies'
    """
    return " ".join(re.findall(r"\w+", title.casefold()))
