"""Votes and questions without an answer as rows, counted by day. Each function runs in its caller's transaction."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, Table, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from search.service.masked import masked
from search.service.model import PageKind, Unanswered, Voted
from search.service.tables import unanswered, votes
from search.words import whole

MOST = 5000  # rows of one day and table; what comes on top is not kept, so that nobody can fill the disk
SHOWN = 500  # rows of a list


def today() -> date:
    """The day, in UTC."""
    return datetime.now(UTC).date()


def vote(connection: Connection, day: date, kind: PageKind, about: str, useful: bool) -> None:
    """Count one vote; about is masked."""
    row: dict[str, str | int] = {
        "day": day.isoformat(),
        "kind": kind,
        "about": whole(masked(about)),
        "useful": int(useful),
    }
    _count(connection, votes, row)


def missed(connection: Connection, day: date, question: str, reason: str) -> None:
    """Count one question that found nothing, masked and in small letters, so that it is counted as one."""
    text = whole(masked(question.casefold()))
    _count(connection, unanswered, {"day": day.isoformat(), "question": text, "reason": reason})


def purge(connection: Connection, day: date, days: int) -> None:
    """Forget what is more than so many days older than day."""
    first = (day - timedelta(days=days)).isoformat()
    for table in (votes, unanswered):
        connection.execute(delete(table).where(table.c.day <= first))


def every_miss(connection: Connection) -> tuple[Unanswered, ...]:
    """The questions that found nothing, newest day first, the most asked of a day first; at most 500."""
    table = unanswered
    query = select(table).order_by(table.c.day.desc(), table.c["count"].desc(), table.c.question).limit(SHOWN)
    return tuple(Unanswered(**row) for row in connection.execute(query).mappings())


def every_vote(connection: Connection) -> tuple[Voted, ...]:
    """What was voted on, newest day first; at most 500."""
    table = votes
    yes = func.sum(table.c["count"]).filter(table.c.useful == 1)
    no = func.sum(table.c["count"]).filter(table.c.useful == 0)
    query = (
        select(table.c.day, table.c.kind, table.c.about, func.coalesce(yes, 0), func.coalesce(no, 0))
        .group_by(table.c.day, table.c.kind, table.c.about)
        .order_by(table.c.day.desc(), table.c.kind, table.c.about)
        .limit(SHOWN)
    )
    return tuple(Voted(*row) for row in connection.execute(query))


def _count(connection: Connection, table: Table, row: dict[str, str | int]) -> None:
    """Add one to the row, or write it where the day has room for another."""
    same = [table.c[name] == value for name, value in row.items()]
    known = connection.execute(select(table.c["count"]).where(*same)).first()
    if not known and (connection.scalar(select(func.count()).where(table.c.day == row["day"])) or 0) >= MOST:
        return
    made = insert(table).values(row | {"count": 1})
    connection.execute(made.on_conflict_do_update(index_elements=list(row), set_={"count": table.c["count"] + 1}))
