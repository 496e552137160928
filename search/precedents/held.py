"""The nouns of matters in short: what scoring looks at, read once for each state of a library."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from search.links.likeness import telling
from search.rank.stems import stems
from search.words import STOP

_MONTHS = frozenset(stem for month in month_name if month for stem in telling(month))


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper put to a meeting, by its row: its item, what it is for, the committees that it names, and what it asks.

    kinds and words are those of its title and of what it asks.
    """

    row: int
    body: str
    date: str
    number: str
    title: str
    purpose: str
    committees: str
    asked: tuple[str, ...]
    kinds: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class HeldItem:
    """An item of minutes under which nothing was decided, by the row of the register of items."""

    row: int
    body: str
    date: str
    item: str
    title: str


@dataclass(frozen=True, slots=True)
class HeldMatter:
    """One matter in short. address is as of Matter; rows are its decisions.

    item and title are as the minutes of document print them. passages are the rows of what shows what was asked and
    decided, spoken those of what was said of it. kinds are those of what was asked and decided; words are the telling
    stems of the same; recurs is the share of the body's other meetings that have decisions under this title, figures
    and months aside, half of it where that is one meeting alone.
    """

    address: str
    document: str
    body: str
    date: str
    item: str
    title: str
    rows: tuple[int, ...]
    verbs: tuple[str, ...]
    leads: tuple[str, ...]
    texts: tuple[str, ...]
    conditions: tuple[str, ...]
    papers: tuple[HeldPaper, ...]
    passages: tuple[int, ...]
    spoken: tuple[int, ...]
    kinds: frozenset[str]
    words: frozenset[str]
    recurs: float

    @property
    def asked(self) -> tuple[str, ...]:
        """What its papers ask for."""
        return tuple(text for paper in self.papers for text in paper.asked)

    @property
    def said(self) -> tuple[str, ...]:
        """Its decisions, each with the line that introduces it."""
        return tuple(f"{lead} {text}".strip() for lead, text in zip(self.leads, self.texts, strict=True))


@dataclass(frozen=True)
class Held:
    """All matters of a state, the items without a decision, and all papers.

    among gives the place of the matter that a passage's row shows; words and kinds weigh most what few matters have;
    holding are the places of the matters with a stem, of_kind of those of a kind, titled of the titles with a telling
    word, the matters' first and the items' behind them; names are the one name of each body by the names that papers
    print.
    """

    matters: tuple[HeldMatter, ...]
    items: tuple[HeldItem, ...]
    papers: tuple[HeldPaper, ...]
    among: Mapping[int, int]
    words: Mapping[str, float]
    kinds: Mapping[str, float]
    holding: Mapping[str, tuple[int, ...]]
    of_kind: Mapping[str, tuple[int, ...]]
    titled: Mapping[str, frozenset[int]]
    names: Mapping[str, str]

    def rarity(self, stem: str) -> float:
        """The weight of a stem; one that no matter holds weighs half as much as the rarest could.

        It may be another word for what is here: were it to weigh all, paraphrases would find nothing.
        """
        return self.words.get(stem, rarity(len(self.matters), 0) / 2)


def told(text: str) -> frozenset[str]:
    """The telling stems of a text."""
    return frozenset(stem for stem in stems(text) if stem not in STOP and len(stem) > 1)


def named(title: str) -> frozenset[str]:
    """The telling words of a title without its figures and months.

    >>> sorted(named("Finance Report, May 2024 (Month 2)"))
    ['financ', 'month', 'report']
    """
    return frozenset(word for word in telling(title) - _MONTHS if word.isalpha())


def rarity(every: int, having: int) -> float:
    """The inverse document frequency of what so many of all matters have, as BM25 has it."""
    return log(1 + (every - having + 0.5) / (having + 0.5))
