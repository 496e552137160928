"""The entries of a register as rows of cells, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Fields = dict[str, Any]


def cells(columns: Sequence[str], row: Fields) -> list[str]:
    """One entry under the columns of its register."""
    return [harmless(cell(row[name])) for name in columns]


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
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("£5"), harmless(" @SUM(A1)")
    ("'=1+1", '£5', "' @SUM(A1)")
    """
    return f"'{cell}" if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n")) else cell
