"""What goes with documents that are taken out of a library by command: uploads, and that they may be public."""

from __future__ import annotations

from collections.abc import Collection

from api.identity.operator import operator
from api.settings import Settings
from api.staff.desk import folder
from api.staff.given import COLLECTIONS
from api.staff.published import documents
from search.model import StoredDocument
from search.service import kept, uploads
from search.service.service import DATABASE, Service


def forget(settings: Settings, removed: Collection[StoredDocument]) -> None:
    """Forget what is kept of documents that no library holds any more, handed in by staff or not.

    That is an upload's file, review and jobs, the corrections that quote it, and that somebody said that it may be
    public: whoever hands it in again is asked again.
    """
    if not (settings.library / DATABASE).is_file():
        return
    held = {one.id for collection in COLLECTIONS for one in documents(settings, collection)}
    out = {one.id: one.sha256 for one in removed if one.id not in held}
    with Service.open(settings.library) as service:
        gone = []
        with service.change() as connection:
            for upload in uploads.every(connection):
                if upload.id in out:
                    uploads.forget(connection, upload.id)
                    gone.append(upload.sha256)
            for sha256 in out.values():
                kept.disallow(connection, sha256, operator())
        for sha256 in gone:
            (folder(settings) / sha256).unlink(missing_ok=True)
        service.erase()
