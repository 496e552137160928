"""Requests that are refused before they come to any door are in the audit log, without a word of the public's own."""

from __future__ import annotations

from pathlib import Path
from time import sleep

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from api.athome import RENAMED, AtHome
from api.identity.model import Caller, NotSignedIn
from api.origin import FOREIGN, SameOrigin
from api.refusals import PAUSE, Refusals
from search.service import audit
from search.service.access import Entry
from search.service.service import Service

ELSEWHERE = {"Origin": "http://elsewhere.test"}


def refuse(request: Request, status: int, detail: str) -> Response:
    return PlainTextResponse(detail, status)


def known(headers: Headers) -> Caller:
    """By a header, who asks."""
    if headers.get("who") == "nobody any more":
        raise NotSignedIn("over")
    return Caller(headers.get("who", ""), "Some One" if "who" in headers else "")


def site(folder: Path, pause: float = PAUSE) -> TestClient:
    """A site under a path that refuses every form from elsewhere and every other name of this machine."""
    app, written = Starlette(), Refusals(folder, "/board", known, pause)
    app.add_middleware(SameOrigin, refuse=refuse, told=written.told)
    app.add_middleware(AtHome, refuse=refuse, prefix="/board/staff", told=written.told)
    return TestClient(app, base_url="http://localhost")


def lines(folder: Path) -> list[Entry]:
    with Service.open(folder) as service, service.read() as connection:
        assert audit.verify(connection).fault == ""
        return list(audit.entries(connection))


def test_a_refusal_of_nobody_in_particular_says_where_and_why_and_nothing_of_theirs(tmp_path: Path) -> None:
    browser = site(tmp_path)
    assert browser.post("/board/feedback?q=a%20question", headers=ELSEWHERE).status_code == 403
    assert browser.get("/board/staff/uploads/words", headers={"Host": "elsewhere.test"}).status_code == 403
    assert [(one.who, one.name, one.deed, one.about, one.detail) for one in lines(tmp_path)] == [
        ("", "", "refused", "/feedback", FOREIGN),
        ("", "", "refused", "/staff", RENAMED),
    ]


def test_somebody_who_is_known_is_named_each_time_with_the_address(tmp_path: Path) -> None:
    browser = site(tmp_path)
    for number in (1, 2):
        browser.post(f"/board/staff/uploads/{number}", headers={**ELSEWHERE, "who": "s1"})
    assert [(one.who, one.name, one.about) for one in lines(tmp_path)] == [
        ("s1", "Some One", "/staff/uploads/1"),
        ("s1", "Some One", "/staff/uploads/2"),
    ]


def test_many_refusals_of_nobody_make_one_line_and_the_next_says_how_many_were_before(tmp_path: Path) -> None:
    browser = site(tmp_path, pause=2.0)
    for _ in range(5):
        browser.post("/board/words", headers={**ELSEWHERE, "who": "nobody any more"})
    assert [(one.about, one.detail) for one in lines(tmp_path)] == [("/", FOREIGN)]
    sleep(2.0)
    browser.post("/board/words", headers=ELSEWHERE)
    assert [one.detail for one in lines(tmp_path)] == [FOREIGN, f"{FOREIGN}, and 4 more before"]


def test_where_nothing_can_be_written_the_request_is_refused_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert site(tmp_path / "file" / "library").post("/board/form", headers=ELSEWHERE).status_code == 403
