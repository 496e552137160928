"""What one judged question came to; the measures are named and described here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

DEPTH = 10
RECALL = tuple(f"recall@{k}" for k in (1, 3, 5, 10))
# In the order in which they are shown.
MEASURES: Mapping[str, str] = {
    **{f"recall@{k}": f"share of the answer's parts among the first {k}" for k in range(1, DEPTH + 1)},
    "mrr@10": "1 / rank of the first passage that answers",
    "ndcg@10": "gain is the number of parts that a passage is the first to hold",
    "complete@5": "questions of several parts: all of them among the first 5",
    "cite_date": "first hits that cite the right date of meeting",
    "cite_body": "first hits that cite the right body",
    "cite_item": "first hits that cite the right item",
    "cite_presenter": "first hits that cite the right presenters",
    "cite_page": "first hits whose cited pages hold the right page",
    "cite_place": "first hits that cite date, body and item rightly",
    "answer_holds": "answers whose words hold the judged answer's figures and names",
    "answered_right": "of all that was answered: the first passage is one that answers",
    "unanswerable_declined": "questions without an answer that were refused",
    "answerable_declined": "questions with an answer that were refused",
}
SHOWN = tuple(name for name in MEASURES if not name.startswith("recall@") or name in RECALL)


@dataclass(frozen=True, slots=True)
class Scored:
    """One question with its figures by measure, each in [0, 1]; a measure that does not apply to it is absent.

    rank is that of the first passage that answers, 0 where none of the first ten does; found and parts count the parts
    of the answer among the first ten and those needed. first is where the first passage stands. confidence, in [0, 1],
    is the search's own estimate that the first passage answers; None where it gives none.
    """

    id: str
    question: str
    kind: str
    answerable: bool
    answered: bool
    figures: dict[str, float]
    rank: int = 0
    parts: int = 0
    found: int = 0
    first: str = ""
    confidence: float | None = None

    @property
    def right(self) -> bool:
        """Whether the first passage answers."""
        return self.rank == 1
