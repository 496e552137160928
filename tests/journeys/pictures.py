"""Pictures of every page at two widths, over the sample papers: python -m tests.journeys.pictures FOLDER."""

from __future__ import annotations

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.board import minutebook
from tests.journeys.conftest import CORPUS, FLAGS
from tests.journeys.served import served
from tests.journeys.states import STATES, State
from tests.journeys.test_keeping_up import link
from tests.mailbox import running

WIDTHS = {"desktop": 1280, "phone": 320}
TALLEST = 1500  # pixels; a longer page is cut there
COLOURS = 128
# One state of every page; the others look alike.
SHOWN = (
    *("home", "results-decision", "results-number", "results-refused", "similar", "viewer-cited", "meetings"),
    *("meeting", "timeline", "interests", "decisions-of-a-month", "decision", "actions", "action", "about"),
    *("accessibility", "privacy", "report", "reuse", "embed", "thanks", "nowhere"),
)
DRAFT = """Community Diagnostic Centre: Full Business Case

The Board is asked to:
- approve the Full Business Case for the Community Diagnostic Centre at a capital cost of £9.2 million;
- note the risks to recruitment.
"""
PACK = CORPUS / "papers" / "2025-02-13-icb-board-pack.pdf"


def main(folder: Path) -> None:
    """Serve the sample papers with the staff side, and take every picture."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        library = Path(made)
        minutebook("ingest", CORPUS / "papers", library=library)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        with served(library, organisation_name="Larkshire Integrated Care Board") as address:
            for kind, width in WIDTHS.items():
                page = browser.new_page(viewport={"width": width, "height": 800})
                for state in STATES:
                    if state.name in SHOWN:
                        _open(page, address, state)
                        _take(page, folder / f"{state.name}-{kind}.png")
        with served(library, organisation_name="Larkshire Integrated Care Board", staff="1") as address:
            page = browser.new_page(viewport={"width": WIDTHS["desktop"], "height": 800})
            _upload(page, address)
            for kind, width in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": 800})
                for name, path in {"staff-upload": page.url, "staff-desk": f"{address}/staff"}.items():
                    page.goto(path)
                    _take(page, folder / f"{name}-{kind}.png")
                page.go_back()
            draft = _drafted(page, address)
            shown = {"draft": draft, "precedents": f"{draft}/results", "basket": f"{draft}/basket"}
            for kind, width in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": 800})
                for name, path in shown.items():
                    page.goto(path)
                    _take(page, folder / f"staff-{name}-{kind}.png")
        _letters(browser, library, folder)
        browser.close()


def _letters(browser: Browser, library: Path, folder: Path) -> None:
    """The pages on which a reader asks for e-mail, confirms it and ends it."""
    with running() as box:
        mail = {"mail_host": "127.0.0.1", "mail_port": str(box.port), "mail_security": "none"}
        mail |= {"mail_sender": "papers@example.org", "organisation_name": "Larkshire Integrated Care Board"}
        with served(library, address="http://127.0.0.1:PORT", **mail) as address:
            page = browser.new_page()
            for kind, width in WIDTHS.items():
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(f"{address}/decisions?verb=approved")
                page.get_by_role("link", name="email about new decisions").click()
                _take(page, folder / f"keep-up-{kind}.png")
                page.get_by_label("Your email address").fill(f"{kind}@example.org")
                page.get_by_role("button", name="Send me an email to confirm").click()
                _take(page, folder / f"keep-up-sent-{kind}.png")
                (letter,) = box.to(f"{kind}@example.org")
                page.goto(link(letter, "confirm"))
                _take(page, folder / f"keep-up-confirm-{kind}.png")


def _open(page: Page, address: str, state: State) -> None:
    state.open(page, address)
    for image in page.locator("main img").all():
        image.scroll_into_view_if_needed()
        image.evaluate("image => image.decode()")
    page.evaluate("scrollTo(0, 0)")


def _upload(page: Page, address: str) -> None:
    page.goto(f"{address}/staff")
    page.locator("input[type=file]").set_input_files(PACK)
    page.get_by_label("Your name").fill("Jo Brown")
    page.get_by_role("button", name="Upload").click()
    page.get_by_role("heading", name="What was read").wait_for(timeout=90_000)


def _drafted(page: Page, address: str) -> str:
    """The address of a draft with two matters in its basket."""
    page.goto(f"{address}/staff/precedents")
    page.get_by_label("Or paste its text").fill(DRAFT)
    page.get_by_label("Your name").fill("Jo Brown")
    page.get_by_role("button", name="Read the draft").click()
    draft = page.url
    page.get_by_role("button", name="Save and find precedents").click()
    for _ in range(2):
        page.get_by_role("button", name="Add to basket").first.click()
    page.goto(f"{draft}/basket")
    page.get_by_label("Your note").first.fill("The same kind of decision, deferred first and then taken.")
    page.get_by_role("button", name="Save the notes").click()
    return draft


def _take(page: Page, path: Path) -> None:
    """One picture in few colours, so that the repository stays small."""
    shot = Image.open(io.BytesIO(page.screenshot(full_page=True)))
    cut = shot.crop((0, 0, shot.width, min(shot.height, TALLEST))).convert("RGB")
    cut.quantize(COLOURS, method=Image.Quantize.MEDIANCUT).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
