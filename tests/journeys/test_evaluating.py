"""The evaluation from a file of judged questions to figures, a kept run, a comparison and a page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.board import minutebook

GOLD = {"file": "2025-01-board.md", "quote": "The Board approved winter funding of £2.4 million", "line": 14}
LOST = {"file": "2025-03-board.md", "quote": "words that stand nowhere in the papers"}


@pytest.fixture(scope="module")
def asked(library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with questions, and a run and a report over them."""
    folder = tmp_path_factory.mktemp("asked")
    questions = [
        {"id": 1, "question": "winter funding", "kind": "decision", "answer": "£2.4m", "gold": [GOLD]},
        {"id": 2, "question": "estates strategy", "kind": "plan", "answer": "Yes.", "gold": [LOST]},
    ]
    (folder / "questions.jsonl").write_text("\n".join(map(json.dumps, questions)))
    (folder / "hopeless.jsonl").write_text(json.dumps({"id": 1, "question": "ward closures", "kind": "not_recorded"}))
    said = minutebook(
        *("evaluate", folder / "questions.jsonl", "--unanswerable", folder / "hopeless.jsonl"),
        *("--misses", "--save", folder / "run.json", "--report", folder / "first.html"),
        library=library,
    ).stdout
    (folder / "said.txt").write_text(said)
    return folder


def test_figures_are_printed_with_intervals_and_what_went_wrong(asked: Path) -> None:
    said = (asked / "said.txt").read_text()
    assert "95% percentile bootstrap by question, 10,000 resamples" in said
    assert "recall@5               0.500 (0.000 to 1.000)  n 2" in said
    assert "2 (plan; not in the first 10) estates strategy" in said
    assert "first: " in said


def test_a_kept_run_is_compared_and_as_json_is_json_and_nothing_else(asked: Path, library: Path) -> None:
    arguments = ("evaluate", asked / "questions.jsonl", "--against", asked / "run.json", "--misses", "--json")
    said = json.loads(minutebook(*arguments, library=library).stdout)
    assert said["overall"]["n"] == 2
    assert said["comparison"]["measures"]["recall@5"]["difference"] == 0
    assert said["comparison"]["alone"] == 1
    assert [one["id"] for one in said["misses"]["unfound"]] == ["2"]
    minutebook("evaluate", asked / "questions.jsonl", "--against", asked / "said.txt", library=library, code=2)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_on_the_report_shuts_anyone_out(page: Page, asked: Path, width: int) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((asked / "first.html").as_uri())
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert requests == [(asked / "first.html").as_uri()]
