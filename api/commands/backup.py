"""minutebook backup."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import LibraryFolder, settings
from api.errors import UnusableArgument


def backup(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="File to write, or a folder to write one in.")],
    library: LibraryFolder = None,
    replace: Annotated[bool, typer.Option("--replace", help="Let it take the place of a file that is there.")] = False,
) -> None:
    """Write everything that the library holds, all collections, to one file, while others read and write."""
    from importlib.metadata import version

    from api.identity.operator import logged
    from search.backup import back_up, filled

    chosen = settings(library=library)
    target = out / f"minutebook-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.tar" if out.is_dir() else out
    if target.exists() and not replace:
        raise UnusableArgument(f"{target}: is there already; name another file, or add --replace")
    if filled(chosen.library):
        logged(chosen.library, "backup", [target.name])
    try:
        made = back_up(chosen.library, target, version("minutebook"))
    except OSError as error:
        raise UnusableArgument(f"{target}: cannot be written ({error.strerror or error}); name another file") from error
    held = "".join(f", {each.documents} documents in {each.collection}" for each in made.libraries)
    print(f"{target}: {target.stat().st_size / 1e6:,.1f} MB{held}, {made.uploads} uploads")
