"""The registers: meetings, decisions, actions, interests, papers, people, terms, and the story of a subject."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from api import register_replies as replies
from api.catalogue import Catalogue
from api.meeting_replies import MeetingReply
from api.problems import documented
from api.registers import ORDERS, Register
from api.routes import filters
from api.shape import Fields

ERRORS = documented(422, 503)
TOTAL = "X-Total-Count"


def register_routes(catalogue: Catalogue) -> APIRouter:
    """Routes that list what documents state, in parts."""
    router = APIRouter()

    def listed(register: Register, asked: filters.Asked) -> Fields:
        order = ORDERS[register]
        found = catalogue.register(order, asked.wanted(), asked.part())
        return {"total": found.total, "entries": [order.fields(entry) for entry in found.entries]}

    @router.get("/meetings", response_model=list[MeetingReply], responses=ERRORS, summary="The meetings, by date")
    def meetings(asked: Annotated[filters.MeetingFilter, Query()], response: Response) -> list[Fields]:
        found = listed("meetings", asked)
        response.headers[TOTAL] = str(found["total"])
        return list(found["entries"])

    @router.get(
        "/decisions", response_model=replies.DecisionsReply, responses=ERRORS, summary="Decisions, newest first"
    )
    def decisions(asked: Annotated[filters.DecisionFilter, Query()]) -> Fields:
        return listed("decisions", asked)

    @router.get("/actions", response_model=replies.ActionsReply, responses=ERRORS, summary="Actions, newest first")
    def actions(asked: Annotated[filters.ActionFilter, Query()]) -> Fields:
        return listed("actions", asked)

    @router.get("/interests", response_model=replies.InterestsReply, responses=ERRORS, summary="Registered interests")
    def interests(asked: Annotated[filters.InterestFilter, Query()]) -> Fields:
        return listed("interests", asked)

    @router.get(
        "/declarations", response_model=replies.DeclarationsReply, responses=ERRORS, summary="Interests declared"
    )
    def declarations(asked: Annotated[filters.DeclarationFilter, Query()]) -> Fields:
        return listed("declarations", asked)

    @router.get("/papers", response_model=replies.PapersReply, responses=ERRORS, summary="Papers, newest first")
    def papers(asked: Annotated[filters.PersonFilter, Query()]) -> Fields:
        return listed("papers", asked)

    @router.get("/people", response_model=replies.PeopleReply, responses=ERRORS, summary="People, by surname")
    def people(asked: Annotated[filters.PersonFilter, Query()]) -> Fields:
        return listed("people", asked)

    @router.get("/glossary", response_model=replies.GlossaryReply, responses=ERRORS, summary="Abbreviations")
    def glossary(asked: Annotated[filters.OfBody, Query()]) -> Fields:
        return listed("glossary", asked)

    @router.get("/timeline", response_model=replies.TimelineReply, responses=ERRORS, summary="The story of a subject")
    def timeline(asked: Annotated[filters.TimelineFilter, Query()]) -> Fields:
        return listed("timeline", asked)

    return router
