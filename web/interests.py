"""The page of interests: what registers list, and what was declared in meetings and done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from ingest.model import long_date
from search.model import DeclarationEntry, InterestEntry, Listing
from web.address import marked, meeting, with_query
from web.page import Plain
from web.paging import Paging

KINDS = {"financial": "Financial", "professional": "Professional", "personal": "Personal"}


@dataclass(frozen=True, slots=True)
class Listed:
    """One interest as the newest register has it."""

    entry: InterestEntry

    @property
    def kind(self) -> str:
        """The kind and whether it is direct, as far as the register says."""
        kind, direct = KINDS.get(self.entry.interest.kind, ""), self.entry.interest.direct
        return ", ".join(part for part in (kind, direct if kind else direct.capitalize()) if part)

    @property
    def held(self) -> str:
        """Since and until when, as printed."""
        since, until = self.entry.interest.since, self.entry.interest.until
        if since and until:
            return f"{since} to {until[:1].lower()}{until[1:]}" if until.lower() == "ongoing" else f"{since} to {until}"
        return f"From {since}" if since else f"To {until}" if until else ""

    @property
    def sheet(self) -> str:
        """The page of the register."""
        return self.entry.citation.sheet

    @property
    def address(self) -> str:
        """The page of the register, with the row marked."""
        return marked(self.entry.citation, self.entry.interest.spans)

    @property
    def listed(self) -> str:
        """The days of the registers that list it, in words, or ""."""
        first, last = map(long_date, self.entry.listed)
        return f"Listed {first} to {last}" if first and first != last else f"Listed {last}" if last else ""


@dataclass(frozen=True, slots=True)
class Declared:
    """One interest declared in a meeting."""

    entry: DeclarationEntry

    @property
    def done(self) -> str:
        """What was done about it, or that the minutes do not say."""
        return self.entry.declaration.done.capitalize() or "Not recorded"

    @property
    def meeting(self) -> str:
        """The page of the meeting."""
        return meeting(self.entry.citation.body, self.entry.citation.date)

    @property
    def held(self) -> str:
        """Which meeting that was."""
        body, day = self.entry.citation.body or "Unnamed body", long_date(self.entry.citation.date) or "no date"
        return f"{body}, {day}"

    @property
    def item(self) -> str:
        """Number and title of the item, or ""."""
        number = f"Item {self.entry.declaration.item}" if self.entry.declaration.item else ""
        return ": ".join(part for part in (number, self.entry.declaration.title) if part)

    @property
    def sheet(self) -> str:
        """The page of the minutes."""
        return self.entry.citation.sheet

    @property
    def address(self) -> str:
        """The page of the minutes, with the words marked."""
        return marked(self.entry.citation, self.entry.declaration.spans)


@dataclass(frozen=True, slots=True)
class InterestsPage(Plain):
    """A part of both lists, by what the reader chose. any_held says whether any register is held at all."""

    template: ClassVar[str] = "interests.html"
    title: ClassVar[str] = "Interests"
    section: ClassVar[str] = "interests"
    person: str
    kind: str
    body: str
    bodies: tuple[str, ...]
    interests: Listing[InterestEntry]
    declarations: Listing[DeclarationEntry]
    any_held: bool
    page: int = 1
    declared: int = 1

    @property
    def kinds(self) -> dict[str, str]:
        """The kinds to choose from with their words."""
        return KINDS

    @property
    def narrowed(self) -> bool:
        """Whether the reader chose anything."""
        return bool(self.person or self.kind or self.body)

    @property
    def canonical(self) -> str:
        """The one address of the lists; a choice from them is not for search engines."""
        return "" if self.narrowed or self.page > 1 or self.declared > 1 else "/interests"

    @property
    def listed(self) -> tuple[Listed, ...]:
        """The interests shown."""
        return tuple(map(Listed, self.interests.entries))

    @property
    def in_meetings(self) -> tuple[Declared, ...]:
        """The declarations shown."""
        return tuple(map(Declared, self.declarations.entries))

    @property
    def paging(self) -> Paging:
        """The part of the registers."""
        return Paging(self.page, self.interests.total, self._at("page", "register"))

    @property
    def declared_paging(self) -> Paging:
        """The part of the declarations."""
        return Paging(self.declared, self.declarations.total, self._at("declared", "declarations"))

    @property
    def table(self) -> str:
        """The same interests as comma-separated values."""
        return with_query("/interests.csv", person=self.person, kind=self.kind, body=self.body)

    def _at(self, name: str, place: str) -> Callable[[int], str]:
        here = {"page": self.page, "declared": self.declared}

        def address(number: int) -> str:
            parts = {key: str(value) if value > 1 else "" for key, value in (here | {name: number}).items()}
            return f"{with_query('/interests', person=self.person, kind=self.kind, body=self.body, **parts)}#{place}"

        return address
