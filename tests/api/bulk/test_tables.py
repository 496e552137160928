"""The tables belong together, say what the papers say, and leave open what those leave open."""

from __future__ import annotations

import re
from typing import Any

import pytest

from api.bulk.tables import TABLES
from tests.api.bulk.conftest import FORMULA, RESCINDED, Data
from tests.api.stated import STRATEGY

KINDS: dict[str, type] = {"string": str, "integer": int, "boolean": bool, "date": str}


def only(data: Data, table: str, **wanted: object) -> dict[str, Any]:
    """The one row that has these cells."""
    found = [row for row in data.rows[table] if all(row[name] == value for name, value in wanted.items())]
    assert len(found) == 1, (table, wanted, found)
    return found[0]


def test_every_table_has_rows(data: Data) -> None:
    assert [name for name, rows in data.rows.items() if not rows] == []


def test_every_reference_leads_to_a_row(data: Data) -> None:
    for table in TABLES:
        for field in table.fields:
            if field.to:
                known = {row["id"] for row in data.rows[field.to]}
                for row in data.rows[table.name]:
                    assert row[field.name] is None or row[field.name] in known, (table.name, field.name, row)


def test_identifiers_are_unique_and_what_is_needed_is_there(data: Data) -> None:
    for table in TABLES:
        rows = data.rows[table.name]
        assert len({row["id"] for row in rows}) == len(rows)
        for row in rows:
            assert list(row) == [field.name for field in table.fields]
            for field in table.fields:
                cell = row[field.name]
                assert cell is not None or not field.needed, (table.name, field.name)
                assert cell is None or type(cell) is KINDS[field.kind], (table.name, field.name, cell)
                assert cell != ""
                assert field.kind != "date" or cell is None or re.fullmatch(r"\d{4}-\d\d-\d\d", str(cell))


def test_a_meeting_is_one_row_whichever_documents_hold_it(data: Data) -> None:
    january = only(data, "meetings", body="ICB Board", date="2025-01-16")
    records = [row for row in data.rows["records"] if row["meeting_id"] == january["id"]]
    assert (january["records"], len(records), january["state"]) == (2, 2, "confirmed")
    march = only(data, "meetings", date="2025-03-13")
    assert {row["confirmed_by_id"] for row in records} == {march["id"]}


def test_parts_of_a_day_and_meetings_without_a_day_stay_apart(data: Data) -> None:
    may = {row["part"]: row["id"] for row in data.rows["meetings"] if row["date"] == "2025-05-08"}
    assert len(set(may.values())) == len(may) == 2
    decided = [row["meeting_id"] for row in data.rows["decisions"] if row["text"] == "The Board noted the report."]
    undated = only(data, "meetings", body="Audit Committee", date=None)
    assert sorted(decided) == sorted([may[None], may[None], may["II"], undated["id"]])


def test_a_decision_is_one_row_and_leads_to_its_meeting_and_its_item(data: Data) -> None:
    made = only(data, "decisions", text=STRATEGY[3])
    assert only(data, "meetings", id=made["meeting_id"])["date"] == "2025-01-16"
    assert only(data, "items", id=made["item_id"])["title"] == STRATEGY[1]
    assert (made["verb"], made["state"]) == ("approved", "confirmed")
    assert only(data, "recommendations", decision_id=made["id"])["text"].startswith("The Board is asked")
    link = only(data, "decision_links", earlier_decision_id=made["id"])
    assert only(data, "decisions", id=link["decision_id"])["text"] == RESCINDED
    assert (link["how"], link["earlier_meeting_id"]) == ("rescinds", made["meeting_id"])


def test_an_action_leads_to_who_asked_who_owns_it_and_what_became_of_it(data: Data) -> None:
    asked = only(data, "actions", reference="54")
    assert only(data, "meetings", id=asked["meeting_id"])["date"] == "2025-01-16"
    history = [row for row in data.rows["action_history"] if row["action_id"] == asked["id"]]
    assert [row["source"] for row in history] == ["minutes", "minutes", "action log"]
    mine = [row for row in data.rows["action_owners"] if row["action_id"] != asked["id"]]
    assert [(row["name"], row["person_id"] is not None) for row in mine] == [("Bo Nobody", True), ("Someone", False)]


def test_people_are_linked_only_where_it_is_clear_who_is_meant(data: Data) -> None:
    ann = only(data, "people", name="Ann Other")
    assert ann["other_names"] == "Dr Ann Other"
    assert {row["person_id"] for row in data.rows["interests"] if row["person"] == "Ann Other"} == {ann["id"]}
    assert only(data, "attendance", name="A Other")["person_id"] != ann["id"]
    assert {row["person_id"] for row in data.rows["paper_people"]} == {ann["id"]}


def test_only_what_is_current_is_in_it(data: Data) -> None:
    assert {row["file"] for row in data.rows["documents"]} >= {"january.pdf", "may.pdf", "register.pdf"}
    assert all(row["link"].startswith("https://papers.example.org/documents/") for row in data.rows["documents"])


@pytest.mark.parametrize("table", [table.name for table in TABLES])
def test_comma_separated_values_say_what_json_lines_say(data: Data, table: str) -> None:
    from api.bulk.made import cell

    assert [{name: cell(value) for name, value in row.items()} for row in data.rows[table]] == data.sheets[table]


def test_no_cell_is_a_formula(data: Data) -> None:
    text = only(data, "actions", reference=None)["text"]
    assert text.startswith(FORMULA)
    assert f"'{text}" in {row["text"] for row in data.sheets["actions"]}
    cells = [cell for rows in data.sheets.values() for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@"))]
    assert "-1 share; «owner»\nof a firm" in {row["nature"] for row in data.rows["interests"]}
