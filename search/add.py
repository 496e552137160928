"""Documents into and out of a library, each change in one transaction."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from ingest.model import READER, Correction, Reading, digest
from search import erase, files, rows, store, store_facts, vectors
from search.address import content_hash, document_id
from search.embed import Model, embedded
from search.errors import AddressTaken, ModelMismatch, UnknownDocument
from search.late import pack
from search.library import Library
from search.links.derive import derive
from search.links.touch import touch
from search.model import StoredDocument
from search.vectors import Made, Unembedded


def find_unchanged(
    library: Library, path: str, sha256: str, corrections: Sequence[Correction] = ()
) -> StoredDocument | None:
    """The current document with these bytes, where nothing is to be done for the file at path; else None.

    A document whose facts were made by an older reading, or with other corrections, is to be read again.

    Its own path differs from path where the same bytes came from there first: no second copy is kept.
    """
    with library.read() as connection:
        same = rows.documents(connection, sha256=sha256, status="current")
        others = rows.documents(connection, path=path, status="current")
        reader, given = rows.read_with(connection, same[0].id) if same else (0, "")
    old = reader < READER or given != digest(corrections)
    if not same or old or any(other.sha256 != sha256 for other in others):
        return None
    return same[0]


def known(library: Library, document: str) -> StoredDocument:
    """The document with this id, current or superseded. Raises UnknownDocument."""
    with library.read() as connection:
        return _known(library.folder, connection, document)


def check_model(library: Library, name: str) -> None:
    """Raise ModelMismatch where the library's vectors are of another model than the one of this name."""
    made = library.model
    if made and made != name:
        raise ModelMismatch(library.folder, made, name)


def plan(library: Library, reading: Reading, model: Model) -> dict[str, Unembedded]:
    """The texts of a reading that have no vector yet, by their content hash.

    Raises ModelMismatch where the library was made with another model.
    """
    texts = {content_hash(passage.indexed): vectors.unembedded(passage) for passage in reading.passages}
    return missing(library, texts, model)


def missing(library: Library, texts: Mapping[str, Unembedded], model: Model) -> dict[str, Unembedded]:
    """Those of the texts, by their content hash, that have no vector yet. Raises ModelMismatch."""
    with library.read() as connection:
        _check_model(library.folder, connection, model)
        there = vectors.known(connection, model.name, texts)
    return {key: text for key, text in texts.items() if key not in there}


def embed(
    model: Model, texts: Mapping[str, Unembedded], progress: Callable[[int], None] = lambda done: None
) -> dict[str, Made]:
    """The vectors of what plan gave, by content hash; progress is told how many are done."""
    keys, wanted = list(texts), list(texts.values())
    made: dict[str, Made] = {}
    for place, encoded in embedded(model, [one.text for one in wanted], progress):
        made[keys[place]] = Made(encoded.vector, pack(encoded, wanted[place].before))
    return made


def add(
    library: Library,
    reading: Reading,
    content: bytes,
    path: str,
    made: Mapping[str, Made],
    model: Model,
    replaces: str | None = None,
) -> StoredDocument:
    """Store one document and make it the current one at path, in one transaction.

    made holds the vectors that plan asked for. The document that stood at path, and the one named by replaces, give way
    to it. Bytes that are in the library already are not stored twice. Raises ModelMismatch, UnknownDocument, and
    AddressTaken where its id is another document's.
    """
    source = reading.document.source
    sha256 = hashlib.sha256(content).hexdigest()
    if sha256 != source.sha256:
        raise ValueError(f"{source.name}: the bytes are not those that were read")
    document = document_id(sha256)
    labels = {page.number: page.label for page in reading.document.pages}
    with library.change() as connection:
        _check_model(library.folder, connection, model)
        older = _older(library.folder, connection, document, path, replaces)
        before = rows.documents(connection, id=document)
        if before and before[0].sha256 != sha256:
            raise AddressTaken(library.folder, source.name, document, before[0].name)
        if before and before[0].status == "current":
            store.hide(connection, document)
        touched = touch(connection, {document, *older})
        for other in older:
            store.supersede(connection, other, document)
        stored = _described(reading, document, path, before)
        store.save_document(connection, stored, reading.corrections)
        store.save_pages(connection, document, reading.document.pages)
        vectors.save(connection, model.name, made)
        store.save_passages(connection, document, reading.passages, labels)
        store_facts.save_facts(connection, document, reading)
        derive(connection, touched | touch(connection, {document}))
        vectors.check(connection, model.name, document)
        store.save_value(connection, "model", model.name)
        store.save_value(connection, "dimensions", str(model.dimensions))
        store.count_change(connection)
        files.keep(library.folder, sha256, content)
    return stored


