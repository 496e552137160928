"""The register of decisions, and one decision at its permanent address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import DecisionEntry
from web.address import page_of
from web.decided import Decided, Sitting, sittings
from web.keeping.named import Offer, offers
from web.page import Plain
from web.register import RegisterPage
from web.wording import counted


@dataclass(frozen=True, slots=True)
class DecisionsPage(RegisterPage):
    """A part of the register of decisions."""

    template: ClassVar[str] = "decisions.html"
    entries: tuple[DecisionEntry, ...]

    @property
    def title(self) -> str:
        """The window's title."""
        wrong = "Error: " if self.misfits else ""
        sheet = f" (page {self.asked.page} of {self.paging.last})" if self.paging.last > 1 else ""
        return f"{wrong}Decisions{sheet}"

    @property
    def section(self) -> str:
        """The part of the menu."""
        return "decisions"

    @property
    def found(self) -> str:
        """How many decisions there are."""
        return counted(self.total, "decision")

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """The decisions by meeting and item."""
        return sittings(self.entries)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be kept up with: the decisions that are asked for."""
        return offers(self.asked.sound, "decisions")


@dataclass(frozen=True, slots=True)
class DecisionPage(Plain):
    """The decisions at one address, mostly one.

    superseded says that their document is; replaced_by is the id of the version that took its place.
    """

    template: ClassVar[str] = "decision.html"
    entries: tuple[DecisionEntry, ...]
    superseded: bool = False
    replaced_by: str = ""

    @property
    def title(self) -> str:
        """The window's title."""
        first = self.decisions[0]
        return f"{first.verb}: {first.heading}, {first.sitting}"

    @property
    def section(self) -> str:
        """The part of the menu."""
        return "decisions"

    @property
    def canonical(self) -> str:
        """The address of the entry that stands for all that print it."""
        return "" if self.superseded else self.decisions[0].address

    @property
    def newer(self) -> str:
        """The address of the newer version of the document, "" where it is not here."""
        return page_of(self.replaced_by, 1) if self.replaced_by else ""

    @property
    def decisions(self) -> tuple[Decided, ...]:
        """The decisions."""
        return tuple(map(Decided, self.entries))
