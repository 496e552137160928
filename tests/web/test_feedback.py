from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from search.model import PageKind, Unanswered, Voted
from tests.board import papers
from tests.library import searcher, take
from web.capped import Capped, Unkept
from web.feedback import MOST, QuestionsPage, ThanksPage
from web.forms import LARGEST
from web.render import renderer
from web.routes.feedback import feedback
from web.site import Site
from web.wording import LONGEST

SITE = Site(address="https://papers.example.org/board")
render = renderer(SITE)
FORM = {"kind": "answer", "about": "what was decided", "useful": "yes"}


@dataclass
class Kept:
    votes: list[tuple[str, str, bool]] = field(default_factory=list)
    questions: list[tuple[str, str]] = field(default_factory=list)

    def vote(self, kind: PageKind, about: str, useful: bool) -> None:
        self.votes.append((kind, about, useful))

    def missed(self, question: str, reason: str) -> None:
        self.questions.append((question, reason))


def routes(kept: Kept) -> TestClient:
    app = FastAPI()
    app.include_router(feedback(kept, SITE, render))
    return TestClient(app, follow_redirects=False)


def sent(kept: Kept, form: dict[str, Any], referer: str = "") -> Any:
    return routes(kept).post("/feedback", data=form, headers={"Referer": referer})


def test_a_vote_is_counted_and_leads_back_to_its_page_through_thanks() -> None:
    kept = Kept()
    reply = sent(kept, FORM, "https://papers.example.org/board/search?q=beds&year=2025")
    assert kept.votes == [("answer", "what was decided", True)]
    assert (reply.status_code, reply.headers["location"]) == (
        303,
        "/board/feedback/thanks?back=%2Fsearch%3Fq%3Dbeds%26year%3D2025",
    )
    page = routes(kept).get(reply.headers["location"].removeprefix("/board")).text
    assert 'href="/board/search?q=beds&amp;year=2025"' in page


@pytest.mark.parametrize("back", ["//evil.example/", "https://evil.example/", "/\\evil.example", "/feedback/thanks"])
def test_thanks_lead_nowhere_but_to_this_site(back: str) -> None:
    page = routes(Kept()).get("/feedback/thanks", params={"back": back}).text
    assert "evil" not in page
    assert 'href="/board/"' in page
    assert sent(Kept(), FORM, back).headers["location"] == "/board/feedback/thanks"


@pytest.mark.parametrize(
    "form", [{}, FORM | {"kind": "other"}, FORM | {"useful": "perhaps"}, FORM | {"about": "a" * (LONGEST + 1)}]
)
def test_another_form_is_refused_and_nothing_is_kept(form: dict[str, str]) -> None:
    kept = Kept()
    assert sent(kept, form).status_code == 422
    assert kept.votes == []


def test_the_longest_question_fits_the_form_and_a_larger_body_is_cut_off() -> None:
    kept = Kept()
    assert sent(kept, FORM | {"about": "😀" * LONGEST}).status_code == 303
    assert sent(kept, FORM | {"about": "a" * LARGEST}).status_code == 413
    assert len(kept.votes) == 1


@given(st.binary(max_size=300))
def test_no_body_is_a_fault(body: bytes) -> None:
    reply = routes(Kept()).post("/feedback", content=body)
    assert reply.status_code in (303, 422)


def test_a_flood_of_votes_is_let_go_until_the_next_minute() -> None:
    kept, now = Kept(), [0.0]
    capped = Capped(kept, most=2, now=lambda: now[0])
    for _ in range(5):
        capped.vote("page", "a", useful=False)
    capped.missed("why", "nothing_found")
    assert (len(kept.votes), kept.questions) == (2, [])
    now[0] = 61.0
    capped.missed("why", "nothing_found")
    assert kept.questions == [("why", "nothing_found")]


def test_a_site_that_keeps_nothing_says_thanks_all_the_same(tmp_path: Path) -> None:
    Unkept().missed("why", "nothing_found")
    site = TestClient(create_app(Settings(library=tmp_path, question_days=0), {}))
    own = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}
    assert "Thank you" in site.post("/feedback", data=FORM, headers=own).text


def test_what_readers_leave_behind_is_what_staff_read(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    app = create_app(Settings(library=tmp_path, staff=True), {"public": searcher(tmp_path)})
    site = TestClient(app, base_url="http://127.0.0.1")  # the staff side answers to no other name
    asked = {"q": "what did the board of 1999 say to jo@example.org about zebras"}
    assert site.get("/search", params=asked).status_code == 200
    own = {"Origin": "http://127.0.0.1", "Sec-Fetch-Site": "same-origin"}
    site.post("/feedback", data={"kind": "page", "about": "", "useful": "no"}, headers=own)
    page = site.get("/staff/questions").text
    assert "about zebras" in page
    assert "jo@example.org" not in page
    assert "0 readers said yes and 1 reader said no" in page


def test_only_a_staff_side_shows_what_readers_leave_behind(tmp_path: Path) -> None:
    assert TestClient(create_app(Settings(library=tmp_path), {})).get("/staff/questions").status_code == 404


def test_a_vote_from_another_site_is_refused() -> None:
    site = TestClient(create_app(Settings(), {}))
    assert site.post("/feedback", data=FORM, headers={"Origin": "https://evil.example"}).status_code == 403


def test_staff_see_questions_by_day_escaped_and_bounded() -> None:
    asked = [Unanswered("2025-01-16", "<b>who</b>", "not_recorded", 3), Unanswered("2025-01-15", "why", "odd", 1)]
    votes = [Voted("2025-01-16", "answer", "", 2, 1)] * (MOST + 1)
    page = render(QuestionsPage(tuple(asked), tuple(votes), 90))
    assert page.index("16 January 2025") < page.index("15 January 2025")
    assert "&lt;b&gt;who&lt;/b&gt;" in page
    assert "<b>" not in page
    assert "The papers do not say" in page
    assert 'href="/board/search?q=%3Cb%3Ewho%3C%2Fb%3E"' in page
    assert "1,002 readers said yes and 501 readers said no" in page
    assert "1 older row left out." in page


def test_staff_read_that_nothing_was_missed_or_that_nothing_is_kept() -> None:
    assert "No question has gone without an answer" in render(QuestionsPage((), (), 90))
    assert "MINUTEBOOK_QUESTION_DAYS" in render(QuestionsPage((), (), 0))


def test_thanks_offer_to_report_a_mistake_on_the_page() -> None:
    assert 'href="/board/report?page=%2Fsearch%3Fq%3Da"' in render(ThanksPage("/search?q=a"))
