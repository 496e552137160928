"""The first page: ask, and what there is to be asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from ingest.model import long_date
from search.model import Coverage, MeetingLine
from web import address
from web.asking import Search
from web.page import Plain
from web.wording import counted, reach

LATEST = 5  # meetings shown


@dataclass(frozen=True, slots=True)
class HomePage(Plain):
    """A search box and what the library holds. lines are meetings, newest first; blank says that nothing was asked."""

    template: ClassVar[str] = "home.html"
    section: ClassVar[str] = "search"
    coverage: Coverage
    questions: tuple[str, ...] = ()
    lines: tuple[MeetingLine, ...] = ()
    blank: bool = False

    @property
    def title(self) -> str:
        """The window's title, which says at once that something is wrong."""
        return "Error: Search the board papers" if self.blank else "Search the board papers"

    @property
    def canonical(self) -> str:
        """The site's root."""
        return "" if self.blank else "/"

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search yet."""
        return self.coverage.documents == 0

    @property
    def holdings(self) -> str:
        """What the library holds."""
        return reach(self.coverage)

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """Questions that are answered here, each with its address."""
        return tuple((question, Search(question).address) for question in self.questions)

    @property
    def meetings(self) -> tuple[tuple[str, str, str], ...]:
        """The latest meetings: each with its address and what is known of it."""
        found: dict[str, tuple[str, list[MeetingLine]]] = {}
        for line in self.lines:
            cited = line.citation
            if cited.body and cited.date:
                said = f"{cited.body}, {long_date(cited.date)}"
                found.setdefault(address.meeting(cited.body, cited.date), (said, []))[1].append(line)
        return tuple((said, to, _held(lines)) for to, (said, lines) in [*found.items()][:LATEST])

    def data(self, named: str, absolute: Callable[[str], str]) -> dict[str, Any]:
        """What the site is, for machines (schema.org)."""
        return {
            "@context": "https://schema.org",
            "@type": "WebSite",
            "name": named,
            "url": absolute("/"),
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": f"{absolute('/search')}?q={{question}}"},
                "query-input": "required name=question",
            },
        }


def _held(lines: list[MeetingLine]) -> str:
    """What there is of one meeting: "minutes, 12 items, 3 decisions"."""
    kinds = ", ".join(dict.fromkeys(line.kind for line in lines))
    most = {
        "item": max(line.items for line in lines),
        "decision": max(line.decisions for line in lines),
        "action": max(line.actions for line in lines),
    }
    return ", ".join([kinds, *(counted(number, name) for name, number in most.items() if number)])
