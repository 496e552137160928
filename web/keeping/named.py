"""What a topic is called, and where it is followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ingest.model import long_date
from search.model import Topic, TopicKind, UnknownTopic
from web.address import with_query
from web.asked import VERBS
from web.wording import counted

# The page that shows all of a topic, by its kind, with what narrows that page beside the topic's own fields.
PAGES: Mapping[TopicKind, tuple[str, Mapping[str, str]]] = {
    "decisions": ("/decisions", {}),
    "actions": ("/actions", {}),
    "overdue": ("/actions", {"status": "overdue"}),
    "item": ("/timeline", {}),
    "search": ("/search", {}),
}
ONE: Mapping[TopicKind, str] = {
    "decisions": "new decision",
    "actions": "new action",
    "overdue": "overdue action",
    "item": "new event",
    "search": "new passage",
}


def name(topic: Topic) -> str:
    """What it is called, to stand after "Keep up with".

    >>> name(Topic.of("decisions", {"body": "ICB Board", "verb": "approved"}))
    'new decisions (ICB Board, approved)'
    >>> name(Topic.of("item", {"text": "Old laundry"})), name(Topic.of("search", {"q": "beds", "year": "2025"}))
    ('the item “Old laundry”', 'the search “beds” (2025)')
    >>> name(Topic.of("overdue", {"owner": "Roe"})), name(Topic.of("actions", {}))
    ('overdue actions (owner Roe)', 'new actions')
    """
    told = ", ".join(_said(topic))
    lead = {
        "decisions": "new decisions",
        "actions": "new actions",
        "overdue": "overdue actions",
        "item": f"the item “{topic.field('text')}”",
        "search": f"the search “{topic.field('q')}”",
    }[topic.kind]
    return f"{lead} ({told})" if told else lead


def told(topic: Topic, count: int) -> str:
    """How much there is of it that is new.

    >>> told(Topic.of("decisions", {"body": "ICB Board"}), 2), told(Topic.of("overdue", {}), 1)
    ('2 new decisions (ICB Board)', '1 overdue action')
    >>> told(Topic.of("item", {"text": "Old laundry"}), 3), told(Topic.of("search", {"q": "beds"}), 1)
    ('the item “Old laundry” came back: 3 new events', '1 new passage for the search “beds”')
    """
    some, named = counted(count, ONE[topic.kind]), name(topic)
    if topic.kind == "item":
        return f"{named} came back: {some}"
    return f"{some} for {named}" if topic.kind == "search" else f"{some}{named[len(ONE[topic.kind]) + 1 :]}"


def page(topic: Topic) -> str:
    """The address of the page that shows all of it."""
    path, more = PAGES[topic.kind]
    return with_query(path, **dict(topic.fields), **more)


def feed(topic: Topic) -> str:
    """The address of its feed."""
    return with_query(f"/feeds/{topic.kind}.atom", **dict(topic.fields))


def followed(topic: Topic) -> str:
    """The address of the page on which it is followed by e-mail."""
    return with_query(f"/keep-up/{topic.kind}", **dict(topic.fields))


def _said(topic: Topic) -> list[str]:
    """What narrows it, in words."""
    said = []
    for field, value in topic.fields:
        if field == "q" or (field == "text" and topic.kind == "item"):
            continue
        words = {
            "verb": VERBS.get(value, value).lower(),
            "owner": f"owner {value}",
            "person": f"presented by {value}",
            "presenter": f"presented by {value}",
            "text": f"with the words “{value}”",
            "status": f"{value} minutes",
            "since": f"from {long_date(value)}",
            "until": f"to {long_date(value)}",
        }
        said.append(words.get(field, value))
    return said


class OfTopic:
    """What a topic is called, and where it is followed."""

    __slots__ = ()
    topic: Topic

    @property
    def name(self) -> str:
        """What it is called."""
        return name(self.topic)

    @property
    def feed(self) -> str:
        """The address of its feed."""
        return feed(self.topic)

    @property
    def followed(self) -> str:
        """The address of the page on which it is followed by e-mail."""
        return followed(self.topic)

    @property
    def back(self) -> str:
        """The address of the page that shows all of it."""
        return page(self.topic)


@dataclass(frozen=True, slots=True)
class Offer(OfTopic):
    """A topic that a page offers to keep up with."""

    topic: Topic


def offers(given: Mapping[str, str], *kinds: TopicKind) -> tuple[Offer, ...]:
    """Topics of these kinds, each with those of the fields given that it has; none where they make no topic."""
    try:
        return tuple(Offer(Topic.of(kind, given)) for kind in kinds)
    except UnknownTopic:
        return ()
