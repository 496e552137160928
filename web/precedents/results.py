"""The page of precedents for one draft: the matters, strongest first, and the wording that past papers used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import Precedents, Wording
from web.address import cited, with_query
from web.meeting.facts import Declared
from web.precedents import told
from web.precedents.matter import Handled, Ranked, ranked
from web.precedents.page import DraftPage
from web.wording import capital, counted

KINDS = {"recommendation": "Asked for in papers", "resolution": "Resolved in minutes"}
SEARCHED = 300  # characters of a draft's words that a search is offered for


@dataclass(frozen=True, slots=True)
class Worded:
    """One standing wording; number tells it from the others on the page."""

    number: int
    wording: Wording

    @property
    def kind(self) -> str:
        """Whose words they are."""
        return KINDS[self.wording.kind]

    @property
    def uses(self) -> str:
        """How many places print it."""
        return counted(len(self.wording.citations), "place")

    @property
    def places(self) -> tuple[tuple[str, str, str], ...]:
        """Each place with its page and address."""
        return tuple((one.place, one.sheet, cited(one)) for one in self.wording.citations)

    @property
    def rows(self) -> int:
        """About how many lines the words take."""
        return min(12, 2 + len(self.wording.text) // 60)


@dataclass(frozen=True, slots=True)
class PrecedentsPage(DraftPage):
    """What was found for a draft."""

    template: ClassVar[str] = "precedents/results.html"
    found: Precedents

    @property
    def title(self) -> str:
        """The window's title."""
        return f"Precedents for {self.name}"

    @property
    def choose(self) -> str:
        """Where a matter is put into the basket."""
        return told.address(self.draft.id, "choose")

    @property
    def chosen(self) -> str:
        """How much is in the basket."""
        return counted(len(self.draft.basket), "matter")

    @property
    def matters(self) -> tuple[Ranked, ...]:
        """The matters, strongest first."""
        return ranked(self.found.precedents, self._chosen)

    @property
    def contrary(self) -> tuple[Ranked, ...]:
        """Those in which not all was given as it was asked."""
        return ranked(self.found.contrary, self._chosen)

    @property
    def said(self) -> str:
        """How many matters there are, in a sentence."""
        many = len(self.found.precedents)
        return f"{counted(many, 'matter')} found{', strongest first' if many > 1 else ''}."

    @property
    def against(self) -> str:
        """How many did not go as they were asked, for a heading."""
        many = len(self.found.precedents)
        return f"{f'{len(self.found.contrary)} of {many}' if many > 1 else 'It'} did not go through as asked"

    @property
    def nearest(self) -> tuple[Handled, ...]:
        """Where none was found, the matters that a plain search puts first."""
        return tuple(map(Handled, self.found.nearest))

    @property
    def looked(self) -> str:
        """What was looked through."""
        return capital(self.found.looked)

    @property
    def wording(self) -> tuple[Worded, ...]:
        """How past papers and minutes put this kind of thing."""
        return tuple(Worded(number, one) for number, one in enumerate(self.found.wording, start=1))

    @property
    def reviews(self) -> tuple[tuple[str, Ranked], ...]:
        """When such decisions were to be looked at again, each with its matter."""
        found = dict.fromkeys((due.due, at) for at, one in enumerate(self.matters) for due in one.matter.reviews)
        return tuple((due, self.matters[at]) for due, at in found)

    @property
    def conflicts(self) -> tuple[tuple[Declared, Ranked], ...]:
        """Interests declared in such matters, each with its matter."""
        return tuple((declared, one) for one in self.matters for declared in one.conflicts)

    @property
    def search(self) -> str:
        """A search of the papers for what the draft is about."""
        asked = self.found.proposal
        words = next((one for one in (asked.subject, asked.title, *asked.recommendations) if one), "")
        return with_query("/search", q=words[:SEARCHED])

    @property
    def _chosen(self) -> frozenset[str]:
        return frozenset(one.matter for one in self.draft.basket)
