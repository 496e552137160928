"""One action through the minutes that asked for it and the logs that follow it."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from search.links.due import due_on
from search.links.held import HeldAction
from search.links.likeness import alike, held, plain_item, telling

# a status, or the first words of an update, that ends an action; what stands before them must not deny it
_CLOSED = re.compile(r"\b(?:closed?|completed?|completion|done|discharged|achieved|withdrawn|implemented)\b", re.I)
_DENIED = re.compile(
    r"\b(?:not|partly|partially|nearly|almost|being|to\s+be|for|propose[ds]?|recommend\w*|on\s+track|until|when|"
    r"awaiting|near|due|expected|in\s+progress|if|can|may|should|will|open|ongoing)\b|\bin-?\s?complete",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"^\W*(?:action\s+)?(?:now\s+)?(?:closed|completed?|discharged)\b(?!\s+(?:by|in|when|if|once)\b)", re.IGNORECASE
)
# a reference of several counters ("25/039.1"), which no other meeting's action bears
_COUNTED = re.compile(r"\d\W*[^\W\d]*\W\d")
SAME, LIKE, FAINT, SPARSE = 0.75, 0.5, 0.3, 3
MOST = 300  # actions of one day that an entry is compared with


@dataclass(frozen=True, slots=True)
class Thread:
    """One action of one body. entries are the places that print it, in order of their day; the rest is their sum.

    text, item, title and raised are of the first entry that states them; owner, due and stated (the status as printed)
    of the last; due_on is ISO or ""; last is the day of the last entry; closed says that the last entry closes it.
    """

    address: str
    reference: str
    raised: str
    item: str
    title: str
    text: str
    owner: tuple[str, ...]
    due: str
    due_on: str
    stated: str
    closed: bool
    last: str
    source: str
    entries: tuple[HeldAction, ...]


@dataclass(slots=True)
class _Open:
    """A thread in the making."""

    entries: list[HeldAction]
    words: list[frozenset[str]]
    sheets: set[tuple[str, bool]] = field(default_factory=set)


def threads(body: str, entries: Sequence[HeldAction]) -> list[Thread]:
    """Every action of one body, each with all places that print it.

    Two entries are one action where they bear one reference and were raised at one meeting or say much the same; else
    where they were raised at one meeting, under one item where both name one, and say the same. Two entries of one list
    are always two actions.
    """
    ordered = sorted(entries, key=lambda one: (one.seen or one.raised, not one.action, one.sheet, one.row))
    made: list[_Open] = []
    by_reference: defaultdict[str, dict[int, _Open]] = defaultdict(dict)
    by_day: defaultdict[str, dict[int, _Open]] = defaultdict(dict)
    start = 0
    while start < len(ordered):
        sheet = (ordered[start].sheet, ordered[start].action)
        end = start
        while end < len(ordered) and (ordered[end].sheet, ordered[end].action) == sheet:
            end += 1
        chosen = _placed([(one, telling(one.text)) for one in ordered[start:end]], sheet, by_reference, by_day)
        for one, words, thread in chosen:
            if thread is None:
                thread = _Open([], [])
                made.append(thread)
            thread.entries.append(one)
            thread.words.append(words)
            thread.sheets.add(sheet)
            by_reference[plain_item(one.reference)][id(thread)] = thread
            by_day[one.raised][id(thread)] = thread
        start = end
    return _addressed([_summed(body, thread.entries) for thread in made])


def closes(status: str, update: str) -> bool:
    """Whether a status, or an update where no status is given, says that the action has ended.

    >>> closes("Complete", ""), closes("Proposed for closure", ""), closes("", "Closed. Report went to the Board.")
    (True, False, True)
    """
    if status.strip():
        return bool(_CLOSED.search(status)) and not _DENIED.search(status)
    return bool(_OPENING.search(update))


def _placed(
    fresh: list[tuple[HeldAction, frozenset[str]]],
    sheet: tuple[str, bool],
    by_reference: Mapping[str, Mapping[int, _Open]],
    by_day: Mapping[str, Mapping[int, _Open]],
) -> list[tuple[HeldAction, frozenset[str], _Open | None]]:
    """The entries of one list, each with the thread that it goes on, best likeness first."""
    pairs = []
    for place, (one, words) in enumerate(fresh):
        reference = plain_item(one.reference)
        near = dict(list(by_day.get(one.raised, {}).items())[-MOST:])
        near |= by_reference.get(reference, {}) if reference else {}
        for thread in near.values():
            if sheet not in thread.sheets and (likeness := _likeness(one, words, thread)):
                pairs.append((likeness, -place, thread))
    taken: dict[int, _Open] = {}
    used: set[int] = set()
    for _, place, thread in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        if -place not in taken and id(thread) not in used:
            taken[-place] = thread
            used.add(id(thread))
    return [(one, words, taken.get(place)) for place, (one, words) in enumerate(fresh)]


def _likeness(one: HeldAction, words: frozenset[str], thread: _Open) -> float:
    """How surely an entry goes on a thread: 0 where it does not, over 1 where a reference says so."""
    same = max(_same(words, other) for other in thread.words)
    days = {other.raised for other in thread.entries} - {""}
    references = {plain_item(other.reference) for other in thread.entries} - {""}
    reference = plain_item(one.reference)
    if one.raised and days and one.raised not in days:
        wanted = FAINT if _COUNTED.search(reference) else SAME
        return 1 + same if reference in references and same >= wanted else 0
    if reference and references:
        if reference not in references:
            return 0
        return 1 + same if (one.raised and one.raised in days) or same >= LIKE else 0
    items = {plain_item(other.item) for other in thread.entries} - {""}
    apart = bool(one.item and items) and plain_item(one.item) not in items
    if apart or bool(one.raised) != bool(days):
        return 0
    if not one.raised:  # a log that names no meeting: only the same words are the same action
        return same if same >= 0.9 else 0
    return same if same >= (LIKE if one.item and items else SAME) else 0


def _same(one: frozenset[str], other: frozenset[str]) -> float:
    """Likeness of two wordings; a short one must be the same word for word."""
    if min(len(one), len(other)) < SPARSE:
        return 1.0 if one == other else 0.0
    shares = held(one, other), held(other, one)
    return max(alike(one, other), 0.9 * min(shares), 0.8 * max(shares))


def _summed(body: str, entries: list[HeldAction]) -> Thread:
    first, last = entries[0], entries[-1]
    due = next((one for one in reversed(entries) if one.due), first)
    raised = next((one.raised for one in entries if one.raised), "")
    text = next((one.text for one in entries if one.text), "")
    item = next((one.item for one in entries if one.item), "")
    stated = next((one.status for one in reversed(entries) if one.status), "")
    digest = hashlib.sha256("\x1f".join((body, raised, item, text)).encode("utf-8", "replace")).hexdigest()
    kinds = {"minutes" if one.action else "action log" for one in entries}
    return Thread(
        address=digest[:12],
        reference=next((one.reference for one in entries if one.reference), ""),
        raised=raised,
        item=item,
        title=next((one.title for one in entries if one.title), ""),
        text=text,
        owner=next((one.owner for one in reversed(entries) if one.owner), ()),
        due=due.due,
        due_on=due_on(due.due, due.raised or raised),
        stated=stated,
        closed=closes(last.status, last.update),
        last=last.seen,
        source="minutes and action log" if len(kinds) > 1 else kinds.pop(),
        entries=tuple(entries),
    )


def _addressed(found: list[Thread]) -> list[Thread]:
    """Threads with addresses of their own: an action that is printed twice in one list is counted."""
    taken: defaultdict[str, int] = defaultdict(int)
    unique = []
    for thread in found:
        taken[thread.address] += 1
        count = taken[thread.address]
        unique.append(thread if count == 1 else replace(thread, address=f"{thread.address}-{count}"))
    return unique
