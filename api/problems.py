"""Errors as RFC 9457 problem details."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

from api.errors import Busy, NotDrawable, NotFound, SwitchedOff
from api.identity.model import NotAllowed, NotSignedIn
from ingest.errors import MinutebookError
from search.service.model import Declined

MEDIA = "application/problem+json"
Responses = dict[int | str, dict[str, Any]]
REASONS = {
    400: "What was sent is no form that can be read.",
    401: "Nobody is answered here who has not signed in or shown a key.",
    403: "Your role or your key does not allow it.",
    404: "What the address names is not there.",
    409: "It cannot be done as things stand; the detail says why.",
    405: "The address takes another method.",
    413: "What was sent holds too much.",
    415: "What was sent is of another type than the address takes.",
    422: "A parameter does not fit.",
    500: "Something went wrong on this side.",
    503: "The library cannot be used at the moment.",
}


def problem(status: int, detail: str, headers: dict[str, str] | None = None) -> JSONResponse:
    """The reply for an error of this status."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(body, status, headers, media_type=MEDIA)


def status_of(error: MinutebookError) -> int:
    """The HTTP status of an error of the tree; a library that cannot be used is this side's trouble."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, NotSignedIn):
        return 401
    if isinstance(error, NotAllowed):
        return 403
    if isinstance(error, Declined):
        return 409
    return 422 if isinstance(error, NotDrawable | SwitchedOff) else 503


def said(error: MinutebookError) -> str:
    """What a reader over HTTP is told: never a folder of the machine that serves."""
    told = status_of(error) < 500 or isinstance(error, Busy)
    return str(error) if told else "the library cannot be used at the moment; try again later"


def misfit(error: RequestValidationError) -> str:
    """The first parameter that does not fit and why, without echoing its value."""
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"][1:]) or str(first["loc"][0])
    return f"{place}: {str(first['msg']).lower()}"


def documented(*statuses: int) -> Responses:
    """The errors of a route, for its OpenAPI description."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": REASONS[status],
            "content": {
                MEDIA: {
                    "schema": schema,
                    "example": {
                        "type": "about:blank",
                        "title": HTTPStatus(status).phrase,
                        "status": status,
                        "detail": REASONS[status],
                    },
                }
            },
        }
        for status in statuses
    }
