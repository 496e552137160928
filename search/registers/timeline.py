"""The story of a subject: the items, papers, decisions and actions about it, over all bodies, in order of day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, or_, select

from search import schema
from search.citation import Citation
from search.dialect import number_at
from search.links.likeness import plain_item, telling
from search.packing import unpack_span, unpack_spans
from search.registers.actions import actions_of
from search.registers.decisions import citation as decided_at
from search.registers.decisions import cited
from search.registers.entries import Event, EventKind, Listing, Slice, Wanted
from search.registers.wanted import (
    ALL,
    current,
    holds,
    known_body,
    label,
    names,
    spellings,
    within,
)

ORDER: tuple[EventKind, ...] = ("agenda", "paper", "minutes", "decision", "action")
MOST = 10_000  # titles in one query
NEAR = 0.6  # share of a title's telling words that the asked words must have, where they do not all stand in it


def timeline(connection: Connection, wanted: Wanted, part: Slice = ALL) -> Listing[Event]:
    """The events about wanted.text, oldest first; those without a day come before all others.

    The text is a reference, an item's number with letters in it, or words: an item or paper is about them where its
    title holds all of their telling words, or they hold nearly all of its; a decision or action stands under such an
    item or holds all of the words itself, and then its item is told of too.
    """
    asked = telling(wanted.text)
    if not asked:
        return Listing(0, ())
    subject = _subject(connection, asked, plain_item(wanted.text))
    events = [*_decisions(connection, wanted, subject), *_actions(connection, wanted, subject)]
    places = frozenset((event.date, event.body, event.item, event.title) for event in events)
    subject = replace(subject, places=places, titles=subject.titles | {event.title for event in events})
    events += [*_items(connection, wanted, subject), *_papers(connection, wanted, subject)]
    events.sort(key=lambda event: (event.date, event.body, ORDER.index(event.kind), event.citation.page))
    end = None if part.limit is None else part.offset + part.limit
    return Listing(len(events), tuple(events[part.offset : end]))


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is asked about; titles are those of items and papers that may be about it, places what is known to be."""

    words: frozenset[str]
    reference: str
    titles: frozenset[str] = frozenset()
    places: frozenset[tuple[str, str, str, str]] = frozenset()

    def titled(self, number: str, title: str) -> bool:
        """Whether an item of this number and title is about the subject."""
        if any(letter.isalpha() for letter in self.reference) and plain_item(number) == self.reference:
            return True
        words = telling(title)
        return self.words <= words or (len(words) > 1 and words <= self.words and len(words) >= NEAR * len(self.words))

    def said(self, text: str) -> bool:
        """Whether a text holds all the words; one word alone says too little."""
        return len(self.words) > 1 and self.words <= telling(text)

    def near(self, title: Any, *texts: Any) -> ColumnElement[bool]:
        """What the database can say of either: one of the titles, or every stem somewhere in one of the texts."""
        found = title.in_(sorted(self.titles)[:MOST])
        return or_(found, *(and_(*(holds(word, text)[0] for word in sorted(self.words))) for text in texts))


def _subject(connection: Connection, words: frozenset[str], reference: str) -> _Subject:
    """The subject with the titles under which something about it may stand."""
    subject, titles = _Subject(words, reference), set()
    for number, title in ((one.c.number, one.c.title) for one in (schema.items, schema.papers)):
        titles |= {row[1] for row in connection.execute(select(number, title).distinct()) if subject.titled(*row)}
    return replace(subject, titles=frozenset(titles))


def _items(connection: Connection, wanted: Wanted, subject: _Subject) -> Iterator[Event]:
    table, meeting = schema.items, schema.meetings
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(table.c.number, table.c.title, table.c.presenters, table.c.confidential, table.c.span),
        *(meeting.c.kind, meeting.c.date),
        *(meeting.c.document, schema.documents.c.name.label("file"), page.label("page")),
        known_body(meeting.c.body).label("name"),
        label(meeting.c.document, page).label("page_label"),
    ).select_from(table.join(meeting).join(schema.documents))
    query = query.where(current(), subject.near(table.c.title), *_asked(connection, wanted, meeting))
    for row in connection.execute(query):
        if subject.titled(row.number, row.title) or (row.date, row.name, row.number, row.title) in subject.places:
            kind: EventKind = "minutes" if row.kind == "minutes" else "agenda"
            detail = "confidential" if row.confidential else ""
            where = _citation(row, row.presenters)
            spans = (unpack_span(row.span),)
            yield Event(row.date, kind, row.name, row.number, row.title, "", detail, where, spans)


def _papers(connection: Connection, wanted: Wanted, subject: _Subject) -> Iterator[Event]:
    table = schema.papers
    page = number_at(table.c.span, "$[0]")
    query = select(
        *(table, schema.documents.c.name.label("file"), page.label("page")),
        known_body(table.c.body).label("name"),
        label(table.c.document, page).label("page_label"),
    ).select_from(table.join(schema.documents))
    for row in connection.execute(
        query.where(current(), subject.near(table.c.title), *_asked(connection, wanted, table))
    ):
        if subject.titled(row.number, row.title) or (row.date, row.name, row.number, row.title) in subject.places:
            where = _citation(row, row.lead)
            spans = (unpack_span(row.span),)
            yield Event(row.date, "paper", row.name, row.number, row.title, row.purpose, "", where, spans)


def _decisions(connection: Connection, wanted: Wanted, subject: _Subject) -> Iterator[Event]:
    table, meeting, copy = schema.decisions, schema.meetings, schema.copies
    source = table.join(meeting).join(schema.documents).outerjoin(copy, copy.c.decision == table.c.row)
    query = cited().select_from(source).where(current(), copy.c.of.is_(None), *_asked(connection, wanted, meeting))
    for row in connection.execute(query.where(subject.near(table.c.title, table.c.lead + " " + table.c.text))):
        if subject.titled(row.item, row.title) or subject.said(f"{row.lead} {row.text}"):
            spans = unpack_spans(row.spans)
            yield Event(row.date, "decision", row.body, row.item, row.title, row.text, row.verb, decided_at(row), spans)


def _actions(connection: Connection, wanted: Wanted, subject: _Subject) -> Iterator[Event]:
    table = schema.threads
    query = select(table.c.row, table.c.reference, table.c.item, table.c.title, table.c.text)
    query = query.where(*within(wanted, table.c.raised))
    if wanted.body:
        query = query.where(table.c.body.in_(names(connection, wanted.body)))
    near = or_(subject.near(table.c.title, table.c.text), *holds(subject.reference, table.c.reference))
    chosen = [
        row.row
        for row in connection.execute(query.where(near))
        if (row.reference and plain_item(row.reference) == subject.reference)
        or subject.titled(row.item, row.title)
        or subject.said(row.text)
    ]
    for one in actions_of(connection, chosen, wanted.as_of):
        yield Event(one.raised, "action", one.body, one.item, one.title, one.text, one.status, one.citation)


def _asked(connection: Connection, wanted: Wanted, table: Table) -> list[ColumnElement[bool]]:
    """The conditions on day and body of what stands in a table."""
    among = [table.c.body.in_(spellings(connection, wanted.body))] if wanted.body else []
    return within(wanted, table.c.date) + among


def _citation(row: Any, presenters: list[str]) -> Citation:
    place = (row.document, row.file, row.page, row.page, row.page_label or "", row.date, row.name)
    return Citation(*place, row.number, row.title, tuple(presenters))
