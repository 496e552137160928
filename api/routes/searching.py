"""Search and answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Path as PathField

from api.answer_replies import AnswerReply
from api.catalogue import Catalogue
from api.phrasing.fields import phrased_fields
from api.problems import documented
from api.replies import ExamplesReply, FacetsReply, SearchReply, SimilarReply
from api.routes.narrowing import Offset, SortBy, narrowing
from api.shape import Fields, facet_fields, hit_fields, page_fields
from api.understood import understood_fields
from search.model import Narrowed
from search.words import LONGEST

if TYPE_CHECKING:
    from api.phrasing.phraser import Phraser

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
Within = Annotated[Narrowed, Depends(narrowing)]
ERRORS = documented(422, 503)


def searching(catalogue: Catalogue, phraser: Callable[[], Phraser]) -> APIRouter:
    """Routes that look for passages; phraser raises SwitchedOff where answers are not phrased here."""
    router = APIRouter()

    @router.get("/search", response_model=SearchReply, responses=ERRORS, summary="The best passages for a query")
    def search(
        q: Words, drop: Drop, narrowed: Within, k: Count = 10, sort: SortBy = "relevance", offset: Offset = 0
    ) -> Fields:
        found = catalogue.find(q, k, drop, narrowed, sort, offset)
        hits = [hit_fields(hit) for hit in found.entries]
        understood = understood_fields(catalogue.understood(q, drop))
        return {"query": q, "hits": hits, "total": found.total, "offset": offset, "understood": understood}

    @router.get("/answer", response_model=AnswerReply, responses=ERRORS, summary="An answer with its citations")
    def answer(
        q: Words,
        drop: Drop,
        narrowed: Within,
        phrase: Phrase = False,
        sort: SortBy = "relevance",
        offset: Offset = 0,
    ) -> Fields:
        asked = phraser() if phrase else None
        found = catalogue.results(q, drop, narrowed, sort, offset)
        said = phrased_fields(asked.phrase(found.answer)) if asked else {}
        return {"question": q, **page_fields(found), "understood": understood_fields(found.understood), **said}

    @router.get("/facets", response_model=FacetsReply, responses=ERRORS, summary="What searches can be narrowed to")
    def facets() -> Fields:
        return facet_fields(catalogue.facets())

    @router.get("/examples", response_model=ExamplesReply, responses=ERRORS, summary="Questions to begin with")
    def examples() -> Fields:
        return {"questions": list(catalogue.examples())}

    @router.get(
        "/passages/{passage}/similar",
        response_model=SimilarReply,
        responses=documented(404, 422, 503),
        summary="More like a passage",
    )
    def similar(passage: PassageId, k: Count = 10) -> Fields:
        return {"like": passage, "hits": [hit_fields(hit) for hit in catalogue.similar(passage, k)]}

    return router
