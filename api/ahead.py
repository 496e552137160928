"""Documents read by several processes while the one before is being embedded."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def _nothing(job: object, future: object) -> None:
    """What is done meanwhile where nothing is."""


def ahead(
    work: Callable[[T], R],
    jobs: Iterable[T],
    workers: int,
    meanwhile: Callable[[T, Future[R]], None] = _nothing,
) -> Iterator[tuple[T, Future[R]]]:
    """Each job with its outcome, in order; at most workers are under way and at most one more is waiting to be taken.

    While the next in order is under way, meanwhile is called with each later one that is done, once. When the caller
    stops early, jobs that have not begun never begin.
    """
    pool = ThreadPoolExecutor(workers, thread_name_prefix="read")
    waiting: deque[tuple[T, Future[R]]] = deque()
    seen: set[Future[R]] = set()

    def taken() -> tuple[T, Future[R]]:
        job, future = waiting.popleft()
        while not future.done():
            later = [(other, one) for other, one in waiting if one not in seen]
            wait([future, *(one for _, one in later)], return_when=FIRST_COMPLETED)
            done = next(((other, one) for other, one in later if one.done()), None)
            if done and not future.done():
                seen.add(done[1])
                meanwhile(*done)
        seen.discard(future)
        return job, future

    try:
        for job in jobs:
            waiting.append((job, pool.submit(work, job)))
            if len(waiting) > workers:
                yield taken()
        while waiting:
            yield taken()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
