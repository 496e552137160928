"""A library with each of its engines, all held to one contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from milvus_lite.server_manager import server_manager_instance

from search.add import reindex
from search.engines.engine import Engines
from search.engines.local import Files
from search.library import Library
from search.milvus.engine import Collections
from search.milvus.follower import Follower
from search.milvus.move import move
from search.milvus.server import Server
from search.searcher import Searcher
from tests.search.readings import bag


@dataclass(frozen=True)
class Place:
    """A library open for writing, and how it is asked."""

    library: Library
    engines: Engines
    rebuild: Callable[[], object]
    off: float = 1e-5  # by how much a cosine may differ from that of the vectors that the library holds

    @property
    def searcher(self) -> Searcher:
        return Searcher(self.library, bag(), engines=self.engines)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Milvus Lite on a file of its own."""
    path = tmp_path / "milvus" / "public.db"
    held = Server(str(path))
    yield held
    with suppress(Exception):
        held.close()
    server_manager_instance.release_server(str(path))


@pytest.fixture
def milvus(tmp_path: Path, server: Server) -> Iterator[Place]:
    folder = tmp_path / "followed"
    with Library.open(folder, write=True, follow=Follower(folder, server)) as library:

        def rebuild() -> None:
            with Library.open(folder, write=True) as alone:
                move(alone, server)

        yield Place(library, Collections(folder, server), rebuild)


@pytest.fixture
def files(tmp_path: Path) -> Iterator[Place]:
    folder = tmp_path / "alone"
    with Library.open(folder, write=True) as library:
        yield Place(library, Files(folder), lambda: reindex(library, bag()))


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Place]:
    """The library's own files as a large library has them, from the first passage on."""
    folder = tmp_path / "large"
    with Library.open(folder, write=True) as library:
        yield Place(library, Files(folder, large=1), lambda: reindex(library, bag()), off=1e-3)


@pytest.fixture(params=["files", "large", "milvus"])
def place(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(request.param)
    return found
