"""Corrections as rows, by the hash of the file that they are about. Each function runs in its caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, insert, select, update

from ingest.model import Correction
from search.service.model import KeptCorrection
from search.service.service import now
from search.service.tables import corrections
from search.words import whole

FIELDS = tuple(Correction.__slots__)
PLACE = ("field", "body", "date", "item", "title")  # one correction holds for one place


def held(connection: Connection, sha256: str) -> tuple[KeptCorrection, ...]:
    """The corrections of a file that hold, in the order they were made."""
    query = select(corrections).where(corrections.c.sha256 == sha256, corrections.c.ended == "")
    rows = connection.execute(query.order_by(corrections.c.id))
    return tuple(
        KeptCorrection(row.id, row.sha256, Correction(**{name: row._mapping[name] for name in FIELDS})) for row in rows
    )


def keep(connection: Connection, sha256: str, correction: Correction) -> None:
    """Write down a correction; the one that held for the same place ends."""
    row = {name: whole(getattr(correction, name)) for name in FIELDS} | {"when": now()}
    same = [corrections.c[name] == row[name] for name in PLACE]
    _end(connection, [*same, corrections.c.sha256 == sha256], row["who"])
    connection.execute(insert(corrections).values(row | {"sha256": sha256, "ended": "", "ended_by": ""}))


def take_back(connection: Connection, sha256: str, number: int, who: str) -> int:
    """End the correction of this number; 0 where the file has none that holds, else 1."""
    return _end(connection, [corrections.c.id == number, corrections.c.sha256 == sha256], who)


def take_all_back(connection: Connection, sha256: str, who: str) -> None:
    """End every correction of a file."""
    _end(connection, [corrections.c.sha256 == sha256], who)


def disallow(connection: Connection, sha256: str, who: str) -> int:
    """End what says that a file may be public, and let no word of the file stand in what was said of who may see it.

    How many ended. That it is to be restricted holds on.
    """
    seen = (corrections.c.sha256 == sha256, corrections.c.field == "visibility")
    ended = _end(connection, [*seen, corrections.c.corrected == "public"], who)
    connection.execute(update(corrections).where(*seen).values(printed=""))
    return ended


def _end(connection: Connection, where: Sequence[ColumnElement[bool]], who: str) -> int:
    query = update(corrections).where(*where, corrections.c.ended == "")
    return connection.execute(query.values(ended=now(), ended_by=whole(who))).rowcount
