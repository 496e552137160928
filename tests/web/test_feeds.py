from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from api.app import create_app
from api.settings import Settings
from ingest.model import Decision, Span
from search.model import Citation, DecisionEntry, Hit, Narrowed, Wanted
from tests.board import papers
from tests.library import searcher, take
from web import feeds
from web.atom import ATOM, NEVER, Entry, Feed, atom
from web.feeds import Arrivals
from web.site import Site

ADDRESS = "https://papers.example.org/board"
NAMES = {"a": ATOM}
AUTUMN, WINTER = "2025-10-01T10:00:00.000001+00:00", "2025-12-01T10:00:00.000001+00:00"
ARRIVALS = Arrivals({"old": AUTUMN, "new": WINTER})
LATER = """# Minutes of the Part I Board Meeting

Held on 15 May 2025 at 10.00 am in the Town Hall

## 5. Car parking

Resolved: The Board approved the car parking policy.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of two sets of minutes, with their folder beside it."""
    made = tmp_path_factory.mktemp("feeds")
    take(made, papers(made / "papers"))
    return made


@pytest.fixture(scope="module")
def site(folder: Path) -> TestClient:
    return served(folder)


def served(folder: Path) -> TestClient:
    chosen = Settings(library=folder, address=ADDRESS, organisation_name="Example Board")
    return TestClient(create_app(chosen, {"public": searcher(folder)}), root_path="/board")


def read(reply: Any) -> etree._Element:
    assert (reply.status_code, reply.headers["content-type"].split(";")[0]) == (200, "application/atom+xml")
    return sound(reply.content)


def sound(content: bytes) -> etree._Element:
    """The feed, once it holds what RFC 4287 asks of one."""
    root = etree.fromstring(content)
    assert root.tag == f"{{{ATOM}}}feed"
    for one in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"a:{name}", NAMES)) == 1, name
        assert one.findtext("a:id", "", NAMES).startswith("urn:uuid:")
        assert datetime.fromisoformat(one.findtext("a:updated", "", NAMES)).tzinfo
        assert one.findtext("a:author/a:name", "", NAMES)
        assert len(one.findall("a:link[@rel='alternate']", NAMES)) == 1
    assert len(root.findall("a:link[@rel='self']", NAMES)) == 1
    ids = [one.text for one in root.findall("a:entry/a:id", NAMES)]
    assert len(ids) == len(set(ids))
    return root


def titles(root: etree._Element) -> list[str]:
    return [str(one.text) for one in root.findall("a:entry/a:title", NAMES)]


def decision(document: str = "new", text: str = "The Board approved it.", **more: Any) -> DecisionEntry:
    at = Citation(document, "a.md", 1, 1, "", more.pop("date", "2025-01-16"), "Board", "7", "Beds", ())
    made = Decision("7", "Beds", "approved", text, "", "", (Span(1, 0, 9),))
    fields = {"state": "draft", "confirmed_by": None, "amendment": "", "asked": (), "follows": (), "followed_by": ()}
    return DecisionEntry(citation=at, decision=made, also=(), **(fields | more))


def test_a_feed_of_decisions_quotes_them_and_links_to_their_words(site: TestClient) -> None:
    root = read(site.get("/feeds/decisions.atom"))
    assert "Approved: Board, 16 January 2025, item 7: Winter funding" in [
        t.replace("Part I ", "") for t in titles(root)
    ]
    entry = root.findall("a:entry", NAMES)[0]
    assert "From draft minutes" in entry.findtext("a:content", "", NAMES)
    link = entry.find("a:link", NAMES).get("href")
    assert link.startswith(f"{ADDRESS}/documents/")
    assert "<mark>" in site.get(link.removeprefix(ADDRESS)).text


def test_a_feed_keeps_to_what_was_chosen_and_names_its_own_address(site: TestClient) -> None:
    root = read(site.get("/feeds/decisions.atom", params={"verb": "deferred"}))
    assert [title.split(":")[0] for title in titles(root)] == ["Deferred"]
    assert root.find("a:link[@rel='self']", NAMES).get("href") == f"{ADDRESS}/feeds/decisions.atom?verb=deferred"
    assert root.find("a:link[@rel='alternate']", NAMES).get("href") == f"{ADDRESS}/decisions?verb=deferred"
    assert titles(read(site.get("/feeds/decisions.atom", params={"since": "2030-01-01"}))) == []


