from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.model import Proposal
from search.model import Precedents
from search.searcher import Searcher
from tests.library import searcher, take
from tests.search.precedents.papers import bus_shelter, papers

Find = Callable[..., Precedents]


@pytest.fixture(scope="session")
def parish(tmp_path_factory: pytest.TempPathFactory, placed: Callable[[Path], Path]) -> Iterator[Searcher]:
    """A library with three sets of minutes of the parish."""
    folder = tmp_path_factory.mktemp("parish")
    placed(folder / "public")
    take(folder, papers(folder / "papers"))
    ready = searcher(folder)
    with ready.library:
        yield ready


@pytest.fixture(scope="session")
def shelter(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    """A library with one matter from the committee before it and its paper to the decision."""
    folder = tmp_path_factory.mktemp("shelter")
    take(folder, bus_shelter(folder / "papers"))
    return searcher(folder)


@pytest.fixture
def find(parish: Searcher) -> Find:
    """The precedents for a sentence."""

    def found(sentence: str, k: int = 10) -> Precedents:
        return parish.precedents(Proposal(recommendations=(sentence,)), k)

    return found
