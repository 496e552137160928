"""Options that narrow a search, and the order of what it lists."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from api.errors import UnusableArgument

if TYPE_CHECKING:
    from search.model import Narrowed

Body = Annotated[str, typer.Option(metavar="NAME", help="Only of the body with this name or abbreviation.")]
Year = Annotated[str, typer.Option(metavar="YYYY", help="Only of meetings of this year, or undated.")]
Kind = Annotated[str, typer.Option(metavar="KIND", help="Only passages of this kind: decision, action, report ...")]
Presenter = Annotated[str, typer.Option(metavar="NAME", help="Only what this person presented.")]
Sort = Annotated[str, typer.Option(metavar="ORDER", help="relevance or date: newest meeting first.")]

YEAR = re.compile(r"\d{4}|undated|")


def narrowed(command: str, body: str, year: str, kind: str, presenter: str) -> Narrowed:
    """What one run is narrowed to. Raises UnusableArgument where the year or the kind is none that there is."""
    from ingest.model import PassageKind
    from search.model import Narrowed

    if not YEAR.fullmatch(year):
        raise UnusableArgument(f"{command}: --year takes a year as YYYY, or undated")
    kinds = get_args(PassageKind)
    if kind not in ("", *kinds):
        raise UnusableArgument(f"{command}: --kind {kind!r}: choose {', '.join(kinds)}")
    return Narrowed(body.strip(), year, kind, presenter.strip())


def by_date(sort: str) -> bool:
    """Whether the newest meeting comes first. Raises UnusableArgument where there is no such order."""
    if sort not in ("relevance", "date"):
        raise UnusableArgument(f"search: --sort {sort!r}: choose relevance or date")
    return sort == "date"
