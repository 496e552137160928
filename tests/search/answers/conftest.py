from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from search import hits
from search.answers.compose import compose
from search.model import Answer, Hit
from search.retrieve import View
from search.searcher import Searcher
from search.understand.query import Constraint, Intent, Query
from tests.library import searcher, take
from tests.search.answers.papers import papers

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library with the papers of the Harbour Board."""
    folder = tmp_path_factory.mktemp("harbour")
    take(folder, papers(folder / "papers"))
    return folder


@pytest.fixture
def ready(library: Path) -> Searcher:
    return searcher(library)


@pytest.fixture
def view(ready: Searcher) -> Iterator[View]:
    with ready.view() as view:
        yield view


@pytest.fixture
def ask(view: View) -> Ask:
    """The answer to a question of an intent over the passages that hold the words given, in their order."""

    def asked(question: str, intent: Intent, *held: str, constraints: tuple[Constraint, ...] = ()) -> Answer:
        query = Query(question, question, intent, constraints, parts=(question,))
        return compose(view.connection, query, passages(view, *held))

    return asked


def passages(view: View, *held: str) -> tuple[Hit, ...]:
    """The first passage that holds each of some words, ranked in that order."""
    found: list[Hit] = []
    for words in held:
        query = "SELECT row FROM passages WHERE instr(text, ?) > 0 ORDER BY row"
        row = view.connection.exec_driver_sql(query, (words,)).scalar()
        assert row is not None, words
        found += hits.hits(view.connection, [(int(row), 1 - 0.01 * len(found))], 1)
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(found, start=1))
