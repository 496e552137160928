"""A reader sees how a question was understood, takes some of it back, and finds more like a passage."""

from __future__ import annotations

from urllib.parse import quote_plus

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

EXACT = '"laundry building" at the January board'
OUTSIDE = "what was decided on estates in 2019"
FALSE = "why did the board reject winter funding"


def test_what_was_understood_is_taken_back_and_put_back_and_the_list_changes(page: Page, address: str) -> None:
    # given a reader who asks for exact words at one meeting
    ask(page, address, EXACT)
    # then they see what was understood, and only passages that hold the words
    understood = page.get_by_role("region", name="How your question was understood")
    expect(understood).to_contain_text("Exact words: “laundry building”")
    expect(understood).to_contain_text("Meeting: January 2025")
    expect(understood).to_contain_text("Body: Board")
    held = passages(page).all_inner_texts()
    assert held
    assert all("laundry building" in text for text in held)
    accessible(page)
    # when they take the exact words back
    understood.get_by_role("link", name="Search without Exact words: “laundry building”").click()
    # then other passages are listed, and the rest is still understood
    more = passages(page).all_inner_texts()
    assert len(more) > len(held)
    assert not all("laundry building" in text for text in more)
    expect(page.get_by_role("searchbox")).to_have_value(EXACT)
    expect(page.get_by_role("link", name="Search without Meeting: January 2025")).to_be_visible()
    accessible(page)
    # when they take the meeting back too, and put the exact words back
    page.get_by_role("link", name="Search without Meeting: January 2025").click()
    page.get_by_role("link", name="Put back Exact words: “laundry building”").click()
    # then the words count again and the meeting does not
    assert all("laundry building" in text for text in passages(page).all_inner_texts())
    expect(page.get_by_role("link", name="Put back Meeting: January 2025")).to_be_visible()


def test_a_refused_question_says_why_and_leads_on(page: Page, address: str) -> None:
    # given a question of a year that nothing is from
    ask(page, address, OUTSIDE)
    # then the reason stands in place of an answer, with what was searched
    refused = page.get_by_role("region", name="No answer")
    expect(refused).to_contain_text("nothing from 2019")
    expect(refused).to_contain_text("This searched 3 documents")
    expect(page.get_by_role("region", name="Best answer")).to_have_count(0)
    nearest = page.get_by_role("region", name="Passages that come nearest, but do not answer")
    expect(nearest.get_by_role("listitem").first).to_contain_text("states strategy")
    accessible(page)
    # when they search without the year
    page.get_by_role("link", name="Search without Meeting: 2019").click()
    # then there is an answer
    expect(page.get_by_role("region", name="Best answer")).to_contain_text("estates strategy")


def test_a_record_that_says_otherwise_is_read_on_its_page(page: Page, address: str) -> None:
    # given a question that supposes what the minutes deny
    ask(page, address, FALSE)
    # then the record is quoted with its place
    expect(page.get_by_role("region", name="No answer")).to_contain_text("The minutes record that it was approved.")
    record = page.get_by_role("region", name="What the record says")
    expect(record.get_by_role("blockquote")).to_contain_text("The Board approved winter funding")
    accessible(page)
    # when the reader opens the place
    record.get_by_role("link", name="Board, 16 January 2025, item 7: Winter funding", exact=False).first.click()
    # then the words are marked
    expect(page.locator("mark").first).to_contain_text("approved winter funding")


def test_more_like_a_passage_is_a_click_away(page: Page, address: str) -> None:
    # given an answer
    ask(page, address, "what was decided on winter funding")
    said = passages(page).first.get_by_role("blockquote").inner_text()
    # when the reader asks for more like the first passage behind it
    passages(page).first.get_by_role("link", name="More like this").click()
    # then they see that passage, and others with their places
    expect(page.get_by_role("heading", level=1)).to_have_text("More like this")
    assert page.get_by_role("region", name="This passage").get_by_role("blockquote").inner_text() == said
    others = page.get_by_role("region", name="Passages nearest to it in meaning").get_by_role("listitem")
    assert others.count() > 1
    assert said not in others.get_by_role("blockquote").all_inner_texts()
    accessible(page)
    # when they open the place of one
    others.first.get_by_role("link").first.click()
    # then its words are marked on their page
    assert page.locator("mark").first.inner_text()


@pytest.mark.parametrize("question", [EXACT, OUTSIDE, FALSE])
def test_what_was_understood_fits_a_narrow_window(page: Page, address: str, question: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    ask(page, address, question)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    accessible(page)


def ask(page: Page, address: str, question: str) -> None:
    """The page of results for a question."""
    page.goto(f"{address}/search?q={quote_plus(question)}")


def passages(page: Page) -> Locator:
    """The passages that are listed."""
    return page.locator("ol.passages > li")


def accessible(page: Page) -> None:
    """No rule of axe is broken."""
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
