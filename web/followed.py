"""Feeds of actions and of one item: what was asked of whom, what is overdue, and what came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from ingest.model import long_date
from search.model import ActionEntry, Event, Topic
from web.address import marked
from web.atom import Entry, Feed
from web.feeds import NEWEST, Arrivals
from web.keeping.named import feed, name, page
from web.site import Site
from web.timeline import Told
from web.wording import capital

SUBTITLES = {
    "actions": "What somebody was asked to do, from the minutes and action logs held by {}",
    "overdue": "Actions past their day that no minutes or action log held by {} say are done",
    "item": "What the papers held by {} say of one item, from meeting to meeting",
}


def actions(found: Sequence[ActionEntry], topic: Topic, arrivals: Arrivals, site: Site, most: int = NEWEST) -> Feed:
    """The actions whose first mention came last."""
    return _feed(topic, (_action(one, arrivals, site) for one in found), site, most)


def overdue(found: Sequence[ActionEntry], topic: Topic, arrivals: Arrivals, site: Site, most: int = NEWEST) -> Feed:
    """The actions that became overdue last; one that is given another day and passes it is news again."""
    return _feed(topic, (_late(one, arrivals, site) for one in found), site, most)


def returning(found: Sequence[Event], topic: Topic, arrivals: Arrivals, site: Site, most: int = NEWEST) -> Feed:
    """What happened to an item, by when the paper came that says so."""
    seen: Counter[str] = Counter()
    return _feed(topic, (_event(one, arrivals, site, seen) for one in found), site, most)


def _feed(topic: Topic, entries: Iterable[Entry], site: Site, most: int) -> Feed:
    """Entries newest first, each key once."""
    held = {one.key: one for one in entries}
    newest = sorted(held.values(), key=lambda one: (one.updated, one.published), reverse=True)
    subtitle = SUBTITLES[topic.kind].format(site.named)
    author = site.organisation or site.service
    return Feed(capital(name(topic)), subtitle, feed(topic), page(topic), author, tuple(newest[:most]))


def _action(one: ActionEntry, arrivals: Arrivals, site: Site) -> Entry:
    came = min(arrivals.time(mention.citation) for mention in one.history)
    return _entry(one, f"action\x1f{one.body}\x1f{one.address}", "Action", came, came, site)


def _late(one: ActionEntry, arrivals: Arrivals, site: Site) -> Entry:
    """Overdue since the day after its own, or since the paper came that shows it to be."""
    since = f"{date.fromisoformat(one.due_on) + timedelta(1)}T00:00:00+00:00"
    came = min(arrivals.time(mention.citation) for mention in one.history)
    key = f"overdue\x1f{one.body}\x1f{one.address}\x1f{one.due_on}"
    return _entry(one, key, "Overdue", max(since, came), max(since, came), site)


def _entry(one: ActionEntry, key: str, lead: str, published: str, updated: str, site: Site) -> Entry:
    at = one.citation
    day = long_date(one.due_on)
    due = f"Due: {day or one.due}." if day or one.due else "No day is given."
    raised = f"Raised on {long_date(one.raised)}." if one.raised else ""
    number = f"Action {one.reference}." if one.reference else ""
    facts = " ".join(part for part in (number, raised, due, f"Owner: {', '.join(one.owner) or 'not stated'}.") if part)
    owner = f" for {', '.join(one.owner)}" if one.owner else ""
    return Entry(
        key,
        f"{lead}{owner}: {at.place}",
        marked(at, one.first.spans),
        at.body or site.organisation or site.service,
        f"{one.text or 'No words given'}\n\n{facts}\n\n{at.file}, {at.sheet}.",
        published,
        updated,
        one.status,
        one.text,
    )


def _event(one: Event, arrivals: Arrivals, site: Site, seen: Counter[str]) -> Entry:
    """Known by what happened, when and in which words, so that another printing is not news."""
    told, at = Told(one), one.citation
    key = "\x1f".join(("event", one.kind, one.body, one.date, one.item, one.title, one.text))
    seen[key] += 1
    came = arrivals.time(at)
    lead = "Purpose of the paper: " if one.kind == "paper" and one.text else ""
    parts = (f"{lead}{one.text}", f"{told.note}." if told.note else "", f"{at.file}, {at.sheet}.")
    return Entry(
        key if seen[key] == 1 else f"{key}\x1f{seen[key]}",
        f"{told.kind}: {at.place}",
        told.address,
        at.body or site.organisation or site.service,
        "\n\n".join(part for part in parts if part),
        came,
        came,
        one.kind,
        "" if lead else one.text,
    )
