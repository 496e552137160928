"""Which other items of the registers are on the same matter, and on what evidence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date

from ingest.model import dates
from search.links.likeness import alike
from search.precedents.held import Held, HeldItem, HeldMatter, HeldPaper, named

YEAR = 366  # days within which two items of nearly one title are taken for one matter
LIKE = 0.6  # share of all their telling words that two titles of one matter have in common
NAMED = 0.2  # the same where the paper of one names the body and day of the other
FEW = 8  # titles at most that have all the words which two of them share: what more of them share tells nothing
OFTEN = 0.5  # share of a body's meetings at which an item of a title comes that tells of no matter in particular
# words of titles that tell what is done at a meeting and not on what
_GENERAL = named(
    "new revised approved draft latest minutes notes matters arising action actions log review feedback update report "
    "reports policies policy procedures committee committees board meeting meetings item items business papers"
)
_HEAD = re.compile(r"\s*[:–—]\s*|\s+-\s+")  # what comes behind it says which part of the matter is meant


def linked(held: Held, matter: HeldMatter) -> Iterator[HeldMatter | HeldItem]:
    """The other items on a matter, those without a decision among them; none where its title comes at most meetings.

    Evidence is a title that is nearly the same, or that begins the same before a colon or dash, of another meeting
    within a year. The words that two titles share must stand together in few.
    """
    own = named(matter.title)
    if matter.recurs >= OFTEN or not matter.date or len(own) < 2:
        return
    near = sorted({place for word in own for place in held.titled.get(word, ())})
    for place in near:
        one = held.matters[place] if place < len(held.matters) else held.items[place - len(held.matters)]
        if (one.body, one.date) != (matter.body, matter.date) and same_matter(held, matter, one):
            yield one


def before(held: Held, matter: HeldMatter) -> Iterator[HeldMatter | HeldItem]:
    """The items of committees that a matter's papers say they were at: of that body and day, a telling word in common.

    What a paper says counts only where minutes of that day show such an item.
    """
    for paper in matter.papers:
        days = {each.day.isoformat() for each in dates(paper.committees)}
        every: list[HeldMatter | HeldItem] = [*held.matters, *held.items] if days else []
        for one in every:
            both = named(one.title) & named(paper.title)
            there = one.date in days and one.body in paper.committees
            if there and both - _GENERAL and alike(named(one.title), named(paper.title)) >= NAMED and _few(held, both):
                yield one


def asked_again(held: Held, matter: HeldMatter, references: Collection[str]) -> Iterator[HeldPaper]:
    """The later papers of the same body that say they answer an action which was raised under a matter."""
    told = [
        re.compile(rf"\bactions?\s+(?:no\.?\s+)?(?:\w+,?\s+(?:and\s+)?)?{re.escape(one)}\b", re.I) for one in references
    ]
    for paper in held.papers if told else ():
        if paper.body == matter.body and paper.date > matter.date and any(one.search(paper.purpose) for one in told):
            yield paper


def same_matter(held: Held, matter: HeldMatter, other: HeldMatter | HeldItem) -> bool:
    """Whether the titles and days of two items say that they are on one matter."""
    if (isinstance(other, HeldMatter) and other.recurs >= OFTEN) or not matter.date or not other.date:
        return False
    if abs((date.fromisoformat(matter.date) - date.fromisoformat(other.date)).days) > YEAR:
        return False
    first, second = named(matter.title), named(other.title)
    both = first & second
    if len(both) < 2 or both <= _GENERAL:
        return False
    begun = [head for title in (matter.title, other.title) if len(head := named(_HEAD.split(title)[0])) > 1]
    near = alike(first, second) >= LIKE or any(head <= both for head in begun)
    return near and _few(held, both)


def _few(held: Held, words: Collection[str]) -> bool:
    """Whether few titles have all of some words."""
    return len(frozenset.intersection(*(held.titled.get(word, frozenset()) for word in words))) <= FEW
