"""Links made again for what a change touches, in the transaction of the change."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import astuple
from typing import Any

from sqlalchemy import Connection, delete, select

from search import schema
from search.links import bodies, follows, loaded, people, resolutions
from search.links.confirmed import confirmations
from search.links.copies import copies
from search.links.rows import replace
from search.links.thread_rows import save_threads
from search.links.touch import BODIES, Touch

LINKS = "3"  # counted up whenever links come to be made otherwise; a library of another count has all made again
TABLES = (*(schema.seats, schema.confirmations, schema.resolutions, schema.follows, schema.copies, schema.threads),)
COVER = 3  # pages of a document, and of minutes, that name the organisation


def derive(connection: Connection, touched: Touch | None = None) -> None:
    """Make the links of what was touched (None for everything) fit what current documents state.

    touched holds what the documents named before the change, and what they name now. Bodies whose names the change
    joins or parts have all their links made again; where it brings another name, which minutes are confirmed is asked
    again for every body, for a decision that names another body confirms nothing.
    """
    before = _named(connection) | {"": ""}
    made = _aliases(connection)
    after = {alias.spelling: alias.name for alias in made if alias.printed} | {"": ""}
    new = replace(connection, schema.aliases, {}, [astuple(alias) for alias in made])
    groups, old = _grouped(after), _grouped(before)
    changed = {
        name
        for name in {*after, *before}
        if (after.get(name), groups.get(after.get(name, ""))) != (before.get(name), old.get(before.get(name, "")))
    }
    whole = {after.get(name, name) for name in (after if touched is None else changed)}
    part = {after.get(name, name) for name in touched.bodies} if touched else set()
    # what changes hands between two bodies leaves the one before it comes to the other
    for gone in {name for one in changed for name in (before.get(one), after.get(one)) if name is not None}:
        for table in TABLES:
            connection.execute(delete(table).where(table.c.body == gone))
    for body in sorted(whole | part):
        spellings, near = groups.get(body, [body]), None if body in whole else touched
        sat = people.seats(body, loaded.sittings(connection, spellings))
        replace(connection, schema.seats, {"body": body}, [(one.row, body, one.key, one.name) for one in sat])
        save_threads(connection, body, spellings, near)
    for body in sorted(set(groups) if new else whole | part):
        if body:  # minutes of nobody in particular approve, resolve and follow nothing
            days = None if body in whole else touched.days if touched and body in part else frozenset[str]()
            _decided(connection, body, groups.get(body, [body]), _others(body, made), days)


def _decided(
    connection: Connection,
    body: str,
    spellings: Sequence[str],
    others: re.Pattern[str] | None,
    days: Collection[str] | None,
) -> None:
    """What became of the decisions of a body: confirmations and follows of all days, the rest of these."""
    known = loaded.meetings(connection, spellings)
    made = loaded.decisions(connection, known, spellings, days)
    approved = confirmations(list(known.values()), made, others, lambda one: loaded.discussion(connection, one))
    of_body = {"body": body}
    rows = [(one.meeting, body, one.decision, one.amendment) for one in approved]
    replace(connection, schema.confirmations, of_body, rows)
    found = follows.follows(
        *(list(known.values()), made, frozenset(one.decision for one in approved)),
        lambda meeting: loaded.decisions_of(connection, meeting),
    )
    followed: list[tuple[Any, ...]] = [(body, one.decision, one.how, one.meeting, one.earlier) for one in found]
    replace(connection, schema.follows, of_body, followed)
    asked = loaded.requests(connection, spellings, days)
    day = {one.row: one.date for one in asked}
    resolved = resolutions.resolutions(asked, made)
    answers = [(one.recommendation, body, day[one.recommendation], one.decision) for one in resolved]
    replace(connection, schema.resolutions, of_body, answers, days)
    when = {one.row: one.meeting.date for one in made}
    again = [(one.decision, body, when[one.decision], one.of) for one in copies(made)]
    there = again if days is None else [row for row in again if row[2] in days]
    replace(connection, schema.copies, of_body, there, days)


def _aliases(connection: Connection) -> list[bodies.Alias]:
    counts: Counter[str] = Counter()
    documents = schema.documents
    for table in BODIES:
        query = select(table.c.body).join(documents).where(documents.c.status == "current", table.c.body != "")
        counts.update(connection.scalars(query if table is schema.meetings else query.distinct()))
    terms = schema.terms
    defined = select(terms.c.short, terms.c.long).join(documents).where(documents.c.status == "current").distinct()
    pairs = [(row.short, row.long) for row in connection.execute(defined)]
    return bodies.aliases(counts, pairs, lambda name, prefix: _together(connection, name, prefix))


def _together(connection: Connection, name: str, prefix: str) -> bool:
    """Whether a document with minutes of the body of this name names the organisation on their first pages."""
    found = connection.exec_driver_sql(
        "SELECT pages.text FROM meetings JOIN documents ON documents.id = meetings.document AND status = 'current' "
        "JOIN pages ON pages.document = meetings.document AND (pages.number <= ? OR pages.number BETWEEN "
        "CAST(json_extract(meetings.span, '$[0]') AS INTEGER) AND "
        "CAST(json_extract(meetings.span, '$[0]') AS INTEGER) + 1) WHERE meetings.body = ? "
        "ORDER BY meetings.row LIMIT 60",
        (COVER, name),
    )
    return any(f" {prefix} " in f" {bodies.folded(row[0][:4000])} " for row in found)


def _others(body: str, aliases: Sequence[bodies.Alias]) -> re.Pattern[str] | None:
    """Finds the full name, or the abbreviation in capitals, of any other body that has a name of several words."""
    own = {alias.alias for alias in aliases if alias.name == body}
    names = {a.spelling for a in aliases if a.name != body and not any(a.alias in mine for mine in own)}
    names = {name for name in names if " " in name or name.isupper()}
    if not names:
        return None
    return re.compile(r"\b(?:" + "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) + r")\b")


def _named(connection: Connection) -> dict[str, str]:
    """The name that each printed name of a body goes by, as stored."""
    table = schema.aliases
    query = select(table.c.spelling, table.c.name).where(table.c.printed == 1)
    return {row.spelling: row.name for row in connection.execute(query)}


def _grouped(names: dict[str, str]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for spelling in sorted(names):
        found[names[spelling]].append(spelling)
    return dict(found)
