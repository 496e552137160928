"""Who presented, chaired, attended, leads or has declared: the field of the register, and the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from search.answers.attendance import chairs, initialled, lines_of, posts, present
from search.answers.authors import authors
from search.answers.found import Found, place
from search.answers.interests import declared
from search.answers.model import Statement
from search.answers.passages import quoted
from search.model import Hit

NEAR = 5  # hits among which the item stands whose presenter is asked for


def presenters(found: Found) -> Iterator[Statement]:
    """Who presented the item that fits the question best, of those that the first passages stand under."""
    items: dict[tuple[str, ...], Hit] = {}
    for hit in found.hits[:NEAR]:
        if hit.citation.presenters and found.asked_of(hit.citation):
            items.setdefault(place(hit.citation), hit)
    fitting = sorted(items.values(), key=lambda hit: (-found.share(hit.citation.title), hit.rank))
    for hit in fitting[:1]:
        yield Statement("presenter", "; ".join(hit.citation.presenters), hit.citation, False, hit.id)


# What of a person is asked, by the words that tell it; the first that fits and finds something answers.
MAKERS: Mapping[str, Callable[[Found], Iterator[Statement]]] = {
    r"\binterests?\b|\bdeclar|\bconflict|\bsits? on\b|\btrustee\b|\brole\b": declared,
    r"\bpresent(?:ed|er|ers|ing|s)\b|\bintroduc|\bbrought\b|\bspoke to\b": presenters,
    r"\bchair": chairs,
    r"\bapolog|\babsent|\battend|\bpresent\b|\bthere at\b|\bwas\b.*\bat\b|\banyone from\b": present,
    r"\bauthor|\bwrote\b|\bwritten by\b|\blead(?:s|er)?\b|\bled by\b|\bprepared\b|\bresponsible\b": authors,
}


def people(found: Found) -> tuple[Statement, ...]:
    """Fields first, each with the line that prints it, and then the passage; () where there is nothing but passages.

    People whom a quote names by their initials are written out as the list of the meeting has them.
    """
    asked = [make for rule, make in MAKERS.items() if re.search(rule, found.query.words, re.IGNORECASE)]
    fields = next((fields for make in (*asked[:1], lines_of) if (fields := tuple(make(found)))), ())
    shown = {one.passage for one in fields if one.passage}
    passages = tuple(quoted(found, "passage", 1, shown))
    if fields:
        return (*fields, *initialled(found, [one for one in fields if one.role == "entry"]), *passages)
    named = (*initialled(found, passages), *(() if asked else posts(found)))
    return (*passages, *{one.text: one for one in reversed(named)}.values())
