"""What people put right by hand, for whoever reads a document again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ingest.model import Correction
from search.service.kept import held
from search.service.service import DATABASE, Service

Corrections = Callable[[str], tuple[Correction, ...]]


@contextmanager
def kept(folder: Path) -> Iterator[Corrections]:
    """A function from the hash of a file to its corrections; where the folder has no service data, to none."""
    if not (folder / DATABASE).is_file():
        yield lambda sha256: ()
        return
    with Service.open(folder) as service:
        yield reader(service)


def reader(service: Service) -> Corrections:
    """A function from the hash of a file to the corrections of it that hold."""

    def corrections(sha256: str) -> tuple[Correction, ...]:
        with service.read() as connection:
            return tuple(one.correction for one in held(connection, sha256))

    return corrections
