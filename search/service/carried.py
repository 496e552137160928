"""What service data that are put back take over from those that they replace: nobody is let in by going back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Row, select, update
from sqlalchemy.dialects.sqlite import insert

from search import engine, migrate
from search.errors import LibraryError
from search.library import explained
from search.service import audit
from search.service.access_tables import audit as log
from search.service.access_tables import keys, shut_out
from search.service.service import DATABASE, now

NOTHING = "in place of no log"
REPLACED = "in place of a log of {:,} lines whose last hash is {}"
UNREAD = "in place of a log that cannot be read"


@dataclass(frozen=True, slots=True)
class Carried:
    """What was taken over: how many people stay shut out of a document, how many keys stay revoked, the old log.

    lines and head are those of the log that was replaced, 0 and "" where there was none; fault says why what was there
    could not be read, "" where it could.
    """

    shut: int = 0
    revoked: int = 0
    lines: int = 0
    head: str = ""
    fault: str = ""

    @property
    def log(self) -> str:
        """What became of the log that was there, for the first line of the one that goes on."""
        if self.fault:
            return UNREAD
        return REPLACED.format(self.lines, self.head) if self.lines else NOTHING


def carry(folder: Path, connection: Connection) -> Carried:
    """Shut out whoever is shut out in folder's service data, and revoke what is revoked there, in those of connection.

    What is shut out or revoked in these stays so too. Nothing in folder is changed.
    """
    if not (folder / DATABASE).is_file():
        return Carried()
    try:
        shut, revoked, lines, head = _held(folder)
    except LibraryError as error:
        return Carried(fault=str(error))
    more = [
        connection.execute(insert(shut_out).values(row._asdict()).on_conflict_do_nothing()).rowcount for row in shut
    ]
    ended = [
        connection.execute(update(keys).where(keys.c.hash == one, keys.c.revoked == "").values(revoked=now())).rowcount
        for one in revoked
    ]
    return Carried(sum(more), sum(ended), lines, head)


def _held(folder: Path) -> tuple[Sequence[Row[tuple[str, ...]]], list[str], int, str]:
    """Who is shut out in folder, the hashes of revoked keys, and the length and last hash of the log."""
    reader = engine.reading(folder, DATABASE)
    try:
        with explained(folder), reader.begin() as old:
            if migrate.revision(old) < audit.FORM:
                return [], [], 0, ""
            last = old.execute(select(log.c.id, log.c.hash).order_by(log.c.id.desc()).limit(1)).first()
            shut = old.execute(select(shut_out)).all()
            revoked = list(old.scalars(select(keys.c.hash).where(keys.c.revoked != "")))
            return shut, revoked, int(last.id) if last else 0, str(last.hash) if last else ""
    finally:
        reader.dispose()
