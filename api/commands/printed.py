"""A register printed: as lines for a person, as JSON or as comma-separated values."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.commands.options import opened, settings
from api.errors import UnusableArgument

if TYPE_CHECKING:
    from api.registers import Register
    from search.registers.entries import Wanted

Fields = dict[str, Any]
Output = tuple[Path | None, str | None, bool, bool]  # library, collection, as JSON, as CSV


def show(register: Register, wanted: Wanted, output: Output, line: Callable[[Fields], str]) -> None:
    """Print the entries wanted; line gives one of them for a person."""
    from api.registers import COLUMNS
    from api.shape import as_json as text

    library, collection, as_json, as_csv = output
    if as_json and as_csv:
        raise UnusableArgument(f"{register}: give --json or --csv, not both")
    rows = entries("meeting lines" if register == "meetings" and not as_json else register, wanted, library, collection)
    if as_json:
        print(text(rows, indent=2))
    elif as_csv:
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(COLUMNS[register])
        writer.writerows([[harmless(cell(row[name])) for name in COLUMNS[register]] for row in rows])
    else:
        for row in rows:
            print(_plain(line(row)))
        if not rows:
            print("nothing fits; `minutebook doctor` says what the library holds")


def entries(register: Register, wanted: Wanted, library: Path | None, collection: str | None) -> list[Fields]:
    """The fields of the entries wanted."""
    from api.registers import ORDERS
    from search.registers.wanted import ALL

    order = ORDERS[register]
    with opened(settings(library=library, collection=collection)) as found, found.read() as connection:
        return [order.fields(entry) for entry in order.look(connection, wanted, ALL).entries]


def place(row: Fields) -> str:
    """Where to check a row: "(pack.pdf, page 15, printed 13)"."""
    label = row["page_label"]
    printed = f", printed {label}" if label not in ("", str(row["page"])) else ""
    return f"({row['file']}, page {row['page']}{printed})"


def cell(value: Any) -> str:
    """A value as one cell: names joined, another place as its file and page."""
    if isinstance(value, list):
        return "; ".join(map(cell, value))
    if isinstance(value, dict):
        said = value.get("quote") or value.get("role") or value.get("date") or ""
        return f"{said} {place(value)}".strip() if "file" in value else str(said)
    return "" if value is None else str(value)


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _plain(text: str) -> str:
    """Nothing that a terminal would obey."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)
