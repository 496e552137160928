"""What the server writes down of its work: one JSON object a line, without a person's words or address."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Mapping
from typing import TextIO, cast

import structlog
from structlog.typing import FilteringBoundLogger


def journal(out: TextIO | None = None) -> FilteringBoundLogger:
    """A logger whose lines go to out, standard output where none is given."""
    log = structlog.wrap_logger(
        structlog.WriteLogger(out or sys.stdout),
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
    )
    return cast(FilteringBoundLogger, log)


class Journaled(logging.Handler):
    """Writes what libraries log into a journal: who logs and, for an error, its kind and where it was raised.

    The words of an error are left out, since they may hold what a reader asked.
    """

    def __init__(self, log: FilteringBoundLogger) -> None:
        super().__init__(logging.WARNING)
        self.log = log

    def emit(self, record: logging.LogRecord) -> None:
        """One record."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            self.log.log(record.levelno, "message", source=record.name, said=str(record.msg).strip())
        else:
            self.log.log(record.levelno, "error", source=record.name, **_told(error))


def _told(error: BaseException) -> Mapping[str, object]:
    frames = traceback.extract_tb(error.__traceback__)
    return {"kind": type(error).__name__, "at": [f"{frame.name}:{frame.lineno}" for frame in frames[-6:]]}


def keep(log: FilteringBoundLogger) -> None:
    """Let the server's own messages go into the journal."""
    for name in ("uvicorn", "asyncio", "mcp"):
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [Journaled(log)], False
        logger.setLevel(logging.WARNING)
    # what it warns of is what clients send, in their words
    logging.getLogger("mcp").setLevel(logging.ERROR)
