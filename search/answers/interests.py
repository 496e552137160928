"""What a person has declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from search import rows
from search.answers.found import Found
from search.answers.model import Statement
from search.registers.entries import Slice, Wanted
from search.registers.interests import declarations, interests

MOST = 8  # interests of one person that are shown
READ = 100  # declarations that are looked at, the newest
LIKE = 0.8  # of what the best declaration holds of the question's words, which another needs to be shown


def declared(found: Found) -> Iterator[Statement]:
    """The rows of the registers of interests of the people named, and what they declared in meetings."""
    for person in found.query.of("person"):
        listed = interests(found.connection, Wanted(person=person.value), Slice(0, MOST)).entries
        for entry in listed:
            one = entry.interest
            passage = found.prints.passage_at(entry.citation.document, one.spans)
            stored = rows.passage(found.connection, passage) if passage else None
            if stored and found.prints.holds(entry.citation.document, stored.spans, stored.text):
                yield Statement("entry", stored.text, stored.citation, True, passage)
    yield from _told(found)


def _told(found: Found) -> Iterator[Statement]:
    """What was declared in meetings: by the people named, else what fits the question best."""
    people = [one.value for one in found.query.of("person")]
    bodies = [one.value for one in found.query.of("body") if one.held]
    for person in people or [""]:
        asked = Wanted(person=person, body=bodies[0] if bodies else "")
        told = declarations(found.connection, asked, Slice(0, READ)).entries
        weighed = [(found.share(one.declaration.text, one.declaration.title), one) for one in told]
        most = max((share for share, _ in weighed), default=0.0)
        for share, said in weighed[:READ]:
            cited = said.citation
            if share < LIKE * most or (not people and not share):
                continue
            if found.asked_of(cited) and found.prints.holds(
                cited.document, said.declaration.spans, said.declaration.text
            ):
                yield Statement("entry", said.declaration.text, replace(cited, presenters=()))
