"""Every page in every state, for everyone: read aloud, magnified, narrow, by keyboard, without scripts or colours."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.journeys.audit import Audit
from tests.journeys.states import ASKED, STATES, State, asked

WIDTHS = (1280, 320)  # a desktop, and a small phone or the desktop at 400% zoom
DOUBLE = 640  # the desktop at 200% zoom
READ_MOST = ("home", "results-decision", "results-refused", "viewer-cited", "meeting", "decisions", "actions")
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const seen = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return [one.tagName, (one.innerText || one.getAttribute("aria-label") || one.name || "").trim(), seen];
}"""
SHIFT = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value;
  }).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})"""


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_a_page_shuts_nobody_out_and_asks_nobody_else(page: Page, audit: Audit, site: str, state: State) -> None:
    for width in (*WIDTHS, DOUBLE) if state.name in READ_MOST else WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert state.open(page, site) == state.status
        audit.accessible()
    audit.sealed(site)
    if state.name != "embed":
        assert page.title().endswith("Board papers - Larkshire Integrated Care Board")


def test_an_answer_is_reached_and_read_by_keyboard_alone_with_the_focus_in_sight(page: Page, site: str) -> None:
    # given a reader who uses no mouse
    page.goto(f"{site}/")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == ["A", "Skip to main content", True]
    page.keyboard.press("Enter")
    # when they go past the menu, ask, and go on to the first page that the answer cites
    _tab_to(page, "INPUT")
    page.keyboard.type(ASKED)
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=ASKED).wait_for()
    _tab_to(page, "A", "Page ")
    page.keyboard.press("Enter")
    # then they are on the page, and the way to the cited words is one of its links
    page.get_by_role("img", name="as printed").wait_for()
    _tab_to(page, "A", "Go to the cited words")


def _tab_to(page: Page, tag: str, text: str = "") -> None:
    """Press Tab until an element has the focus; everything on the way shows that it has it."""
    for _ in range(80):
        page.keyboard.press("Tab")
        found, words, seen = page.evaluate(FOCUSED)
        assert seen, f"nothing shows that {found} {words!r} has the focus"
        if found == tag and words.startswith(text):
            return
    raise AssertionError(f"Tab never comes to {tag} {text!r}")


@pytest.mark.parametrize(
    "path", ["/", asked("community beds"), "/decisions", "/actions", "/meetings/icb-board/2024-09-12", "/interests"]
)
def test_tab_goes_through_a_whole_page_and_shows_each_stop(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    stops = page.locator("a[href]:visible, button:visible, input:visible, select:visible, summary:visible").count()
    for _ in range(2 * stops):
        page.keyboard.press("Tab")
        found, words, seen = page.evaluate(FOCUSED)
        assert seen, f"nothing shows that {found} {words!r} has the focus"
        if words == "Feeds and search box":  # the last link of the foot
            return
    raise AssertionError("Tab never comes to the end of the page")


@pytest.mark.parametrize("path", ["/", asked(ASKED), "/decisions", "/meetings/icb-board/2024-09-12"])
def test_nothing_moves_while_a_page_loads(page: Page, site: str, path: str) -> None:
    page.goto(site + path)
    assert page.evaluate(SHIFT) < 0.01


def test_pages_stand_without_colours_and_without_movement(page: Page, audit: Audit, site: str) -> None:
    page.emulate_media(forced_colors="active", reduced_motion="reduce")
    for path in ("/", asked(ASKED), "/actions"):
        page.goto(site + path)
        audit.accessible()


def test_a_whole_journey_needs_no_script(browser: Browser, site: str) -> None:
    # given a browser that runs no script
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    # when a reader asks, narrows, opens the page and goes on to the next
    page.goto(f"{site}/")
    page.get_by_role("searchbox").fill(ASKED)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("^Page ")).first.click()
    assert page.locator("mark").first.inner_text()
    page.get_by_role("link", name="Next page", exact=False).first.click()
    assert "pages/" in page.url
    # then filters, registers and feedback answer as well
    page.goto(f"{site}{asked('community beds')}")
    page.get_by_label("Kind of passage").select_option("decision")
    page.get_by_role("button", name="Apply filters").click()
    assert "kind=decision" in page.url
    page.get_by_role("button", name="Yes", exact=False).click()
    assert page.get_by_role("heading", level=1, name="Thank you").is_visible()
    context.close()
