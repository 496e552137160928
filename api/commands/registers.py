"""minutebook decisions and minutebook actions."""

from __future__ import annotations

import csv
import re
import sys
from typing import Annotated

import typer

from api.commands.meetings import harmless
from api.commands.options import CollectionName, Csv, Json, LibraryFolder, opened, settings
from api.errors import UnusableArgument

Body = Annotated[str, typer.Option(metavar="NAME", help="Only of bodies whose name holds this.")]
Since = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only of meetings on this day or after it.")]
Until = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only of meetings on this day or before it.")]
Text = Annotated[str, typer.Option(metavar="WORDS", help="Only those whose words or item title hold this.")]
Verb = Annotated[str, typer.Option(metavar="VERB", help="Only decisions of this kind: approved, noted, deferred ...")]
Presenter = Annotated[str, typer.Option(metavar="NAME", help="Only under items that this person presented.")]
Owner = Annotated[str, typer.Option(metavar="NAME", help="Only those that this person is to do.")]
DAY = re.compile(r"\d{4}-\d{2}-\d{2}|")


def decisions(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    verb: Verb = "",
    person: Presenter = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what was decided, newest meeting first, each with the page that shows it."""
    _list("decisions", (body, since, until, verb, person, text), library, collection, as_json, as_csv)


def actions(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    owner: Owner = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what minutes say is to be done and by whom, newest meeting first, each with the page that shows it."""
    _list("actions", (body, since, until, "", owner, text), library, collection, as_json, as_csv)


def _list(
    register: str,
    asked: tuple[str, str, str, str, str, str],
    library: LibraryFolder,
    collection: CollectionName,
    as_json: bool,
    as_csv: bool,
) -> None:
    from api.shape import as_json as text
    from api.shape import entry_fields
    from search import registers

    if as_json and as_csv:
        raise UnusableArgument(f"{register}: give --json or --csv, not both")
    wanted = registers.Wanted(*asked)
    if not DAY.fullmatch(wanted.since) or not DAY.fullmatch(wanted.until):
        raise UnusableArgument(f"{register}: --since and --until take a day as YYYY-MM-DD")
    with opened(settings(library=library, collection=collection)) as found:
        choose = registers.decisions if register == "decisions" else registers.actions
        rows = [entry_fields(entry) for entry in choose(found.meetings(), wanted)]
    if as_json:
        print(text(rows, indent=2))
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(list(rows[0]) if rows else ["date", "committee", "item", "title", "quote"])
        writer.writerows([[harmless("" if cell is None else str(cell)) for cell in row.values()] for row in rows])
    else:
        for row in rows:
            where = f"{row['date'] or 'undated'}  {row['committee']}, item {row['item'] or '-'}: {row['title']}"
            print(f"{where}  ({row['file']}, page {row['page']})\n    {row['quote']}")
        if not rows:
            print(f"no {register} fit")
