"""minutebook documents and minutebook remove."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import CollectionName, Json, LibraryFolder, opened, say, settings


def documents(library: LibraryFolder = None, collection: CollectionName = None, as_json: Json = False) -> None:
    """List what the library holds, older versions among it."""
    from api.shape import as_json as text
    from api.shape import document_fields

    with opened(settings(library=library, collection=collection), "documents") as found:
        held = found.documents()
    if as_json:
        print(text([document_fields(document) for document in held], indent=2))
        return
    for document in held:
        state = f"  superseded by {document.replaced_by}" if document.status == "superseded" else ""
        print(f"{document.id}  {document.pages:>5} pages  {document.passages:>6} passages  {document.name}{state}")
    if not held:
        print("the library is empty; add papers with `minutebook ingest`")


def remove(
    names: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Ids, as `documents` lists them.")],
    library: LibraryFolder = None,
    collection: CollectionName = None,
) -> None:
    """Take documents out of the library whole, each with all that was read from it, and off the desk of staff."""
    from api.distant import follower
    from api.identity.operator import logged
    from api.staff.forgotten import forget
    from search import erase
    from search.add import remove as take_out
    from search.errors import UnknownDocument
    from search.library import Library
    from search.lock import sole_writer
    from search.restore import set_aside

    chosen = settings(library=library, collection=collection)
    folder = chosen.folder(chosen.collection)
    opened(chosen).close()  # a mistyped folder is reported, not made
    follow = follower(chosen, chosen.collection)
    with sole_writer(folder), Library.open(folder, write=True, follow=follow) as found:
        known = {document.id for document in found.documents()}
        for name in names:
            if name not in known:
                raise UnknownDocument(folder, name)
        gone = []
        for name in dict.fromkeys(names):
            gone.append(take_out(found, name))
            print(f"removed {name}  {gone[-1].name}")
            logged(chosen.library, "remove", [name], chosen.collection)
        forget(chosen, gone)
        with found.read() as connection:
            due = erase.due(connection)
    if due:
        say(f"{folder}: held open by a reader, so its log still holds words of them; the next change erases those")
    for aside in set_aside(chosen.library):
        say(f"{aside}: was set aside by `restore --replace` and may hold them still; delete it when it is not wanted")
