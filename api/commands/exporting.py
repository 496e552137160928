"""minutebook export."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import CollectionName, LibraryFolder, opened, settings
from api.errors import UnusableArgument


def export(
    structure: Annotated[Path, typer.Option(metavar="OUT.json", help="Where meetings, action logs and papers go.")],
    library: LibraryFolder = None,
    collection: CollectionName = None,
) -> None:
    """Write what was recognised in the documents, for other programs."""
    from api.shape import as_json as text
    from api.structure_shape import structure_fields

    chosen = settings(library=library, collection=collection)
    with opened(chosen, structure.name, "export") as found:
        held = structure_fields(found)
    try:
        structure.write_text(text(held, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise UnusableArgument(f"{structure}: cannot be written ({error.strerror})") from error
    items = sum(len(meeting["items"]) for meeting in held["meetings"])
    counts = f"{len(held['action_log'])} log rows, {len(held['papers'])} papers"
    print(f"{structure}: {len(held['meetings'])} meetings, {items} items, {counts}")
