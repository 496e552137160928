"""Why there is no answer: what was searched, what comes nearest, and a record that says the opposite."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection

from ingest.model import long_date
from search import rows
from search.answers.model import Statement
from search.answers.weights import stems
from search.model import Coverage, Hit, Reason, Refused
from search.registers.entries import Wanted
from search.registers.meetings import meeting_lines
from search.understand.cues import ACT
from search.understand.query import Constraint, Query

NEAREST = 3  # passages that are shown as coming nearest
BODIES = 8  # bodies that are named
REPORTED = 0.5  # share of the words of the matter that a report of what a body did must hold
DECIDING = "approv|agree|decid|adopt|ratif|endors|support|reject|defer|receiv|review|note|consider"


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
    missing = [one for one in missing if one.kind != "body" or not _reported(query, one, hits)]
    if not missing:
        return None
    coverage = rows.coverage(connection)
    said = f"{searched(coverage)}; nothing {_of(connection, query, missing[0])}."
    return refuse(connection, query, "outside_coverage", hits, explained=said)


def unheard(connection: Connection, query: Query, hits: Sequence[Hit] = ()) -> Refused | None:
    """A refusal where the question names what no paper here holds, else None: an answer would be of something else."""
    if not query.strange:
        return None
    named = " or ".join(f"\u201c{word}\u201d" for word in query.strange)
    said = f"No paper here holds {named}. Searched: {searched(rows.coverage(connection))}."
    return refuse(connection, query, "nothing_found", hits, explained=said)


def _reported(query: Query, body: Constraint, hits: Sequence[Hit]) -> bool:
    """Whether a passage of another body's papers reports what the body did in the matter that is asked about."""
    said = query.words
    for one in (body, *query.of("period")):
        said = said.replace(one.printed, " ")
    asked = stems(re.sub(rf"{ACT.pattern}\w*", " ", said, flags=re.IGNORECASE))
    name = re.sub(r"^the\s+", "", body.value, flags=re.IGNORECASE)
    acted = re.compile(rf"\b{re.escape(name)},? (?:\w+ ){{0,3}}?(?:{DECIDING})", re.IGNORECASE)
    return any(
        acted.search(hit.text) and len(asked & stems(f"{hit.text} {hit.citation.title}")) >= REPORTED * len(asked) > 0
        for hit in hits[:NEAREST]
    )


def searched(coverage: Coverage) -> str:
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
    told = searched(coverage)
    return {
        "nothing_found": f"Nothing was found in {told}.",
        "empty_library": "This library holds no documents yet.",
        "outside_coverage": f"What is here is of {told}.",
        "not_recorded": f"The papers here do not record it. Searched: {told}.",
        "false_premise": "The record says otherwise.",
    }[reason]
