"""An invented house for tests of how questions are understood: its bodies, meetings, people, terms and words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from rapidfuzz.distance import DamerauLevenshtein

from search.understand.known import Known, Person, Sitting, Term, gathered
from search.understand.query import Query
from search.understand.understand import understand

TODAY = date(2025, 6, 20)
BOARD, AUDIT, FINANCE, PANEL = "Harbour Board", "Audit Committee", "Finance and Estates Committee", "Ferry Users Panel"


@dataclass(frozen=True, slots=True)
class Words:
    """A lexicon of a few words, each with the number of passages that hold it."""

    held: Mapping[str, int]

    def holds(self, word: str) -> bool:
        """Whether it is one of them."""
        return word in self.held

    def near(self, word: str, changes: int) -> Iterator[list[tuple[str, int]]]:
        """Those that begin alike and are within so many changes, nearest first, in groups."""
        steps = {other: DamerauLevenshtein.distance(word, other) for other in self.held if other[0] == word[:1]}
        close = sorted((step, -self.held[other], other) for other, step in steps.items() if step <= changes)
        for _, group in groupby(close, lambda one: one[0]):
            yield [(other, -count) for _, count, other in group]


WORDS = Words(
    {
        "harbour": 90,
        "dredging": 40,
        "pontoon": 12,
        "ferry": 60,
        "contract": 30,
        "contact": 25,
        "governance": 20,
        "approved": 80,
        "committee": 70,
        "quay": 2,
    }
)


def house() -> Known:
    """The Harbour Board and its committees, from May 2023 to May 2025."""
    board = ("2023-05-18", "2024-01-18", "2024-05-16", "2024-11-14", "2025-01-16", "2025-03-13")
    return gathered(
        {
            "Harbour Board": BOARD,
            "Audit Committee": AUDIT,
            "AC": AUDIT,
            "Finance and Estates Committee": FINANCE,
            "FEC": FINANCE,
            "F&E": FINANCE,
            "Ferry Users Panel": PANEL,
        },
        [
            *(Sitting(BOARD, day, "I") for day in board),
            Sitting(BOARD, "2025-05-15", "I", minutes=False),
            Sitting(AUDIT, "2024-10-08"),
            Sitting(FINANCE, "2025-02-04"),
            Sitting(FINANCE, "2024-12-03"),
            Sitting(PANEL, "2025-04-10"),
        ],
        [
            Person("Jana Fieldgate", frozenset({"JF"}), frozenset({"Chief Executive"}), frozenset({BOARD})),
            Person("Joss Farrow", frozenset({"JF"}), frozenset({"Member"}), frozenset({AUDIT})),
            Person("Orla O'Shea", frozenset({"OOS"}), frozenset({"Harbour Master"}), frozenset({BOARD})),
            Person("Mark Green", frozenset({"MG"}), frozenset(), frozenset({BOARD})),
            Person("Hana May", frozenset({"HM"}), frozenset(), frozenset({FINANCE})),
        ],
        [
            Term("VTS", "Vessel Traffic Service", BOARD),
            Term("VTS", "vessel traffic services", AUDIT),
            Term("CAN", "Coastal Area Network", BOARD),
            Term("IRF", "Incident Report Form", AUDIT),
            Term("IRF", "Integrated Route Forecast", FINANCE),
            Term("MG", "Marine Growth", BOARD),
        ],
        ["41", "HB/2425/017", "12.1"],
        WORDS,
    )


HOUSE = house()


def read(question: str, *dropped: str) -> Query:
    """The question as it is understood there, on an invented day."""
    return understand(question, HOUSE, dropped, TODAY)
