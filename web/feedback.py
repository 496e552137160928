"""The pages of feedback: thanks for it, and what staff read of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from search.model import Unanswered, Voted
from web.address import with_query
from web.page import Plain
from web.wording import counted

MOST = 500  # rows of one table
REASONS = {
    "nothing_found": "Nothing was found",
    "empty_library": "No papers were held",
    "outside_coverage": "Not of a period or body that is held",
    "not_recorded": "The papers do not say",
    "false_premise": "The papers say the opposite",
}
KINDS = {
    "answer": "Results",
    "page": "Page of a document",
    "passage": "Passage",
    "meeting": "Meeting",
    "register": "Register",
}


@dataclass(frozen=True, slots=True)
class ThanksPage(Plain):
    """Thanks for a vote. back is the page that it was given on, from the site's root."""

    template: ClassVar[str] = "thanks.html"
    title: ClassVar[str] = "Thank you"
    back: str

    @property
    def report(self) -> str:
        """The address of the form for a mistake on that page."""
        return with_query("/report", page=self.back)


@dataclass(frozen=True, slots=True)
class Day:
    """The questions of one day that found nothing, the most asked first."""

    day: str
    questions: tuple[Unanswered, ...]


@dataclass(frozen=True, slots=True)
class QuestionsPage(Plain):
    """Questions that found nothing and what readers found useful, for staff. Both come newest day first."""

    template: ClassVar[str] = "questions.html"
    title: ClassVar[str] = "Questions that found nothing"
    section: ClassVar[str] = "staff"
    unanswered: tuple[Unanswered, ...]
    votes: tuple[Voted, ...]
    days_kept: int

    @property
    def days(self) -> tuple[Day, ...]:
        """The questions by day, the first of them where there are too many."""
        shown = self.unanswered[:MOST]
        return tuple(Day(day, tuple(found)) for day, found in groupby(shown, key=lambda one: one.day))

    @property
    def voted(self) -> tuple[Voted, ...]:
        """The votes that are shown."""
        return self.votes[:MOST]

    @property
    def summary(self) -> str:
        """How many votes there are and of what kind, in a clause."""
        useful, useless = sum(one.useful for one in self.votes), sum(one.useless for one in self.votes)
        return f"{counted(useful, 'reader')} said yes and {counted(useless, 'reader')} said no"

    @property
    def left_out(self) -> str:
        """What is not shown, in a sentence, or ""."""
        more = max(0, len(self.unanswered) - MOST) + max(0, len(self.votes) - MOST)
        return f"{counted(more, 'older row')} left out." if more else ""

    @staticmethod
    def asked(one: Unanswered) -> str:
        """The address that asks the question again."""
        return with_query("/search", q=one.question)

    @staticmethod
    def reason(one: Unanswered) -> str:
        """Why it was refused, in words."""
        return REASONS.get(one.reason, one.reason)

    @staticmethod
    def kind(one: Voted) -> str:
        """What kind of page was judged, in words."""
        return KINDS[one.kind]
