"""One whole of bulk data on the disk: a file of comma-separated values and one of JSON Lines for each table."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.bulk.held import Held
from api.bulk.model import Cell, Table
from api.bulk.names import Names
from api.bulk.tables import TABLES, rows
from api.cells import harmless

DESCRIPTOR = "datapackage.json"
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
ABOUT = (
    "Meetings, decisions, actions, papers, interests and people, read by a program from the board papers that the "
    "table of documents names. Each row names the page to check it on; what a paper leaves open is left open."
)
UNSTATED = "No licence is stated for these data."
Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Licence:
    """Under what the data may be used, by its title and address."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who gives the data out. address is that of the site, without a slash at its end, "" where it is not known."""

    service: str
    organisation: str
    address: str
    licence: Licence | None


@dataclass(frozen=True, slots=True)
class File:
    """One file by its name, with its size in bytes and the SHA-256 of its bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Filled:
    """One table with the number of its rows and its two files."""

    table: Table
    count: int
    csv: File
    jsonl: File


@dataclass(frozen=True, slots=True)
class Made:
    """All files of one state of the library, in one folder."""

    folder: Path
    state: str
    licence: Licence | None
    filled: tuple[Filled, ...]
    descriptor: File

    @property
    def files(self) -> dict[str, File]:
        """Every file by its name."""
        tables = [file for one in self.filled for file in (one.csv, one.jsonl)]
        return {file.name: file for file in (*tables, self.descriptor)}


def make(folder: Path, held: Held, state: str, publisher: Publisher) -> Made:
    """Write all files into a folder that is there and empty. Raises OSError."""
    names, filled = Names(held, publisher.address), []
    for table in TABLES:
        found = rows(table, held, names)
        sheet = _written(folder / f"{table.name}.csv", _csv(table, found))
        lines = _written(folder / f"{table.name}.jsonl", map(_line, found))
        filled.append(Filled(table, len(found), sheet, lines))
    text = json.dumps(descriptor(filled, state, publisher), indent=2, ensure_ascii=False)
    told = _written(folder / DESCRIPTOR, [f"{text}\n"])
    return Made(folder, state, publisher.licence, tuple(filled), told)


def _written(path: Path, parts: Iterable[str]) -> File:
    size, seen = 0, hashlib.sha256()
    with path.open("wb") as out:
        for part in parts:
            piece = part.encode("utf-8", "replace")
            size += out.write(piece)
            seen.update(piece)
    return File(path.name, size, seen.hexdigest())


def _csv(table: Table, found: Sequence[dict[str, Cell]]) -> Iterable[str]:
    yield _sheet([[field.name for field in table.fields]])
    for row in found:
        yield _sheet([[cell(value) for value in row.values()]])


def _sheet(lines: Iterable[Sequence[str]]) -> str:
    written = io.StringIO()
    csv.writer(written).writerows(lines)
    return written.getvalue()


def cell(value: Cell) -> str:
    """A value as a cell of comma-separated values, which no spreadsheet takes for a formula.

    >>> cell(None), cell(True), cell(12), cell("=1+1")
    ('', 'true', '12', "'=1+1")
    """
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else harmless(str(value))


def _line(row: dict[str, Cell]) -> str:
    return f"{json.dumps(row, ensure_ascii=False)}\n"


def descriptor(filled: Sequence[Filled], state: str, publisher: Publisher) -> Fields:
    """What the files are, as a Data Package 2.0 tells it, its schemas being the data dictionary."""
    licence, address = publisher.licence, publisher.address
    source = {"title": f"Board papers of {publisher.organisation}" if publisher.organisation else "Board papers"}
    told: Fields = {
        "$schema": PROFILE,
        "name": "board-papers",
        "title": f"{publisher.service}: meetings, decisions and actions as data",
        "description": ABOUT if licence else f"{ABOUT} {UNSTATED}",
        "version": state,
        "sources": [source | ({"path": address} if address else {})],
        "resources": [_resource(one, file) for one in filled for file in _described(one)],
    }
    if address:
        told["homepage"] = f"{address}/data"
    if publisher.organisation:
        told["contributors"] = [{"title": publisher.organisation, "roles": ["publisher"]}]
    if licence:
        told["licenses"] = [{"title": licence.title, "path": licence.address}]
    return told


def _described(one: Filled) -> tuple[File, ...]:
    """The files that a descriptor tells of: JSON Lines without a line have nothing that a schema fits."""
    return (one.csv, one.jsonl) if one.count else (one.csv,)


def _resource(one: Filled, file: File) -> Fields:
    table, lines = one.table, file is one.jsonl
    dialect = (
        {} if lines else {"dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True}}
    )
    return {
        "name": f"{table.name}-jsonl" if lines else table.name,
        "type": "table",
        "path": file.name,
        "title": table.title,
        "description": table.about,
        "format": "jsonl" if lines else "csv",
        "mediatype": "application/jsonl" if lines else "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        **dialect,
        "schema": _schema(table),
    }


def _schema(table: Table) -> Fields:
    fields = []
    for field in table.fields:
        unique = {"unique": True} if field.name == "id" else {}
        limits: Fields = {"constraints": {"required": True, **unique}} if field.needed else {}
        fields.append({"name": field.name, "type": field.kind, "description": field.about, **limits})
    links = [
        {"fields": [field.name], "reference": {"resource": field.to, "fields": ["id"]}}
        for field in table.fields
        if field.to
    ]
    return {"fields": fields, "missingValues": [""], "primaryKey": ["id"]} | ({"foreignKeys": links} if links else {})
