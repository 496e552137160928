"""The registers of decisions and actions: their pages, charts and files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Path, Query, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from search.model import Slice, Wanted
from web.actions import ActionPage, ActionsPage
from web.asked import ActionsAsked, Asked, DecisionsAsked, InterestsAsked
from web.catalogue import Catalogue
from web.charts import Chart, Draw, decided, standing
from web.decisions import DecisionPage, DecisionsPage
from web.paging import SIZE
from web.register import Figure, offset
from web.registers import Registers
from web.render import Render

File = Literal["decisions", "actions", "interests"]
Sheet = Callable[[File, Wanted], Iterator[bytes]]  # the entries wanted as comma-separated values, in parts
DecisionId = Annotated[str, Path(max_length=100, pattern=r"^[\w.]+-\d{1,7}-\d{1,9}$")]
ActionId = Annotated[str, Path(max_length=100)]
Width = Literal["wide", "narrow"]
# A picture's shapes carry their own colours; nothing in it runs or loads, in a page or opened alone.
STILL = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'"


def registers_views(catalogue: Catalogue, registers: Registers, render: Render, draw: Draw, sheet: Sheet) -> APIRouter:
    """Routes of the registers; draw makes a chart's picture, sheet a register's file."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/decisions")
    def decisions(asked: Annotated[DecisionsAsked, Query()]) -> HTMLResponse:
        held = registers.decisions(asked.wanted, Slice(offset(asked), SIZE))
        figure = _figure(decided(registers.tallies(asked.wanted)), asked, "decisions")
        page = DecisionsPage(asked, catalogue.facets(), held.total, figure, held.entries)
        return HTMLResponse(render(page), 422 if page.misfits else 200)

    @router.get("/decisions/{decision}")
    def decision(decision: DecisionId) -> HTMLResponse:
        document, page, start = decision.rsplit("-", 2)
        found = registers.decisions_at(document, int(page), int(start))
        held = catalogue.document(found[0].citation.document)
        return HTMLResponse(render(DecisionPage(found, held.status == "superseded", held.replaced_by)))

    @router.get("/actions")
    def actions(asked: Annotated[ActionsAsked, Query()]) -> HTMLResponse:
        held = registers.actions(asked.wanted, Slice(offset(asked), SIZE))
        figure = _figure(standing(registers.lastings(asked.wanted)), asked, "actions")
        today = asked.wanted.as_of or date.today().isoformat()
        page = ActionsPage(asked, catalogue.facets(), held.total, figure, held.entries, today)
        return HTMLResponse(render(page), 422 if page.misfits else 200)

    @router.get("/actions/{action}")
    def action(action: ActionId) -> HTMLResponse:
        today = date.today().isoformat()
        return HTMLResponse(render(ActionPage(registers.action(action, today), today)))

    @router.get("/charts/{width}/decisions.svg")
    def decisions_chart(width: Width, asked: Annotated[DecisionsAsked, Query()], request: Request) -> Response:
        return _picture(request, draw, decided(registers.tallies(_sound(asked))), width == "narrow")

    @router.get("/charts/{width}/actions.svg")
    def actions_chart(width: Width, asked: Annotated[ActionsAsked, Query()], request: Request) -> Response:
        return _picture(request, draw, standing(registers.lastings(_sound(asked))), width == "narrow")

    @router.get("/decisions.csv")
    def decisions_file(asked: Annotated[DecisionsAsked, Query()]) -> Response:
        return _file("decisions", sheet, asked)

    @router.get("/actions.csv")
    def actions_file(asked: Annotated[ActionsAsked, Query()]) -> Response:
        return _file("actions", sheet, asked)

    @router.get("/interests.csv")
    def interests_file(asked: Annotated[InterestsAsked, Query()]) -> Response:
        return _file("interests", sheet, asked)

    return router


def _figure(chart: Chart, asked: Asked, register: str) -> Figure | None:
    wide, narrow = (asked.dated(f"/charts/{width}/{register}.svg") for width in ("wide", "narrow"))
    return Figure(chart, wide, narrow) if chart.drawn else None


def _picture(request: Request, draw: Draw, chart: Chart, narrow: bool) -> Response:
    if not chart.drawn:
        raise HTTPException(404, "there is nothing to draw")
    tag = f'"{sha256(repr((chart, narrow)).encode()).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Content-Security-Policy": STILL}
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(draw(chart, narrow), headers=headers, media_type="image/svg+xml")


def _file(register: File, sheet: Sheet, asked: Asked) -> StreamingResponse:
    named = {"Content-Disposition": f'attachment; filename="{register}.csv"'}
    return StreamingResponse(sheet(register, _sound(asked)), headers=named, media_type="text/csv")


def _sound(asked: Asked) -> Wanted:
    """What is asked for. Raises HTTPException where a field cannot be used."""
    if asked.misfits:
        raise HTTPException(422, "; ".join(misfit.text for misfit in asked.misfits))
    return asked.wanted
