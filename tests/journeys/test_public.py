"""The public reads a decision on its page, finds what was adopted in a month, follows an action, and subscribes."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from lxml import etree
from playwright.sync_api import Page, expect

from tests.board import minutebook
from tests.journeys.audit import Audit
from tests.journeys.served import served

ATOM = {"a": "http://www.w3.org/2005/Atom"}
NEW = """# Minutes of the Part I Board Meeting

Held on 10 April 2025 at 1.30 pm in St Aldreda's Hall

## Members

- Ann Other (AO), Chair

## 7. Parking at the community hospitals

AO presented the paper on parking.

Resolved: The Board approved free parking for blood donors.
"""


def test_a_decision_is_read_on_the_image_of_its_page(page: Page, audit: Audit, site: str) -> None:
    # given a member of the public on the first page
    page.goto(f"{site}/")
    audit.accessible()
    # when they ask what was decided
    page.get_by_role("searchbox").fill("what was decided on Larkspur Ward")
    page.get_by_role("button", name="Search").click()
    # then the resolution stands first, in the minutes' own words, with who presented it, when, and under which item
    answer = page.get_by_role("region", name=re.compile("^Best answer"))
    expect(answer).to_contain_text("ICB Board, 12 September 2024, item 7")
    expect(answer).to_contain_text("was not approved")
    expect(answer).to_contain_text("Bernadette Osei")
    audit.accessible()
    # when they open its page
    answer.get_by_role("link", name=re.compile("^Page ")).first.click()
    # then the page is there as it was printed, and the resolution is marked on it and in its text
    picture = page.get_by_role("img", name="as printed")
    picture.wait_for()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 600
    assert page.locator("main svg rect").count() > 0
    assert "not approved" in " ".join(page.locator("mark").all_inner_texts())
    audit.accessible()
    # when they want to cite it
    page.get_by_text("Cite", exact=False).first.click()
    # then the citation names meeting, item and page
    cited = " ".join(field.input_value() for field in page.locator("textarea").all())
    assert "12 September 2024" in cited
    assert "item 7" in cited
    audit.accessible()
    audit.sealed(site)


def test_the_policies_adopted_in_a_month_are_found(page: Page, audit: Audit, site: str) -> None:
    # given a reader of the register of decisions
    page.goto(f"{site}/")
    page.get_by_role("navigation", name="Menu").get_by_role("link", name="Decisions").click()
    # when they ask for what was adopted in November 2024
    page.get_by_label("What was done").select_option("adopted")
    page.get_by_label("From", exact=True).fill("November 2024")
    page.get_by_label("To", exact=True).fill("November 2024")
    page.get_by_role("button", name="Show decisions").click()
    # then the three policies are there and nothing else
    expect(page.get_by_role("heading", name="3 decisions")).to_be_visible()
    for policy in ("Freedom to Speak Up", "Individual Funding Requests", "Procurement and Provider Selection"):
        expect(page.get_by_role("main")).to_contain_text(f"{policy} Policy")
    audit.accessible()
    # and the chart of them stands beside its figures
    picture = page.get_by_role("img", name=re.compile("decision", re.IGNORECASE))
    picture.scroll_into_view_if_needed()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 200
    # when they ask in their own words instead
    page.goto(f"{site}/search?q=which+policies+were+adopted+in+November+2024")
    # then the same three are the answer
    answer = page.get_by_role("region", name=re.compile("^Best answer"))
    for policy in ("Freedom to Speak Up", "Individual Funding Requests", "Procurement and Provider Selection"):
        expect(answer).to_contain_text(policy)


def test_an_action_is_followed_over_the_logs_of_several_meetings(page: Page, audit: Audit, site: str) -> None:
    # given a reader of the register of actions who looks for one by its reference
    page.goto(f"{site}/actions")
    page.get_by_label("Reference").fill("31")
    page.get_by_role("button", name=re.compile("Show actions")).click()
    # when they follow it
    page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    # then every place that prints it is there in order of day, three action logs among them, each with its page
    expect(page.get_by_role("main")).to_contain_text("Peter Gorsuch")
    story = page.get_by_role("main").inner_text()
    days = ["12 September 2024", "14 November 2024", "13 February 2025"]
    assert [day for day in days if day in story] == days
    assert story.lower().count("action log") >= 3
    expect(page.get_by_role("main")).to_contain_text("Closed")
    audit.accessible()
    # when they open the newest
    page.get_by_role("main").get_by_role("link", name=re.compile("[Pp]age ")).last.click()
    # then they are on its page
    page.get_by_role("img", name="as printed").wait_for()
    audit.accessible()


@pytest.fixture
def growing(sample: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A site whose library may be added to, and that library."""
    library = tmp_path / "library"
    shutil.copytree(sample, library)
    with served(library) as address:
        yield address, library


def test_a_subscriber_sees_a_new_decision_after_an_ingest(
    page: Page, growing: tuple[str, Path], tmp_path: Path
) -> None:
    # given a subscriber to the feed that the register of decisions offers
    address, library = growing
    page.goto(f"{address}/decisions")
    feed = page.locator("link[type='application/atom+xml']").first.get_attribute("href")
    before, tag = _titles(f"{address}{feed}")
    assert before
    # when new minutes are ingested while the site runs
    (tmp_path / "april.md").write_text(NEW, encoding="utf-8")
    minutebook("ingest", tmp_path / "april.md", library=library)
    # then the feed holds the new decision, and the old ones as before
    deadline = time.monotonic() + 20
    while (found := _titles(f"{address}{feed}", tag)[0]) == [] and time.monotonic() < deadline:
        time.sleep(0.2)
    assert len(found) == len(before) + 1
    assert any("parking for blood donors" in text for text in found)
    # and leads to the words on their page
    page.goto(f"{address}/decisions?text=blood+donors")
    expect(page.get_by_role("main")).to_contain_text("approved free parking for blood donors")


def _titles(feed: str, tag: str = "") -> tuple[list[str], str]:
    """The texts of a feed's entries and its ETag; none where it has not changed since."""
    reply = httpx2.get(feed, headers={"If-None-Match": tag} if tag else {})
    if reply.status_code == 304:
        return [], tag
    tree = etree.fromstring(reply.content)
    entries = tree.findall("a:entry", ATOM)
    return ["".join(entry.itertext()) for entry in entries], reply.headers["etag"]
