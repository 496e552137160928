"""Uploads as rows. Every function runs in the transaction that its caller has open."""

from __future__ import annotations

from sqlalchemy import Connection, Row, delete, insert, select, update

from search.address import document_id
from search.service import jobs
from search.service.model import Job, Upload, UploadState
from search.service.service import now
from search.service.tables import corrections, uploads
from search.words import whole

PLAIN = ("id", "name", "sha256", "media", "size", "who", "added", "state", "collection", "reason", "owner")
# What was, or was to be, restricted once stays so when it is withdrawn or could not be published; so does what is
# marked as not for everybody. What everybody can read in the public library is no secret.
CLOSED = """
SELECT id FROM uploads WHERE collection <> 'public' AND (
    collection = 'restricted'
    OR EXISTS (SELECT 1 FROM jobs WHERE upload = uploads.id AND collection = 'restricted')
    OR EXISTS (SELECT 1 FROM corrections WHERE sha256 = uploads.sha256 AND field = 'visibility' AND ended = ''
               AND (corrected = 'restricted' OR printed = 'restricted'))
    OR EXISTS (SELECT 1 FROM json_each(nullif(review, ''), '$.warnings')
               WHERE json_extract(value, '$.kind') = 'marked'))
"""


def every(connection: Connection) -> tuple[Upload, ...]:
    """All uploads, newest first."""
    pending = jobs.pending(connection)
    query = select(*(uploads.c[name] for name in PLAIN)).order_by(uploads.c.added.desc(), uploads.c.id)
    return tuple(_upload(row, pending) for row in connection.execute(query))


def one(connection: Connection, upload: str) -> Upload | None:
    """The upload with this id, None where there is none."""
    query = select(*(uploads.c[name] for name in PLAIN)).where(uploads.c.id == whole(upload))
    row = connection.execute(query).first()
    return _upload(row, jobs.pending(connection)) if row else None


def closed(connection: Connection) -> frozenset[str]:
    """The ids of the uploads that are for those alone who may know of restricted papers."""
    return frozenset(connection.exec_driver_sql(CLOSED).scalars())


def add(connection: Connection, name: str, sha256: str, media: str, size: int, who: str, owner: str = "") -> str:
    """Write down a new upload that nobody has read yet; its id. owner is who the audit log has, "" for nobody known."""
    row = {"id": document_id(sha256), "name": whole(name), "sha256": sha256, "media": media, "size": size}
    blank = {"state": "unread", "collection": "", "reason": "", "review": ""}
    connection.execute(insert(uploads).values(row | blank | {"who": whole(who), "added": now(), "owner": owner}))
    return document_id(sha256)


def settle(connection: Connection, upload: str, state: UploadState, collection: str = "", reason: str = "") -> None:
    """Write down what an upload came to."""
    values = {"state": state, "collection": collection, "reason": whole(reason)}
    connection.execute(update(uploads).where(uploads.c.id == upload).values(values))


def save_review(connection: Connection, upload: str, review: str) -> None:
    """Write down what reading made of an upload, as search.service.reviews packs it."""
    connection.execute(update(uploads).where(uploads.c.id == upload).values(review=whole(review)))


def review(connection: Connection, upload: str) -> str:
    """The packed review of an upload, "" where there is none."""
    return str(connection.scalar(select(uploads.c.review).where(uploads.c.id == whole(upload))) or "")


def forget(connection: Connection, upload: str) -> None:
    """Take out an upload with its jobs and every correction that quotes it."""
    sha256 = select(uploads.c.sha256).where(uploads.c.id == upload).scalar_subquery()
    quoting = (corrections.c.sha256 == sha256, corrections.c.field != "visibility")
    connection.execute(delete(corrections).where(*quoting))
    connection.execute(delete(uploads).where(uploads.c.id == upload))


def hashes(connection: Connection) -> set[str]:
    """The names of the files that uploads own."""
    return set(connection.scalars(select(uploads.c.sha256)))


def _upload(row: Row[tuple[object, ...]], pending: tuple[Job, ...]) -> Upload:
    fields = dict(row._mapping)
    job = next((job for job in pending if job.upload == fields["id"]), None)
    return Upload(**fields, job=job)
