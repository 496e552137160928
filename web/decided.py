"""One decision as a page shows it: the record's own words first, and all that is known of it with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import long_date
from search.model import Citation, DecisionEntry, Related
from web.address import cited, marked, meeting, spanned
from web.asked import VERBS

COLOURS = {
    "noted": "grey",
    "received": "grey",
    "deferred": "yellow",
    "rejected": "red",
    "delegated": "blue",
    "other": "white",
}
GOOD = "green"
# how a later decision speaks of an earlier one, where the text's own word is not enough
NAMES = "names"


@dataclass(frozen=True, slots=True)
class Pointed:
    """A place that can be opened: what is said there, where that is, and its address."""

    said: str
    place: str
    address: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision of the register."""

    entry: DecisionEntry

    @property
    def id(self) -> str:
        """What its address ends with: the document, the page and the character at which its words begin."""
        spans = self.entry.decision.spans
        page, start = (spans[0].page, spans[0].start) if spans else (self.entry.citation.page, 0)
        return f"{self.entry.citation.document}-{page}-{start}"

    @property
    def address(self) -> str:
        """Its permanent address."""
        return f"/decisions/{self.id}"

    @property
    def verb(self) -> str:
        """What was done, in a word."""
        verb = self.entry.decision.verb
        return "Decision" if verb == "other" else VERBS[verb]

    @property
    def colour(self) -> str:
        """The colour of its tag, which says nothing that the word does not."""
        return COLOURS.get(self.entry.decision.verb, GOOD)

    @property
    def heading(self) -> str:
        """The item that it stands under."""
        place = self.entry.citation
        number = f"Item {place.item}" if place.item else ""
        return ": ".join(part for part in (number, place.title) if part) or "No item given"

    @property
    def sitting(self) -> str:
        """The meeting."""
        return sitting(self.entry.citation)

    @property
    def meeting(self) -> str:
        """The address of the meeting."""
        return meeting(self.entry.citation.body, self.entry.citation.date)

    @property
    def presenters(self) -> str:
        """Who presented the item."""
        return ", ".join(self.entry.citation.presenters)

    @property
    def page(self) -> str:
        """The address of the page with the words marked."""
        return spanned(self.entry.citation.document, self.entry.decision.spans)

    @property
    def confirmed(self) -> Pointed | None:
        """The decision that approved the minutes, None where no minutes that are here do."""
        by = self.entry.confirmed_by
        return Pointed("", sitting(by), cited(by)) if by else None

    @property
    def state(self) -> str:
        """What became of the minutes, in a sentence."""
        if self.confirmed:
            return "The minutes were approved by a later meeting."
        if self.entry.state == "confirmed":
            return "The minutes are headed as confirmed."
        return "Draft: no minutes held here record that these minutes were approved."

    @property
    def asked(self) -> tuple[Pointed, ...]:
        """What papers had recommended, which decided nothing itself."""
        return tuple(Pointed(one.text, one.citation.title, marked(one.citation, one.spans)) for one in self.entry.asked)

    @property
    def follows(self) -> tuple[Pointed, ...]:
        """Earlier decisions that it speaks of."""
        return tuple(map(_related, self.entry.follows))

    @property
    def followed_by(self) -> tuple[Pointed, ...]:
        """Later decisions that speak of it."""
        return tuple(map(_related, self.entry.followed_by))

    @property
    def also(self) -> tuple[Pointed, ...]:
        """Other documents that print it."""
        return tuple(Pointed("", f"{one.file}, {one.sheet}", cited(one)) for one in self.entry.also)


@dataclass(frozen=True, slots=True)
class Sitting:
    """Decisions of one meeting that stand together in a list: its name, its address, and items with their decisions."""

    name: str
    address: str
    items: tuple[tuple[str, tuple[Decided, ...]], ...]


def resolutions(decisions: Sequence[Decided]) -> tuple[tuple[Decided, ...], ...]:
    """Decisions in their order: those that follow each other under the same line together."""
    found: list[list[Decided]] = []
    for one in decisions:
        lead = one.entry.decision.lead
        if found and lead and found[-1][-1].entry.decision.lead == lead:
            found[-1].append(one)
        else:
            found.append([one])
    return tuple(map(tuple, found))


def sittings(entries: tuple[DecisionEntry, ...]) -> tuple[Sitting, ...]:
    """A list of decisions by meeting and item, in its own order."""
    found: list[tuple[Decided, list[tuple[str, list[Decided]]]]] = []
    for one in map(Decided, entries):
        if not found or found[-1][0].sitting != one.sitting:
            found.append((one, []))
        items = found[-1][1]
        if not items or items[-1][0] != one.heading:
            items.append((one.heading, []))
        items[-1][1].append(one)
    return tuple(
        Sitting(first.sitting, first.meeting, tuple((heading, tuple(held)) for heading, held in items))
        for first, items in found
    )


def sitting(place: Citation) -> str:
    """A meeting in words.

    >>> sitting(Citation("d", "f", 1, 1, "", "2025-01-16", "ICB Board", "7", "", ()))
    'ICB Board, 16 January 2025'
    """
    return f"{place.body or 'Body not known'}, {long_date(place.date) or 'date not known'}"


def _related(one: Related) -> Pointed:
    how = "" if one.how == NAMES else one.how
    return Pointed(one.text, sitting(one.citation), cited(one.citation), how)
