"""Search and answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Query

from api.answer_replies import AnswerReply
from api.catalogue import Catalogue
from api.phrasing.fields import phrased_fields
from api.phrasing.phraser import Phraser
from api.problems import documented
from api.replies import SearchReply
from api.shape import Fields, hit_fields, result_fields
from search.words import LONGEST

Words = Annotated[
    str, Query(min_length=1, max_length=LONGEST, description="Any words.", examples=["outline business case"])
]
Count = Annotated[int, Query(ge=1, le=100, description="Passages to find.", examples=[10])]
Phrase = Annotated[
    bool,
    Query(description="Whether the answer is also put in plain words, where the settings allow it.", examples=[False]),
]
ERRORS = documented(422, 503)


def searching(catalogue: Catalogue, phraser: Callable[[], Phraser]) -> APIRouter:
    """Routes that look for passages; phraser raises SwitchedOff where answers are not phrased here."""
    router = APIRouter()

    @router.get("/search", response_model=SearchReply, responses=ERRORS, summary="The best passages for a query")
    def search(q: Words, k: Count = 10) -> Fields:
        return {"query": q, "hits": [hit_fields(hit) for hit in catalogue.find(q, k)]}

    @router.get("/answer", response_model=AnswerReply, responses=ERRORS, summary="An answer with its citations")
    def answer(q: Words, phrase: Phrase = False) -> Fields:
        asked = phraser() if phrase else None
        found = catalogue.answer(q)
        said = phrased_fields(asked.phrase(found)) if asked else {}
        return {"question": q, **result_fields(found), **said}

    return router
