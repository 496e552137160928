"""The registers of decisions and actions."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.catalogue import Catalogue
from api.problems import documented
from api.register_replies import ActionsReply, DecisionsReply
from api.shape import Fields, entry_fields
from search import registers

Held = Annotated[str, Query(max_length=200, description="Held anywhere in it, case aside.")]
Day = Annotated[str, Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="An ISO date, included.")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Entries to pass over.")]
Limit = Annotated[int, Query(ge=1, le=500, description="Entries to give.")]
ERRORS = documented(422, 503)


def register_routes(catalogue: Catalogue) -> APIRouter:
    """Routes that list what was decided and what is to be done."""
    router = APIRouter()

    @router.get("/decisions", response_model=DecisionsReply, responses=ERRORS, summary="Decisions, newest first")
    def decisions(
        body: Held = "",
        since: Day = "",
        until: Day = "",
        verb: Held = "",
        person: Held = "",
        text: Held = "",
        offset: Offset = 0,
        limit: Limit = 50,
    ) -> Fields:
        wanted = registers.Wanted(body, since, until, verb, person, text)
        return _slice(registers.decisions(catalogue.meetings(), wanted), offset, limit)

    @router.get("/actions", response_model=ActionsReply, responses=ERRORS, summary="Actions, newest first")
    def actions(
        body: Held = "",
        since: Day = "",
        until: Day = "",
        owner: Held = "",
        text: Held = "",
        offset: Offset = 0,
        limit: Limit = 50,
    ) -> Fields:
        wanted = registers.Wanted(body, since, until, "", owner, text)
        return _slice(registers.actions(catalogue.meetings(), wanted), offset, limit)

    return router


def _slice(entries: list[registers.Entry], offset: int, limit: int) -> Fields:
    return {"total": len(entries), "entries": [entry_fields(entry) for entry in entries[offset : offset + limit]]}
