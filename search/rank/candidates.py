"""Passages that may answer, read from the database with all that ranking looks at."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from ingest.model import PassageKind

_ROWS = (
    "SELECT row, document, text, kind, body, date, item, title, presenters, headings, place FROM passages "
    "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One passage. body is as its document prints it; place is body and date in words."""

    row: int
    document: str
    text: str
    kind: PassageKind
    body: str
    date: str
    item: str
    title: str
    presenters: str
    headings: str
    place: str

    @property
    def around(self) -> str:
        """What says where the passage stands: title, headings, people, body and date."""
        return f"{self.title} {self.headings} {self.presenters} {self.place}"


def candidates(connection: Connection, rows: Sequence[int]) -> list[Candidate]:
    """The passages of these rows, in this order."""
    found = {}
    for row in connection.exec_driver_sql(_ROWS, (json.dumps(list(rows)),)):
        fields = [*row]
        fields[8:10] = (" ".join(json.loads(part)) for part in row[8:10])
        found[row[0]] = Candidate(*fields)
    return [found[row] for row in rows if row in found]
