"""Precedents for a proposal or a draft, and one matter."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Annotated, Any, Protocol

from fastapi import APIRouter, Depends, Query, Request
from fastapi import Path as PathField
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException

from api.drafted import MEGABYTES, drafted, typed
from api.identity.present import gave
from api.limits.bodies import TOO_LARGE
from api.precedent_replies import MatterReply, PrecedentsReply, ProposalAsked
from api.precedent_shape import matter_fields, precedents_fields
from api.problems import documented
from api.shape import Fields
from api.staff.given import file_name
from ingest.errors import UnreadableDocument
from ingest.model import Proposal
from ingest.read.limits import MEBIBYTE
from search.model import Declined, Matter, Precedents

NOTHING = "Say what is to be decided: a sentence, a draft as text, or fields of a proposal."
NO_FILE = "the form holds no file called draft"
BODY_BYTES = 2 * MEBIBYTE  # of a proposal as JSON, every letter of it written as an escape
OTHER_MEDIA = "send JSON, or a form with a file called draft"
ERRORS = documented(400, 404, 409, 413, 415, 422, 503)
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": ProposalAsked.model_json_schema()},
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["draft"],
                    "properties": {
                        "draft": {
                            "type": "string",
                            "format": "binary",
                            "description": f"A draft: DOCX, PDF, Markdown, text, ODT or HTML of up to {MEGABYTES} MB.",
                        }
                    },
                }
            },
        },
    }
}
Address = Annotated[str, PathField(max_length=64, description="A matter's address.", examples=["3f1c9a2b7d10-16-1044"])]
Count = Annotated[int, Query(ge=1, le=50, description="Matters to find.", examples=[10])]


class Precedence(Protocol):
    """Precedents over the libraries that a reader may see."""

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        """The k matters nearest to a proposal, strongest first."""

    def matter(self, address: str) -> Matter:
        """One matter. Raises NotFound."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a request brought: fields of a proposal, or a file."""

    asked: ProposalAsked
    draft: UploadFile | None = None


async def given(request: Request) -> AsyncIterator[Given]:
    """The body as JSON or as a form. Raises RequestValidationError for what does not fit, 415 for anything else."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if media == "application/json":
        yield Given(_asked(await _body(request)))
    elif media == "multipart/form-data":
        async with request.form(max_files=1, max_fields=8) as form:
            draft = form.get("draft")
            if not isinstance(draft, UploadFile):
                raise HTTPException(422, NO_FILE)
            yield Given(ProposalAsked(), draft)
    else:
        raise HTTPException(415, OTHER_MEDIA)


def precedent_routes(held: Precedence) -> APIRouter:
    """Routes over what one reader may see."""
    router = APIRouter()

    @router.post(
        "/precedents",
        response_model=PrecedentsReply,
        responses=ERRORS,
        openapi_extra=BODY,
        summary="How things like a proposal were decided before",
    )
    def precedents(given: Annotated[Given, Depends(given)], k: Count = 10) -> Fields:
        found = held.precedents(_proposal(given), k)
        gave(" ".join(one.matter.address for one in found.precedents) or "nothing like it")
        return precedents_fields(found)

    @router.get(
        "/matters/{address}", response_model=MatterReply, responses=documented(404, 422, 503), summary="A matter"
    )
    def matter(address: Address) -> Fields:
        return matter_fields(held.matter(address))

    return router


def _proposal(given: Given) -> Proposal:
    """What is proposed. Raises Declined where that cannot be read, or is nothing."""
    try:
        if given.draft:
            name = file_name(given.draft.filename or "")
            return drafted(name, given.draft.file.read(MEGABYTES * MEBIBYTE + 1))
        found = given.asked.over(typed(given.asked.text) if given.asked.text.strip() else Proposal())
    except UnreadableDocument as error:
        raise Declined(f"{error.name} cannot be read: it {error.reason.removeprefix('the file ')}.") from error
    if not any("".join(each).strip() for each in (found.title, found.purpose, found.subject, found.recommendations)):
        raise Declined(NOTHING)
    return found


async def _body(request: Request) -> bytes:
    """What a request sends. Raises 413 past BODY_BYTES."""
    content = bytearray()
    async for piece in request.stream():
        content += piece
        if len(content) > BODY_BYTES:
            raise HTTPException(413, TOO_LARGE)
    return bytes(content)


def _asked(body: bytes) -> ProposalAsked:
    try:
        return ProposalAsked.model_validate_json(body)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        raise RequestValidationError([{**one, "loc": ("body", *one["loc"])} for one in faults]) from None
