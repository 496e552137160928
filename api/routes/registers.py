"""The registers of decisions and actions."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query

from api.catalogue import Catalogue
from api.problems import documented
from api.register_replies import ActionsReply, DecisionsReply
from api.shape import Fields, entry_fields
from search import registers


def _held(what: str, example: str) -> Any:
    return Query(max_length=200, description=f"Held anywhere in {what}, case aside.", examples=[example])


def _day(example: str) -> Any:
    return Query(pattern=r"^(\d{4}-\d{2}-\d{2})?$", description="An ISO date, included.", examples=[example])


Body = Annotated[str, _held("the body's name", "ICB Board")]
Since = Annotated[str, _day("2025-01-01")]
Until = Annotated[str, _day("2025-03-31")]
Verb = Annotated[str, Query(max_length=200, description="The decision's verb.", examples=["approved"])]
Person = Annotated[str, _held("a presenter's name", "Brown")]
Owner = Annotated[str, _held("an owner's name", "Brown")]
Text = Annotated[str, _held("the words or the item's title", "business case")]
Offset = Annotated[int, Query(ge=0, le=1_000_000, description="Entries to pass over.", examples=[0])]
Limit = Annotated[int, Query(ge=1, le=500, description="Entries to give.", examples=[50])]
ERRORS = documented(422, 503)


def register_routes(catalogue: Catalogue) -> APIRouter:
    """Routes that list what was decided and what is to be done."""
    router = APIRouter()

    @router.get("/decisions", response_model=DecisionsReply, responses=ERRORS, summary="Decisions, newest first")
    def decisions(
        body: Body = "",
        since: Since = "",
        until: Until = "",
        verb: Verb = "",
        person: Person = "",
        text: Text = "",
        offset: Offset = 0,
        limit: Limit = 50,
    ) -> Fields:
        wanted = registers.Wanted(body, since, until, verb, person, text)
        return _slice(registers.decisions(catalogue.meetings(), wanted), offset, limit)

    @router.get("/actions", response_model=ActionsReply, responses=ERRORS, summary="Actions, newest first")
    def actions(
        body: Body = "",
        since: Since = "",
        until: Until = "",
        owner: Owner = "",
        text: Text = "",
        offset: Offset = 0,
        limit: Limit = 50,
    ) -> Fields:
        wanted = registers.Wanted(body, since, until, "", owner, text)
        return _slice(registers.actions(catalogue.meetings(), wanted), offset, limit)

    return router


def _slice(entries: list[registers.Entry], offset: int, limit: int) -> Fields:
    return {"total": len(entries), "entries": [entry_fields(entry) for entry in entries[offset : offset + limit]]}
