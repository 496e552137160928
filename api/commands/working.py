"""minutebook work."""

from __future__ import annotations

import math
import os
import sys
from pathlib import Path
from threading import Thread
from time import monotonic, sleep
from typing import Annotated

import typer

from api.commands.options import LibraryFolder, ModelName, model, say, settings
from api.errors import STOPPED

IDLE = 0.5  # seconds between two looks for a job
SETTLED = 60.0  # seconds after which an idle worker looks at the libraries again


def work(
    library: LibraryFolder = None,
    name: ModelName = None,
    tied: Annotated[bool, typer.Option("--tied", help="End when standard input ends.")] = False,
) -> None:
    """Read, publish and withdraw what staff hand in, until it is stopped. `serve` starts it where that is turned on."""
    from api.staff.desk import folder
    from api.staff.worker import Worker
    from search.lock import sole_writer
    from search.service.service import Service

    chosen = settings(library=library, model=name)
    if tied:
        Thread(target=_end_with_input, daemon=True).start()
    uploads: Path = folder(chosen)
    with (
        sole_writer(uploads, math.inf, lambda: say(f"{uploads}: waiting for another worker to end")),
        Service.open(chosen.library) as service,
    ):
        worker = Worker(chosen, service, lambda held: model(chosen, held))
        worker.recover()
        settled = monotonic()
        try:
            while True:
                if worker.step():
                    continue
                if monotonic() - settled > SETTLED:
                    worker.settle()
                    settled = monotonic()
                sleep(IDLE)
        except KeyboardInterrupt:
            # Nothing waits for readers that are still at work: they die with this process.
            os._exit(STOPPED)


def _end_with_input() -> None:
    while sys.stdin.buffer.read(1024):
        pass
    os._exit(0)
