"""Threads of actions written for the days and references that a change touches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from search import schema
from search.links.likeness import plain_item
from search.links.loaded import actions, printed_actions
from search.links.rows import MANY, plain, remove
from search.links.threads import threads
from search.links.touch import Touch

Keys = tuple[set[str], set[str]]
FIELDS = [column.name for column in schema.threads.columns if column.name not in ("row", "body")]


def save_threads(connection: Connection, body: str, spellings: Sequence[str], touch: Touch | None) -> None:
    """Let the threads of a body fit what its minutes and logs print; None for all of them.

    Entries meet only where they share the day on which they were raised or a reference, so the threads that no such
    chain leads to stay as they are.
    """
    printed = printed_actions(connection, spellings)
    days, references = _reached([(one.raised, one.reference) for one in printed], touch)
    near = [one for one in printed if touch is None or one.raised in days or plain_item(one.reference) in references]
    held = actions(
        connection, spellings, {one.row for one in near if one.action}, {o.row for o in near if not o.action}
    )
    made = {thread.address: thread for thread in threads(body, held)}
    now = {
        address: (
            tuple(plain(getattr(thread, name)) for name in FIELDS),
            tuple((one.row, None) if one.action else (None, one.row) for one in thread.entries),
        )
        for address, thread in made.items()
    }
    before = _stored(connection, body, None if touch is None else (days, references))
    remove(connection, schema.threads, {row for address, (row, was) in before.items() if now.get(address) != was})
    for address, (values, places) in now.items():
        if address not in before or before[address][1] != (values, places):
            _save(connection, {"body": body, **dict(zip(FIELDS, values, strict=True))}, places)


def _reached(printed: Iterable[tuple[str, str]], touch: Touch | None) -> Keys:
    """The days and references that a chain of entries joins with those touched."""
    days, references = (set(touch.days), set(touch.references)) if touch else (set(), set())
    pairs = {(day, plain_item(reference)) for day, reference in printed} if touch else set()
    count = -1
    while count != len(days) + len(references):
        count = len(days) + len(references)
        for day, reference in pairs:
            if day in days or (reference and reference in references):
                days.add(day)
                references |= {reference} - {""}
    return days, references


def _stored(connection: Connection, body: str, keys: Keys | None) -> dict[str, tuple[int, Any]]:
    """Row, and fields with entries, of the stored threads of a body by their addresses; all where keys are None."""
    table, entries = schema.threads, schema.thread_entries
    held = connection.execute(select(table.c.row, table.c.raised, table.c.reference).where(table.c.body == body)).all()
    chosen = [row.row for row in held if keys is None or row.raised in keys[0] or plain_item(row.reference) in keys[1]]
    found: dict[str, tuple[int, Any]] = {}
    for start in range(0, len(chosen), MANY):
        part = chosen[start : start + MANY]
        printed: defaultdict[int, list[tuple[int | None, int | None]]] = defaultdict(list)
        query = select(entries.c.thread, entries.c.action, entries.c.log).where(entries.c.thread.in_(part))
        for row in connection.execute(query.order_by(entries.c.thread, entries.c.position)):
            printed[row.thread].append((row.action, row.log))
        for row in connection.execute(select(table).where(table.c.row.in_(part))):
            values = tuple(plain(row._mapping[name]) for name in FIELDS)
            found[row.address] = row.row, (values, tuple(printed[row.row]))
    return found


def _save(connection: Connection, row: dict[str, Any], places: Iterable[tuple[int | None, int | None]]) -> None:
    key = connection.execute(insert(schema.threads).values(row)).inserted_primary_key
    numbered = [
        {"thread": key[0] if key else 0, "position": position, "action": action, "log": log}
        for position, (action, log) in enumerate(places)
    ]
    connection.execute(insert(schema.thread_entries), numbered)
