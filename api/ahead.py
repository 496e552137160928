"""Documents read by several processes while the one before is being embedded."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")


def ahead(work: Callable[[T], R], jobs: Iterable[T], workers: int) -> Iterator[tuple[T, Future[R]]]:
    """Each job with its outcome, in order; at most workers are under way and at most one more is waiting to be taken.

    When the caller stops early, jobs that have not begun never begin.
    """
    pool = ThreadPoolExecutor(workers, thread_name_prefix="read")
    waiting: deque[tuple[T, Future[R]]] = deque()
    try:
        for job in jobs:
            waiting.append((job, pool.submit(work, job)))
            if len(waiting) > workers:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
