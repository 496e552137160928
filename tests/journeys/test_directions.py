"""Titles, names and words from right to left reorder nothing of what stands beside them on a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page

from api.app import create_app
from api.settings import Settings
from tests.library import searcher, take

# "The health committee", "Budget of the ward", "Dana Levi", "approved the budget of the ward" in Hebrew
BODY, TITLE, NAME = "ועדת הבריאות", "תקציב המחלקה", "דנה לוי"
WORDS = "אישרה את תקציב המחלקה"
MINUTES = f"""# Minutes of the {BODY} Board

Held on 16 January 2025 at 10.00 am in the Town Hall

## Members

- {NAME} (DL), Chair
- Second Person (SP), Chief Finance Officer

## 7. {TITLE}

{NAME} presented the budget and said that the community beds would stay open.

Resolved: The Board approved {WORDS} for 2025.

Action: {NAME} to bring {TITLE} back by 31 March 2025.
"""
# Of each block: its own words and each value in it must stand, on each line, in the order in which they are written. A
# value's own words are its own affair; a stretch from right to left counts as one word.
DISORDERED = """() => {
  const rightToLeft = /[\\u0590-\\u08ff]/, found = [];
  const inline = (node) => getComputedStyle(node).display.startsWith("inline");
  for (const block of document.querySelectorAll("main *")) {
    if (inline(block) || !rightToLeft.test(block.textContent)) continue;
    let before = null;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, value = node.parentElement.closest("bdi, [dir=auto]");
      let holder = node.parentElement;
      while (holder !== block && inline(holder)) holder = holder.parentElement;
      if (holder !== block || value === block) { before = null; continue; }
      for (const word of node.data.matchAll(/\\S+/g)) {
        if (!/[A-Za-z0-9]/.test(word[0]) && !rightToLeft.test(word[0])) continue;
        const range = document.createRange();
        range.setStart(node, word.index);
        range.setEnd(node, word.index + word[0].length);
        const box = range.getBoundingClientRect();
        if (box.width < 2 || range.getClientRects().length > 1) continue;
        const turned = rightToLeft.test(word[0]), here = {top: box.top, left: box.left, said: word[0], value, turned};
        const level = before && Math.abs(before.top - here.top) < 3;
        if (level && ((value && before.value === value) || (turned && before.turned))) {
          before.left = Math.min(before.left, here.left);
          continue;
        }
        if (level && here.left < before.left)
          found.push(`${before.said} ... ${here.said} in: ${block.textContent.trim().slice(0, 120)}`);
        before = here;
      }
    }
  }
  return found;
}"""


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A site over one set of minutes that are partly written from right to left."""
    folder: Path = tmp_path_factory.mktemp("directions")
    (folder / "2025-01-board.md").write_text(MINUTES, encoding="utf-8")
    assert [one.status for one in take(folder, folder / "2025-01-board.md")] == ["added"]
    held = searcher(folder)
    yield TestClient(create_app(Settings(library=folder), {"public": held}))
    held.library.close()


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/search?q=what+was+approved+on+the+budget+in+2025",
        f"/search?q={TITLE}",
        "/meetings",
        "/decisions",
        "/actions",
        f"/timeline?text={TITLE}",
        "a meeting",
        "a decision",
        "an action",
        "a page",
    ],
)
def test_the_words_beside_them_stand_in_their_own_order(page: Page, asked: TestClient, address: str) -> None:
    if address.startswith("a"):
        address = _linked(asked, *PLACES[address])
    html = asked.get(address).text
    assert any(words in html for words in (BODY, TITLE, NAME))
    page.set_content(html)
    assert page.evaluate(DISORDERED) == []


def test_the_check_sees_a_title_that_is_not_kept_apart(page: Page) -> None:
    page.set_content(f"<main><p>{BODY}, 16 January 2025 - page 1</p></main>")
    assert page.evaluate(DISORDERED) != []
    page.set_content(f"<main><p><bdi>{BODY}</bdi>, 16 January 2025 - page 1</p></main>")
    assert page.evaluate(DISORDERED) == []


PLACES = {
    "a meeting": ("/meetings", "/meetings/"),
    "a decision": ("/decisions", "/decisions/"),
    "an action": ("/actions", "/actions/"),
    "a page": ("/decisions", "/documents/"),
}


def _linked(asked: TestClient, address: str, beginning: str) -> str:
    """The first address on a page that begins so."""
    return beginning + asked.get(address).text.partition(f'href="{beginning}')[2].partition('"')[0].replace(
        "&amp;", "&"
    )
