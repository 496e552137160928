"""How long the stages of a question take, and what came of it, told to whoever listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from time import perf_counter
from typing import Literal, Protocol

Stage = Literal["understand", "embed", "retrieve", "rank", "answer", "render"]


class Witness(Protocol):
    """Who listens."""

    def took(self, stage: Stage, seconds: float) -> None:
        """A stage is over; the stages within it are counted apart."""

    def answered(self, status: str) -> None:
        """A question was answered or refused: the status of its answer."""


_witness: ContextVar[Witness | None] = ContextVar("witness", default=None)


@contextmanager
def witnessed(witness: Witness) -> Iterator[None]:
    """Let witness hear of all that is done in the block, in threads that it hands work to as well."""
    token = _witness.set(witness)
    try:
        yield
    finally:
        _witness.reset(token)


@contextmanager
def stage(name: Stage) -> Iterator[None]:
    """The block is a stage."""
    began = perf_counter()
    try:
        yield
    finally:
        if listener := _witness.get():
            listener.took(name, perf_counter() - began)


def answered(status: str) -> None:
    """A question came to an answer of this status."""
    if listener := _witness.get():
        listener.answered(status)
