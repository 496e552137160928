"""What stands before all routes of a site: who a client is, what may be asked, and what is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from fastapi import APIRouter, FastAPI
from structlog.typing import FilteringBoundLogger
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from api.journal import journal
from api.limits.client import Network, networks, trusted
from api.limits.guard import guard
from api.limits.limited import Refuse, nobody
from api.metrics import Metrics
from api.routes.metrics import measured
from api.settings import Settings
from api.watched import Watched
from search.service import jobs, keys
from search.service.service import Service


@dataclass(frozen=True, slots=True)
class Front:
    """The front of one server."""

    settings: Settings
    proxies: tuple[Network, ...]
    readers: tuple[Network, ...]
    metrics: Metrics
    log: FilteringBoundLogger

    @classmethod
    def of(cls, settings: Settings, log: FilteringBoundLogger | None = None) -> Self:
        """The front by the settings; log is standard output where none is given. Raises UnusableArgument."""
        proxies = networks("MINUTEBOOK_PROXIES", settings.proxies)
        readers = networks("MINUTEBOOK_METRICS_READERS", settings.metrics_readers)
        return cls(settings, proxies, readers, Metrics(), log or journal())

    @property
    def routes(self) -> APIRouter:
        """Where the metrics are read."""
        return measured(self.metrics, self.readers, bool(self.proxies))

    def guard(self, app: FastAPI, refuse: Refuse, service: Service | None) -> None:
        """Put the limits before what an application has by now; a program with a key counts for itself."""

        def holder(key: str) -> str:
            if service is None:
                return nobody(key)
            with service.read() as connection:
                found = keys.held(connection, key)
            return str(found.id) if found else ""

        def working() -> dict[tuple[str, ...], float]:
            if service is None:
                return {}
            with service.read() as connection:
                return {labels: float(count) for labels, count in jobs.counted(connection).items()}

        self.metrics.watch("minutebook_jobs", "Jobs of the worker, by kind and state.", ("kind", "state"), working)
        guard(app, self.settings, refuse, self.metrics, holder)

    def watch(self, app: FastAPI) -> None:
        """Count and time whatever comes to an application, and know its clients behind the proxies."""
        app.add_middleware(Watched, metrics=self.metrics, log=self.log, every=self.settings.log == "requests")
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=trusted(self.proxies))
