"""What holds for every test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.catalogues import Server, serving

Place = Callable[[Path], Path]

# Folders whose tests share what takes long to make: libraries, servers, a browser.
TOGETHER = (
    *("tests/journeys", "tests/leaks", "tests/fuzz", "tests/api/identity", "tests/api/agents", "tests/api/bulk"),
    *("tests/api/evaluation", "tests/api/cluster"),
)
# Where several processes share the tests, these begin, so that none of them is left to one process at the end.
LONGEST = (
    *("tests/journeys", "tests/leaks", "tests/ingest/test_hostile_files.py", "tests/search/test_crashes.py"),
    *("tests/api/test_killed_ingest.py", "tests/search/test_lost_writes.py", "tests/api/test_hostile.py"),
)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A server of PostgreSQL."""
    with serving() as running:
        yield running


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def placed(request: pytest.FixtureRequest) -> Place:
    """What gives a library that is to be made in a folder its database: in the folder, and then on a server."""

    def place(folder: Path) -> Path:
        if request.param == "postgresql":
            request.getfixturevalue("server").kept(folder)
        return folder

    return place


def pytest_configure(config: pytest.Config) -> None:
    """All tests ask as one client, and far more than a reader does; those of the limits set their own."""
    os.environ.setdefault("MINUTEBOOK_RATES", "")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where several processes share the tests, those of one file or folder stay in one process, the longest first."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    places = {item: item.path.relative_to(config.rootpath).as_posix() for item in items}
    for item, place in places.items():
        group = next((folder for folder in TOGETHER if place.startswith(f"{folder}/")), place)
        item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: _rank(places[item]))


def _rank(place: str) -> int:
    """Where a file comes in the order of all."""
    return next((rank for rank, one in enumerate(LONGEST) if place.startswith(one)), len(LONGEST))
