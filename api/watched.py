"""Every request with an id, counted, timed and written down."""

from __future__ import annotations

import re
from time import perf_counter
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.typing import FilteringBoundLogger

from api.metrics import Metrics
from search.stages import Stage, witnessed

ID = "X-Request-ID"
_SOUND = re.compile(r"[A-Za-z0-9._-]{8,64}")
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
TROUBLE = 500
TOO_OFTEN = 429


class Watched:
    """Gives a request its id, or leaves it the one that it came with; tells metrics and log what came of it.

    The log has the route's own form, never the address asked for, nor who asked. With all, every request is written
    down, else those that ended in trouble.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, log: FilteringBoundLogger, every: bool) -> None:
        self.app, self.metrics, self.log, self.every = app, metrics, log, every

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        came = Headers(scope=scope).get(ID, "")
        name = came if _SOUND.fullmatch(came) else uuid4().hex
        seen = _Seen(self.metrics)
        began = perf_counter()

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                seen.status = message["status"]
                MutableHeaders(scope=message)[ID] = name
            await send(message)

        try:
            with witnessed(seen):
                await self.app(scope, receive, sent)
        except BaseException:
            seen.status = seen.status or TROUBLE
            raise
        finally:
            self._note(scope, name, seen, perf_counter() - began)

    def _note(self, scope: Scope, name: str, seen: _Seen, seconds: float) -> None:
        method = scope["method"] if scope["method"] in METHODS else "other"
        route = route_of(scope)
        self.metrics.replied(method, route, seen.status, seconds)
        trouble = seen.status >= TROUBLE or seen.status == TOO_OFTEN
        if self.every or trouble:
            stages = {stage: round(took * 1000, 1) for stage, took in seen.stages.items()}
            told = {"id": name, "method": method, "route": route, "status": seen.status}
            write = self.log.warning if trouble else self.log.info
            write("request", **told, ms=round(seconds * 1000, 1), **({"stages": stages} if stages else {}))


class _Seen:
    """What was done for one request. A status of 0 is none: the client was gone before."""

    def __init__(self, metrics: Metrics) -> None:
        self.metrics, self.status = metrics, 0
        self.stages: dict[Stage, float] = {}

    def took(self, stage: Stage, seconds: float) -> None:
        self.stages[stage] = self.stages.get(stage, 0.0) + seconds
        self.metrics.took(stage, seconds)

    def answered(self, status: str) -> None:
        self.metrics.answered(status)


def route_of(scope: Scope) -> str:
    """The form of the address that a request was routed by, such as "/documents/{document}"; "none" where none fits.

    A router within a router knows its own part of the form alone: what stands before it is fixed.
    """
    root = scope.get("app_root_path", scope.get("root_path", ""))
    path = str(scope["path"]).removeprefix(root)
    form = str(getattr(scope.get("route"), "path", ""))
    if form:
        rest = form
        for name, value in scope.get("path_params", {}).items():
            rest = rest.replace(f"{{{name}}}", str(value))
        return f"{path.removesuffix(rest)}{form}" if path.endswith(rest) else form
    if "endpoint" not in scope:
        return "none"
    return "/static" if path.startswith("/static/") else path
