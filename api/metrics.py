"""What is measured while the site is served, for Prometheus. No label holds a word of a reader or of a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from search.stages import Stage

MEDIA = CONTENT_TYPE_LATEST
BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)  # seconds
Levels = Mapping[tuple[str, ...], float]  # values now, by label values


class Metrics:
    """Counts of one server. Safe between threads."""

    def __init__(self) -> None:
        self._book = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._requests = Histogram(
            "minutebook_request_seconds",
            "Time from a request to the end of its reply, by the route's own form.",
            ("method", "route", "status"),
            buckets=BUCKETS,
            registry=registry,
        )
        self._stages = Histogram(
            "minutebook_stage_seconds", "Time of one stage.", ("stage",), buckets=BUCKETS, registry=registry
        )
        self._answers = Counter(
            "minutebook_answers", "Questions by the status of their answer.", ("status",), registry=registry
        )
        self._turned = Counter(
            "minutebook_turned_away",
            "Requests refused because too much was asked for: rate (429), full or waited (503).",
            ("reason",),
            registry=registry,
        )

    def took(self, stage: Stage, seconds: float) -> None:
        """A stage of a question is over."""
        self._stages.labels(stage).observe(seconds)

    def answered(self, status: str) -> None:
        """A question has its answer."""
        self._answers.labels(status).inc()

    def turned(self, reason: str) -> None:
        """A request was turned away."""
        self._turned.labels(reason).inc()

    def replied(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request has its whole reply."""
        self._requests.labels(method, route, str(status)).observe(seconds)

    def watch(self, name: str, about: str, labels: tuple[str, ...], now: Callable[[], Levels]) -> None:
        """Ask for these values each time that the metrics are read."""
        self._book.register(_Asked(name, about, labels, now))

    def text(self) -> bytes:
        """All of it as Prometheus reads it."""
        return generate_latest(self._book)


class _Asked(Collector):
    def __init__(self, name: str, about: str, labels: tuple[str, ...], now: Callable[[], Levels]) -> None:
        self._name, self._about, self._labels, self._now = name, about, labels, now

    def describe(self) -> Iterable[GaugeMetricFamily]:
        return [GaugeMetricFamily(self._name, self._about, labels=self._labels)]

    def collect(self) -> Iterable[GaugeMetricFamily]:
        family = GaugeMetricFamily(self._name, self._about, labels=self._labels)
        for values, level in self._now().items():
            family.add_metric(values, level)
        return [family]
