"""minutebook move."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import CollectionName, LibraryFolder, opened, say, settings
from api.errors import UnusableArgument

STEP = 10_000  # passages between two lines of progress


def move(
    to_milvus: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Milvus server, or folder for Milvus Lite. [default: MINUTEBOOK_MILVUS]"),
    ] = None,
    to_postgresql: Annotated[
        str | None,
        typer.Option(metavar="ADDRESS", help="Database of PostgreSQL: postgresql+psycopg://ROLE@HOST/DATABASE"),
    ] = None,
    library: LibraryFolder = None,
    collection: CollectionName = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing on the way.")] = False,
) -> None:
    """Move the library's database to PostgreSQL, or have its passages found by Milvus; both can be done again.

    For Milvus a new collection is filled and takes the old one's place.
    """
    from api.distant import server
    from search.library import Library
    from search.lock import sole_writer
    from search.milvus.move import move as moved

    chosen = settings(library=library, collection=collection, milvus=to_milvus)
    if to_postgresql:
        _catalogue(chosen.folder(chosen.collection), to_postgresql)
        if to_milvus is None:
            return
    there = server(chosen, chosen.collection)
    if there is None:
        raise UnusableArgument("--to-milvus: name the address of a Milvus server, here or in MINUTEBOOK_MILVUS")
    folder = chosen.folder(chosen.collection)
    opened(chosen).close()  # a mistyped folder is reported, not made

    def progress(done: int, of: int) -> None:
        if not quiet and (done % STEP == 0 or done == of):
            say(f"{done:,} of {of:,} passages")

    with sole_writer(folder), Library.open(folder, write=True) as found:
        made = moved(found, there, progress)
    if not made.passages:
        print("the library is empty; its collection is made with the first document")
        return
    print(f"{made.passages:,} passages in the library, {made.there:,} in {made.collection} at {there.address}")
    if not settings().milvus:
        say(f"set MINUTEBOOK_MILVUS to {chosen.milvus}, for every process that reads or changes the library")


def _catalogue(folder: Path, address: str) -> None:
    from search.moving import move as moved

    done = moved(folder, address)
    held = f"{done.documents:,} documents, {done.passages:,} passages, {done.rows:,} rows of all tables"
    print(f"{held}, {'there already' if done.again else 'moved and compared'}")
    if not done.again:
        say(f"{folder}/library.db is not used any more; delete it with its -wal and -shm when you are sure")
