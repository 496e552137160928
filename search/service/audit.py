"""The audit log as rows: added in their caller's transaction, tied together by hashes, and checked."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, select

from search.service.access import Deed, Entry
from search.service.access_tables import audit
from search.service.service import now
from search.words import whole

FORM = "0002"  # of service.db, from which on there is a log
START = "0" * 64  # what stands before the first line
LONGEST = 500  # characters of any part of a line
FIELDS = tuple(Entry.__slots__)
SEQUENCE = "SELECT seq FROM sqlite_sequence WHERE name = 'audit'"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking the log found: how many lines, the hash of the last, and what is wrong, "" for nothing."""

    lines: int
    head: str
    fault: str

    @property
    def advice(self) -> str:
        """What to do where something is wrong, else ""."""
        return "find out who could write service.db; compare with a backup or an export" if self.fault else ""


def record(connection: Connection, who: str, name: str, deed: Deed, about: str = "", detail: str = "") -> None:
    """Add one line."""
    last = connection.execute(select(audit.c.id, audit.c.hash).order_by(audit.c.id.desc()).limit(1)).first()
    number, before = (int(last.id) + 1, str(last.hash)) if last else (1, START)
    said = [whole(part)[:LONGEST] for part in (who, name, deed, about, detail)]
    entry = {"id": number, "at": now(), **dict(zip(("who", "name", "deed", "about", "detail"), said, strict=True))}
    connection.execute(insert(audit).values(entry | {"before": before, "hash": _hash(entry | {"before": before})}))


def entries(connection: Connection, since: str = "") -> Iterator[Entry]:
    """The lines from an ISO time on, oldest first."""
    query = select(*(audit.c[name] for name in FIELDS)).where(audit.c.at >= since).order_by(audit.c.id)
    return (Entry(*row) for row in connection.execute(query))


def verify(connection: Connection, head: str = "") -> Verdict:
    """Check every line's hash, its tie to the line before, its number, and that none was taken from the end.

    head is the hash of a line as it was noted elsewhere: the log must still hold it. Whoever can write the file can
    write a whole new log; only a hash noted elsewhere tells that.
    """
    before, lines, held = START, 0, head in ("", START)
    for entry in entries(connection):
        lines += 1
        if entry.id != lines:
            return Verdict(lines - 1, before, f"line {lines} is missing")
        kept = asdict(entry)
        if entry.before != before or kept.pop("hash") != _hash(kept):
            return Verdict(lines - 1, before, f"line {lines} is not as it was written")
        before = entry.hash
        held = held or before == head
    written = int(connection.exec_driver_sql(SEQUENCE).scalar() or 0)
    if written != lines:
        return Verdict(lines, before, f"{written} lines were written and {lines} are there")
    return Verdict(lines, before, "" if held else "the line with that hash is not there")


def _hash(entry: Mapping[str, object]) -> str:
    """The SHA-256 of a line without its own hash, as JSON with its names in order."""
    return hashlib.sha256(json.dumps(entry, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
