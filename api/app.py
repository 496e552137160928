"""The site: JSON routes and pages over the libraries that this process may open."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

import web
from api.catalogue import Catalogue
from api.headers import SECURITY, SecurityHeaders
from api.phrasing.chosen import phraser
from api.phrasing.phraser import Phraser
from api.problems import misfit, problem, said, status_of
from api.replies import Problem
from api.routes.documents import documents
from api.routes.health import health
from api.routes.registers import register_routes
from api.routes.searching import searching
from api.routes.streaming import streaming
from api.settings import Settings
from ingest.errors import MinutebookError
from search.searcher import Searcher
from web.render import render
from web.trouble import TroublePage
from web.views import views

DESCRIPTION = "Search and question answering over board papers, every answer cited to its page."
ADVICE = "Go back to the first page and search again, or check the address."
FAULT = "something went wrong on this side; try again later"


class Site(FastAPI):
    """FastAPI whose description of itself knows the shape of a problem, and no other shape of an error."""

    def openapi(self) -> dict[str, Any]:
        """The OpenAPI description, made once."""
        if self.openapi_schema is None:
            schemas = super().openapi()["components"]["schemas"]
            schemas["Problem"] = Problem.model_json_schema()
            for unused in ("HTTPValidationError", "ValidationError"):
                schemas.pop(unused, None)
        return super().openapi()


def create_app(settings: Settings, searchers: Mapping[str, Searcher]) -> FastAPI:
    """The application over one searcher for each collection that may be seen."""
    catalogue = Catalogue(searchers)

    @cache  # one for all requests: it bounds how many answers are phrased at once
    def phrasing() -> Phraser:
        return phraser(settings, searchers)

    app = Site(
        title="minutebook",
        version=version("minutebook"),
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.include_router(searching(catalogue, phrasing), prefix="/api/v1")
    app.include_router(streaming(catalogue, phrasing), prefix="/api/v1")
    app.include_router(register_routes(catalogue), prefix="/api/v1")
    app.include_router(documents(catalogue, settings.render_pixels), prefix="/api/v1")
    app.include_router(health(catalogue))
    app.include_router(views(catalogue))
    app.mount("/static", StaticFiles(directory=Path(web.__path__[0]) / "static"))
    app.add_middleware(SecurityHeaders)
    _explain(app)
    return app


def _explain(app: FastAPI) -> None:
    """Every error as problem details, or as a page where a person asked for one."""

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        return _trouble(request, error.status_code, str(error.detail).lower(), dict(error.headers or {}))

    @app.exception_handler(RequestValidationError)
    def misfitting(request: Request, error: RequestValidationError) -> Response:
        return _trouble(request, 422, misfit(error))

    @app.exception_handler(MinutebookError)
    def named(request: Request, error: MinutebookError) -> Response:
        return _trouble(request, status_of(error), said(error))

    @app.exception_handler(Exception)
    def unforeseen(request: Request, error: Exception) -> Response:
        return _trouble(request, 500, FAULT, dict(SECURITY))  # this reply passes by the middleware


def _trouble(request: Request, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    if request.url.path.startswith(("/api/", "/healthz", "/readyz")):
        return problem(status, detail, headers)
    heading = "Page not found" if status == 404 else "This did not work"
    return HTMLResponse(render(TroublePage(heading, f"{detail[:1].upper()}{detail[1:]}.", ADVICE)), status, headers)
