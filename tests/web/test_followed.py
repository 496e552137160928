"""Feeds of actions, of what is overdue, and of an item that comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.settings import Settings
from search.model import ActionEntry, Citation, Event, Mention, Topic, UnknownTopic
from tests.library import searcher, take
from tests.web.test_feeds import ADDRESS, ARRIVALS, AUTUMN, NAMES, WINTER, read, sound, titles
from web import followed
from web.atom import atom
from web.site import Site

MINUTES = """# Minutes of the Part I Board Meeting

Held on 16 January 2025 at 10.00 am in the Town Hall

## Members

- First Person (FP), Chair
- Second Person (SP), Chief Finance Officer

## 7. Old laundry

SP presented the paper on the old laundry building.

Resolved: The Board deferred the sale of the old laundry building.

Action: SP to write to the landlord by March 2025.
"""
AGAIN = """# Minutes of the Part I Board Meeting

Held on 13 March 2025 at 10.00 am in the Town Hall

## 5. Old laundry

Resolved: The Board approved the sale of the old laundry building.
"""


@pytest.fixture
def site(tmp_path: Path) -> TestClient:
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "january.md").write_text(MINUTES, encoding="utf-8")
    take(tmp_path, tmp_path / "papers")
    chosen = Settings(library=tmp_path, address=ADDRESS)
    return TestClient(create_app(chosen, {"public": searcher(tmp_path)}), root_path="/board")


def at(document: str = "new", day: str = "2025-01-16") -> Citation:
    return Citation(document, "a.md", 3, 3, "", day, "Board", "7", "Old laundry", ())


def action(document: str = "new", due_on: str = "2025-03-31", address: str = "3f1c") -> ActionEntry:
    said = Mention("minutes", "2025-01-16", "To write", "March 2025", "", "", at(document))
    fields = ("Board", "54", "2025-01-16", "7", "Old laundry", "To write", ("Second Person",), "March 2025", due_on)
    return ActionEntry(address, *fields, "", "2025-01-16", "overdue" if due_on else "open", "minutes", (said,))


def test_the_feeds_of_actions_quote_them_with_their_page_and_keep_to_an_owner(site: TestClient) -> None:
    for name, lead in (("actions", "Action"), ("overdue", "Overdue")):
        root = read(site.get(f"/feeds/{name}.atom", params={"owner": "second"}))
        (title,) = titles(root)
        assert title.startswith(f"{lead} for Second Person")
        assert title.endswith("16 January 2025, item 7: Old laundry")
        text = root.findtext("a:entry/a:content", "", NAMES)
        assert "write to the landlord" in text
        assert "january.md" in text
        link = root.find("a:entry/a:link", NAMES).get("href")
        assert "<mark>" in site.get(link.removeprefix(ADDRESS)).text
        assert root.find("a:link[@rel='self']", NAMES).get("href") == f"{ADDRESS}/feeds/{name}.atom?owner=second"
        assert titles(read(site.get(f"/feeds/{name}.atom", params={"owner": "nobody"}))) == []


def test_an_item_that_comes_back_is_new_in_its_feed_and_what_was_there_stays(site: TestClient, tmp_path: Path) -> None:
    address = "/feeds/item.atom?text=old+laundry"
    before = {one.text for one in read(site.get(address)).findall("a:entry/a:id", NAMES)}
    assert before
    (tmp_path / "papers" / "march.md").write_text(AGAIN, encoding="utf-8")
    take(tmp_path, tmp_path / "papers")
    root = read(site.get(address))
    assert before < {one.text for one in root.findall("a:entry/a:id", NAMES)}
    assert any(title.startswith("Approved:") and "13 March 2025" in title for title in titles(root))


def test_the_pages_offer_the_feeds(site: TestClient) -> None:
    for path, feeds in (
        ("/actions?owner=Second+Person", ("actions.atom?owner=Second+Person", "overdue.atom?owner=Second+Person")),
        ("/timeline?text=old+laundry", ("item.atom?text=old+laundry",)),
        ("/decisions?verb=deferred", ("decisions.atom?verb=deferred",)),
    ):
        text = site.get(path).text
        assert all(f'type="application/atom+xml" href="/board/feeds/{feed}"' in text for feed in feeds), path
        assert text.count('href="/board/feeds/') == 2 * len(feeds), path
        assert "keep-up" not in text


def test_an_action_is_overdue_from_the_day_after_its_own_and_again_with_another() -> None:
    topic = Topic.of("overdue", {})
    found = [action("new", "2025-03-31", "a"), action("new", "2026-01-31", "b"), action("old", "2025-03-31", "c")]
    feed = followed.overdue(found, topic, ARRIVALS, Site())
    assert [entry.updated for entry in feed.entries] == ["2026-02-01T00:00:00+00:00", WINTER, AUTUMN]
    keys = {followed.overdue([action(due_on=day)], topic, ARRIVALS, Site()).entries[0].key for day in DAYS}
    assert len(keys) == len(DAYS)
    sound(atom(feed, ADDRESS))


DAYS = ("2025-03-31", "2025-04-30")


def test_an_event_stays_the_same_in_another_printing() -> None:
    topic = Topic.of("item", {"text": "laundry"})
    printings = [
        Event("2025-01-16", "decision", "Board", "7", "Old laundry", "Deferred.", "deferred", at(name))
        for name in ("old", "new")
    ]
    keys = [followed.returning([one], topic, ARRIVALS, Site()).entries[0].key for one in printings]
    assert keys[0] == keys[1]
    sound(atom(followed.returning(printings, topic, ARRIVALS, Site()), ADDRESS))


@pytest.mark.parametrize(
    ("kind", "given"),
    [("nothing", {}), ("item", {"body": "Board"}), ("search", {"q": " \u200b"}), ("decisions", {"since": "yesterday"})],
)
def test_what_is_no_topic_is_refused(kind: str, given: dict[str, str]) -> None:
    with pytest.raises(UnknownTopic):
        Topic.of(kind, given)


@pytest.mark.parametrize(
    "asked", ["item.atom", "item.atom?text=", "actions.atom?since=soon", "item.atom?text=%E2%80%8B"]
)
def test_a_feed_of_no_topic_is_refused(site: TestClient, asked: str) -> None:
    assert site.get(f"/feeds/{asked}").status_code == 422


def test_a_topic_is_written_down_and_read_again() -> None:
    topic = Topic.of("search", {"q": "beds & “wards”", "kind": "decision", "sort": "date"})
    assert Topic.read(topic.key) == topic
    assert topic.fields == (("q", "beds & “wards”"), ("kind", "decision"))
