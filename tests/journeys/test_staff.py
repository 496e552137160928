"""The company secretary uploads a pack, corrects a presenter, publishes it, and takes it back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.board import minutebook
from tests.journeys.audit import Audit
from tests.journeys.conftest import CORPUS
from tests.journeys.served import served

PACK = CORPUS / "papers" / "2025-02-13-icb-board-pack.pdf"
SLOW = 90_000  # milliseconds that reading and publishing may take on a busy machine


@pytest.fixture
def desk(sample: Path, tmp_path: Path) -> Iterator[str]:
    """A site with the staff side over a copy of the sample papers, without the newest pack."""
    library = tmp_path / "library"
    shutil.copytree(sample, library)
    listed = minutebook("documents", library=library).stdout
    document = next(line.split()[0] for line in listed.splitlines() if PACK.name in line)
    minutebook("remove", document, library=library)
    with served(library, staff="1") as address:
        yield address


def test_a_pack_is_uploaded_corrected_published_and_withdrawn(page: Page, audit: Audit, desk: str) -> None:
    # given the company secretary on the staff side
    page.goto(f"{desk}/staff")
    audit.accessible()
    # when no file is chosen
    page.get_by_role("button", name="Upload").click()
    # then the page says what is missing
    expect(page.get_by_role("alert")).to_contain_text("Choose a file to upload")
    audit.accessible()
    # when the pack is uploaded
    page.locator("input[type=file]").set_input_files(PACK)
    page.get_by_label("Your name").fill("Jo Brown")
    page.get_by_role("button", name="Upload").click()
    audit.accessible()
    # then it is read while they look on, and what was read is shown with what to look at
    read = page.get_by_role("region", name="What was read")
    read.wait_for(timeout=SLOW)
    expect(read).to_contain_text("16 pages, 3 meetings, 16 decisions, 4 actions and 8 papers were found.")
    expect(read).to_contain_text("the year is read as 2025")
    audit.accessible()
    # and what readers left behind is a page of its own, empty so far
    page.goto(f"{desk}/staff/questions")
    audit.accessible()
    page.go_back()
    # and nobody can find it yet
    assert _found(page, desk) == 0
    # when a presenter is corrected
    page.go_back()
    page.get_by_text("Items, presenters, decisions and actions").nth(1).click()
    page.get_by_role("link", name=re.compile("Correct the presenter of 7. Frailty Virtual Ward")).click()
    audit.accessible()
    page.get_by_label("Who presented the item").fill("Dr Amara Bell")
    page.get_by_label("Your name").fill("Jo Brown")
    page.get_by_role("button", name="Save the correction").click()
    # then the correction is listed and the pack is read again with it
    expect(page.get_by_role("main")).to_contain_text("changed to Dr Amara Bell")
    expect(page.get_by_role("main")).to_contain_text("Dr Amara Bell (corrected)", timeout=SLOW)
    # when it is published without saying for whom
    page.get_by_role("button", name="Publish").click()
    # then the page asks
    expect(page.get_by_role("alert")).to_contain_text("Choose who may see it")
    audit.accessible()
    # when it is published for everyone
    page.get_by_label("Public", exact=True).check()
    page.get_by_role("button", name="Publish").click()
    page.get_by_role("link", name="See it on the site").wait_for(timeout=SLOW)
    audit.accessible()
    # then the public finds it, presented by whom the correction names
    upload = page.url
    page.goto(f"{desk}/decisions?text=frailty+virtual+ward&person=Amara+Bell")
    expect(page.get_by_role("main")).to_contain_text("expansion of the frailty virtual ward")
    audit.sealed(desk)
    # when it is withdrawn
    page.goto(upload)
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_role("button", name="Withdraw")).to_have_count(0, timeout=SLOW)
    # then nobody finds it any more, and it can be deleted
    assert _found(page, desk) == 0
    page.goto(upload)
    page.get_by_text("Delete this document").click()
    page.get_by_role("button", name="Delete").click()
    expect(page.get_by_role("main")).to_contain_text("No document has been handed in yet")


def _found(page: Page, desk: str) -> int:
    """How many decisions of the uploaded minutes the register holds."""
    page.goto(f"{desk}/decisions?text=frailty+virtual+ward&since=2024-11-14&until=2024-11-14")
    return page.get_by_role("main").get_by_text("expansion of the frailty virtual ward").count()
