"""Search and answers."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from api.catalogue import Catalogue
from api.problems import documented
from api.replies import AnswerReply, SearchReply
from api.shape import Fields, hit_fields, result_fields
from search.words import LONGEST

Words = Annotated[
    str, Query(min_length=1, max_length=LONGEST, description="Any words.", examples=["outline business case"])
]
Count = Annotated[int, Query(ge=1, le=100, description="Passages to find.", examples=[10])]
ERRORS = documented(422, 503)


def searching(catalogue: Catalogue) -> APIRouter:
    """Routes that look for passages."""
    router = APIRouter()

    @router.get("/search", response_model=SearchReply, responses=ERRORS, summary="The best passages for a query")
    def search(q: Words, k: Count = 10) -> Fields:
        return {"query": q, "hits": [hit_fields(hit) for hit in catalogue.find(q, k)]}

    @router.get("/answer", response_model=AnswerReply, responses=ERRORS, summary="An answer with its citations")
    def answer(q: Words) -> Fields:
        return {"question": q, **result_fields(catalogue.answer(q))}

    return router
