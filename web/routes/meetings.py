"""The meetings, one meeting, and the story of an item."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query
from fastapi.responses import HTMLResponse

from search.model import Slice, Wanted
from web.address import UNDATED
from web.catalogue import Catalogue
from web.meeting.held import held
from web.meeting.page import MeetingPage
from web.meetings import MeetingsPage, rows
from web.registers import Registers
from web.render import Render
from web.timeline import SIZE, TimelinePage

Name = Annotated[str, Query(max_length=200)]
Year = Annotated[str, Query(pattern=rf"^(\d{{4}}|{UNDATED})?$")]
Number = Annotated[int, Query(ge=1, le=100_000)]
Subject = Annotated[str, Query(max_length=500)]
Slug = Annotated[str, Path(max_length=200)]
MISSING = "no meeting of that body on that day is held here; the list of meetings has all there are"


def meetings(catalogue: Catalogue, registers: Registers, render: Render) -> APIRouter:
    """Routes of the meetings."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/meetings")
    def listed(body: Name = "", year: Year = "", page: Number = 1) -> HTMLResponse:
        every = rows(registers.meeting_lines(Wanted(), Slice()).entries)
        return HTMLResponse(render(MeetingsPage(every, body, year, page)))

    @router.get("/meetings/{body}/{day}")
    def one(body: Slug, day: Annotated[str, Path(max_length=20)]) -> HTMLResponse:
        found = held(registers, body, "" if day == UNDATED else day) if day == UNDATED or _iso(day) else ()
        if not found:
            raise HTTPException(404, MISSING)
        return HTMLResponse(render(MeetingPage(found)))

    @router.get("/timeline")
    def timeline(text: Subject = "", body: Name = "", page: Number = 1) -> HTMLResponse:
        subject, bodies = text.strip(), catalogue.facets().bodies
        if not subject:
            return HTMLResponse(render(TimelinePage("", body, bodies)))
        found = registers.timeline(Wanted(text=subject, body=body), Slice((page - 1) * SIZE, SIZE))
        return HTMLResponse(render(TimelinePage(subject, body, bodies, found.entries, found.total, page)))

    return router


def _iso(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False
