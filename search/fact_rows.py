"""What documents state, read back as nouns; one query for each table, however many rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Table, select

from ingest.model import Action, Attendance, Decision, Declaration, Item, LogEntry, Meeting, Paper, Recommendation
from search import schema
from search.model import StoredEntry, StoredMeeting, StoredPaper
from search.packing import unpack_span, unpack_spans

T = TypeVar("T")
MOST = 30_000  # numbers in one query; SQLite takes 32,766


def meetings(connection: Connection, wanted: Collection[int] | None = None) -> list[StoredMeeting]:
    """The meetings of current documents, by date and then as printed; of these rows only where wanted names them."""
    table, owner = schema.meetings, schema.documents
    query = (
        select(table, owner.c.name.label("file"))
        .join(owner)
        .where(owner.c.status == "current")
        .order_by(table.c.date, owner.c.name, table.c.row)
    )
    if wanted is not None:
        query = query.where(table.c.row.in_(list(wanted)[:MOST]))
    held = connection.execute(query).all()
    keys = None if wanted is None else [row.row for row in held]
    items = _under(connection, schema.items, Item, keys)
    people = _under(connection, schema.attendance, Attendance, keys)
    decisions = _under(connection, schema.decisions, Decision, keys)
    actions = _under(connection, schema.actions, Action, keys)
    declared = _under(connection, schema.declarations, Declaration, keys)
    found = []
    for row in held:
        facts = {
            "items": tuple(items[row.row]),
            "attendance": tuple(people[row.row]),
            "decisions": tuple(decisions[row.row]),
            "actions": tuple(actions[row.row]),
            "declarations": tuple(declared[row.row]),
            "received": (row.received_body, row.received_date),
        }
        meeting = noun(Meeting, row._mapping, **facts)
        found.append(StoredMeeting(row.document, row.file, meeting.span.page, meeting))
    return found


def papers(connection: Connection) -> list[StoredPaper]:
    """The papers of current documents, by date, with what each recommends."""
    table, owner = schema.papers, schema.documents
    query = (
        select(table, owner.c.name.label("file"))
        .join(owner)
        .where(owner.c.status == "current")
        .order_by(table.c.date, owner.c.name, table.c.row)
    )
    asked: defaultdict[int, list[Recommendation]] = defaultdict(list)
    for row in connection.execute(select(schema.recommendations).order_by(schema.recommendations.c.row)):
        asked[row.paper].append(noun(Recommendation, row._mapping))
    return [
        StoredPaper(row.document, row.file, noun(Paper, row._mapping, recommendations=tuple(asked[row.row])))
        for row in connection.execute(query)
    ]


def log(connection: Connection) -> list[StoredEntry]:
    """The rows of the action logs of current documents, by the log's date and as printed."""
    table, owner = schema.log, schema.documents
    query = select(table, owner.c.name.label("file")).join(owner).where(owner.c.status == "current")
    held = connection.execute(query.order_by(table.c.date, owner.c.name, table.c.row))
    return [StoredEntry(row.document, row.file, noun(LogEntry, row._mapping)) for row in held]


def noun(kind: type[T], row: Any, **given: Any) -> T:
    """A noun of ingest.model from a row with columns of its fields' names, and from what is given beside it."""
    return kind(
        **{name: read(row[name]) for name, read in _readers(cast(Hashable, kind)) if name not in given}, **given
    )


@cache
def _readers(kind: Hashable) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """The fields of a noun, each with what makes its value of the stored one."""
    special: dict[str, Callable[[Any], Any]] = {"span": unpack_span, "spans": unpack_spans, "confidential": bool}
    return tuple((field.name, special.get(field.name, _value)) for field in fields(cast(Any, kind)))


def _value(stored: Any) -> Any:
    return tuple(stored) if isinstance(stored, list) else stored


def _under(connection: Connection, table: Table, kind: type[T], keys: list[int] | None) -> defaultdict[int, list[T]]:
    """What the rows of table say about meetings of current documents, by the meeting's row and as printed."""
    readers = _readers(cast(Hashable, kind))
    columns = [table.c[name] for name, _ in readers]
    query = select(table.c.meeting, *columns).order_by(table.c.row)
    if keys is None:
        owned = table.join(schema.meetings).join(schema.documents)
        query = query.select_from(owned).where(schema.documents.c.status == "current")
    else:
        query = query.where(table.c.meeting.in_(keys))
    found: defaultdict[int, list[T]] = defaultdict(list)
    convert = [read for _, read in readers]
    for meeting, *values in connection.execute(query):
        found[meeting].append(kind(*[read(value) for read, value in zip(convert, values, strict=True)]))
    return found
