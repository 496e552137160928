"""The pages on which a topic is followed by e-mail, confirmed and ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import Often, Topic
from web.keeping.named import OfTopic, name, page
from web.page import Plain

CHOICES = (("daily", "At most once a day"), ("weekly", "At most once a week"))


@dataclass(frozen=True, slots=True)
class KeepUpPage(OfTopic, Plain):
    """The form that asks for e-mail about a topic; wrong says what is wrong with the address, "" for nothing."""

    template: ClassVar[str] = "keeping/form.html"
    topic: Topic
    address: str = ""
    often: Often = "daily"
    wrong: str = ""

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{'Error: ' if self.wrong else ''}Keep up with {self.name}"

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """How often letters may come, each with its name."""
        return CHOICES


@dataclass(frozen=True, slots=True)
class SentPage(Plain):
    """Told to whoever asked, whether or not the address was known."""

    template: ClassVar[str] = "keeping/sent.html"
    title: ClassVar[str] = "Check your email"


@dataclass(frozen=True, slots=True)
class AskedPage(OfTopic, Plain):
    """A link from a letter that was opened. Only its button does anything, since programs follow links too."""

    template: ClassVar[str] = "keeping/asked.html"
    topic: Topic
    ends: bool

    @property
    def title(self) -> str:
        """The window's title."""
        return f"Stop emails about {self.name}" if self.ends else f"Get emails about {self.name}"


@dataclass(frozen=True, slots=True)
class DonePage(Plain):
    """What became of a link: topic is what is followed now, None where nothing is; ended says that it was to stop."""

    template: ClassVar[str] = "keeping/done.html"
    topic: Topic | None
    ended: bool = False

    @property
    def title(self) -> str:
        """The window's title."""
        if self.ended:
            return "Emails stopped"
        return "You will get emails" if self.topic else "This link no longer works"

    @property
    def name(self) -> str:
        """What is followed."""
        return name(self.topic) if self.topic else ""

    @property
    def back(self) -> str:
        """The page that shows all of it, the first page where nothing is followed."""
        return page(self.topic) if self.topic else "/"
