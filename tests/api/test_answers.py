from __future__ import annotations

from fastapi.testclient import TestClient

from api.commands.answered import answered
from api.shape import answer_fields, line_fields, result_fields
from search.model import Answered, Citation, Coverage, Hit, Refused, Statement

PLACE = Citation("d1", "board.pdf", 3, 3, "3", "2025-01-16", "Board", "7", "Leases", ("Sam White",))
HIT = Hit(1, 0.9, "d1-p1", "The lease\t\x1b[31m was\x07 extended.", "decision", (), PLACE)
QUOTE = Statement("resolution", "The lease was extended.", PLACE, True, "d1-p1")
STATE = Statement("state", "draft", PLACE, quoted=False)
COVERAGE = Coverage(1, 3, 9, 1, "2025-01-16", "2025-01-16")


def test_an_answer_sets_quotes_apart_and_names_fields_over_the_place_that_both_were_read_from() -> None:
    assert answered(Answered("q", (HIT,), "decision", (QUOTE, STATE))) == (
        "  | The lease was extended.\n  Minutes: draft\n  Board, 16 January 2025, item 7: Leases - page 3 of board.pdf"
    )


def test_a_refusal_says_why_what_the_record_says_and_what_comes_nearest() -> None:
    contrary = Statement("contrary", "The lease was extended.", PLACE)
    said = answered(Refused("q", "false_premise", COVERAGE, (HIT,), (contrary,), "The minutes record approval."))
    assert said.startswith("No answer. The minutes record approval.\n\n  The record says:\n  | The lease was extended.")
    assert "nearest and do not answer:\n\n1. Board, 16 January 2025" in said
    assert "\x1b" not in said
    assert "\x07" not in said


def test_a_refusal_has_no_hits_but_a_line_of_search_keeps_what_was_found() -> None:
    refused = Refused("q", "not_recorded", COVERAGE, (HIT,), (), "It is not recorded.")
    fields = result_fields(refused)
    assert (fields["abstain"], fields["hits"]) == (True, [])
    assert [hit["id"] for hit in fields["answer"]["nearest"]] == ["d1-p1"]
    line = line_fields(refused)
    assert (line["abstain"], [hit["id"] for hit in line["hits"]]) == (True, ["d1-p1"])
    assert answer_fields(refused)["coverage"]["meetings"] == 1


def test_more_like_a_passage_is_a_route_and_an_unknown_passage_is_not_found(site: TestClient) -> None:
    passage = site.get("/api/v1/search", params={"q": "estates strategy"}).json()["hits"][0]
    reply = site.get(f"/api/v1/passages/{passage['id']}/similar", params={"k": 2}).json()
    assert reply["like"] == passage["id"]
    assert 0 < len(reply["hits"]) <= 2
    assert passage["id"] not in {hit["id"] for hit in reply["hits"]}
    assert site.get("/api/v1/passages/none/similar").status_code == 404
