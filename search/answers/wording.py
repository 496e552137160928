"""An answer's statements as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from search.answers.model import Role, Statement

# What a field is called before its words; a quote needs none where its role is not named here.
NAMES: dict[Role, str] = {
    "presenter": "Presented by",
    "vote": "Vote",
    "state": "Minutes",
    "amended": "Amendment",
    "followed": "Later",
    "recommendation": "Recommended, not decided",
    "attendance": "Attendance",
    "owner": "Owner",
    "due": "Due",
    "status": "Status",
    "column": "Column",
    "period": "For",
    "differs": "Another figure",
    "count": "Found",
    "also": "Also",
    "contrary": "The record says",
}


def told(statements: Sequence[Statement]) -> str:
    """The statements in order, after those of one place a line that names it: meeting, item, page and file."""
    return "\n\n".join("\n".join(_told(place, list(held))) for place, held in groupby(statements, heading))


def heading(statement: Statement) -> str:
    """Where a statement was read, in one line: "Board, 16 January 2025, item 7: Leases - page 3 of minutes.pdf"."""
    cited = statement.citation
    where = f"{cited.place} - {cited.sheet} of {cited.file}"
    return where if cited.place != cited.file else f"{cited.file}, {cited.sheet}"


def said(statement: Statement) -> str:
    """One statement in words: a field or a quote with its name before it; cells of a row are set apart by a bar."""
    text = statement.text.replace("\t", " | ")
    name = NAMES.get(statement.role)
    return f"{name}: {text}" if name else text


def _told(place: str, statements: Sequence[Statement]) -> Iterator[str]:
    yield from map(said, statements)
    yield f"({place})"