def remove(library: Library, document: str) -> StoredDocument:
    """Take one document out whole: its text, vectors, addresses and stored copy. Raises UnknownDocument.

    Its words are erased from the library's files too; where readers hold one open for seconds, the next change does it.
    Versions that it replaced stay superseded, and name the version after it where there is one.
    """
    with library.change() as connection:
        found = _known(library.folder, connection, document)
        if found.status == "current":
            store.hide(connection, document)
        store.rename_replacement(connection, document, found.replaced_by)
        touched = touch(connection, {document})
        connection.exec_driver_sql("DELETE FROM documents WHERE id = ?", (document,))
        if found.status == "current":
            derive(connection, touched)
        vectors.forget_unused(connection)
        store.count_change(connection)
        erase.begin(connection)
    files.stored(library.folder, found.sha256).unlink(missing_ok=True)
    library.erase()
    return found


def reindex(library: Library, model: Model, progress: Callable[[int], None] = lambda done: None) -> int:
    """Make every vector again with model, which becomes the library's own; the number of texts embedded.

    Hold the writer lock meanwhile: the embedding is done before the one transaction that stores it.
    """
    with library.read() as connection:
        texts = vectors.texts(connection)
    made = embed(model, {content_hash(one.text): one for one in texts.values()}, progress)
    with library.change() as connection:
        vectors.replace_all(connection, model.name, texts, made)
        store.save_value(connection, "model", model.name)
        store.save_value(connection, "dimensions", str(model.dimensions))
        store.save_value(connection, "vectors", uuid.uuid4().hex)  # of the same model perhaps, but not the same
        store.count_change(connection)
    return len(made)


def _described(reading: Reading, document: str, path: str, before: list[StoredDocument]) -> StoredDocument:
    source = reading.document.source
    kept_path = before[0].path if before and before[0].status == "current" else path
    return StoredDocument(
        id=document,
        name=before[0].name if before and before[0].status == "current" else source.name,
        path=kept_path,
        title=source.title,
        sha256=source.sha256,
        media=source.media,
        pages=len(reading.document.pages),
        passages=len(reading.passages),
        status="current",
        replaced_by="",
        added=before[0].added if before else datetime.now(UTC).isoformat(timespec="microseconds"),
        warnings=reading.document.warnings,
    )


def _older(folder: Path, connection: Connection, document: str, path: str, replaces: str | None) -> set[str]:
    """The current documents that give way: the one at the same path and the one named, or what has replaced that."""
    older = {other.id for other in rows.documents(connection, path=path, status="current")}
    if replaces:
        named = _newest(connection, _known(folder, connection, replaces))
        older |= {named.id} if named.status == "current" else set()
    return older - {document}


def _newest(connection: Connection, document: StoredDocument) -> StoredDocument:
    """The last version that followed this one; itself superseded where a later one was removed."""
    seen = {document.id}
    while document.replaced_by not in {"", *seen}:
        seen.add(document.replaced_by)
        after = rows.documents(connection, id=document.replaced_by)
        if not after:
            break
        document = after[0]
    return document


def _known(folder: Path, connection: Connection, document: str) -> StoredDocument:
    found = rows.documents(connection, id=document)
    if not found:
        raise UnknownDocument(folder, document)
    return found[0]


def _check_model(folder: Path, connection: Connection, model: Model) -> None:
    """Raise ModelMismatch where vectors of another model, or of another size, are in the library."""
    made, size = rows.value(connection, "model"), rows.value(connection, "dimensions")
    if made and made != model.name:
        raise ModelMismatch(folder, made, model.name)
    if size and int(size) != model.dimensions:
        raise ModelMismatch(folder, f"{made} ({size} dimensions)", f"{model.name} ({model.dimensions} dimensions)")
