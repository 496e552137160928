"""The citations for reference managers, held against the rules of the schema of CSL-JSON (csl-data.json, 1.0.2)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from tests.api.drafts.selections import ADDRESS, hostile, made, selection
from tests.web.drafting import MATTERS

# The rules as far as what is written goes: no other variables, names of these parts, dates of one to three numbers.


class Rule(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class Name(Rule):
    literal: str


class Day(Rule):
    parts: list[list[int]] = Field(alias="date-parts", min_length=1, max_length=2)


class Item(Rule):
    id: str
    type: Literal["report"]
    title: str
    genre: str = ""
    number: str = ""
    page: str = ""
    url: str = Field("", alias="URL")
    source: str = ""
    language: str = ""
    note: str = ""
    author: list[Name] = []
    issued: Day | None = None
    accessed: Day | None = None


ITEMS = TypeAdapter(list[Item])


def items(content: bytes) -> list[dict[str, Any]]:
    """The items, which the rules have been held against."""
    ITEMS.validate_json(content)
    found: list[dict[str, Any]] = json.loads(content)
    return found


def test_each_place_that_is_cited_is_one_item_by_an_id_of_its_own() -> None:
    found = items(made(selection(), "csl.json"))
    assert [one["id"] for one in found] == [f"3f1c9a2b7d10-{at}" for at in ("3-40", "16-10", "16-20", "16-30")]
    assert found[1] == {
        "id": "3f1c9a2b7d10-16-10",
        "type": "report",
        "title": "the lease",
        "genre": "Minutes",
        "number": "item 7",
        "page": "16",
        "URL": f"{ADDRESS}/documents/3f1c9a2b7d10/pages/16?at=10-1100",
        "source": "Papers of the Board",
        "language": "en-GB",
        "note": "minutes.pdf, page 16",
        "author": [{"literal": "ICB Board"}],
        "issued": {"date-parts": [[2025, 1, 14]]},
        "accessed": {"date-parts": [[2026, 11, 26]]},
    }
    assert (found[0]["genre"], found[0]["page"]) == ("Meeting paper", "3-16")


def test_decisions_under_one_item_on_one_page_are_one_item_without_marks() -> None:
    one = MATTERS[0]
    spans = (replace(one.decided[0].decision.spans[0], start=500),)
    more = replace(one.decided[0], decision=replace(one.decided[0].decision, spans=spans))
    found = items(made(selection(replace(one, decided=(*one.decided, more))), "csl.json"))
    assert [item["id"] for item in found] == ["3f1c9a2b7d10-3-40", "3f1c9a2b7d10-16-10"]
    assert found[1]["URL"] == f"{ADDRESS}/documents/3f1c9a2b7d10/pages/16"


def test_without_the_sites_address_an_item_names_the_file_and_page_alone() -> None:
    for one in items(made(selection(), "csl.json", "")):
        assert "URL" not in one
        assert "accessed" not in one
        assert one["note"].startswith(("minutes.pdf, page 16", "paper.pdf, pages 3 to 16"))


def test_hostile_words_are_words() -> None:
    for one in items(made(selection(hostile()), "csl.json")):
        assert "\u202e" not in one["title"]
        assert "\x00" not in json.dumps(one, ensure_ascii=False)
