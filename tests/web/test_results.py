"""A page of results: answer first, the words asked for marked, narrowed and paged by an address that can be shared."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.settings import Settings
from search.model import UNDATED, Citation, Facets, Narrowed, Query, Statement, marking
from tests.board import papers
from tests.library import searcher, take
from web.asking import Search
from web.filters import Filters
from web.marked import LONGEST, SPARED, paragraphs, window
from web.told import told

HELD = Facets(("Audit Committee", "ICB Board"), ("2025", UNDATED), ("decision", "table row"), ("Jane Smith",))
BOARD = Citation("d", "pack.pdf", 4, 4, "4", "2025-01-16", "Board", "7", "Leases", ("First Person",))
LATER = Citation("e", "later.pdf", 2, 2, "2", "2025-03-13", "Board", "3", "Minutes", ())


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    folder: Path = tmp_path_factory.mktemp("results")
    take(folder, papers(folder / "papers"))
    return TestClient(create_app(Settings(library=folder), {"public": searcher(folder)}))


def machine(page: str) -> dict[str, Any]:
    """What a page tells machines."""
    found: dict[str, Any] = json.loads(page.split('type="application/ld+json">')[1].split("</script>")[0])
    return found


def test_a_decision_is_shown_with_its_verb_words_place_and_state(site: TestClient) -> None:
    page = html.unescape(site.get("/search", params={"q": "what was decided on winter funding"}).text)
    answer = page.split('id="answer"')[1].split("</section>")[0]
    assert "what was decided" in answer
    assert re.search(r'class="nhsuk-tag nhsuk-tag--green">\s*Approved', answer)
    assert "The Board approved winter funding of £2.4 million for community beds." in answer
    assert "16 January 2025, item 7: Winter funding" in answer
    assert "draft; no later minutes here confirm them" in answer
    assert re.search(r'href="/meetings/[^"]+/2025-01-16"', answer)


def test_what_was_put_off_does_not_look_as_if_it_was_agreed(site: TestClient) -> None:
    page = site.get("/search", params={"q": "what was decided on the estates strategy in January 2025"}).text
    answer = page.split('id="answer"')[1].split("</section>")[0]
    assert re.search(r'nhsuk-tag--yellow">\s*Deferred', answer)


def test_the_words_asked_for_are_marked_in_any_form(site: TestClient) -> None:
    page = site.get("/search", params={"q": "strategies for laundries"}).text
    marked = {one.casefold() for one in re.findall(r"<mark>([^<]+)</mark>", page)}
    assert {"strategy", "laundry"} <= marked
    assert "for" not in marked


def test_a_meeting_that_is_only_named_is_not_marked_in_its_own_papers(site: TestClient) -> None:
    page = site.get("/search", params={"q": "what did the January board decide on estates"}).text
    marked = {one.casefold() for one in re.findall(r"<mark>([^<]+)</mark>", page)}
    assert "estates" in marked
    assert not {"board", "january"} & marked


def test_a_narrowed_search_keeps_to_its_filters_and_says_so(site: TestClient) -> None:
    page = html.unescape(site.get("/search", params={"q": "estates strategy", "kind": "decision"}).text)
    behind = page.split('id="passages"')[1]
    assert set(re.findall(r'<p class="meta"><strong[^>]*>\s*([^<]+?)\s*</strong>', behind)) == {"Decision"}
    assert '<option value="decision" selected>Decision</option>' in re.sub(r"\s+>", ">", page)
    assert 'Remove<span class="nhsuk-u-visually-hidden"> Decision' in page
    assert '<input type="hidden" name="kind" value="decision">' in page, "another question keeps the filter"


def test_a_filter_that_leaves_nothing_leads_back_to_the_whole_search(site: TestClient) -> None:
    page = html.unescape(site.get("/search", params={"q": "estates", "year": "1999"}).text)
    assert "No answer: outside of what is held here" in page
    assert '<a href="/search?q=estates">search everything, without the filters</a>' in page
    assert "No passages found." in page


def test_the_newest_come_first_by_date_and_the_order_is_in_the_address(site: TestClient) -> None:
    page = site.get("/search", params={"q": "estates strategy", "sort": "date"}).text
    days = re.findall(r"<h3[^>]*><a [^>]*>[^<]*?(\d+ \w+ 2025)", page.split('id="passages"')[1])
    assert days == sorted(days, key=lambda day: "January" in day)
    assert len(set(days)) == 2
    assert 'href="/search?q=estates+strategy&amp;sort=date" aria-current="true"' in page


@pytest.mark.parametrize("fields", [{"page": "0"}, {"page": "11"}, {"sort": "size"}, {"body": "b" * 201}])
def test_an_address_out_of_bounds_is_a_page_of_trouble(site: TestClient, fields: dict[str, str]) -> None:
    reply = site.get("/search", params={"q": "estates"} | fields)
    assert (reply.status_code, reply.headers["content-type"]) == (422, "text/html; charset=utf-8")


def test_a_page_past_the_last_says_so(site: TestClient) -> None:
    page = site.get("/search", params={"q": "estates", "page": "10"}).text
    assert "There is no page 10." in page
    assert 'id="answer"' not in page
    assert 'href="/search?q=estates"' in page


def test_a_window_says_what_was_asked_before_what_it_is(site: TestClient) -> None:
    page = site.get("/search", params={"q": "estates"}).text
    assert "<title>estates - search results - " in page
    assert page.count("<h1") == 1


def test_machines_are_told_of_an_answer_only_where_there_is_one(site: TestClient) -> None:
    told_of = machine(site.get("/search", params={"q": "what was decided on winter funding"}).text)
    assert told_of["@type"] == "QAPage"
    accepted = told_of["mainEntity"]["acceptedAnswer"]
    assert "approved winter funding" in accepted["text"]
    assert accepted["citation"][0]["url"].startswith("/documents/")
    for question in ("why did the board reject winter funding", "what was decided in 2019", "</script><b>"):
        assert machine(site.get("/search", params={"q": question}).text)["@type"] == "SearchResultsPage"


def test_a_search_can_be_subscribed_to_as_it_is_narrowed(site: TestClient) -> None:
    page = site.get("/search", params={"q": "estates & leases", "year": "2025"}).text
    feed = "/feeds/search.atom?q=estates+%26+leases&amp;year=2025"
    assert f'<link rel="alternate" type="application/atom+xml" href="{feed}"' in page
    assert f'Keep up with the search “estates &amp; leases” (2025): <a href="{feed}">feed' in page
    assert "/keep-up/" not in page, "no mail is sent where the settings name no server"


def test_a_search_keeps_all_of_itself_in_its_address() -> None:
    search = Search("a & b", ("body:Board",), Narrowed("ICB Board", "2025", "table row", "Jane Smith"), "date", 3)
    narrowed = "body=ICB+Board&year=2025&kind=table+row&presenter=Jane+Smith"
    assert search.address == f"/search?q=a+%26+b&drop=body%3ABoard&{narrowed}&sort=date&page=3"
    assert search.by("relevance") == f"/search?q=a+%26+b&drop=body%3ABoard&{narrowed}"
    assert search.instead("c") == f"/search?q=c&{narrowed}&sort=date", "what was taken back belonged to the old words"


def test_filters_offer_what_is_held_and_keep_what_was_asked() -> None:
    form = Filters(HELD, Search("q", narrowed=Narrowed(body="Gone Board", year=UNDATED)))
    body, year, kind, presenter = form.choices
    assert body.options[-1] == ("Gone Board", "Gone Board", True)
    assert year.options == (("", "All years", False), ("2025", "2025", False), (UNDATED, "No date", True))
    assert [words for _, words, _ in kind.options] == ["All kinds", "Decision", "Table row"]
    assert presenter.options[0] == ("", "Anyone", True)
    assert [(one.said, one.address) for one in form.chosen] == [
        ("Gone Board", "/search?q=q&year=undated"),
        ("No date", "/search?q=q&body=Gone+Board"),
    ]
    assert Filters(Facets(), Search("q")).choices == ()


def test_what_became_of_a_decision_stands_with_it_whatever_page_says_so() -> None:
    (one,) = told(
        (
            Statement("lead", "The Board:", BOARD, passage="d-1"),
            Statement("resolution", "Approved the lease.", BOARD, passage="d-1", verb="approved"),
            Statement("resolution", "Noted\tthe cost.", BOARD, passage="d-1", verb="noted"),
            Statement("presenter", "First Person", BOARD, quoted=False),
            Statement("state", "confirmed by Board on 13 March 2025", LATER, quoted=False),
        )
    )
    assert one.verbs == (("Approved", "green"), ("Noted", "grey"))
    assert one.led == (("The Board:", ("Approved the lease.", "Noted | the cost.")),)
    assert [name for name, _ in one.facts] == ["Presented by", "Minutes"]
    assert {each.role for each in one.elsewhere} == {"state"}
    assert [source.address for source in one.sources] == ["/documents/d/pages/4?passage=d-1"]
    assert one.meeting == ("Board, 16 January 2025", "/meetings/board/2025-01-16")


def test_no_verb_is_claimed_that_the_register_does_not_have() -> None:
    (one,) = told((Statement("resolution", "Approved, it is said.", BOARD), Statement("passage", "x", BOARD)))
    assert one.verbs == ()


def test_a_long_passage_is_cut_to_where_most_of_the_words_stand() -> None:
    text = "Nothing of it. " * 60 + "The lease of the laundry. " + "More of nothing. " * 60
    ranges = marking(Query("laundry lease", "laundry lease", "passage"))(text)
    start, end = window(text, ranges)
    assert 0 < start < text.index("The lease")
    assert end < len(text)
    assert end - start <= LONGEST
    assert "The lease of the laundry." in text[start:end]


@given(st.text(max_size=3_000), st.lists(st.tuples(st.integers(0, 3_000), st.integers(1, 30)), max_size=20))
def test_no_words_are_lost_or_made_by_marking(text: str, places: list[tuple[int, int]]) -> None:
    ranges, last = list[tuple[int, int]](), 0
    for start, length in sorted(places):
        if start >= last and start + length <= len(text):
            ranges.append((start, start + length))
            last = start + length
    shown = ["".join(piece.text for piece in line) for line in paragraphs(text, tuple(ranges))]
    kept = [line.rstrip().replace("\t", " | ") for line in text.splitlines() if line.strip()]
    assert shown == kept
    start, end = window(text, tuple(ranges))
    assert 0 <= start < end <= len(text) or not text
    assert end - start <= LONGEST + SPARED
