"""In what a matter is like a proposal and unlike it, each said in one clause that names both sides."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator
from textwrap import shorten

from search.links.likeness import telling
from search.links.resolutions import FORM
from search.precedents.asking import Asking, named_processes, words
from search.precedents.held import Held, HeldMatter
from search.precedents.model import Point
from search.precedents.score import Nearness, value
from search.rank.stems import placed

ALIKE = 0.5  # of an aspect, from which on both sides are called alike
COUNTED = telling("million billion thousand hundred pounds year years month months") | telling(" ".join(month_name))
MOST = 4  # words and kinds that one clause names
LETTERS = 120  # of what it quotes


def points(held: Held, asking: Asking, matter: HeldMatter, near: Nearness) -> tuple[Point, ...]:
    """The points of one precedent: kind, subject, process, money and body, those that both sides state."""
    return tuple(
        point
        for found in (
            _kind(asking, matter),
            _subject(held, asking, matter, near),
            _process(asking, matter, near),
            _money(asking, matter, near),
            _body(asking, matter, near),
        )
        for point in found
    )


def _kind(asking: Asking, matter: HeldMatter) -> Iterator[Point]:
    both = sorted(asking.kinds & matter.kinds)
    if both:
        yield Point("kind", True, f"both are about {_listed(both)}")
    elif asking.kinds:
        that = (
            f"that was about {_listed(sorted(matter.kinds))}" if matter.kinds else f"that was “{_short(matter.title)}”"
        )
        yield Point("kind", False, f"asks about {_listed(sorted(asking.kinds))}; {that}")


def _subject(held: Held, asking: Asking, matter: HeldMatter, near: Nearness) -> Iterator[Point]:
    """Both sides by the rarest words that they share, as the proposal prints them; else by their titles."""
    both = sorted(asking.words & matter.words, key=lambda stem: (-held.rarity(stem), stem))
    printed = _printed(asking)
    # that both ask somebody to approve something, name a year or speak of millions is no likeness of subject
    telling_both = [printed[stem] for stem in both if telling(printed.get(stem, "")) - FORM - COUNTED]
    spoken = [word for word in dict.fromkeys(telling_both) if not word.isdigit()]
    if spoken and max(near.met.shown, near.words) >= ALIKE / 2:
        yield Point("subject", True, f"both speak of {_listed(spoken)}")
    else:
        own = asking.proposal.title or asking.proposal.subject or next(iter(asking.texts), "")
        yield Point("subject", False, f"is on “{_short(own)}”; that was on “{_short(matter.title)}”")


def _process(asking: Asking, matter: HeldMatter, near: Nearness) -> Iterator[Point]:
    if near.process is None:
        return
    own = _listed(list(asking.named))
    said = " . ".join((matter.title, *matter.said, *matter.asked))
    held, theirs = set(words(said)), named_processes(said)
    if near.process == 1:
        yield Point("process", True, f"both go by {_listed([one for one in asking.named if held >= set(words(one))])}")
    elif theirs:
        yield Point("process", False, f"goes by {own}; that went by {_listed(list(theirs))}")
    else:
        yield Point("process", False, f"goes by {own}; that names no such process")


def _money(asking: Asking, matter: HeldMatter, near: Nearness) -> Iterator[Point]:
    worth = value(matter)
    if asking.money and worth:
        alike = near.money == 1
        yield Point("money", alike, f"asks for {asking.money.printed}; that was {worth.printed}")
    elif asking.money:
        yield Point("money", False, f"asks for {asking.money.printed}; that states no sum")


def _body(asking: Asking, matter: HeldMatter, near: Nearness) -> Iterator[Point]:
    """A draft that asks "the Board" may well mean the ICB Board: that is no difference, nor is it known to be alike."""
    named, that = [_the(name) for name in asking.proposal.bodies], _the(matter.body)
    if near.body == 1:
        yield Point("body", True, f"both are for the {that}")
    elif named and not any(f" {that}".casefold().endswith(f" {name}".casefold()) for name in named):
        yield Point("body", False, f"asks the {_short(named[0])}; that was the {that}")


def _printed(asking: Asking) -> dict[str, str]:
    """The words of a proposal by their stems, as it prints them first."""
    found: dict[str, str] = {}
    for text in (*asking.texts, asking.proposal.subject):
        for stem, start, end in placed(text):
            found.setdefault(stem, text[start:end])
    return found


def _listed(names: list[str]) -> str:
    """Some names as a list in words.

    >>> _listed(["beds"]), _listed(["beds", "wards", "staff"])
    ('beds', 'beds, wards and staff')
    """
    shown = [_short(name) for name in names[:MOST]]
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else "".join(shown)


def _short(text: str) -> str:
    return shorten(text, LETTERS, placeholder=" …")


def _the(body: str) -> str:
    return re.sub(r"^the\s+", "", body, flags=re.IGNORECASE)
