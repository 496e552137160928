"""What another website takes from this one: feeds, files, and the search box."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import ClassVar

from web.page import Plain
from web.site import Site

# That of every page of the site but for who may frame it: the sites that the settings name.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors {}"
)
COLUMNS = 44  # letters of a line in the field that shows code
HEIGHT = 140  # pixels of the frame: label and box one above the other on a narrow page


def framed(site: Site) -> str:
    """The Content-Security-Policy of the page that other sites may frame.

    >>> framed(Site(embedders=("https://www.example.org",))).rpartition("; ")[2]
    'frame-ancestors https://www.example.org'
    >>> framed(Site()).rpartition("; ")[2]
    "frame-ancestors 'none'"
    """
    return POLICY.format(" ".join(site.embedders) or "'none'")


@dataclass(frozen=True, slots=True)
class EmbedPage(Plain):
    """The search box alone, for a frame on another site."""

    template: ClassVar[str] = "embed.html"
    title: ClassVar[str] = "Search the board papers"


@dataclass(frozen=True, slots=True)
class Code:
    """Lines to be copied: id of their field, its label, and a hint."""

    id: str
    label: str
    hint: str
    text: str

    @property
    def rows(self) -> int:
        """Lines of the field that shows it, long ones wrapped."""
        return sum(1 + len(line) // COLUMNS for line in self.text.splitlines())


@dataclass(frozen=True, slots=True)
class ReusePage(Plain):
    """Feeds, files and the search box. base is the site's absolute address without a slash at its end."""

    template: ClassVar[str] = "reuse.html"
    title: ClassVar[str] = "Feeds and search box"
    canonical: ClassVar[str] = "/reuse"
    site: Site
    base: str

    @property
    def feed(self) -> str:
        """The absolute address of the feed of all decisions."""
        return f"{self.base}/feeds/decisions.atom"

    @property
    def script(self) -> Code:
        """The search box by a script."""
        address = escape(f"{self.base}/embed.js")
        return Code(
            "script-code",
            "Search box, by script",
            "Takes the look of your own page",
            f'<div data-minutebook-search></div>\n<script src="{address}" defer></script>',
        )

    @property
    def form(self) -> Code:
        """The search box as a form of one's own."""
        return Code(
            "form-code",
            "Search box, as a form",
            "Needs no script",
            f'<form action="{escape(f"{self.base}/search")}" method="get" role="search">\n'
            '  <label for="board-papers">Search the board papers</label>\n'
            '  <input id="board-papers" name="q" type="search">\n'
            "  <button>Search</button>\n"
            "</form>",
        )

    @property
    def frame(self) -> Code:
        """The search box in a frame."""
        return Code(
            "frame-code",
            "Search box, in a frame",
            "Keeps the look of this site",
            f'<iframe src="{escape(f"{self.base}/embed")}" title="Search the board papers" '
            f'width="100%" height="{HEIGHT}"></iframe>',
        )
