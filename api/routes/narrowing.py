"""What a search over HTTP is narrowed to, how it is ordered, and which part of it is given."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Query

from ingest.model import PassageKind
from search.model import Narrowed, Sort

NAME = 200  # letters of a name

Body = Annotated[
    str, Query(max_length=NAME, description="Only of this body, by any name or abbreviation.", examples=["ICB Board"])
]
Year = Annotated[
    str,
    Query(
        pattern=r"^(\d{4}|undated)?$",
        description="Only of meetings of this calendar year, or undated.",
        examples=["2025"],
    ),
]
Kind = Annotated[PassageKind | Literal[""], Query(description="Only passages of this kind.", examples=["decision"])]
Presenter = Annotated[
    str, Query(max_length=NAME, description="Only what this person presented, by name.", examples=["Jane Smith"])
]
SortBy = Annotated[
    Sort, Query(description="date has the newest meeting first, the undated last.", examples=["relevance"])
]
Offset = Annotated[int, Query(ge=0, le=99, description="Passages to pass over, of the first 100.", examples=[0])]


def narrowing(body: Body = "", year: Year = "", kind: Kind = "", presenter: Presenter = "") -> Narrowed:
    """The filters of one request."""
    return Narrowed(body.strip(), year, kind, presenter.strip())
