"""All tables of bulk data, and their rows in an order that depends on the papers alone."""

from __future__ import annotations

from collections.abc import Iterator

from api.bulk.actions import ACTIONS, MENTIONS, OWNERS
from api.bulk.decisions import DECISIONS, LINKS
from api.bulk.held import Held
from api.bulk.interests import DECLARATIONS, INTERESTS
from api.bulk.meetings import ITEMS, MEETINGS, PRESENTERS, RECORDS
from api.bulk.model import Cell, Field, Row, Table, key
from api.bulk.names import Names
from api.bulk.papers import PAPERS, RECOMMENDATIONS, WRITERS
from api.bulk.people import ATTENDANCE, BODIES, MEMBERSHIPS, PEOPLE


def _documents(held: Held, names: Names) -> Iterator[Row]:
    for one in held.documents:
        yield {
            "id": one.id,
            "file": one.name,
            "title": one.title,
            "media": one.media,
            "pages": one.pages,
            "sha256": one.sha256,
            "link": names.link(f"/documents/{one.id}/pages/1"),
        }


DOCUMENTS = Table(
    "documents",
    "Documents",
    "The documents that all else was read from, in their newest version.",
    (
        key("document"),
        Field("file", "Name of the file.", needed=True),
        Field("title", "The title that it bears."),
        Field("media", "pdf, docx, odt, html, markdown or text.", needed=True),
        Field("pages", "How many pages it has.", "integer", needed=True),
        Field("sha256", "SHA-256 of the file's bytes, whose first 12 digits are the id.", needed=True),
        Field("link", "Address of its first page on the site, where the site's address is known."),
    ),
    _documents,
    ("file",),
)
TABLES = (
    *(BODIES, PEOPLE, MEMBERSHIPS, MEETINGS, RECORDS, ATTENDANCE, ITEMS, PRESENTERS, DECISIONS, LINKS),
    *(ACTIONS, OWNERS, MENTIONS, PAPERS, WRITERS, RECOMMENDATIONS, INTERESTS, DECLARATIONS, DOCUMENTS),
)


def rows(table: Table, held: Held, names: Names) -> list[dict[str, Cell]]:
    """The rows of a table. A cell that says nothing is None; the columns stand in the order of the table's fields."""
    columns = [field.name for field in table.fields]
    found = [{name: _filled(row[name]) for name in columns} for row in table.rows(held, names)]
    return sorted(found, key=lambda row: tuple(_rank(row[name]) for name in (*table.order, "id")))


def _filled(cell: Cell) -> Cell:
    return None if cell == "" else cell


def _rank(cell: Cell) -> tuple[bool, int, str]:
    return cell is None, cell if isinstance(cell, int) else 0, cell if isinstance(cell, str) else ""
