"""minutebook restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import LibraryFolder, say, settings
from api.errors import UnusableArgument

UNREAD = "who was shut out and which keys were revoked since the backup is lost: see `shutout` and `keys list`"


def restore(
    backup: Annotated[Path, typer.Argument(metavar="IN", help="A file that `backup` wrote.")],
    library: LibraryFolder = None,
    replace: Annotated[bool, typer.Option("--replace", help="Set aside what is in the folder of the library.")] = False,
) -> None:
    """Check a backup whole, then put it into the folder of the library. Stop the server before."""
    from api.identity.operator import operator
    from search.restore import restore as put_back

    chosen = settings(library=library)
    if not backup.is_file():
        raise UnusableArgument(f"{backup}: there is no such file; name a file that `minutebook backup` wrote")
    try:
        done = put_back(backup, chosen.library, replace, operator())
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error}); make room or change its rights"
        raise UnusableArgument(f"{chosen.library}: {reason}") from error
    made, kept = done.manifest, done.carried
    for each in made.libraries:
        print(f"{each.collection}: {each.documents} documents, change {each.generation}, as of {made.made}")
    print(f"{made.uploads} uploads")
    if kept.shut or kept.revoked:
        print(f"taken over from what was there: {kept.shut} shut out of a document, {kept.revoked} keys revoked")
    if kept.fault:
        say(f"{UNREAD} ({kept.fault})")
    if done.aside:
        say(f"what was there is in {done.aside}; delete it when nothing of it is wanted any more")
