"""Whether the words of an answer hold the figures and names of the judged answer.

The rule. Of the judged answer count

- its figures: numbers with their unit and dates, each in one form (`search/judge_figures.py`): £31m is £31 million,
  3-year is three years, 30/04/2025 is 30 April 2025. A number word that opens a list ("Three: ...") does not count;
- its names: people, organisations, bodies, abbreviations (`search/judge_names.py`);

but none that the question itself says, for to repeat those shows nothing. The answer's words hold the judged answer
where they hold every figure and more than half of the names. The answer's words are those that a reader is shown
(`Answered.text`), the place of each statement with them; numbers of items, pages and lines and names of files are no
figures. Initials do not stand for a person. A judged answer that counts neither figures nor names ("Quarterly.") is not
judged by this rule, and a refusal holds nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from search.judge_figures import Amount, Moment, figures
from search.judge_names import Name, holds_name, names


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an answer's words must hold."""

    figures: tuple[Amount | Moment, ...]
    names: tuple[Name, ...]

    def __bool__(self) -> bool:
        return bool(self.figures or self.names)


@dataclass(frozen=True, slots=True)
class Held:
    """What of it a text does not hold."""

    wanted: Wanted
    lost_figures: tuple[Amount | Moment, ...]
    lost_names: tuple[Name, ...]

    @property
    def enough(self) -> bool:
        """Every figure, and more than half of the names."""
        return not self.lost_figures and 2 * len(self.lost_names) <= max(len(self.wanted.names) - 1, 0)


def wanted(answer: str, question: str) -> Wanted:
    """The figures and names of a judged answer that its question does not say."""
    read, asked = figures(answer), figures(question)
    every: list[Amount | Moment] = [*read.amounts, *read.moments]
    return Wanted(
        tuple(sorted((figure for figure in every if not asked.hold(figure)), key=repr)),
        tuple(name for name in names(answer) if not holds_name(question, name)),
    )


def held(text: str, need: Wanted) -> Held:
    """What of the figures and names a text holds and lacks."""
    read = figures(text)
    return Held(
        need,
        tuple(figure for figure in need.figures if not read.hold(figure)),
        tuple(name for name in need.names if not holds_name(text, name)),
    )


def holds_answer(text: str, answer: str, question: str) -> bool | None:
    """Whether text holds enough of the judged answer; None where that holds neither figures nor names to look for."""
    need = wanted(answer, question)
    return held(text, need).enough if need else None
