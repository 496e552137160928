"""An answer's statements as plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from search.answers.model import Statement
from search.citation import Citation


def told(statements: Sequence[Statement]) -> str:
    """The statements in order, after those of one place a line that names it: meeting, item, page and file."""
    return "\n\n".join("\n".join(_told(place, list(held))) for place, held in groupby(statements, heading))


def heading(statement: Statement) -> str:
    """Where a statement was read, in one line: "Board, 16 January 2025, item 7: Leases - page 3 of minutes.pdf"."""
    return where(statement.citation)


def where(cited: Citation) -> str:
    """The same of any citation."""
    sheet = f"{cited.sheet} of {cited.file}"
    return f"{cited.place} - {sheet}" if cited.place != cited.file else f"{cited.file}, {cited.sheet}"


def _told(place: str, statements: Sequence[Statement]) -> Iterator[str]:
    yield from (statement.said for statement in statements)
    yield f"({place})"
