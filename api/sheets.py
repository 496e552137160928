"""A register as a file for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from api.catalogue import Catalogue
from api.cells import cells
from api.registers import COLUMNS, ORDERS, Register
from search.registers.entries import Slice, Wanted

PART, MOST = 500, 50_000  # entries looked up at once, and in one file
# Without it Excel takes the file for one of its own code page and spoils pound signs, dashes and accents.
MARK = "\ufeff"


def sheet(catalogue: Catalogue, register: Register, wanted: Wanted) -> Iterator[bytes]:
    """The entries wanted as comma-separated values in UTF-8, part by part; the first 50,000 of them."""
    order, columns = ORDERS[register], COLUMNS[register]
    yield _lines([list(columns)], MARK)
    for offset in range(0, MOST, PART):
        found = catalogue.register(order, wanted, Slice(offset, PART))
        yield _lines([cells(columns, order.fields(entry)) for entry in found.entries])
        if offset + PART >= found.total:
            return


def _lines(rows: list[list[str]], before: str = "") -> bytes:
    written = io.StringIO()
    written.write(before)
    csv.writer(written).writerows(rows)
    return written.getvalue().encode(errors="replace")
