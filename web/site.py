"""Whose site this is, and where it stands: what every page shows around its own content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

from web.statements import STATEMENTS, Statements


@dataclass(frozen=True, slots=True)
class Link:
    """A name with the address that it leads to, and the section of the site that it stands for."""

    text: str
    address: str
    section: str


@dataclass(frozen=True, slots=True)
class Site:
    """The organisation's own words and marks.

    address is the public address, such as "https://papers.example.org/board", or "" where it is not known: pages then
    stand at the root and name no absolute address. logo is a picture's address under the site, "" for the NHS logo;
    embedders are the origins of other sites that may show the search box; account is the way in for who may sign in,
    the way to their account for who has, "" where nobody signs in; phrased says whether programs may ask for
    answers in a model's words; question_days is how long feedback is kept, 0 for not at all; draft_days how long
    a draft that nobody uses; mail says that readers may be told of what is new by e-mail; stamp changes when a static
    file does.
    """

    service: str = "Board papers"
    organisation: str = ""
    address: str = ""
    logo: str = "/static/icon.svg"
    contact_email: str = ""
    contact_phone: str = ""
    embedders: tuple[str, ...] = ()
    staff: bool = False
    account: Literal["", "Sign in", "Account"] = ""
    phrased: bool = False
    question_days: int = 90
    draft_days: int = 90
    mail: bool = False
    statements: Statements = STATEMENTS
    stamp: str = ""

    @property
    def root(self) -> str:
        """The path that every address of the site begins with, "" where it stands at the root of its host."""
        return urlsplit(self.address).path.rstrip("/")

    @property
    def named(self) -> str:
        """The service and whose it is, for the end of a window's title."""
        return f"{self.service} - {self.organisation}" if self.organisation else self.service

    @property
    def lettered(self) -> str:
        """The organisation's name for the header, "" where its own logo holds that."""
        return "" if self.logo == "/logo" else self.organisation

    @property
    def publisher(self) -> str:
        """Who answers for the site, in a sentence."""
        return self.organisation or "the organisation that runs this site"

    @property
    def signed(self) -> bool:
        """Whether whoever reads these pages has signed in."""
        return self.account == "Account"

    @property
    def navigation(self) -> tuple[Link, ...]:
        """The parts of the site, in the order of the menu."""
        staff = (Link("Precedents", "/staff/precedents", "precedents"), Link("Staff", "/staff", "staff"))
        address = "/sign-in" if self.account == "Sign in" else "/account"
        account = (Link(self.account, address, "account"),) if self.account else ()
        return (
            Link("Search", "/", "search"),
            Link("Meetings", "/meetings", "meetings"),
            Link("Decisions", "/decisions", "decisions"),
            Link("Actions", "/actions", "actions"),
            Link("Interests", "/interests", "interests"),
            Link("About", "/about", "about"),
            *(staff if self.staff else ()),
            *account,
        )

    @property
    def footer(self) -> tuple[Link, ...]:
        """What stands at the foot of every page."""
        return (
            Link("How this works", "/about", "about"),
            Link("Accessibility statement", "/accessibility", "accessibility"),
            Link("Privacy", "/privacy", "privacy"),
            Link("Report a mistake", "/report", "report"),
            Link("Feeds and search box", "/reuse", "reuse"),
        )

    def link(self, address: str) -> str:
        """An address of this site as it stands in a page: a path from the root of its host."""
        return f"{self.root}{address}" if address.startswith("/") else address

    def absolute(self, address: str) -> str:
        """An address of this site with its host, where that is known; else the path."""
        return f"{self.address.rstrip('/')}{address}" if self.address else self.link(address)

    def base(self, asked: str) -> str:
        """The absolute address that others know the site by, without a slash at its end.

        asked is the address by which a request reached it, which counts where the settings name none.
        """
        return (self.address or asked).rstrip("/")

    def static(self, name: str) -> str:
        """A file of the site that browsers keep for as long as it does not change."""
        return self.link(f"/static/{name}?v={self.stamp}" if self.stamp else f"/static/{name}")
