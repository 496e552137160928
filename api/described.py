"""The application before it has routes, and how it describes itself to programs."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from fastapi import FastAPI

from api.replies import Problem

DESCRIPTION = "Search and question answering over board papers, every answer cited to its page."


class Described(FastAPI):
    """FastAPI whose description of itself knows the shape of a problem, and no other shape of an error."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI description, made once."""
        if self.openapi_schema is None:
            schemas = super().openapi()["components"]["schemas"]
            schemas["Problem"] = Problem.model_json_schema()
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
        return super().openapi()


def described() -> Described:
    """An application without routes."""
    return Described(
        title="minutebook",
        version=version("minutebook"),
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,  # api.slashes does
    )
