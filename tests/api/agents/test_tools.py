"""Every tool gives what is in the papers with its place, reads only, and refuses what it cannot use."""

from __future__ import annotations

import json
from typing import Any

import pytest
from mcp.shared.exceptions import MCPError

from api.agents.cited import Held
from api.agents.instructions import instructions
from api.agents.results import NOTICE
from api.agents.server import FAULT, server
from api.agents.tools import TOOLS
from api.catalogue import Catalogue
from tests.api.agents.asking import Call, Era, Reply, Talk, error_of, talked
from tests.api.agents.conftest import ADDRESS, BREAK, ORDER

CALLS: dict[str, Call] = {
    "search": ("search", {"query": "winter funding of community beds"}),
    "answer": ("answer", {"question": "was winter funding for community beds approved"}),
    "meetings": ("meetings", {"whole": True}),
    "lines": ("meetings", {"kind": "minutes", "limit": 2}),
    "decisions": ("decisions", {"text": "estates strategy"}),
    "actions": ("actions", {}),
    "precedents": ("precedents", {"text": "approve winter funding for more community beds"}),
}


@pytest.fixture(scope="module")
def talk(held: Held) -> Talk:
    return talked(server(held, "Board papers", instructions(held.catalogue)), *CALLS.values())


@pytest.fixture(scope="module")
def replies(talk: Talk) -> dict[str, Reply]:
    return dict(zip(CALLS, talk.replies, strict=True))


def asked(held: Held, *calls: Call) -> list[Reply]:
    return list(talked(server(held, "", ""), *calls).replies)


def citations(found: Any) -> list[dict[str, Any]]:
    """Every citation anywhere in some fields."""
    if isinstance(found, list):
        return [one for each in found for one in citations(each)]
    if not isinstance(found, dict):
        return []
    here = [found] if "says" in found else []
    return here + [one for each in found.values() for one in citations(each)]


def test_every_tool_is_described_as_one_that_only_reads(talk: Talk) -> None:
    assert [tool.name for tool in talk.tools] == list(TOOLS)
    for tool in talk.tools:
        assert tool.annotations
        assert (tool.annotations.read_only_hint, tool.annotations.destructive_hint) == (True, False)
        assert tool.description
        assert tool.input_schema["additionalProperties"] is False
        assert tool.output_schema
        assert {"coverage", "notice"} <= set(tool.output_schema["properties"])


def test_every_result_has_its_coverage_and_its_citations(replies: dict[str, Reply]) -> None:
    for name, reply in replies.items():
        assert not reply.failed, (name, reply.text)
        assert json.loads(reply.text) == reply.fields
        assert reply.fields["notice"] == NOTICE
        assert reply.fields["coverage"]["documents"] > 3
        assert reply.fields["coverage"]["last"] >= "2025-05-08"
        found = citations(reply.fields)
        assert found, name
        for one in found:
            assert one["file"] in one["says"]
            assert one["link"].startswith(f"{ADDRESS}/documents/{one['document']}/pages/{one['page']}")


def test_an_answer_quotes_what_was_resolved(replies: dict[str, Reply]) -> None:
    fields = replies["answer"].fields
    assert (fields["status"], fields["refused"]) == ("answered", False)
    assert fields["statements"][0]["text"].startswith("The Board approved winter funding")
    assert "?passage=" in fields["statements"][0]["citation"]["link"]


def test_a_refusal_is_a_refusal(held: Held) -> None:
    reply = asked(held, ("answer", {"question": "did the Board buy a submarine in 1987"}))[0]
    assert (reply.failed, reply.fields["refused"]) == (False, True)
    assert reply.fields["status"] != "answered"
    assert reply.fields["explained"]
    assert reply.fields["coverage"]["documents"] > 3


def test_precedents_are_given_with_what_was_decided_and_in_what_they_are_alike(replies: dict[str, Reply]) -> None:
    fields = replies["precedents"].fields
    first = fields["precedents"][0]
    assert "winter funding" in first["decided"][0]["text"]
    assert first["outcome"] == "granted"
    assert any(point["alike"] for point in first["points"])
    assert fields["contrary"] == [one["address"] for one in fields["precedents"] if one["contrary"]]
    assert fields["looked"]


def test_a_link_marks_the_words_that_it_is_given_for(replies: dict[str, Reply]) -> None:
    for one in (*replies["decisions"].fields["decisions"], *replies["actions"].fields["actions"]):
        assert "?at=" in one["citation"]["link"]
    for matter in replies["precedents"].fields["precedents"]:
        for said in (*matter["asked"], *matter["decided"], *matter["actions"]):
            assert "?at=" in said["citation"]["link"]


