from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from search import schema
from search.library import Library
from search.model import Citation, MeetingLine
from tests.board import papers
from tests.library import searcher, take
from web.meetings import SIZE, MeetingsPage, rows
from web.render import renderer
from web.site import Site

AGENDA = """# Agenda of the Part I Board Meeting

Thursday 16 January 2025 at 10.00 am in the Town Hall

| No | Title | Presenter |
| --- | --- | --- |
| 1 | Welcome | First Person |
| 7 | Winter funding for community beds | Second Person |
| 9 | Laundry building | First Person |
"""


def line(date: str, body: str = "Board", kind: str = "minutes", part: str = "", items: int = 1) -> MeetingLine:
    cited = Citation("d" + kind, f"{kind}.pdf", 1, 1, "", date, body, "", "", ())
    return MeetingLine(cited, kind, part, "draft" if kind == "minutes" else "", items, 2, 1, "", "", "", "")


def site(tmp_path: Path) -> TestClient:
    return TestClient(create_app(Settings(library=tmp_path), {"public": searcher(tmp_path)}))


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    tmp_path = tmp_path_factory.mktemp("board")
    folder = papers(tmp_path / "papers")
    (folder / "agenda.md").write_text(AGENDA)
    take(tmp_path, folder)
    return site(tmp_path)


def test_an_agenda_and_the_minutes_of_one_meeting_are_one_row() -> None:
    (row,) = rows([line("2025-01-16", kind="agenda", items=9), line("2025-01-16", items=7)])
    assert [one.kind for one in row.records] == ["Minutes (draft)", "Agenda"]
    assert (row.items, row.decisions, row.actions) == (9, 2, 1)


def test_the_parts_of_a_day_are_one_row_whose_counts_add_up() -> None:
    (row,) = rows([line("2025-01-16", part="I"), line("2025-01-16", part="II")])
    assert (row.parts, row.decisions) == ("Part I and II", 4)
    assert [one.kind for one in row.records] == ["Minutes (draft), part I", "Minutes (draft), part II"]


def test_meetings_stand_newest_first_and_those_without_a_date_last() -> None:
    page = MeetingsPage(rows([line(""), line("2024-05-01"), line("2025-01-16"), line("2025-01-16", "Audit")]))
    assert [year for year, _ in page.groups] == ["2025", "2024", "undated"]
    assert [row.body for row in page.groups[0][1]] == ["Audit", "Board"]
    assert page.groups[2][1][0].address == "/meetings/board/undated"


def test_a_long_list_comes_in_parts_and_a_part_past_its_end_is_the_last() -> None:
    every = rows([line(f"{2000 + n // 300}-{n % 12 + 1:02}-{n % 28 + 1:02}", f"Body {n}") for n in range(SIZE + 1)])
    page = MeetingsPage(every, page=99)
    assert page.paging.page == 2
    assert sum(len(group) for _, group in page.groups) == 1


def test_an_agenda_alone_says_nothing_of_decisions() -> None:
    cited = line("2025-01-16", kind="agenda").citation
    (row,) = rows([MeetingLine(cited, "agenda", "", "", 3, 0, 0, "", "", "", "")])
    assert not row.minuted
    assert renderer(Site())(MeetingsPage((row,))).count("not known, no minutes") == 2


def test_an_empty_library_says_what_makes_a_meeting() -> None:
    assert "No meetings are held here yet" in renderer(Site())(MeetingsPage(()))


def test_the_list_keeps_to_a_body_and_a_year(board: TestClient) -> None:
    assert board.get("/meetings").text.count("/meetings/board/2025") == 2
    assert "No meeting fits" in board.get("/meetings", params={"year": "2020"}).text
    assert board.get("/meetings", params={"year": "last"}).status_code == 422


def test_a_meeting_shows_its_people_its_items_and_what_was_decided_with_the_page(board: TestClient) -> None:
    page = board.get("/meetings/board/2025-01-16").text
    assert "First Person" in page
    assert "Draft minutes" in page
    assert "The Board approved winter funding of £2.4 million for community beds." in page
    address = page.split("About this decision")[0].rsplit('<a href="/documents', 1)[1].split('"')[0]
    viewer = board.get(f"/documents{address}".replace("&amp;", "&")).text
    assert "winter funding of £2.4 million" in viewer.split("<mark")[1].split("</mark>")[0]


def test_an_item_is_there_once_with_how_the_agenda_has_it(board: TestClient) -> None:
    page = board.get("/meetings/board/2025-01-16").text
    assert page.count('id="item-7"') == 1
    assert "On the agenda as “<bdi>7. Winter funding for community beds</bdi>”" in page
    laundry = page.split('id="item-9"')[1].split("</section>")[0]
    assert "The minutes here have no item under this heading" in laundry


@pytest.mark.parametrize("place", ["board/2025-01-17", "audit/2025-01-16", "board/20250116", "board/undated", "-/x"])
def test_a_meeting_that_is_not_held_is_a_page_that_says_so(board: TestClient, place: str) -> None:
    reply = board.get(f"/meetings/{place}")
    assert reply.status_code == 404
    assert "No meeting of that body on that day" in reply.text


def test_a_meeting_without_a_date_or_a_name_has_a_page(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    with Library.open(tmp_path / "public", write=True) as library, library.change() as connection:
        connection.execute(schema.meetings.update().values(date="", body=""))
    page = site(tmp_path).get("/meetings/-/undated").text
    assert "Unnamed body" in page
    assert "2 records of meetings without a date" in page
    assert "application/ld+json" not in page
    assert page.count('id="s2-item-7"') == 1


def test_words_of_a_meeting_cannot_become_markup(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    said = (
        (folder / "2025-01-board.md").read_text().replace("Winter funding", "Winter </script><script>alert(1)</script>")
    )
    (folder / "2025-01-board.md").write_text(said.replace("Town Hall", "</script><b>Hall"))
    take(tmp_path, folder)
    page = site(tmp_path).get("/meetings/board/2025-01-16").text
    assert "<script>alert" not in page
    assert "<b>Hall" not in page


def test_an_item_leads_to_its_story_over_meetings(board: TestClient) -> None:
    assert "/timeline?text=Estates+strategy" in board.get("/meetings/board/2025-01-16").text
    page = board.get("/timeline", params={"text": "Estates strategy"}).text
    assert page.index("16 January 2025") < page.index("13 March 2025")
    assert "The Board deferred the estates strategy to its next meeting." in page
    assert "Deferred" in page


def test_a_story_of_nothing_says_what_to_do(board: TestClient) -> None:
    assert "Nothing found" in board.get("/timeline", params={"text": "zeppelin"}).text
    assert "Follow one item" in board.get("/timeline").text
    assert "no events on this page" in board.get("/timeline", params={"text": "Estates strategy", "page": 9}).text
    assert board.get("/timeline", params={"text": "x" * 501}).status_code == 422


def test_without_a_register_of_interests_the_page_says_so(board: TestClient) -> None:
    assert "No register of interests is held here" in board.get("/interests").text
    assert board.get("/interests", params={"kind": "secret"}).status_code == 422
