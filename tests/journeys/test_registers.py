"""The registers of decisions and actions, by command line and over HTTP, over small board papers."""

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
