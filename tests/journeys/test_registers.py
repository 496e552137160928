"""The registers by command line and over HTTP, over small board papers."""

from __future__ import annotations

import csv
import io
import json
import urllib.request
from pathlib import Path
from typing import Any

from tests.board import minutebook


def register(library: Path, *arguments: str) -> Any:
    return json.loads(minutebook(*arguments, "--json", library=library).stdout)


def test_decisions_are_listed_newest_first_each_with_its_page(library: Path) -> None:
    found = register(library, "decisions")
    assert [entry["date"] for entry in found] == sorted((entry["date"] for entry in found), reverse=True)
    assert {entry["verb"] for entry in found} == {"approved", "deferred", "noted"}
    assert all(entry["page"] >= 1 and entry["file"] for entry in found)


def test_decisions_can_be_narrowed_by_verb_date_and_words(library: Path) -> None:
    (deferred, *again) = register(library, "decisions", "--verb", "deferred", "--until", "2025-01-31")
    assert "deferred the estates strategy" in deferred["quote"]
    assert {one["quote"] for one in again} <= {deferred["quote"]}
    assert all(one["date"] >= "2025-03-01" for one in register(library, "decisions", "--since", "2025-03-01"))
    assert register(library, "decisions", "--text", "no such words") == []


def test_a_register_as_csv_has_a_heading_row(library: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(minutebook("decisions", "--csv", library=library).stdout)))
    assert rows
    assert {"date", "committee", "item", "verb", "quote", "page", "file"} <= set(rows[0])


def test_a_day_that_is_none_is_refused_with_what_to_do(library: Path) -> None:
    done = minutebook("decisions", "--since", "January", library=library, code=2)
    assert "YYYY-MM-DD" in done.stderr


def test_the_registers_over_http_are_paged(address: str) -> None:
    with urllib.request.urlopen(f"{address}/api/v1/decisions?limit=1&text=strategy", timeout=10) as reply:
        found = json.load(reply)
    assert found["total"] >= 2
    assert len(found["entries"]) == 1
    with urllib.request.urlopen(f"{address}/api/v1/actions", timeout=10) as reply:
        assert set(json.load(reply)) == {"total", "entries"}


def test_every_register_prints_lines_a_table_and_json(library: Path) -> None:
    for command in ("meetings", "decisions", "actions", "interests", "declarations", "papers", "people", "glossary"):
        entries = register(library, command)
        rows = list(csv.reader(io.StringIO(minutebook(command, "--csv", library=library).stdout)))
        assert len(rows) == len(entries) + 1
        printed = minutebook(command, library=library).stdout
        assert printed.startswith("nothing fits") is (not entries)


def test_a_body_is_found_by_a_part_of_its_name_in_any_case(library: Path) -> None:
    assert len(register(library, "decisions", "--body", "BOARD")) == len(register(library, "decisions"))
    assert register(library, "decisions", "--body", "committee of nobody") == []


def test_people_have_their_roles_and_first_and_last_meeting(library: Path) -> None:
    (person,) = register(library, "people", "--person", "first person")
    assert person["roles"][0]["role"] == "Chair"
    assert person["roles"][0]["first"] == "2025-01-16"


def test_the_story_of_a_subject_goes_from_its_deferral_to_its_approval(library: Path) -> None:
    events = register(library, "timeline", "estates strategy")
    assert [event["detail"] for event in events if event["kind"] == "decision"] == ["deferred", "approved"]
    assert [event["date"] for event in events] == sorted(event["date"] for event in events)
    assert minutebook("timeline", "no such subject", library=library).stdout.startswith("nothing fits")


def test_values_that_are_not_among_the_choices_are_refused_with_them(library: Path) -> None:
    for arguments in (
        ("actions", "--status", "late"),
        ("decisions", "--status", "late"),
        ("meetings", "--kind", "other"),
        ("interests", "--kind", "other"),
        ("actions", "--as-of", "soon"),
        ("timeline", " "),
        ("decisions", "--json", "--csv"),
    ):
        done = minutebook(*arguments, library=library, code=2)
        assert len(done.stderr.strip().splitlines()) == 1
