"""The limits of one site, put before its routes."""

from __future__ import annotations

import os

from fastapi import FastAPI

from api.limits.bodies import Bodies
from api.limits.gate import Gate, Turns
from api.limits.kinds import Kind
from api.limits.limited import Holder, Limited, Refuse, nobody
from api.limits.rates import Rates, rates_of
from api.metrics import Metrics
from api.settings import Settings

A_PROCESSOR = 2  # requests that are worked on at the same time: one computes while another waits for the disk
PICTURES = 2  # of them that draw a page, each in a process of its own
PHRASED = 6  # that wait for a language model


def guard(app: FastAPI, settings: Settings, refuse: Refuse, metrics: Metrics, holder: Holder = nobody) -> None:
    """Let a request pass the rates, the bounds of its size and the queue, in that order.

    holder says who holds a key that works.
    """
    gates = _gates(settings)
    metrics.watch("minutebook_working", "Requests worked on now.", ("place",), lambda: _levels(gates, "working"))
    metrics.watch(
        "minutebook_waiting", "Requests that wait for their turn.", ("place",), lambda: _levels(gates, "queued")
    )
    kinds: dict[Kind, Gate] = dict.fromkeys(("pages", "questions", "forms", "letters"), gates["work"])
    kinds |= {"pictures": gates["pictures"], "phrased": gates["phrased"]}
    app.add_middleware(Turns, gates=kinds, refuse=refuse, told=metrics.turned)
    app.add_middleware(Bodies, most=(settings.file_megabytes + 1) * 2**20, refuse=refuse)
    rates = Rates(rates_of(settings.rates))
    app.add_middleware(Limited, rates=rates, refuse=refuse, told=metrics.turned, holder=holder)


def _gates(settings: Settings) -> dict[str, Gate]:
    places = settings.at_once or A_PROCESSOR * (os.cpu_count() or 1)
    slots = {"work": places, "pictures": PICTURES, "phrased": PHRASED}
    return {name: Gate(n, settings.queue, settings.queue_seconds) for name, n in slots.items()}


def _levels(gates: dict[str, Gate], level: str) -> dict[tuple[str, ...], float]:
    return {(name,): float(getattr(gate, level)) for name, gate in gates.items()}
