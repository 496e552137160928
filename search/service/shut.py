"""Who is shut out of which document, as rows. Each function runs in its caller's transaction."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from search.service.access import ShutOut
from search.service.access_tables import shut_out
from search.service.service import now
from search.words import whole


def shut(connection: Connection, subject: str, document: str, who: str) -> None:
    """Shut a person out of a document; doing so again changes nothing."""
    row = {"subject": whole(subject), "document": document, "who": whole(who), "since": now()}
    connection.execute(insert(shut_out).values(row).on_conflict_do_nothing())


def let_in(connection: Connection, subject: str, document: str) -> int:
    """Let a person see a document again; 0 where they were not shut out, else 1."""
    same = (shut_out.c.subject == whole(subject), shut_out.c.document == document)
    return connection.execute(delete(shut_out).where(*same)).rowcount


def of(connection: Connection, subject: str) -> frozenset[str]:
    """The ids of the documents that a person is shut out of."""
    query = select(shut_out.c.document).where(shut_out.c.subject == whole(subject))
    return frozenset(connection.scalars(query))


def every(connection: Connection) -> tuple[ShutOut, ...]:
    """All who are shut out, by person."""
    query = select(shut_out).order_by(shut_out.c.subject, shut_out.c.document)
    return tuple(ShutOut(*row) for row in connection.execute(query))
