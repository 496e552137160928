"""What stands under an item of a meeting beside decisions, ready to be shown: actions, papers and declarations."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from ingest.model import Span, long_date
from search.model import ActionEntry, Citation, DeclarationEntry, PaperEntry
from web.address import marked

STATUS = {"closed": "Closed", "open": "Open", "overdue": "Overdue"}


@dataclass(frozen=True, slots=True)
class Place:
    """A page to check something on: how it is named, and its address."""

    sheet: str
    file: str
    address: str


def place(citation: Citation, spans: tuple[Span, ...] = ()) -> Place:
    """The page of a citation, with the words marked where it is known where they stand."""
    return Place(citation.sheet, citation.file, marked(citation, spans))


@dataclass(frozen=True, slots=True)
class Raised:
    """One action as it stands now. spans are where the minutes of the meeting print it."""

    entry: ActionEntry
    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.entry.text

    @property
    def owner(self) -> str:
        """Who is to do it, or ""."""
        return ", ".join(self.entry.owner)

    @property
    def due(self) -> str:
        """The day or the words that say by when, or ""."""
        return long_date(self.entry.due_on) or self.entry.due

    @property
    def status(self) -> str:
        """Open, Closed or Overdue."""
        return STATUS[self.entry.status]

    @property
    def last(self) -> str:
        """The ISO day on which it was last listed, or ""."""
        return self.entry.last

    @property
    def history(self) -> str:
        """The page that follows it over minutes and logs."""
        return f"/actions/{quote(self.entry.address, safe='')}"

    @property
    def place(self) -> Place:
        """Where it is printed first."""
        return place(self.entry.citation, self.spans)


@dataclass(frozen=True, slots=True)
class Asking:
    """One paper with what it asks of the meeting, which decides nothing."""

    entry: PaperEntry

    @property
    def title(self) -> str:
        """The paper's title."""
        return self.entry.paper.title or "Paper"

    @property
    def lead(self) -> str:
        """Who answers for it, or ""."""
        return ", ".join(self.entry.paper.lead)

    @property
    def recommendations(self) -> tuple[tuple[str, str], ...]:
        """What it asks, each with what a decision made of it, "" where no record here resolves it."""
        said = zip(self.entry.paper.recommendations, self.entry.resolved, strict=True)
        return tuple((one.text, answer.verb.capitalize() if answer else "") for one, answer in said)

    @property
    def place(self) -> Place:
        """Where it begins."""
        return place(self.entry.citation, (self.entry.paper.span,))


@dataclass(frozen=True, slots=True)
class Declared:
    """An interest declared in a meeting."""

    entry: DeclarationEntry

    @property
    def person(self) -> str:
        """Whose it is."""
        return self.entry.declaration.person

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.entry.declaration.text

    @property
    def done(self) -> str:
        """What was done about it: Left, Abstained or Stayed, or "" where the minutes do not say."""
        return self.entry.declaration.done.capitalize()

    @property
    def place(self) -> Place:
        """Where it is printed."""
        return place(self.entry.citation, self.entry.declaration.spans)
