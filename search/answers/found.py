"""What an answer is made from."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from search.answers.model import Role, Statement
from search.answers.prints import Prints
from search.model import Citation, Hit
from search.understand.query import Query
from search.words import STOP, terms

STEM = 5  # letters by which the forms of one word are known for the same
Place = tuple[str, str, str, str]  # body, date, item and title


@dataclass(frozen=True, slots=True)
class Found:
    """A question understood, the passages found for it in rank order, and the pages that prove what they say."""

    connection: Connection
    query: Query
    hits: tuple[Hit, ...]
    prints: Prints

    def quoted(self, hit: Hit, role: Role) -> tuple[Statement, ...]:
        """A passage as a quote, () where its pages do not print it."""
        return (Statement(role, hit.text, hit.citation, True, hit.id),) if self.prints.holds_hit(hit) else ()

    def share(self, *texts: str) -> float:
        """Which share of the question's telling words stands in the texts, in [0, 1]; word forms count as alike."""
        asked = stems(self.query.words)
        return len(asked & stems(" ".join(texts))) / len(asked) if asked else 0.0

    def asked_of(self, cited: Citation) -> bool:
        """Whether a place is of the body and the period that the question asks of, where it names any."""
        bodies = {one.value for one in self.query.of("body") if one.source and one.held}
        times = [one for one in self.query.of("period") if one.source and one.held]
        within = [one for one in times if one.first <= cited.date <= (one.last or "9999") and cited.date]
        return (not bodies or cited.body in bodies) and (not times or bool(within))


def place(cited: Citation) -> Place:
    """The item that a citation names."""
    return cited.body, cited.date, cited.item, cited.title


def stems(text: str) -> frozenset[str]:
    """The beginnings of a text's telling words.

    >>> sorted(stems("Was the closure of a ward closed?"))
    ['close', 'closu', 'ward']
    """
    return frozenset(term[:STEM] for term in terms(text) if term not in STOP)
