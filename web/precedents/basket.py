"""The page of a draft's basket: the matters that its writer chose, in their order, with notes, to be exported."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from search.model import Chosen, Matter
from web.drafting import Form
from web.precedents import told
from web.precedents.matter import Handled
from web.precedents.page import DraftPage

NOTE = 2_000  # characters of a note
NOTED = "note-"  # a note's field is named by this and its matter's address
TOO_LONG = f"A note holds at most {NOTE:,} characters."
NOTHING = "Nothing was exported, because the basket is empty."


@dataclass(frozen=True, slots=True)
class Export:
    """One form of file that a basket is exported as."""

    form: Form
    name: str
    media: str


EXPORTS = (
    Export("docx", "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    Export("md", "Markdown", "text/markdown; charset=utf-8"),
    Export("csl.json", "CSL-JSON, for reference managers", "application/vnd.citationstyles.csl+json"),
)


@dataclass(frozen=True, slots=True)
class Picked:
    """One matter in the basket; found is None where it has gone. note is as typed, error what is wrong with it."""

    number: int
    last: bool
    chosen: Chosen
    found: Matter | None
    note: str
    error: str = ""

    @property
    def first(self) -> bool:
        """Whether none stands before it."""
        return self.number == 1

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"matter-{self.chosen.matter}"

    @property
    def field(self) -> str:
        """The name of its note's field."""
        return f"{NOTED}{self.chosen.matter}"

    @property
    def handled(self) -> Handled | None:
        """The matter as a page shows it."""
        return Handled(self.found) if self.found else None

    @property
    def title(self) -> str:
        """What it is called."""
        return self.handled.title if self.handled else "A matter that is no longer here"


@dataclass(frozen=True, slots=True)
class BasketPage(DraftPage):
    """The basket. matters are those of them that are still here, by address; notes are as typed where they differ.

    error says why the last request was declined.
    """

    template: ClassVar[str] = "precedents/basket.html"
    matters: Mapping[str, Matter]
    notes: Mapping[str, str]
    error: str = ""

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{'Error: ' if self.problems else ''}Basket for {self.name}"

    @property
    def address(self) -> str:
        """The page's own address."""
        return told.address(self.draft.id, "basket")

    @property
    def picked(self) -> tuple[Picked, ...]:
        """What is in it, in its order."""
        held = self.draft.basket
        return tuple(
            Picked(
                number,
                number == len(held),
                one,
                self.matters.get(one.matter),
                self.notes.get(one.matter, one.note),
                TOO_LONG if len(self.notes.get(one.matter, "")) > NOTE else "",
            )
            for number, one in enumerate(held, start=1)
        )

    @property
    def exports(self) -> tuple[Export, ...]:
        """The forms of file that it can be exported as."""
        return EXPORTS

    @property
    def longest(self) -> int:
        """How many characters a note holds."""
        return NOTE

    @property
    def problems(self) -> tuple[dict[str, str], ...]:
        """What is wrong, each with the place that it is about."""
        found = [{"text": f"{one.title}: {one.error}", "href": f"#{one.field}"} for one in self.picked if one.error]
        return (*found, *(({"text": self.error, "href": "#maincontent"},) if self.error else ()))
