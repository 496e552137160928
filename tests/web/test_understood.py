"""What was understood is shown in plain words, and every part of it can be taken back and put back."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from search.model import Constraint
from tests.board import papers
from tests.library import searcher, take
from web.asking import Search
from web.understood import Understood
from web.wording import DROPPED

QUESTION = "what did the January board decide on estates"
BOARD = Constraint("body", "board", "Town Board", source=True)
JANUARY = Constraint("period", "Jan", "January 2025", first="2025-01-01", last="2025-01-31", source=True)


# Words that are understood and signs that are not, in any order.
WORDS = st.sampled_from(
    ["January", "board", '"laundry', '"', "item 7", "FP", "estates", "estatse", "2019", "<b>", "*", "\x00"]
)
ASKED = st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=12).map(" ".join))
KEYS = st.lists(
    st.one_of(st.text(max_size=40), st.sampled_from(["body:Board", "period:", "phrase:laundry"])), max_size=6
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("understood")
    take(folder, papers(folder / "papers"))
    return TestClient(create_app(Settings(library=folder), {"public": searcher(folder)}))


def asked(site: TestClient, address: str) -> tuple[list[str], dict[str, str]]:
    """The points of a results page as read out, and the address that each link's name leads to."""
    page = site.get(address)
    assert page.status_code == 200
    if "How your question was understood" not in page.text:
        return [], {}
    shown = page.text.split("How your question was understood")[1].split("</section>")[0]
    links = re.findall(r'<a href="([^"]*)">(.*?)</a>', shown)
    points = [html.unescape(re.sub(r"<[^>]+>|<a .*", "", one)) for one in re.findall(r"<li>(.*?)(?: <a|</li>)", shown)]
    return points, {html.unescape(re.sub(r"<[^>]+>", "", name)): html.unescape(to) for to, name in links}


def test_what_was_understood_is_taken_back_and_put_back(site: TestClient) -> None:
    points, links = asked(site, f"/search?q={QUESTION}")
    assert "Meeting: January 2025" in points
    assert any(one.startswith("Body: ") for one in points)
    (body,) = [name for name in links if "Body" in name]
    assert body.startswith("Search without Body: ")

    points, links = asked(site, links["Search without Meeting: January 2025"])
    assert list(links)[-1] == "Put back Meeting: January 2025"
    assert "Search without Meeting: January 2025" not in links

    points, both = asked(site, links[body])
    assert [name for name in both if name.startswith("Put back")] == [
        "Put back Meeting: January 2025",
        body.replace("Search without", "Put back"),
    ]
    points, links = asked(site, both["Put back Meeting: January 2025"])
    assert "Meeting: January 2025" in points
    assert body.replace("Search without", "Put back") in links, "the other stays taken back"


def test_another_search_is_made_without_what_was_taken_back(site: TestClient) -> None:
    address = "/search?q=what was decided in 2019"
    assert "nothing from 2019" in site.get(address).text
    points, links = asked(site, address)
    assert points == ["Meeting: 2019 (nothing here is of it)"]
    assert "nothing from 2019" not in site.get(links["Search without Meeting: 2019"]).text


def test_a_question_of_words_alone_says_nothing_of_how_it_was_read(site: TestClient) -> None:
    assert "How your question was understood" not in site.get("/search?q=laundry").text


@pytest.mark.parametrize(
    ("constraint", "said", "note"),
    [
        (JANUARY, "Meeting: January 2025", ""),
        (Constraint("period", "2024", "2024", first="2024-01-01"), "Date: 2024", ""),
        (Constraint("period", "2024", "2024", strict=True), "Date: 2024", "nothing else is searched"),
        (Constraint("body", "ARC", "Audit and Risk Committee"), "Body: Audit and Risk Committee", "from “ARC”"),
        (Constraint("body", "moon", "moon", held=False), "Body: moon", "nothing here is of it"),
        (Constraint("person", "SP", "Second Person"), "Person: Second Person", "from “SP”"),
        (Constraint("item", "item 7", "7"), "Item: 7", "from “item 7”"),
        (Constraint("reference", "BD/24/7", "BD/24/7"), "Reference: BD/24/7", ""),
        (Constraint("phrase", '"old laundry"', "old laundry"), "Exact words: “old laundry”", ""),
        (Constraint("abbreviation", "RTT", "referral to treatment"), "RTT read as referral to treatment", ""),
        (Constraint("spelling", "univeristy", "university"), "Spelling: univeristy read as university", ""),
    ],
)
def test_each_kind_is_said_in_plain_words(constraint: Constraint, said: str, note: str) -> None:
    (point,) = Understood(Search("q"), (constraint,)).points
    assert (point.said, point.note) == (said, note)


def test_an_address_keeps_the_question_and_what_else_was_taken_back() -> None:
    (point,) = Understood(Search("a & b?", ("period:January 2025",)), (BOARD,), (BOARD, JANUARY)).points
    assert point.address == "/search?q=a+%26+b%3F&drop=period%3AJanuary+2025&drop=body%3ATown+Board"
    (back,) = Understood(Search("a & b?", ("period:January 2025",)), (BOARD,), (BOARD, JANUARY)).taken_back
    assert (back.said, back.address) == ("Meeting: January 2025", "/search?q=a+%26+b%3F")


def test_a_thing_named_twice_is_shown_once() -> None:
    assert len(Understood(Search("q"), (BOARD, BOARD)).points) == 1


def test_a_key_that_came_from_another_reading_is_named_by_itself_and_one_that_is_none_is_not_shown() -> None:
    search = Search("q", ("person:First Person", "none:such", "body:", "words"))
    said = [one.said for one in Understood(search, ()).taken_back]
    assert said == ["Person: First Person"]


def test_no_link_takes_back_more_than_a_search_reads(site: TestClient) -> None:
    full = tuple(f"body:{number}" for number in range(DROPPED))
    (point,) = Understood(Search("q", full), (BOARD,)).points
    assert point.address == ""
    for address in ("/search", "/api/v1/search"):
        assert site.get(address, params={"q": "estates", "drop": full}).status_code == 200
        assert site.get(address, params={"q": "estates", "drop": [*full, "body:more"]}).status_code == 422


def test_a_key_is_escaped(site: TestClient) -> None:
    page = site.get("/search", params={"q": "estates", "drop": "body:<script>alert(1)</script>"}).text
    assert "&lt;script&gt;" in page
    assert "<script>" not in page


@given(ASKED, KEYS)
@settings(max_examples=60, deadline=None)
def test_whatever_is_asked_and_taken_back_is_a_page_whose_links_work(
    site: TestClient, question: str, keys: list[str]
) -> None:
    page = site.get("/search", params={"q": question, "drop": keys})
    assert page.status_code == 200
    for address in re.findall(r'href="(/search\?[^"]*)"', page.text):
        assert site.get(html.unescape(address)).status_code == 200
