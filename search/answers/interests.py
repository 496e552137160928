"""What a person has declared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from search import rows
from search.answers.found import Found
from search.answers.model import Statement
from search.registers.interests import declarations, interests
from search.registers.wanted import Slice, Wanted

MOST = 8


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
        told = declarations(found.connection, Wanted(person=person.value), Slice(0, MOST)).entries
        for said in told:
            cited = said.citation
            if found.asked_of(cited) and found.prints.holds(
                cited.document, said.declaration.spans, said.declaration.text
            ):
                yield Statement("entry", said.declaration.text, replace(cited, presenters=()))
