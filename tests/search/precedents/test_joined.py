"""Precedents of several collections are one list, and each collection is ranked alone."""

from __future__ import annotations

import pytest

from api.catalogue import Catalogue
from api.errors import NotFound
from ingest.model import Proposal
from search.searcher import Searcher
from tests.library import searcher, take

HELD_APART = """# Minutes of the Parish Council Meeting

Held on 4 June 2024 at 7.00 pm in the Reading Room

## 1. Grass cutting contract

Resolved: The Council rejected the award of a contract for grass cutting at £30,000 a year.

## 2. Hedge cutting contract

Resolved: The Council approved the award of a contract for hedge cutting.
"""


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Searcher:
    folder = tmp_path_factory.mktemp("apart")
    (folder / "2024-06.md").write_text(HELD_APART, encoding="utf-8")
    take(folder / "library", folder / "2024-06.md")
    return searcher(folder / "library")


CUTTING = Proposal(recommendations=("award a contract for grass cutting",))


def test_the_collections_are_dealt_out_in_turn(parish: Searcher, other: Searcher) -> None:
    both = Catalogue({"public": parish, "restricted": other})
    found = both.precedents(CUTTING, 3)
    alone = parish.precedents(CUTTING).precedents, other.precedents(CUTTING).precedents
    assert [one.matter for one in found.precedents[:2]] == [alone[0][0].matter, alone[1][0].matter]
    assert [one.rank for one in found.precedents] == [1, 2, 3]
    assert found.looked.count("Looked through") == 2


def test_what_one_collection_refused_is_not_hidden_by_what_another_approved(parish: Searcher, other: Searcher) -> None:
    cut = Proposal(recommendations=("have the grass cut",))
    assert [one.matter.outcome for one in parish.precedents(cut, 1).precedents] == ["granted"]
    found = Catalogue({"public": parish, "restricted": other}).precedents(cut, 1)
    assert [one.matter.outcome for one in found.precedents] == ["rejected"]


def test_a_matter_is_found_in_whichever_collection_holds_it(parish: Searcher, other: Searcher) -> None:
    both = Catalogue({"public": parish, "restricted": other})
    for one in both.precedents(CUTTING).precedents:
        assert both.matter(one.matter.address) == one.matter
    with pytest.raises(NotFound):
        both.matter("3f1c9a2b7d10-1-1")


def test_without_a_collection_nothing_is_found_and_that_is_said() -> None:
    found = Catalogue({}).precedents(CUTTING)
    assert (found.precedents, found.wording) == ((), ())
    assert found.looked == "Looked through no decisions: none are held here."
