"""minutebook bulk."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import LibraryFolder, opened, settings


def bulk(
    out: Annotated[Path, typer.Argument(metavar="OUT", help="Folder to write; what an earlier run left there goes.")],
    library: LibraryFolder = None,
) -> None:
    """Write the registers of the public library as CSV and JSON Lines, with a description, for others to build on."""
    from api.bulk.folder import put
    from api.bulk.held import Held, held, settled
    from api.bulk.made import make
    from api.bulk.publisher import publisher

    chosen = settings(library=library, collection="public")
    with opened(chosen) as found:

        def gathered() -> Held:
            with found.read() as connection:
                return held(connection)

        state, everything = settled(lambda: found.state, gathered)
        made = put(out, lambda folder: make(folder, everything, state, publisher(chosen)))
    rows, size = sum(one.count for one in made.filled), sum(file.size for file in made.files.values())
    print(f"{out}: {len(made.filled)} tables, {rows:,} rows, {size / 1e6:,.1f} MB, state {state}")
