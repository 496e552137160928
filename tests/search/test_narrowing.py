"""A narrowed search finds and says nothing from outside, and what it finds first is what would have come first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from search.links.people import plain
from search.model import UNDATED, WHOLE, Answered, Citation, Hit, Narrowed, Refused
from search.searcher import Searcher
from tests.library import searcher, take
from tests.search.answers.papers import papers

COMMITTEE = """# Minutes of the Finance Committee (FC) Meeting

Held on 14 January 2025 at 10.00 am in the Town Hall

## Members

- Ada Green (AG), Head of Midwifery

## 1. Ferry contract (presented by Dr Sam White)

Dr White said that the ferry contract had cost £2.2 million in its first half year.

Resolved: The Committee noted the report on the ferry contract.

ACTION: AG to report on ferry fares by 1 March 2025.

## 2. Pier closure (presented by Ada Green)

AG reported that the pier planks had been surveyed and that the pier closure had been rejected by the Harbour Board.

Resolved: The Committee endorsed repairs to the pier.
"""
SEPTEMBER = """# Minutes of the Harbour Board Meeting

Held on 12 September 2024 at 10.00 am in the Town Hall

## 1. Ferry contract (presented by Dr S White)

Resolved: The Board noted that the ferry contract had been signed.
"""
QUESTIONS = (
    "what was decided on the ferry contract",
    "who presented the pier closure",
    "why was the pier closure approved",
    "which actions are open on the pier planks",
    "list all decisions on the pier",
    "how much does the ferry contract cost",
    "what is TDS",
    "north quay landings",
    "what happened to the pier closure over time",
    "what interest did Sam White declare",
)
NARROWED = (
    Narrowed(body="Harbour Board"),
    Narrowed(body="Finance Committee"),
    Narrowed(body="FC"),
    Narrowed(year="2024"),
    Narrowed(year="2025"),
    Narrowed(year=UNDATED),
    Narrowed(kind="decision"),
    Narrowed(kind="discussion"),
    Narrowed(kind="action"),
    Narrowed(kind="table row"),
    Narrowed(presenter="Sam White"),
    Narrowed(presenter="Ada Green"),
    Narrowed(body="Harbour Board", year="2024", kind="decision", presenter="Robin Black"),
    Narrowed(year="2025", kind="decision"),
)
PAIRS = tuple(product(QUESTIONS, NARROWED))
NAMES = {"FC": "Finance Committee"}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory, placed: Callable[[Path], Path]) -> Iterator[Searcher]:
    folder: Path = tmp_path_factory.mktemp("narrowed")
    placed(folder / "public")
    for name, text in {"committee.md": COMMITTEE, "2024-09.md": SEPTEMBER}.items():
        (papers(folder / "papers") / name).write_text(text, encoding="utf-8")
    assert [outcome.status for outcome in take(folder, folder / "papers")] == ["added"] * 5
    ready = searcher(folder)
    with ready.library:
        yield ready


def place_fits(cited: Citation, narrowed: Narrowed) -> bool:
    names = {plain(name) for name in cited.presenters}
    return (
        (not narrowed.body or cited.body == NAMES.get(narrowed.body, narrowed.body))
        and (not narrowed.year or (cited.date[:4] or UNDATED) == narrowed.year)
        and (not narrowed.presenter or bool(names & {narrowed.presenter, f"S {narrowed.presenter.split()[-1]}"}))
    )


def fits(hit: Hit, narrowed: Narrowed) -> bool:
    return place_fits(hit.citation, narrowed) and (not narrowed.kind or hit.kind == narrowed.kind)


@pytest.mark.parametrize(("question", "narrowed"), PAIRS)
def test_every_passage_of_a_narrowed_search_fits(ready: Searcher, question: str, narrowed: Narrowed) -> None:
    hits = ready.found(question, narrowed=narrowed)
    assert all(fits(hit, narrowed) for hit in hits)
    places = [twin.citation for hit in hits for twin in hit.also]
    assert all(place_fits(cited, narrowed) for cited in places)
    assert ready.find(question, 3, narrowed=narrowed) == hits[:3]


@pytest.mark.parametrize(("question", "narrowed"), PAIRS)
def test_what_comes_first_is_the_first_of_all_that_fits(ready: Searcher, question: str, narrowed: Narrowed) -> None:
    of_all = [hit for hit in ready.found(question) if fits(hit, narrowed)]
    hits = ready.found(question, narrowed=narrowed)
    assert {hit.id for hit in hits} >= {hit.id for hit in of_all}
    assert bool(hits) == bool(of_all)
    if of_all:
        best = max(hit.score for hit in of_all)
        assert hits[0].id in {hit.id for hit in of_all if hit.score == best}
        assert hits[0].score > best - 0.001  # lower among all where a list of those present stands before it


@pytest.mark.parametrize(("question", "narrowed"), PAIRS)
def test_nothing_is_said_from_outside(ready: Searcher, question: str, narrowed: Narrowed) -> None:
    answer = ready.answer(question, narrowed=narrowed)
    said = answer.statements if isinstance(answer, Answered) else answer.contrary
    hits = answer.hits if isinstance(answer, Answered) else answer.nearest
    assert all(fits(hit, narrowed) for hit in hits)
    for statement in said:
        assert place_fits(statement.citation, narrowed), statement
        stored = ready.library.passage(statement.passage) if statement.passage else None
        assert stored is None or not narrowed.kind or stored.kind == narrowed.kind, statement
    if isinstance(answer, Refused):
        assert narrowed.said in answer.explained


def test_a_refusal_says_what_the_narrowed_search_covered(ready: Searcher) -> None:
    narrowed = Narrowed(body="Finance Committee", year="2025")
    answer = ready.answer("zeppelin mooring quotations", narrowed=narrowed)
    assert isinstance(answer, Refused)
    assert (answer.coverage.documents, answer.coverage.meetings) == (1, 1)
    assert (answer.coverage.first, answer.coverage.last) == ("2025-01-14", "2025-01-14")
    assert "The search was narrowed to Finance Committee, 2025." in answer.explained


@pytest.mark.parametrize(
    "narrowed", [Narrowed(body="Drains Panel"), Narrowed(year="1999"), Narrowed(presenter="Nobody At All")]
)
def test_a_value_that_is_not_here_leaves_nothing(ready: Searcher, narrowed: Narrowed) -> None:
    answer = ready.answer("what was decided on the ferry contract", narrowed=narrowed)
    assert isinstance(answer, Refused)
    assert (answer.reason, answer.nearest, answer.coverage.passages) == ("outside_coverage", (), 0)


def test_a_question_of_another_body_or_year_than_the_search_is_refused(ready: Searcher) -> None:
    asked = "what did the Harbour Board decide on the ferry contract in May 2024"
    for narrowed in (Narrowed(body="Finance Committee"), Narrowed(year="2025")):
        answer = ready.answer(asked, narrowed=narrowed)
        assert isinstance(answer, Refused), narrowed
        assert "narrowed to" in answer.explained
    assert isinstance(ready.answer(asked, narrowed=Narrowed(body="Harbour Board", year="2024")), Answered)


def test_the_values_to_choose_from_each_leave_something(ready: Searcher) -> None:
    facets = ready.facets()
    assert facets.bodies == ("Finance Committee", "Harbour Board")
    assert facets.years == ("2025", "2024", UNDATED)
    assert facets.presenters == ("Robin Black", "Ada Green", "Sam White")
    values = [
        *(Narrowed(body=name) for name in facets.bodies),
        *(Narrowed(year=year) for year in facets.years),
        *(Narrowed(kind=kind) for kind in facets.kinds),
        *(Narrowed(presenter=name) for name in facets.presenters),
    ]
    assert all(ready.found("harbour ferry pier", narrowed=narrowed) for narrowed in values)


def test_one_person_is_found_under_the_names_that_papers_print(ready: Searcher) -> None:
    hits = ready.found("ferry contract", narrowed=Narrowed(presenter="dr sam white"))
    assert {hit.citation.presenters for hit in hits} == {("Sam White",), ("Dr Sam White",), ("Dr S White",)}


def test_an_unnarrowed_search_is_the_search_as_it_was(ready: Searcher) -> None:
    for question in QUESTIONS:
        assert ready.answer(question, narrowed=WHOLE) == ready.answer(question)
        assert ready.results(question).answer.question == question
