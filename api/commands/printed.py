"""A register printed: as lines for a person, as JSON or as comma-separated values."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from api.cells import Fields, cells
from api.commands.options import opened, settings
from api.errors import UnusableArgument

if TYPE_CHECKING:
    from api.registers import Register
    from search.registers.entries import Wanted
    from search.service.access import Deed

Output = tuple[Path | None, str | None, bool, bool]  # library, collection, as JSON, as CSV


def show(register: Register, wanted: Wanted, output: Output, line: Callable[[Fields], str]) -> None:
    """Print the entries wanted; line gives one of them for a person."""
    from api.registers import COLUMNS
    from api.shape import as_json as text

    library, collection, as_json, as_csv = output
    if as_json and as_csv:
        raise UnusableArgument(f"{register}: give --json or --csv, not both")
    lines: Register = "meeting lines" if register == "meetings" and not as_json else register
    rows = entries(lines, wanted, library, collection, register, "export" if as_csv else "read")
    if as_json:
        print(text(rows, indent=2))
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS[register])
        writer.writerows(cells(COLUMNS[register], row) for row in rows)
    else:
        for row in rows:
            print(_plain(line(row)))
        if not rows:
            print("nothing fits; `minutebook doctor` says what the library holds")


def entries(
    register: Register, wanted: Wanted, library: Path | None, collection: str | None, name: str, deed: Deed = "read"
) -> list[Fields]:
    """The fields of the entries wanted; name and deed are what the audit log is told where they are restricted."""
    from api.registers import ORDERS
    from search.registers.wanted import ALL

    order = ORDERS[register]
    with opened(settings(library=library, collection=collection), name, deed) as found, found.read() as connection:
        return [order.fields(entry) for entry in order.look(connection, wanted, ALL).entries]


def _plain(text: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
