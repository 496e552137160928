"""How early a search of the library comes upon a matter, for each text of a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.embed import Model
from search.precedents.held import HeldMatter
from search.rank.rank import rank
from search.retrieve import View
from search.understand.query import Query

LETTERS = 600  # of a text that are searched for: more only blur what it asks
HALF = 5  # passages before one that make it count half of the first


def early(view: View, model: Model, texts: Sequence[str]) -> list[dict[int, float]]:
    """For each text the passages that a search gives, by their rows: 1 for the first, less for each later one.

    A text is searched for as it stands: what a question would be strict about, such as a year, is no bound for what
    was decided before.
    """
    queries = (Query(text[:LETTERS], text[:LETTERS], "decision") for text in texts)
    found = (rank(view, model, query).scored for query in queries)
    return [{row: HALF / (HALF + place) for place, (row, _) in enumerate(scored)} for scored in found]


def comes(found: Sequence[Mapping[int, float]], matter: HeldMatter) -> float:
    """How early a matter comes in what early gives, in [0, 1]: the mean over the texts of its first passage's."""
    rows = (*matter.passages, *matter.spoken)
    return sum(max((each.get(row, 0.0) for row in rows), default=0.0) for each in found) / (len(found) or 1)
