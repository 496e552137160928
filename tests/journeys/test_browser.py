from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDTHS = (320, 1280)


def test_a_reader_asks_reads_the_answer_and_opens_the_cited_page(page: Page, address: str) -> None:
    # given a reader on the first page
    page.goto(f"{address}/")
    # when they ask a question
    page.get_by_label("What would you like to know?").fill("was the community beds money agreed")
    page.get_by_role("button", name="Search").click()
    # then the best answer is in the minutes' own words, with its place
    answer = page.get_by_role("region", name="Best answer")
    assert "winter funding" in answer.inner_text().lower()
    assert "16 January 2025" in answer.inner_text()
    # when they open a cited page of the PDF
    page.get_by_role("listitem").filter(has_text="from board.pdf").first.get_by_role("link").first.click()
    # then they see the page as printed, with its text and the words marked
    picture = page.get_by_role("img", name="as printed")
    picture.wait_for()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") >= 600
    assert page.locator("mark").first.inner_text()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("place", ["/", "/search?q=winter+funding", "first citation", "/nowhere"])
def test_nothing_on_a_page_shuts_anyone_out(page: Page, address: str, place: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    if place == "first citation":
        page.goto(f"{address}/search?q=winter+funding")
        page.locator(".cite a").first.click()
    else:
        page.goto(address + place)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_the_main_content_first(page: Page, address: str) -> None:
    page.goto(f"{address}/search?q=winter+funding")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to main content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "maincontent"
