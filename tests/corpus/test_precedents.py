"""The judged requests for precedent keep their promises: form, drafts that are there, labels that name decisions."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.corpus.test_corpus import pages

ROOT = Path(__file__).parents[2]
SAMPLE = (ROOT / "corpus" / "precedents.jsonl", ROOT / "corpus" / "drafts")
REAL = (ROOT / "benchmarks" / "precedents.jsonl", ROOT / "benchmarks" / "precedent_drafts")
LARGEST = 40_000


def rows(path: Path) -> list[dict[str, Any]]:
    """The judged requests of one set."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def words(draft: Path) -> str:
    """All that a draft of the sample says, its footer too."""
    if draft.suffix == ".pdf":
        return " ".join(pages(draft))
    if draft.suffix == ".docx":
        return "".join(each.text for each in Document(str(draft)).sections[0].footer.paragraphs)
    return draft.read_text(encoding="utf-8")


def test_identifiers_are_unique_over_both_sets() -> None:
    names = Counter(row["id"] for path, _ in (SAMPLE, REAL) for row in rows(path))
    assert len(names) == 44
    assert set(names.values()) == {1}


@pytest.mark.parametrize(("path", "drafts"), [SAMPLE, REAL], ids=["sample", "real"])
def test_half_of_the_requests_are_drafts_and_every_draft_is_asked_about(path: Path, drafts: Path) -> None:
    judged = rows(path)
    asked = [row["draft"] for row in judged if "draft" in row]
    assert sorted(asked) == sorted(each.name for each in drafts.iterdir())
    assert len(asked) == len([row for row in judged if "request" in row]) == 11
    assert {Path(name).suffix for name in asked} == {".docx", ".pdf", ".md", ".txt"}
    assert max(each.stat().st_size for each in drafts.iterdir()) < LARGEST


@pytest.mark.parametrize(("path", "drafts"), [SAMPLE, REAL], ids=["sample", "real"])
def test_a_contrary_precedent_is_one_of_the_relevant_ones(path: Path, drafts: Path) -> None:
    for row in rows(path):
        relevant = [tuple(matter) for matter in row["relevant"]]
        assert len(relevant) == len(set(relevant)) <= 5
        assert {tuple(matter) for matter in row["contrary"]} <= set(relevant)
        assert row["why"].endswith(".")


def test_every_label_of_the_sample_names_an_item_that_was_decided() -> None:
    judged = json.loads((ROOT / "corpus" / "structure.json").read_text(encoding="utf-8"))
    decided = {
        (meeting["date"], meeting["committee"], item["number"])
        for meeting in judged["meetings"]
        for item in meeting["items"]
        if item["decisions"]
    }
    assert {tuple(matter) for row in rows(SAMPLE[0]) for matter in row["relevant"]} <= decided


@pytest.mark.parametrize("draft", sorted(SAMPLE[1].iterdir()), ids=lambda draft: draft.name)
def test_every_draft_of_the_sample_is_marked_fictional(draft: Path) -> None:
    assert "FICTIONAL - sample draft for minutebook" in words(draft)