def test_a_new_decision_appears_while_the_site_runs_and_nothing_is_sent_twice(tmp_path: Path) -> None:
    take(tmp_path, papers(tmp_path / "papers"))
    site, address = served(tmp_path), "/feeds/decisions.atom"
    first = site.get(address)
    same = site.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert site.get(address, headers={"If-Modified-Since": first.headers["last-modified"]}).status_code == 304
    (tmp_path / "papers" / "2025-05-board.md").write_text(LATER, encoding="utf-8")
    take(tmp_path, tmp_path / "papers")
    after = site.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert "Car parking" in titles(read(after))[0]
    before = {one.text for one in sound(first.content).findall("a:entry/a:id", NAMES)}
    assert before < {one.text for one in sound(after.content).findall("a:entry/a:id", NAMES)}


def test_a_kept_search_has_its_passages_with_their_addresses(site: TestClient) -> None:
    root = read(site.get("/feeds/search.atom", params={"q": "winter funding", "year": "2025"}))
    assert root.findtext("a:title", "", NAMES) == "Search: winter funding (2025)"
    assert any("winter funding" in one.text.lower() for one in root.findall("a:entry/a:content", NAMES))
    link = root.find("a:entry/a:link", NAMES).get("href")
    assert site.get(link.removeprefix(ADDRESS)).status_code == 200
    assert titles(read(site.get("/feeds/search.atom", params={"q": "winter funding", "year": "1999"}))) == []


@pytest.mark.parametrize(
    "asked",
    [
        "search.atom",
        "search.atom?q=",
        "decisions.atom?since=yesterday",
        "decisions.atom?verb=%3Cb%3E",
        "search.atom?q=a&year=" + "1" * 21,
    ],
)
def test_what_does_not_fit_is_refused(site: TestClient, asked: str) -> None:
    assert site.get(f"/feeds/{asked}").status_code == 422


def test_without_an_address_of_its_own_a_feed_names_the_one_that_was_asked(folder: Path) -> None:
    site = TestClient(create_app(Settings(library=folder), {"public": searcher(folder)}))
    for host in ('"><x>', "[", "a b"):
        read(site.get("/feeds/decisions.atom", headers={"Host": host}))
    for host in ("testserver", "a.example:8000"):
        root = read(site.get("/feeds/decisions.atom", headers={"Host": host}))
        assert root.find("a:link[@rel='self']", NAMES).get("href") == f"http://{host}/feeds/decisions.atom"


def test_what_came_last_stands_first_and_a_confirmed_decision_is_changed() -> None:
    confirming = Citation("new", "b.md", 1, 1, "", "2025-03-13", "Board", "3", "Minutes", ())
    found = [
        decision("old", "a", date="2025-09-01"),
        decision("new", "b", date="2024-01-01"),
        decision("old", "c", state="confirmed", confirmed_by=confirming),
    ]
    feed = feeds.decisions(found, Wanted(), ARRIVALS, Site())
    assert [entry.text[0] for entry in feed.entries] == ["b", "c", "a"]
    assert (feed.entries[1].published, feed.entries[1].updated) == (AUTUMN, WINTER)
    assert "From confirmed minutes." in feed.entries[1].text
    assert feed.updated == WINTER


def test_a_decision_stays_the_same_in_another_printing_and_equal_ones_are_told_apart() -> None:
    first = feeds.decisions([decision("old")], Wanted(), ARRIVALS, Site()).entries[0]
    again = feeds.decisions([decision("new"), decision("new")], Wanted(), ARRIVALS, Site()).entries
    assert first.key == again[0].key != again[1].key
    sound(atom(feeds.decisions([decision(), decision()], Wanted(), ARRIVALS, Site()), ADDRESS))


def test_an_empty_feed_is_a_sound_one() -> None:
    feed = feeds.decisions([], Wanted(), ARRIVALS, Site())
    assert feed.updated == NEVER
    sound(atom(feed, ADDRESS))


@given(st.text(), st.text(), st.text())
def test_no_words_break_a_feed(title: str, text: str, address: str) -> None:
    entry = Entry(title, title, f"/{address}", title or "a", text, WINTER, WINTER, title)
    root = sound(atom(Feed(title, text, f"/{address}", f"/{address}", "a", (entry,)), ADDRESS))
    assert [child.tag.split("}")[1] for child in root].count("entry") == 1


@given(st.text(max_size=50), st.text(max_size=50))
def test_any_search_makes_a_sound_feed(question: str, words: str) -> None:
    at = Citation("new", words, 1, 1, words, "", words, words, words, (words,))
    feed = feeds.search([Hit(1, 1.0, words, words, "discussion", (), at)], question, Narrowed(words), {}, Site())
    sound(atom(feed, ADDRESS))


def test_times_are_those_of_the_documents() -> None:
    assert Arrivals({}).time(None) == NEVER
    assert datetime.fromisoformat(NEVER) == datetime(1970, 1, 1, tzinfo=UTC)
