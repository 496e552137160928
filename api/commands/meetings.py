"""minutebook meetings and minutebook export."""

from __future__ import annotations

import csv
import sys
from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import CollectionName, Csv, Json, LibraryFolder, opened, settings
from api.errors import UnusableArgument

COLUMNS = ("date", "committee", "kind", "part", "items", "file", "page")


def meetings(
    library: LibraryFolder = None, collection: CollectionName = None, as_json: Json = False, as_csv: Csv = False
) -> None:
    """List the meetings that the documents record or announce, by date."""
    from api.shape import as_json as text
    from api.shape import meeting_fields

    if as_json and as_csv:
        raise UnusableArgument("meetings: give --json or --csv, not both")
    with opened(settings(library=library, collection=collection)) as found:
        held = [meeting_fields(meeting) for meeting in found.meetings()]
    if as_json:
        print(text(held, indent=2))
        return
    table = [[len(row[name]) if name == "items" else row[name] for name in COLUMNS] for row in held]
    if as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([[harmless(str(cell)) for cell in row] for row in table])
        return
    for date, committee, kind, _, items, file, page in table:
        where = f"({file}, page {page})"
        print(f"{date or 'undated':<10}  {kind:<7}  {items:>3} items  {committee or 'unnamed body'}  {where}")
    if not held:
        print("no meeting was recognised in the library's documents")


def export(
    structure: Annotated[Path, typer.Option(metavar="OUT.json", help="Where the meetings and items go.")],
    library: LibraryFolder = None,
    collection: CollectionName = None,
) -> None:
    """Write what was recognised in the documents, for other programs."""
    from api.shape import as_json as text
    from api.shape import meeting_fields

    with opened(settings(library=library, collection=collection)) as found:
        held = [meeting_fields(meeting) for meeting in found.meetings()]
    try:
        structure.write_text(
            text({"meetings": held, "action_log": [], "papers": []}, indent=1) + "\n", encoding="utf-8"
        )
    except OSError as error:
        raise UnusableArgument(f"{structure}: cannot be written ({error.strerror})") from error
    print(f"{structure}: {len(held)} meetings, {sum(len(meeting['items']) for meeting in held)} items")


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
