"""Questions to begin with, made from what the newest papers hold, each of them tried before it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from sqlalchemy import Connection

from ingest.model import long_date
from search.answers.model import Kind
from search.links.people import plain
from search.model import Answer, Answered
from search.registers.actions import actions
from search.registers.decisions import decisions
from search.registers.entries import DecisionEntry, Slice, Wanted
from search.registers.glossary import glossary

MOST = 4  # examples
TRIED = 5  # questions of one kind that are tried until one is answered
READ = 60  # newest entries of a register that are looked at
SHORT = range(8, 51)  # letters of a title that a short question can hold
CERTAIN = 0.45  # confidence of an answer that is fit to be an example
# Titles of what every meeting does say nothing of these papers.
_USUAL = re.compile(
    r"\b(?:minutes|apolog\w*|welcome|declar\w*|interests?|action log|matters arising|questions? from|any other|"
    r"urgent business|next meeting|forward plan|introductions?|quorum|agenda|close)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Example:
    """A question with the kind of answer that it should have, and words of which one must be in what it says first."""

    text: str
    kind: Kind
    holds: tuple[str, ...]


def examples(connection: Connection, ask: Callable[[str], Answer]) -> tuple[str, ...]:
    """At most MOST questions of different kinds that ask answers as they should be, of the newest meetings first.

    The same library gives the same questions. Where a kind has none, another has two.
    """
    decided = list(decisions(connection, Wanted(), Slice(0, READ)).entries)
    kinds = (_decided(decided), _presented(decided), _asked_to_do(connection), _meant(connection))
    found = [[one for one, _ in zip(_answered(kind, ask), range(2), strict=False)] for kind in kinds]
    dealt = [one for turn in zip_longest(*found) for one in turn if one]
    return tuple(dict.fromkeys(dealt))[:MOST]


def _answered(asked: Iterator[Example], ask: Callable[[str], Answer]) -> Iterator[str]:
    """Those of the first few questions that have the answer that is expected of them."""
    for _, one in zip(range(TRIED), asked, strict=False):
        answer = ask(one.text)
        if isinstance(answer, Answered) and answer.kind == one.kind and answer.confidence >= CERTAIN:
            said = " ".join(statement.text for statement in answer.statements if statement.role != "also")
            if any(words in said for words in one.holds):
                yield one.text


def _decided(entries: Sequence[DecisionEntry]) -> Iterator[Example]:
    """What was decided on an item, each title once."""
    for entry in _titled(entries):
        month = long_date(entry.citation.date).split(" ", 1)[1]
        text = f"What was decided on {_inside(entry.citation.title)} in {month}?"
        yield Example(text, "decision", (entry.decision.text,))


def _presented(entries: Sequence[DecisionEntry]) -> Iterator[Example]:
    """Who presented an item, the oldest of the newest first, so that it is not the item of the question before."""
    for entry in reversed(list(_titled(entries))):
        names = tuple(plain(name) for name in entry.citation.presenters)
        if names:
            yield Example(f"Who presented {_inside(entry.citation.title)}?", "person", names)


def _titled(entries: Sequence[DecisionEntry]) -> Iterator[DecisionEntry]:
    """The first decision of each item whose title is short and tells what it is about."""
    seen: set[str] = set()
    for entry in entries:
        cited = entry.citation
        if cited.date and cited.title not in seen and _telling(cited.title) and entry.decision.verb != "noted":
            seen.add(cited.title)
            yield entry


def _telling(title: str) -> bool:
    return len(title) in SHORT and not _USUAL.search(title) and title.replace(" ", "").isalpha()


def _inside(title: str) -> str:
    """A title within a sentence: its first letter small where its word is no name or abbreviation."""
    first, *others = title.split()
    plainly = first.istitle() and all(word.islower() for word in others)
    return f"{first.lower()} {' '.join(others)}".strip() if plainly else title


def _asked_to_do(connection: Connection) -> Iterator[Example]:
    """Which action was agreed on an item, each title once."""
    seen: set[str] = set()
    for entry in actions(connection, Wanted(status="open"), Slice(0, READ)).entries:
        if entry.owner and entry.title not in seen and _telling(entry.title):
            seen.add(entry.title)
            yield Example(f"What action was agreed on {_inside(entry.title)}?", "action", (entry.text,))


def _meant(connection: Connection) -> Iterator[Example]:
    """What an abbreviation stands for, each once, those with the longest meaning first."""
    terms = [one for one in glossary(connection, Wanted()).entries if one.short.isalpha() and one.short.isupper()]
    meant = {one.short: one.long for one in terms if len(one.short) > 2}
    for short, long in sorted(meant.items(), key=lambda one: (-len(one[1].split()), one[0])):
        yield Example(f"What does {short} stand for?", "definition", (long,))
