"""What of the uploads is in the libraries, and what of them a new one would replace. Only the worker looks there."""

from __future__ import annotations

from collections.abc import Collection

from api.settings import Settings
from api.staff.given import COLLECTIONS
from search.apart import versions
from search.engine import there
from search.library import Library
from search.model import Older, StoredDocument, Upload
from search.service import uploads
from search.service.service import Service

KEY = "upload:"  # a document's path where it came from no folder


def documents(settings: Settings, collection: str) -> list[StoredDocument]:
    """The documents of a collection, none where there is no library yet. Raises LibraryUnusable."""
    folder = settings.folder(collection)
    if not there(folder):
        return []
    with Library.open(folder, write=False) as library:
        return library.documents()


def older(settings: Settings, upload: Upload) -> tuple[Older, ...]:
    """The documents that publishing an upload would replace, one of a collection at most."""
    out = []
    for collection in COLLECTIONS:
        held = documents(settings, collection)
        found = namesake(held, upload)
        if found:
            same = tuple(sorted(versions(held, {found.id}) - {found.id}))
            out.append(Older(collection, found.id, found.name, found.added, same))
    return tuple(out)


def namesake(held: list[StoredDocument], upload: Upload) -> StoredDocument | None:
    """The current document that an upload is a new version of: handed in under its name, else the only one so named."""
    same = [one for one in held if one.status == "current" and one.name == upload.name and one.id != upload.id]
    handed = [one for one in same if one.path == f"{KEY}{upload.name}"]
    return handed[0] if handed else same[0] if len(same) == 1 else None


def key_of(held: list[StoredDocument], upload: Upload, beside: bool, keeps: Collection[str] = ()) -> str:
    """The path under which an upload is published among the documents of a collection.

    It keeps the one that it has, or takes that of the document it replaces; beside that one it has one of its own. A
    document of keeps is replaced in no case, nor is another version of it.
    """
    own = next((one for one in held if one.id == upload.id and one.status == "current"), None)
    if own:
        return own.path
    kept = versions(held, keeps)
    replaced = None if beside else namesake([one for one in held if one.id not in kept], upload)
    if replaced:
        return replaced.path
    return f"{KEY}{upload.sha256}" if beside or any(one.name == upload.name for one in held) else f"{KEY}{upload.name}"


def settle(settings: Settings, service: Service) -> None:
    """Write down of every upload where it is published, as the libraries have it."""
    held = {collection: {one.id: one for one in documents(settings, collection)} for collection in COLLECTIONS}
    with service.change() as connection:
        for upload in uploads.every(connection):
            there = {name: found[upload.id].status for name, found in held.items() if upload.id in found}
            current = [name for name, status in there.items() if status == "current"]
            known = upload.collection if upload.collection in (current or there) else ""
            collection = known or next(iter(current or there), "")
            plain = upload.state if upload.state in ("unread", "failed") else "read"
            state = "published" if current else "superseded" if there else plain
            if (state, collection) != (upload.state, upload.collection):
                uploads.settle(connection, upload.id, state, collection, upload.reason)