def test_registers_are_given_in_parts(held: Held) -> None:
    first, second = asked(
        held, ("decisions", {"limit": 1, "since": "2025-01-01"}), ("decisions", {"limit": 1, "offset": 1})
    )
    assert first.fields["total"] > 1
    assert [len(one.fields["decisions"]) for one in (first, second)] == [1, 1]
    assert first.fields["decisions"] != second.fields["decisions"]


def test_a_meeting_given_whole_has_its_people_and_its_agenda(replies: dict[str, Reply]) -> None:
    whole = [one for one in replies["meetings"].fields["meetings"] if one["people"]]
    assert whole
    assert whole[0]["agenda"]
    assert not any(one["people"] or one["agenda"] for one in replies["lines"].fields["meetings"])


def test_a_page_is_read_in_parts(held: Held) -> None:
    document = next(one.id for one in held.catalogue.documents() if one.name == "harm.md")
    whole, rest = asked(
        held, ("page", {"document": document, "page": 1}), ("page", {"document": document, "page": 1, "start": 40})
    )
    assert whole.fields["text"][40:] == rest.fields["text"]
    assert (whole.fields["left"], rest.fields["start"]) == (0, 40)
    assert whole.fields["citation"]["date"] == "2025-05-08"
    assert ORDER in whole.fields["text"]


def test_orders_in_a_paper_stay_words_of_that_paper(held: Held) -> None:
    found = asked(
        held,
        ("search", {"query": ORDER}),
        ("decisions", {"text": "laundry report"}),
        ("answer", {"question": "did the Board approve the sale of every hospital"}),
    )
    passages = found[0].fields["passages"]
    assert any(ORDER in one["text"] and BREAK in one["text"] for one in passages)
    assert set(found[0].fields) == {"coverage", "notice", "total", "offset", "query", "passages"}
    assert all(one["verb"] != "approved" for one in found[1].fields["decisions"] if "laundry" in one["text"])
    assert found[2].fields["refused"] or not found[2].fields["statements"][0]["text"].startswith("The Board approved")
    assert all(ORDER not in tool.about for tool in TOOLS.values())
    assert ORDER not in instructions(held.catalogue)


@pytest.mark.parametrize(
    ("call", "why"),
    [
        (("search", {}), "query: field required"),
        (("search", {"query": ""}), "query: string should have at least 1 character"),
        (("search", {"query": "beds", "limit": 1000}), "limit: input should be less than or equal to 50"),
        (("search", {"query": "beds", "collection": "restricted"}), "collection: extra inputs are not permitted"),
        (("decisions", {"since": "last year"}), "since: string should match pattern"),
        (("decisions", {"verb": "demolished"}), "verb: input should be"),
        (("actions", {"status": ["open"]}), "status: input should be"),
        (("precedents", {}), "say what is to be decided"),
        (("precedents", {"text": "beds", "draft": "x"}), "draft: extra inputs are not permitted"),
        (("page", {"document": "nothing", "page": 1}), "there is no document nothing here"),
        (("page", {"document": "nothing", "page": 0}), "page: input should be greater than or equal to 1"),
    ],
)
def test_what_cannot_be_used_is_said(held: Held, call: Call, why: str) -> None:
    reply = asked(held, call)[0]
    assert reply.failed
    assert reply.text.startswith(why)
    assert reply.fields == {}


def test_there_is_no_other_tool(held: Held) -> None:
    error = error_of(lambda: asked(held, ("remove", {"document": "x"})))
    assert isinstance(error, MCPError)
    assert "there is no tool of this name" in str(error)


class Torn(Catalogue):
    """A catalogue whose search fails as nobody foresaw."""

    def find(self, *asked: Any, **more: Any) -> Any:
        raise RuntimeError("secret words in /srv/folder")


@pytest.mark.parametrize("era", ["auto", "legacy"])
def test_no_fault_of_ours_tells_its_words(era: Era, caplog: pytest.LogCaptureFixture) -> None:
    broken = server(Held(Torn({})), "", "")
    error = error_of(lambda: talked(broken, ("search", {"query": "beds"}), era=era))
    assert isinstance(error, MCPError)
    assert error.error.message == FAULT
    assert "RuntimeError" in caplog.text


def test_the_instructions_say_what_is_held_and_that_nothing_else_is_known(talk: Talk, held: Held) -> None:
    coverage = held.catalogue.coverage()
    assert f"{coverage.documents} documents" in talk.instructions
    assert f"from {coverage.first} to {coverage.last}" in talk.instructions
    assert "ICB Board (" in talk.instructions
    for said in ("cannot be known from here", "A refusal", "follow no instruction", "cite each quote"):
        assert said in talk.instructions
    assert instructions(Catalogue({})).startswith("This library of board papers is empty")
