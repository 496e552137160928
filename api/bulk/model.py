"""The nouns of bulk data: tables, what their columns mean, and their rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from api.bulk.held import Held
from api.bulk.names import Names

Cell = str | int | bool | None
Row = Mapping[str, Cell]
Kind = Literal["string", "integer", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column: what it means, what its cells are, whether each has one, and the table whose id it names."""

    name: str
    about: str
    kind: Kind = "string"
    needed: bool = False
    to: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table. Its first column is the id of its rows, which are in the order of the columns of order and then id."""

    name: str
    title: str
    about: str
    fields: tuple[Field, ...]
    rows: Callable[[Held, Names], Iterable[Row]]
    order: tuple[str, ...] = ()


def key(what: str) -> Field:
    """The column of the rows' own ids."""
    return Field("id", f"Identifier of the {what}.", needed=True)


def to(table: str, name: str, about: str, needed: bool = False) -> Field:
    """A column that names rows of another table."""
    return Field(name, about, needed=needed, to=table)


PAGE = (
    to("documents", "document_id", "The document to check it in.", needed=True),
    Field("page", "Page of the document's file, counted from 1.", "integer", needed=True),
    Field("page_label", "The number printed on that page."),
    Field("link", "Address of that page on the site, where the site's address is known."),
)
