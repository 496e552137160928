"""An answer as it is phrased: server-sent events."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from typing import TYPE_CHECKING

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from api.catalogue import Catalogue
from api.phrasing.fields import phrased_fields, sentence_fields
from api.phrasing.model import Sentence
from api.problems import Responses, documented
from api.routes.searching import Within, Words
from api.shape import Fields, as_json, result_fields
from search.model import Answer

if TYPE_CHECKING:
    from api.phrasing.phraser import Phraser

UNKEPT = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}  # a proxy in front passes each event on at once
MEDIA = "text/event-stream"
EVENT = {
    "type": "object",
    "properties": {
        "event": {"type": "string", "enum": ["answer", "sentence", "done"]},
        "data": {"type": "string", "contentMediaType": "application/json"},
    },
    "required": ["event", "data"],
}
# itemSchema describes one event; a schema would be taken to describe each of them too.
EVENTS: Responses = {200: {"content": {MEDIA: {"itemSchema": EVENT}}}}


def streaming(catalogue: Catalogue, phraser: Callable[[], Phraser]) -> APIRouter:
    """The route; phraser raises SwitchedOff where answers are not phrased here."""
    router = APIRouter()

    @router.get(
        "/answer/stream",
        response_class=StreamingResponse,
        responses=EVENTS | documented(422, 503),
        summary="An answer, then its sentences in plain words",
        description='Server-sent events: "answer" with the fields of /answer, "sentence" for each sentence once it was '
        'checked, and "done" with phrased and phrased_reason. Where phrased is null there, no sentence counts.',
    )
    def stream(q: Words, narrowed: Within) -> StreamingResponse:
        asked = phraser()
        answer = catalogue.answer(q, narrowed=narrowed)
        return StreamingResponse(_events(q, answer, asked), headers=UNKEPT, media_type=MEDIA)

    return router


async def _events(question: str, answer: Answer, phraser: Phraser) -> AsyncGenerator[str]:
    yield _event("answer", {"question": question, **result_fields(answer)})
    async with aclosing(phraser.stream(answer)) as steps:
        async for step in steps:
            if isinstance(step, Sentence):
                yield _event("sentence", sentence_fields(step))
            else:
                yield _event("done", phrased_fields(step))


def _event(name: str, fields: Fields) -> str:
    return f"event: {name}\ndata: {as_json(fields)}\n\n"
