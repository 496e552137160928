"""minutebook audit."""

from __future__ import annotations

import csv
import sys
from dataclasses import asdict
from typing import Annotated

import typer

from api.commands.options import Csv, Json, LibraryFolder, settings
from api.errors import NO_LIBRARY, UnusableArgument

NOTE = "note the hash of the last line elsewhere: `minutebook audit --verify --head HASH` shows that it is still there"


def audit(
    since: Annotated[str, typer.Option(metavar="DATE", help="Only from this day or time on, ISO.")] = "",
    verify: Annotated[bool, typer.Option("--verify", help="Check that no line was changed or taken out.")] = False,
    head: Annotated[str, typer.Option(metavar="HASH", help="With --verify: a hash that the log must hold.")] = "",
    library: LibraryFolder = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Print the audit log, or check that it is whole."""
    from api.identity.operator import service_of
    from api.shape import as_json as text
    from search.service import audit as log
    from search.service.access import Entry

    if as_json and as_csv:
        raise UnusableArgument("audit: give --json or --csv, not both")
    with service_of(settings(library=library).library) as service, service.read() as connection:
        if verify:
            verdict = log.verify(connection, head.strip().lower())
            print(text(asdict(verdict)) if as_json else f"{verdict.lines} lines, {verdict.fault or 'whole'}")
            if not as_json:
                print(f"last hash {verdict.head}\n{NOTE}")
            if verdict.fault:
                raise typer.Exit(NO_LIBRARY)
            return
        found = log.entries(connection, since)
        if as_json:
            print(text([asdict(entry) for entry in found], indent=2))
        elif as_csv:
            writer = csv.writer(sys.stdout, lineterminator="\n")
            writer.writerow(Entry.__slots__)
            writer.writerows([_still(str(value)) for value in asdict(entry).values()] for entry in found)
        else:
            for entry in found:
                who = f"{entry.name} ({entry.who})" if entry.name and entry.who else entry.name or entry.who
                print(_plain(f"{entry.at}  {who}  {entry.deed}  {entry.about}  {entry.detail}".rstrip()))


def _still(value: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{value}" if value[:1] in ("=", "+", "-", "@", "\t", "\r") else value


def _plain(text: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
