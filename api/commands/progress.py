"""How far an ingest has come, on standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from api.intake import Outcome, Watch
from api.walk import Candidate

WEIGHTLESS = 20_000  # a small file takes its time too: added to the size of each, in bytes


@contextmanager
def progress(candidates: Sequence[Candidate]) -> Iterator[tuple[Watch, Callable[[str], None]]]:
    """A watch that draws a bar with pages, passages and time left, and a function that prints a line above it.

    The bar moves by bytes, and within a document by passages. Where standard error is no terminal nothing is drawn.
    """
    if not sys.stderr.isatty():
        yield Watch(), lambda line: print(line, file=sys.stderr, flush=True)
        return
    from rich.console import Console  # a tenth of a second, which nobody waits for in vain
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(stderr=True, highlight=False, markup=False)
    columns = (
        TextColumn("{task.fields[at]}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[passages]} passages", markup=False),
        TimeRemainingColumn(),
        TextColumn("{task.fields[name]}", markup=False),
    )
    weights = iter([_size(candidate) for candidate in candidates])
    with Progress(*columns, console=console, transient=True) as bar:
        total = sum(_size(candidate) for candidate in candidates)
        task = bar.add_task("", total=total, at=f"0/{len(candidates)}", pages=0, passages=0, name="")
        # before, weight: where the bar stood when this document began, and its own share
        state = {"at": 0, "before": 0, "weight": 0, "pages": 0, "passages": 0, "in_hand": 0}

        def begun(name: str) -> None:
            state["at"] += 1
            state["before"], state["weight"] = state["before"] + state["weight"], next(weights)
            bar.update(task, completed=state["before"], at=f"{state['at']}/{len(candidates)}", name=name)

        def read(pages: int, passages: int) -> None:
            state["pages"] += pages
            state["in_hand"] = passages
            bar.update(task, pages=state["pages"])

        def embedded(done: int) -> None:
            part = done / max(state["in_hand"], done, 1)
            passages = state["passages"] + done
            bar.update(task, completed=state["before"] + part * state["weight"], passages=passages)

        def done(outcome: Outcome) -> None:
            if outcome.status == "added" and outcome.document:
                state["passages"] += outcome.document.passages
            bar.update(task, completed=state["before"] + state["weight"], passages=state["passages"])

        yield Watch(begun, read, embedded, done), lambda line: console.print(line, soft_wrap=True)


def _size(candidate: Candidate) -> int:
    try:
        return candidate.path.stat().st_size + WEIGHTLESS
    except OSError:
        return WEIGHTLESS
