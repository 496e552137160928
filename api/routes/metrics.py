"""What is measured, for those who watch the process."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

from api.limits.client import Network, among
from api.metrics import MEDIA, Metrics
from api.problems import Responses, documented

CLOSED = "metrics are for those whom MINUTEBOOK_METRICS_READERS names"
FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip")
TEXT: Responses = {200: {"content": {MEDIA: {}}}}


def measured(metrics: Metrics, readers: Sequence[Network], proxied: bool) -> APIRouter:
    """The route, open to readers. proxied says that addresses of clients come from proxies that are trusted.

    Where none is, a request that a proxy passed on is nobody's: that the proxy stands on this machine says nothing of
    who asked.
    """
    router = APIRouter()

    @router.get("/metrics", response_class=Response, responses=TEXT | documented(403), summary="Metrics for Prometheus")
    def read(request: Request) -> Response:
        passed_on = not proxied and any(name in request.headers for name in FORWARDED)
        if passed_on or request.client is None or not among(request.client.host, readers):
            raise HTTPException(403, CLOSED)
        return Response(metrics.text(), media_type=MEDIA, headers={"Cache-Control": "no-store"})

    return router
