"""Whether the process lives and whether it can answer."""

from __future__ import annotations

from fastapi import APIRouter

from api.catalogue import Catalogue
from api.problems import documented
from api.replies import HealthReply
from api.shape import Fields


def health(catalogue: Catalogue) -> APIRouter:
    """Routes for whoever watches the process."""
    router = APIRouter()

    @router.get("/healthz", response_model=HealthReply, summary="The process lives")
    def lives() -> Fields:
        return {"status": "ok"}

    @router.get("/readyz", response_model=HealthReply, responses=documented(503), summary="Questions can be answered")
    def ready() -> Fields:
        catalogue.coverage()
        return {"status": "ok"}

    return router
