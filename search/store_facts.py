"""What a document states beside its passages, written as rows in the transaction that the caller has open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Table, insert

from ingest.model import Meeting, Paper, Reading
from search import schema
from search.packing import pack_span
from search.store import storable_row, write

OWN = {"body", "date", "printed", "note", "kind", "part", "place", "quorum", "state"}


def save_facts(connection: Connection, document: str, reading: Reading) -> None:
    """Write the meetings, sections, papers, logs, interests and terms of a document that has none."""
    for meeting in reading.meetings:
        _meeting(connection, document, meeting)
    for paper in reading.papers:
        _paper(connection, document, paper)
    _all(connection, schema.sections, {"document": document}, reading.sections)
    _all(connection, schema.log, {"document": document}, reading.log)
    _all(connection, schema.interests, {"document": document}, reading.interests)
    _all(connection, schema.terms, {"document": document}, reading.terms)


def _meeting(connection: Connection, document: str, meeting: Meeting) -> None:
    row = {name: getattr(meeting, name) for name in OWN}
    row |= {"document": document, "span": pack_span(meeting.span)}
    row["received_body"], row["received_date"] = meeting.received
    owner = {"meeting": _one(connection, schema.meetings, row)}
    _all(connection, schema.items, owner, meeting.items)
    _all(connection, schema.attendance, owner, meeting.attendance)
    _all(connection, schema.decisions, owner, meeting.decisions)
    _all(connection, schema.actions, owner, meeting.actions)
    _all(connection, schema.declarations, owner, meeting.declarations)


def _paper(connection: Connection, document: str, paper: Paper) -> None:
    row = {"document": document, **_packed(paper)}
    del row["recommendations"]
    _all(
        connection,
        schema.recommendations,
        {"paper": _one(connection, schema.papers, row)},
        paper.recommendations,
    )


def _one(connection: Connection, table: Table, row: dict[str, Any]) -> int:
    """The number of the row that is written."""
    made = connection.execute(insert(table).values(storable_row(row)))
    return int(made.inserted_primary_key[0]) if made.inserted_primary_key else 0


def _all(connection: Connection, table: Table, owner: dict[str, Any], facts: Sequence[Any]) -> None:
    write(connection, table, [owner | _packed(fact) for fact in facts])


def _packed(fact: Any) -> dict[str, Any]:
    """The fields of a fact as columns of the same names."""
    row = {field.name: getattr(fact, field.name) for field in fields(fact)}
    if "span" in row:
        row["span"] = pack_span(row["span"])
    if "spans" in row:
        row["spans"] = [pack_span(span) for span in row["spans"]]
    return row
