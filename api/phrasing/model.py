"""What phrasing gives: checked sentences, or why there are none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Why = Literal[
    "empty",
    "too_long",
    "markup",
    "no_citation",
    "unknown_citation",
    "not_a_decision",  # it states a decision, and no passage that it cites is one
    "unsupported",
]
Reason = Literal[
    "not_answered",  # there is nothing to phrase
    "unsupported",  # no sentence stood the check
    "timed_out",
    "unreachable",
    "refused",  # the server replied with another status than 200, a redirect among them
    "malformed",
    "cut_off",
    "too_much",
    "busy",  # as many answers as may be phrased at once are being phrased
]
REASONS: tuple[Reason, ...] = get_args(Reason)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that stood the check. text is plain text without its citations, which are the ranks of hits."""

    text: str
    citations: tuple[int, ...]

    def __post_init__(self) -> None:
        if not self.citations:
            raise ValueError("a sentence needs at least one citation")

    @property
    def cited(self) -> str:
        """The sentence with its citations: "The Board approved the plan. [1]"."""
        return f"{self.text} {''.join(f'[{rank}]' for rank in self.citations)}"


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of the model's that did not stand the check, and why."""

    why: Why


@dataclass(frozen=True, slots=True)
class Phrased:
    """An answer in sentences, each with its citations. Without a sentence it cannot be made.

    dropped is how many lines of the model's did not stand the check.
    """

    sentences: tuple[Sentence, ...]
    dropped: int = 0

    def __post_init__(self) -> None:
        if not self.sentences:
            raise ValueError("a phrased answer needs at least one sentence")

    @property
    def text(self) -> str:
        """All sentences on one line, each with its citations."""
        return " ".join(sentence.cited for sentence in self.sentences)


@dataclass(frozen=True, slots=True)
class Unphrased:
    """The extractive answer stands alone, and why."""

    reason: Reason
