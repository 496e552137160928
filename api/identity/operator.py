"""Who runs a command on this machine, and what the audit log says of it."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from pathlib import Path

from search.errors import LibraryMissing
from search.service import audit
from search.service.access import Deed
from search.service.service import Service


def operator() -> str:
    """The account that runs the command, as the audit log has it."""
    try:
        return f"command line: {getpass.getuser()}"
    except (KeyError, OSError):  # an account without a name, as in a container
        return "command line"


def service_of(folder: Path) -> Service:
    """The service data of a folder that is there; a mistyped one is reported, not made. Raises LibraryMissing."""
    if not folder.is_dir():
        raise LibraryMissing(folder)
    return Service.open(folder)


def logged(folder: Path, deed: Deed, about: Iterable[str], detail: str = "") -> None:
    """Write one line for each thing that a command did something to; no file is made where there is nothing."""
    done = list(about)
    if done:
        with Service.open(folder) as service, service.change() as connection:
            for one in done:
                audit.record(connection, operator(), "", deed, one, detail)
