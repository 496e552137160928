"""minutebook doctor and minutebook reindex."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import CollectionName, Json, LibraryFolder, ModelName, model, opened, say, settings
from api.errors import NO_LIBRARY


def doctor(
    library: LibraryFolder = None, collection: CollectionName = None, name: ModelName = None, as_json: Json = False
) -> None:
    """Say what is in the library, whether everything in it fits together, and what to do where it does not."""
    from api.checks import checks
    from api.shape import as_json as text

    chosen = settings(library=library, collection=collection, model=name)
    found = checks(chosen)
    if as_json:
        fields = [
            {"check": check.name, "ok": check.ok, "found": check.found, "advice": check.advice} for check in found
        ]
        print(text(fields, indent=2))
    else:
        for check in found:
            print(f"{'ok ' if check.ok else 'BAD'}  {check.name}: {check.found}")
            if check.advice:
                print(f"     {check.advice}")
    if not all(check.ok for check in found):
        raise typer.Exit(NO_LIBRARY)


def reindex(
    library: LibraryFolder = None,
    collection: CollectionName = None,
    name: ModelName = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Say nothing on the way.")] = False,
) -> None:
    """Make every vector again, with the library's own model or with another one."""
    from api.distant import follower
    from search.add import reindex as again
    from search.library import Library
    from search.lock import sole_writer

    chosen = settings(library=library, collection=collection, model=name)
    folder = chosen.folder(chosen.collection)
    opened(chosen).close()  # a mistyped folder is reported, not made
    follow = follower(chosen, chosen.collection)
    with sole_writer(folder), Library.open(folder, write=True, follow=follow) as found:
        made = model(chosen, found)
        total = found.coverage().passages
        count = again(found, made, lambda done: None if quiet else say(f"{done} of about {total} passages"))
        print(f"{count} passages embedded with {made.name}")
