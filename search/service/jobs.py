"""Jobs as rows: one worker takes them in the order they were made. Each function runs in its caller's transaction."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from search.service.model import Job, JobKind, JobState
from search.service.service import now
from search.service.tables import jobs
from search.words import whole

ATTEMPTS = 3  # how often a job is begun before it is given up
GIVEN_UP = f"the worker ended in the middle of it {ATTEMPTS} times; look at its log, and try a copy of the file"
NOUN = tuple(name for name in Job.__slots__)


def enqueue(
    connection: Connection,
    upload: str,
    kind: JobKind,
    who: str,
    collection: str = "",
    beside: bool = False,
    keeps: Collection[str] = (),
) -> Job:
    """A job at the end of the queue; one that waits there already with the same words is not made twice.

    beside says that it replaces no document of the same name, keeps are the ids of those that it replaces in no case.
    """
    kept = " ".join(sorted(keeps))
    same = select(jobs).where(
        jobs.c.upload == upload, jobs.c.kind == kind, jobs.c.collection == collection, jobs.c.state == "waiting"
    )
    found = connection.execute(same.where(jobs.c.beside == int(beside), jobs.c.keeps == kept)).first()
    if found:
        return _job(found)
    row = {"upload": upload, "kind": kind, "collection": collection, "beside": int(beside), "who": whole(who)}
    blank = {"state": "waiting", "attempts": 0, "pages": 0, "passages": 0, "done": 0}
    texts = {"stage": "", "reason": "", "made": now(), "begun": "", "ended": ""}
    made = connection.execute(insert(jobs).values(row | blank | texts | {"keeps": kept}))
    number = made.inserted_primary_key[0] if made.inserted_primary_key else 0
    return _job(connection.execute(select(jobs).where(jobs.c.id == number)).one())


def claim(connection: Connection) -> Job | None:
    """The job that has waited longest, now running; None where none waits."""
    row = connection.execute(select(jobs).where(jobs.c.state == "waiting").order_by(jobs.c.id).limit(1)).first()
    if row is None:
        return None
    values = {"state": "running", "attempts": row.attempts + 1, "begun": now(), "reason": "", "stage": "beginning"}
    connection.execute(update(jobs).where(jobs.c.id == row.id).values(values | {"done": 0}))
    return _job(connection.execute(select(jobs).where(jobs.c.id == row.id)).one())


def recover(connection: Connection) -> list[Job]:
    """Put back what a worker that ended left running; what was begun too often fails, and is returned."""
    left = [_job(row) for row in connection.execute(select(jobs).where(jobs.c.state == "running"))]
    over = [job for job in left if job.attempts >= ATTEMPTS]
    for job in left:
        if job in over:
            end(connection, job.id, "failed", GIVEN_UP)
        else:
            release(connection, job.id, job.attempts, "waiting to be taken up again")
    return over


def release(connection: Connection, job: int, attempts: int, stage: str) -> None:
    """Put a job back where it was in the queue."""
    values = {"state": "waiting", "attempts": attempts, "stage": stage}
    connection.execute(update(jobs).where(jobs.c.id == job).values(values))


def progress(connection: Connection, job: int, **values: str | int) -> None:
    """Write down how far a job has come: stage, pages, passages, done."""
    connection.execute(update(jobs).where(jobs.c.id == job).values(values))


def end(connection: Connection, job: int, state: JobState, reason: str = "") -> None:
    """Write down that a job is done or has failed, and why."""
    values = {"state": state, "reason": whole(reason), "ended": now(), "stage": ""}
    connection.execute(update(jobs).where(jobs.c.id == job).values(values))


def cancel(connection: Connection, upload: str, kind: JobKind) -> int:
    """Take the waiting jobs of a kind out of the queue; how many there were."""
    waiting = (jobs.c.upload == upload, jobs.c.kind == kind, jobs.c.state == "waiting")
    return connection.execute(delete(jobs).where(*waiting)).rowcount


def pending(connection: Connection) -> tuple[Job, ...]:
    """The jobs that run or wait, those that run first."""
    query = select(jobs).where(jobs.c.state.in_(("waiting", "running"))).order_by(jobs.c.state, jobs.c.id)
    return tuple(_job(row) for row in connection.execute(query))


def sparing(connection: Connection, job: int) -> tuple[bool, frozenset[str]]:
    """Whether a job replaces no document of the same name, and the ids of those that it replaces in no case."""
    row = connection.execute(select(jobs.c.beside, jobs.c.keeps).where(jobs.c.id == job)).one()
    return bool(row.beside), frozenset(row.keeps.split())


def _job(row: Row[tuple[object, ...]]) -> Job:
    fields = row._mapping
    return Job(**{name: fields[name] for name in NOUN})


def counted(connection: Connection) -> dict[tuple[str, str], int]:
    """How many jobs there are, by kind and state."""
    query = select(jobs.c.kind, jobs.c.state, func.count()).group_by(jobs.c.kind, jobs.c.state)
    return {(kind, state): count for kind, state, count in connection.execute(query)}
