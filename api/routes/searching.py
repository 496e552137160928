"""Search and answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import Path as PathField

from api.answer_replies import AnswerReply
from api.catalogue import Catalogue
from api.phrasing.fields import phrased_fields
from api.phrasing.phraser import Phraser
from api.problems import documented
from api.replies import SearchReply, SimilarReply
from api.shape import Fields, hit_fields, result_fields
from api.understood import understood_fields
from search.words import LONGEST

Words = Annotated[
    str, Query(min_length=1, max_length=LONGEST, description="Any words.", examples=["outline business case"])
]
Count = Annotated[int, Query(ge=1, le=100, description="Passages to find.", examples=[10])]
Phrase = Annotated[
    bool,
    Query(description="Whether the answer is also put in plain words, where the settings allow it.", examples=[False]),
]
Drop = Annotated[
    list[Annotated[str, Query(max_length=LONGEST)]],
    Query(
        default_factory=list,
        max_length=64,
        description="Keys of what was understood and is taken back.",
        examples=[["body:Board"]],
    ),
]
PassageId = Annotated[
    str, PathField(max_length=200, description="The passage's address.", examples=["3f1c0a9d2b7e-5d0f6c1a2b"])
]
ERRORS = documented(422, 503)


def searching(catalogue: Catalogue, phraser: Callable[[], Phraser]) -> APIRouter:
    """Routes that look for passages; phraser raises SwitchedOff where answers are not phrased here."""
    router = APIRouter()

    @router.get("/search", response_model=SearchReply, responses=ERRORS, summary="The best passages for a query")
    def search(q: Words, drop: Drop, k: Count = 10) -> Fields:
        found = catalogue.find(q, k, drop)
        return {"query": q, "hits": [hit_fields(hit) for hit in found], "understood": _understood(q, drop)}

    @router.get("/answer", response_model=AnswerReply, responses=ERRORS, summary="An answer with its citations")
    def answer(q: Words, drop: Drop, phrase: Phrase = False) -> Fields:
        asked = phraser() if phrase else None
        found = catalogue.answer(q, drop)
        said = phrased_fields(asked.phrase(found)) if asked else {}
        return {"question": q, **result_fields(found), "understood": _understood(q, drop), **said}

    @router.get(
        "/passages/{passage}/similar",
        response_model=SimilarReply,
        responses=documented(404, 422, 503),
        summary="More like a passage",
    )
    def similar(passage: PassageId, k: Count = 10) -> Fields:
        return {"like": passage, "hits": [hit_fields(hit) for hit in catalogue.similar(passage, k)]}

    def _understood(q: str, drop: Sequence[str]) -> Fields:
        return understood_fields(catalogue.understood(q, drop))

    return router
