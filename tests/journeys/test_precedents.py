"""A writer hands in a draft, puts right what was read, meets what stands against them, and takes a Word file away."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.audit import Audit
from tests.journeys.served import served

PURPOSE = "To seek the Board's approval of the Full Business Case for a community diagnostic centre at Harrowmere."
ASKED = (
    "Approve the Full Business Case for the Harrowmere Community Diagnostic Centre at a capital cost of £9.2 million.",
    "Note the risks to recruitment.",
)
NOTE = "The nearest: deferred first, <b>then</b> approved."


@pytest.fixture(scope="module")
def writers(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site with the staff side over a copy of the sample papers."""
    library = tmp_path_factory.mktemp("writers") / "library"
    shutil.copytree(sample, library)
    with served(library, staff="1") as address:
        yield address


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A paper that is still being written."""
    made = docx.Document()
    made.add_heading("Harrowmere Community Diagnostic Centre: Full Business Case", 0)
    made.add_heading("Purpose of the paper", 1)
    made.add_paragraph(PURPOSE)
    made.add_heading("Recommendations", 1)
    made.add_paragraph("The Board is asked to:")
    for one in ASKED:
        made.add_paragraph(one, style="List Bullet")
    made.add_heading("Background", 1)
    made.add_paragraph("The centre replaces mobile scanners at the hospital. Its staffing has been tested.")
    path = tmp_path / "draft.docx"
    made.save(str(path))
    return path


def test_a_draft_becomes_a_word_file_of_cited_precedents(page: Page, audit: Audit, writers: str, draft: Path) -> None:
    # given a writer on the staff side
    page.goto(f"{writers}/staff")
    page.get_by_role("link", name="Precedents for a paper you are writing").click()
    main = page.get_by_role("main")
    expect(main).to_contain_text("There is no draft yet")
    audit.everywhere()
    # when nothing is given, then the page says what is missing
    page.get_by_role("button", name="Read the draft").click()
    expect(page.get_by_role("alert")).to_contain_text("Choose a file, paste some text, or type a sentence")
    audit.everywhere()
    # when the draft is handed in, then what was read of it is shown
    page.locator("input[type=file]").set_input_files(draft)
    page.get_by_label("Your name").fill("Jo Brown")
    page.get_by_role("button", name="Read the draft").click()
    recommendations = page.get_by_label("Recommendations")
    assert ASKED[0] in recommendations.input_value().splitlines()
    assert "£9.2 million" in page.get_by_label("Sums of money").input_value()
    audit.everywhere()
    # when everything is taken away, then the page says what it needs
    kept = recommendations.input_value()
    page.get_by_label("Title").fill("")
    recommendations.fill("")
    page.get_by_role("button", name="Save and find precedents").click()
    expect(page.get_by_role("alert")).to_contain_text("Write a title, or at least one recommendation")
    audit.everywhere()
    # when a field is put right and the precedents are found
    page.get_by_label("Title").fill("Harrowmere Community Diagnostic Centre")
    page.get_by_label("Recommendations").fill(kept)
    page.get_by_label("Subject").fill("Full Business Case for a new building")
    page.get_by_role("button", name="Save and find precedents").click()
    # then what did not go through is named before all others, and a link leads to it
    expect(page.get_by_role("heading", level=2, name=re.compile("did not go through as asked"))).to_be_visible()
    audit.everywhere()
    against = page.get_by_role("listitem").filter(has_text="deferred").get_by_role("link", name="Harrowmere").first
    target = str(against.get_attribute("href"))
    against.click()
    heading = page.locator(f"[id='{target.removeprefix('#')}']")
    expect(heading).to_be_focused()
    matter = page.get_by_role("article").filter(has=heading)
    expect(matter).to_contain_text("The Board deferred the decision on the Full Business Case")
    # and the words of the decision are marked on their page
    matter.get_by_role("link", name=re.compile("^Page ")).first.click()
    assert "deferred the decision" in " ".join(page.locator("mark").all_inner_texts())
    page.go_back()
    # when that one and another are put into the basket, then they stay where they are in the page
    matter.get_by_role("button", name=re.compile("Add to basket")).click()
    expect(page.locator(f"[id='{target.removeprefix('#').replace('matter', 'basket')}']")).to_be_focused()
    expect(matter).to_contain_text("The basket holds 1 matter")
    page.get_by_role("button", name=re.compile("Add to basket")).first.click()
    expect(page.get_by_text("The basket holds 2 matters").first).to_be_visible()
    audit.everywhere()
    page.get_by_role("link", name=re.compile("Open the basket")).first.click()
    # then they can be put into order, with notes that every button keeps
    titles = page.get_by_role("main").get_by_role("heading", level=2, name=re.compile(r"^\d\. "))
    before = [one.partition(". ")[2] for one in titles.all_inner_texts()]
    page.get_by_label(re.compile("Your note")).nth(1).fill(NOTE)
    page.get_by_role("button", name=re.compile("^Move up")).click()
    assert [one.partition(". ")[2] for one in titles.all_inner_texts()] == before[::-1]
    expect(titles.first).to_be_focused()
    expect(page.get_by_label(re.compile("Your note")).first).to_have_value(NOTE)
    audit.everywhere()
    # when the basket is exported, then the file opens, with what was decided, the note and where it stands
    word = docx.Document(str(_saved(page, "Export as Word")))
    said = "\n".join(one.text for one in word.paragraphs)
    assert NOTE in said
    assert "The Board deferred the decision on the Full Business Case" in said
    assert all(one in said for one in before)
    assert NOTE.partition("<")[0].strip() in _saved(page, "Export as Markdown").read_text("utf-8")
    assert {one["issued"]["date-parts"][0][0] for one in json.loads(_saved(page, "Export as CSL").read_bytes())}
    # when one is taken out and the draft is deleted, then nothing of it is left
    page.get_by_role("button", name=re.compile("^Take out")).first.click()
    expect(titles).to_have_count(1)
    page.get_by_role("link", name="What was read").click()
    page.get_by_text("Delete this draft").click()
    audit.everywhere()
    page.get_by_role("button", name="Delete the draft").click()
    expect(page.get_by_role("main")).to_contain_text("There is no draft yet")
    audit.sealed(writers)


def test_a_sentence_that_is_like_nothing_needs_no_script_to_say_so(browser: Browser, writers: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{writers}/staff/precedents")
    page.get_by_label("Or paste its text").fill("Name the new ferry after <script>alert(1)</script> a famous sea lion.")
    page.get_by_role("button", name="Read the draft").click()
    assert "<script>alert(1)</script>" in page.get_by_label("Recommendations").input_value()
    page.get_by_role("button", name="Save and find precedents").click()
    main = page.get_by_role("main")
    expect(main.get_by_role("heading", name="None found")).to_be_visible()
    expect(main).to_contain_text("Looked through")
    page.get_by_role("link", name="Basket").click()
    expect(page.get_by_role("main")).to_contain_text("The basket is empty")
    context.close()


def _saved(page: Page, button: str) -> Path:
    """The file that a button gives."""
    with page.expect_download() as found:
        page.get_by_role("button", name=re.compile(f"^{button}")).click()
    return found.value.path()
