"""The pictures of the README, taken from a running site: python -m tests.journeys.pictures ADDRESS FOLDER."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.journeys.conftest import FLAGS

ASKED = "/search?q=what+was+decided+on+Larkspur+Ward"


def main(address: str, folder: Path) -> None:
    """An answer, and the page that it cites, at desktop width."""
    path = shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        page = browser.new_page(viewport={"width": 1100, "height": 860})
        page.goto(address + ASKED)
        page.screenshot(path=folder / "answer.png")
        page.locator("main .cite a").first.click()
        page.wait_for_load_state("networkidle")  # the picture of the page is drawn when it is first asked for
        page.locator("main img").screenshot(path=folder / "page.png")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
