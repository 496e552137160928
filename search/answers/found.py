"""What an answer is made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import Connection

from ingest.model import long_date
from search.answers.model import Role, Statement
from search.answers.prints import Prints
from search.answers.weights import stems, weights
from search.engines.counted import Counts, holding
from search.model import Citation, Hit
from search.understand.query import Query

Place = tuple[str, str, str, str]  # body, date, item and title


@dataclass(frozen=True, slots=True)
class Found:
    """A question understood, the passages found for it in rank order, and the pages that prove what they say.

    weights are those of the question's telling words, by their stems; counts says how many passages hold a stem;
    shares keeps what about has found.
    """

    connection: Connection
    query: Query
    hits: tuple[Hit, ...]
    prints: Prints
    weights: Mapping[str, float]
    counts: Counts
    shares: dict[str, float] = field(default_factory=dict, compare=False)

    def quoted(self, hit: Hit, role: Role) -> tuple[Statement, ...]:
        """A passage as a quote, () where its pages do not print it."""
        return (Statement(role, hit.text, hit.citation, True, hit.id),) if self.prints.holds_hit(hit) else ()

    def share(self, *texts: str) -> float:
        """Which share of what the question's words tell stands in the texts, in [0, 1].

        Forms of a word count as alike, and so does an abbreviation with what it stands for.
        """
        held = stems(" ".join(texts))
        for one in self.query.of("abbreviation"):
            short, long = stems(one.printed), stems(one.value)
            held |= short if long <= held else long if short and short <= held else frozenset()
        every = sum(self.weights.values())
        return sum(weight for stem, weight in self.weights.items() if stem in held) / every if every else 0.0

    def about(self, hit: Hit) -> float:
        """Which share a passage holds with its place: meeting, item and headings."""
        if hit.id not in self.shares:
            cited = hit.citation
            held = self.share(hit.text, cited.title, cited.body, long_date(cited.date), *hit.headings)
            self.shares[hit.id] = held
        return self.shares[hit.id]

    def asked_of(self, cited: Citation) -> bool:
        """Whether a place is of the body and the period that the question asks of, where it names any."""
        bodies = {one.value for one in self.query.of("body") if one.source and one.held}
        times = [one for one in self.query.of("period") if one.source and one.held]
        within = [one for one in times if one.first <= cited.date <= (one.last or "9999") and cited.date]
        return (not bodies or cited.body in bodies) and (not times or bool(within))


def found(connection: Connection, query: Query, hits: Sequence[Hit], counts: Counts | None = None) -> Found:
    """What answers are made from, with the weights of the question's words in this library.

    counts says how many passages hold a stem; where it is not given the database is asked.
    """
    counts = counts or partial(holding, connection)
    said = " ".join((query.words, *query.expansions))
    asked = stems(query.words)
    weighed = {stem: weight for stem, weight in weights(connection, said, counts).items() if stem in asked}
    prints = Prints(connection)
    prints.spans([hit.id for hit in hits])  # all at once
    return Found(connection, query, tuple(hits), prints, weighed, counts)


def place(cited: Citation) -> Place:
    """The item that a citation names."""
    return cited.body, cited.date, cited.item, cited.title
