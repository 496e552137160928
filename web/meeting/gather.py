"""From all that is held of a sitting to its items, each fact under the item that it belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ingest.model import Item
from search.model import ActionEntry, MeetingEntry
from web.address import slug
from web.decided import Decided
from web.meeting.facts import Asking, Declared, Raised
from web.meeting.held import Held
from web.meeting.matters import Matter, Print, folded

T = TypeVar("T")
TELLING = 4  # letters of a word that tells one title from another


@dataclass(frozen=True, slots=True)
class Gathered:
    """The items of a sitting in order, and what stands under none of them."""

    matters: tuple[Matter, ...]
    decisions: tuple[Decided, ...] = ()
    actions: tuple[Raised, ...] = ()
    papers: tuple[Asking, ...] = ()


def ranked(meetings: Sequence[MeetingEntry]) -> list[MeetingEntry]:
    """The records of a sitting: minutes, confirmed ones and those received last before others; then agendas."""

    def weight(one: MeetingEntry) -> tuple[bool, bool, str]:
        return one.stored.meeting.kind == "minutes", one.state == "confirmed", one.stored.meeting.received[1]

    return sorted(meetings, key=weight, reverse=True)


def gathered(held: Held, before: str = "") -> Gathered:
    """The items of one sitting with what stands under each; before begins the anchors of its items.

    An item is the same in two documents where its title is, or its number and a word of its title.
    """
    records = ranked(held.meetings)
    prints = _prints(records)
    minuted = any(one.stored.meeting.kind == "minutes" for one in records)
    decisions = _under(prints, held.decisions, lambda one: (one.decision.item, one.decision.title))
    actions = _under(prints, held.actions, lambda one: (one.item, one.title))
    papers = _under(prints, held.papers, lambda one: (one.paper.number, one.paper.title), announced=True)
    declared = _under(prints, held.declarations, lambda one: (one.declaration.item, one.declaration.title))
    raised = _raised(held)
    anchors = _anchors(prints, before)
    matters = tuple(
        Matter(
            tuple(each),
            anchors[at],
            minuted and not any(one.minutes for one in each),
            tuple(map(Decided, decisions[at])),
            tuple(map(raised, actions[at])),
            tuple(map(Asking, papers[at])),
            tuple(map(Declared, declared[at])),
        )
        for at, each in enumerate(prints)
    )
    loose = (map(Decided, decisions[-1]), map(raised, actions[-1]), map(Asking, papers[-1]))
    return Gathered(matters, tuple(loose[0]), tuple(loose[1]), tuple(loose[2]))


def _prints(records: Iterable[MeetingEntry]) -> list[list[Print]]:
    """Each item with all the places that print it; what one record has alone stands behind what it has before it."""
    found: list[list[Print]] = []
    for record in records:
        stored, earlier, at = record.stored, list(found), 0
        free = earlier
        minutes = stored.meeting.kind == "minutes"
        for item in stored.meeting.items:
            one = Print(item, stored.document, stored.file, minutes)
            same = next((each for each in free if _same(each[0].item, item)), None)
            same = same or next((each for each in earlier if _holds(each[0].item, item)), None)
            if same is None:
                found.insert(at, [one])
                at += 1
            else:
                same.append(one)
                free = [each for each in free if each is not same]
                at = next(place for place, each in enumerate(found, 1) if each is same)
    return found


def _under(
    prints: Sequence[Sequence[Print]],
    facts: Iterable[T],
    of: Callable[[T], tuple[str, str]],
    announced: bool = False,
) -> defaultdict[int, list[T]]:
    """The facts by the place of their item in prints, -1 for none; of gives the item's number and title.

    announced are facts that carry the agenda's numbers, which the minutes may have changed.
    """
    exact: dict[tuple[str, str], int] = {}
    number: dict[str, int] = {}
    for at, each in enumerate(prints):
        for one in each:
            exact.setdefault((one.item.number, one.item.title), at)
            if announced and one.item.number and not one.minutes:
                number.setdefault(one.item.number, at)
    found: defaultdict[int, list[T]] = defaultdict(list)
    for fact in facts:
        named = of(fact)
        place = number.get(named[0], exact.get(named))
        if place is None:
            like = (at for at, each in enumerate(prints) if any(_alike(named, one.item) for one in each))
            place = next(like, -1)
        found[place].append(fact)
    return found


def _same(first: Item, second: Item) -> bool:
    return _alike((first.number, first.title), second)


def _holds(first: Item, second: Item) -> bool:
    """Whether minutes took the second under the first: 4.1 and 4.2 of the agenda under their item 4."""
    parent = second.number.strip(". ").rpartition(".")[0]
    return bool(parent) and _alike((parent, second.title), first)


def _alike(named: tuple[str, str], item: Item) -> bool:
    number, title = named[0].strip(". ").casefold(), folded(named[1])
    if title and title == folded(item.title):
        return True
    shared = set(title.split()) & set(folded(item.title).split())
    return bool(number) and number == item.number.strip(". ").casefold() and any(len(w) >= TELLING for w in shared)


def _raised(held: Held) -> Callable[[ActionEntry], Raised]:
    """What shows an action, with the place of its words in the minutes of this meeting."""
    spans = {
        (one.stored.document, action.text): action.spans
        for one in held.meetings
        for action in one.stored.meeting.actions
    }
    return lambda entry: Raised(entry, spans.get((entry.citation.document, entry.text), ()))


def _anchors(prints: Sequence[Sequence[Print]], before: str) -> list[str]:
    """An address on the page for each item: its number, else its title, told apart where two are alike."""
    seen: Counter[str] = Counter()
    found = []
    for each in prints:
        item = each[0].item
        name = f"{before}item-{slug(item.number or item.title)}"
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name}-again-{seen[name]}")
    return found
