"""Why there is no answer: what was searched, what comes nearest, and a record that says the opposite."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from ingest.model import long_date
from search import rows
from search.answers.model import Statement
from search.model import Coverage, Hit, Reason, Refused
from search.registers.meetings import meeting_lines
from search.registers.wanted import Wanted
from search.understand.query import Constraint, Query

NEAREST = 3  # passages that are shown as coming nearest
BODIES = 8  # bodies that are named


def refuse(
    connection: Connection,
    query: Query,
    reason: Reason,
    hits: Sequence[Hit],
    contrary: tuple[Statement, ...] = (),
    explained: str = "",
) -> Refused:
    """A refusal with what was searched and the first of the hits as the passages that come nearest.

    explained is put into words from the reason where it is not given.
    """
    coverage = rows.coverage(connection)
    if reason == "nothing_found" and not coverage.passages:
        reason = "empty_library"
    said = explained or _explained(reason, coverage)
    return Refused(query.text, reason, coverage, tuple(hits[:NEAREST]), contrary, said)


def outside(connection: Connection, query: Query, hits: Sequence[Hit] = ()) -> Refused | None:
    """A refusal where the question asks of a period or a body that the library has nothing of, else None."""
    missing = [one for kind in ("period", "body") for one in query.of(kind) if one.source and not one.held]
    if not missing:
        return None
    coverage = rows.coverage(connection)
    said = f"{_searched(coverage)}; nothing {_of(connection, query, missing[0])}."
    return refuse(connection, query, "outside_coverage", hits, explained=said)


def _searched(coverage: Coverage) -> str:
    """What was searched: "14 meetings from 9 May 2024 to 13 March 2025"."""
    if not coverage.meetings:
        return (
            f"{coverage.documents:,} {'document' if coverage.documents == 1 else 'documents'} without a dated meeting"
        )
    count = f"{coverage.meetings:,} {'meeting' if coverage.meetings == 1 else 'meetings'}"
    if coverage.first == coverage.last:
        return f"{count} of {long_date(coverage.first)}"
    return f"{count} from {long_date(coverage.first)} to {long_date(coverage.last)}"


def _of(connection: Connection, query: Query, missing: Constraint) -> str:
    """What there is nothing of, with what there is in its place."""
    if missing.kind == "body":
        held = dict.fromkeys(line.citation.body for line in meeting_lines(connection, Wanted()).entries)
        named = [body for body in held if body][:BODIES]
        return f"of {missing.printed}" + (f" (those here are of {', '.join(named)})" if named else "")
    body = next((one.value for one in query.of("body") if one.source and one.held), "")
    return f"of {body} from {missing.value}" if body else f"from {missing.value}"


def _explained(reason: Reason, coverage: Coverage) -> str:
    searched = _searched(coverage)
    return {
        "nothing_found": f"Nothing was found in {searched}.",
        "empty_library": "This library holds no documents yet.",
        "outside_coverage": f"What is here is of {searched}.",
        "not_recorded": f"The papers here do not record it. Searched: {searched}.",
        "false_premise": "The record says otherwise.",
    }[reason]
