"""minutebook restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import LibraryFolder, say, settings
from api.errors import UnusableArgument


def restore(
    backup: Annotated[Path, typer.Argument(metavar="IN", help="A file that `backup` wrote.")],
    library: LibraryFolder = None,
    replace: Annotated[bool, typer.Option("--replace", help="Set aside what is in the folder of the library.")] = False,
) -> None:
    """Check a backup whole, then put it into the folder of the library. Stop the server before."""
    from search.restore import restore as put_back

    chosen = settings(library=library)
    if not backup.is_file():
        raise UnusableArgument(f"{backup}: there is no such file; name a file that `minutebook backup` wrote")
    try:
        made, aside = put_back(backup, chosen.library, replace)
    except OSError as error:
        reason = f"cannot be written ({error.strerror or error}); make room or change its rights"
        raise UnusableArgument(f"{chosen.library}: {reason}") from error
    for each in made.libraries:
        print(f"{each.collection}: {each.documents} documents, change {each.generation}, as of {made.made}")
    print(f"{made.uploads} uploads")
    if aside:
        say(f"what was there is in {aside}; delete it when nothing of it is wanted any more")
