"""Whether the process lives and whether it can answer."""

from __future__ import annotations

from threading import Condition, Event

from cachetools import TTLCache, cached
from fastapi import APIRouter, HTTPException

from api.catalogue import Catalogue
from api.problems import documented
from api.readiness import CLOSING
from api.replies import HealthReply
from api.shape import Fields

LOOKED_SECONDS = 0.25  # for which what was found is told again
ASKED_AGAIN = {"Cache-Control": "no-store"}


def health(catalogue: Catalogue, closing: Event) -> APIRouter:
    """Routes for whoever watches the process; closing is set once it takes no more work."""
    router = APIRouter()

    # Nobody waits for a turn here, so that no flood of this may reach the libraries either.
    @cached(TTLCache(1, LOOKED_SECONDS), condition=Condition())
    def looked() -> str:
        return catalogue.fault()

    @router.get("/healthz", response_model=HealthReply, summary="The process lives")
    def lives() -> Fields:
        return {"status": "ok"}

    @router.get("/readyz", response_model=HealthReply, responses=documented(503), summary="Questions can be answered")
    def ready() -> Fields:
        fault = CLOSING if closing.is_set() else looked()
        if fault:
            raise HTTPException(503, fault, ASKED_AGAIN)
        return {"status": "ok"}

    return router
