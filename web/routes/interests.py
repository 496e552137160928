"""The interests."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from search.model import Slice, Wanted
from web.catalogue import Catalogue
from web.interests import InterestsPage
from web.paging import SIZE
from web.registers import Registers
from web.render import Render

Name = Annotated[str, Query(max_length=200)]
Kind = Annotated[Literal["", "financial", "professional", "personal"], Query()]
Number = Annotated[int, Query(ge=1, le=100_000)]


def interests(catalogue: Catalogue, registers: Registers, render: Render) -> APIRouter:
    """Routes of the interests."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/interests")
    def both(
        person: Name = "", kind: Kind = "", body: Name = "", page: Number = 1, declared: Number = 1
    ) -> HTMLResponse:
        asked = Wanted(person=person.strip(), kind=kind, body=body)
        listed = registers.interests(asked, _part(page))
        any_held = listed.total or registers.interests(Wanted(), Slice(0, 1)).total
        # the kind is that of a register's interest: a declaration in a meeting has none
        spoken = registers.declarations(Wanted(person=person.strip(), body=body), _part(declared))
        bodies = catalogue.facets().bodies
        shown = InterestsPage(person.strip(), kind, body, bodies, listed, spoken, bool(any_held), page, declared)
        return HTMLResponse(render(shown))

    return router


def _part(page: int) -> Slice:
    return Slice((page - 1) * SIZE, SIZE)
