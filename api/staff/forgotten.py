"""Uploads whose documents were taken out of a library by command: they leave the desk as well."""

from __future__ import annotations

from collections.abc import Collection

from api.settings import Settings
from api.staff.desk import folder
from api.staff.given import COLLECTIONS
from api.staff.published import documents
from search.service import uploads
from search.service.service import DATABASE, Service


def forget(settings: Settings, documents_out: Collection[str]) -> None:
    """Forget the uploads with these ids that no library holds: file, review, jobs, and corrections that quote them."""
    if not (settings.library / DATABASE).is_file():
        return
    held = {one.id for collection in COLLECTIONS for one in documents(settings, collection)}
    with Service.open(settings.library) as service:
        gone = []
        with service.change() as connection:
            for upload in uploads.every(connection):
                if upload.id in documents_out and upload.id not in held:
                    uploads.forget(connection, upload.id)
                    gone.append(upload.sha256)
        for sha256 in gone:
            (folder(settings) / sha256).unlink(missing_ok=True)
        service.erase()
