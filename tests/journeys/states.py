"""Every state of every public page over the sample papers: by what address, or by which link of another page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote_plus

from playwright.sync_api import Page

ASKED = "what was decided on Larkspur Ward"
TO_PAGE = "main a[href*='/pages/'][href*='passage=']"
ONE = "main a[href*='/{}/']"


@dataclass(frozen=True, slots=True)
class State:
    """A page as somebody may meet it. follow is the link to click on the page at path, opened the details to open."""

    name: str
    path: str
    follow: str = ""
    opened: bool = False
    status: int = 200

    def open(self, page: Page, address: str) -> int:
        """Go there; the status of the reply."""
        reply = page.goto(address + self.path)
        if self.follow:
            target = page.locator(self.follow).first.get_attribute("href")
            reply = page.goto(address + str(target))
        if self.opened:
            for one in page.locator("main details").all():
                one.evaluate("one => { one.open = true; }")
        assert reply is not None
        return reply.status


def asked(question: str, more: str = "") -> str:
    """The address of a question's results."""
    return f"/search?q={quote_plus(question)}{more}"


STATES = (
    State("home", "/"),
    State("home-blank", "/search?q="),
    State("results-decision", asked(ASKED), opened=True),
    State("results-number", asked("how much was the deficit at month 6")),
    State("results-person", asked("who presented the winter plan")),
    State("results-action", asked("what became of action 31")),
    State("results-list", asked("which policies were adopted in November 2024")),
    State("results-meaning", asked("what does BAF stand for")),
    State("results-history", asked("has the frailty virtual ward been discussed before")),
    State("results-second-page", asked("community beds", "&page=2&sort=date&body=ICB+Board")),
    State("results-beyond-the-end", asked("community beds", "&page=10")),
    State("results-refused", asked("who won the world cup in 1966")),
    State("results-outside", asked("what was decided on estates in 2019")),
    State("results-denied", asked("why was the Larkspur Ward business case approved")),
    State("results-narrowed-to-nothing", asked("community beds", "&year=1999")),
    State("results-misspelt", asked("winnter plann"), opened=True),
    State("results-long-word", asked("x" * 300)),
    State("similar", asked(ASKED), "main a[href*='/similar/']"),
    State("viewer-cited", asked(ASKED), TO_PAGE),
    State("viewer-citation-open", asked(ASKED), TO_PAGE, opened=True),
    State("viewer-plain", "/meetings/icb-board/2024-09-12", "main a[href*='/pages/']"),
    State("meetings", "/meetings"),
    State("meetings-none", "/meetings?body=Nobody"),
    State("meetings-misfit", "/meetings?year=abc", status=422),
    State("meeting", "/meetings/icb-board/2024-09-12", opened=True),
    State("meeting-agenda", "/meetings/icb-board/2025-02-13"),
    State("meeting-not-held", "/meetings/nobody/2024-01-01", status=404),
    State("timeline-empty", "/timeline"),
    State("timeline", "/timeline?text=frailty+virtual+ward"),
    State("timeline-nothing", "/timeline?text=zzz&body=ICB+Board"),
    State("interests", "/interests"),
    State("interests-nobody", "/interests?person=zz"),
    State("decisions", "/decisions", opened=True),
    State("decisions-of-a-month", "/decisions?text=policy&since=November+2024&until=November+2024"),
    State("decisions-none", "/decisions?text=zzzz"),
    State("decisions-misfit", "/decisions?since=31+February+2025&verb=foo", status=422),
    State("decision", "/decisions", "main a[href*='/decisions/']"),
    State("actions", "/actions", opened=True),
    State("actions-misfit", "/actions?since=xx&as_of=y", status=422),
    State("action", "/actions?text=dental", "main a[href*='/actions/']"),
    State("about", "/about"),
    State("accessibility", "/accessibility"),
    State("privacy", "/privacy"),
    State("report", "/report?page=/search%3Fq%3Dbeds"),
    State("reuse", "/reuse"),
    State("data", "/data", opened=True),
    State("embed", "/embed"),
    State("thanks", "/feedback/thanks?back=/search%3Fq%3Dbeds"),
    State("nowhere", "/nowhere", status=404),
)
