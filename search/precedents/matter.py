"""One matter whole: what was decided under an item, with all that led to it and came of it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection

from search.citation import Citation
from search.links.likeness import same_item
from search.packing import unpack_spans
from search.precedents.asking import plain
from search.precedents.held import Held, HeldMatter
from search.precedents.model import DueReview, Matter
from search.precedents.outcomes import outcome
from search.precedents.reviews import again
from search.precedents.route import route
from search.registers.actions import actions
from search.registers.decisions import asked_in, decisions_at, decisions_under
from search.registers.entries import ActionEntry, Asked, DecisionEntry, DeclarationEntry, Wanted
from search.registers.interests import declarations

_ADDRESS = re.compile(r"([^-\s]{1,64})-(\d{1,7})-(\d{1,9})")
_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_NUMBERED = re.compile(rf"\bitems?\s+({_NUMBER}(?:(?:,| and| or| &)\s*{_NUMBER})*)", re.IGNORECASE)
_PASSAGES = (
    "SELECT text, spans, kind, page, page_end, page_label, document, name, body, date, item, passages.title, "
    "presenters FROM passages JOIN documents ON documents.id = document "
    "WHERE row IN (SELECT CAST(value AS INTEGER) FROM json_each(?)) "
    "ORDER BY row"
)


def matter_at(connection: Connection, held: Held, address: str) -> Matter | None:
    """The matter of this address, None where there is none. Its document may be superseded."""
    found = _ADDRESS.fullmatch(address)
    first = decisions_at(connection, found[1], int(found[2]), int(found[3])) if found else ()
    if not first:
        return None
    entries = decisions_under(connection, first[0].citation)
    rows = {one.address: one for one in held.matters}
    known = rows.get(address_of(entries[0])) if entries else None
    return whole(connection, held, known) if known else _alone(entries) if entries else None


def address_of(entry: DecisionEntry) -> str:
    """The address of a matter by its first decision."""
    spans = entry.decision.spans
    return f"{entry.citation.document}-{spans[0].page}-{spans[0].start}" if spans else ""


def whole(connection: Connection, held: Held, one: HeldMatter) -> Matter:
    """A matter with its route, actions, conflicts and reviews."""
    place = Citation(one.document, "", 1, 1, "", one.date, "", one.item, one.title, ())
    decided, raised = decisions_under(connection, place), _actions(connection, one)
    return Matter(
        one.address,
        one.title,
        one.body,
        one.date,
        outcome(decided),
        _asked(decided, asked_in(connection, [paper.row for paper in one.papers])),
        decided,
        route(connection, held, one, decided, raised),
        raised,
        _conflicts(connection, one),
        tuple(_reviews(connection, one, decided)),
    )


def _alone(entries: Sequence[DecisionEntry]) -> Matter:
    """A matter of a document that is no longer current: its decisions alone."""
    cited = entries[0].citation
    said = (outcome(entries), _asked(entries), tuple(entries))
    return Matter(address_of(entries[0]), cited.title, cited.body, cited.date, *said, (), (), (), ())


def _asked(decided: Sequence[DecisionEntry], put: Sequence[Asked] = ()) -> tuple[Asked, ...]:
    """The recommendations put under the item, those first, and all resolved; without lines that only open a list."""
    resolved = [asked for entry in decided for asked in entry.asked]
    return tuple(dict.fromkeys(asked for asked in (*put, *resolved) if plain(asked.text)))


def _actions(connection: Connection, one: HeldMatter) -> tuple[ActionEntry, ...]:
    """The actions raised under the item at that meeting."""
    if not one.date:
        return ()
    raised = actions(connection, Wanted(body=one.body, on=one.date)).entries
    return tuple(
        entry
        for entry in reversed(raised)
        if entry.body == one.body and (entry.title == one.title or same_item(entry.item, one.item))
    )


def _conflicts(connection: Connection, one: HeldMatter) -> tuple[DeclarationEntry, ...]:
    """What was declared under the item, or elsewhere in the meeting of this item by its number."""
    declared = declarations(connection, Wanted(body=one.body, on=one.date)).entries
    return tuple(
        entry
        for entry in declared
        if entry.citation.body == one.body
        and (
            (entry.declaration.item, entry.declaration.title) == (one.item, one.title)
            or any(same_item(number, one.item) for number in numbered(entry.declaration.text))
        )
    )


def numbered(text: str) -> list[str]:
    """The numbers of the items that a declaration names.

    >>> numbered("AB declared an interest in items 6, 7.1 and 9 as a trustee.")
    ['6', '7.1', '9']
    """
    return [number for found in _NUMBERED.finditer(text) for number in re.findall(_NUMBER, found[1])]


def _reviews(connection: Connection, one: HeldMatter, decided: Sequence[DecisionEntry]) -> Iterator[DueReview]:
    """When it is to be looked at again, by its decisions first, then by what else is minuted and asked of it."""
    seen: set[str] = set()
    for entry in decided:
        for found in again(entry.decision.text):
            seen.add(_plain(found.text))
            yield DueReview(found.due, found.text, entry.citation, entry.decision.spans)
    rows = json.dumps([*one.passages, *one.spoken])
    for text, spans, kind, *place in connection.exec_driver_sql(_PASSAGES, (rows,)):
        for found in again(text) if kind != "decision" else ():
            if _plain(found.text) not in seen:
                seen.add(_plain(found.text))
                page, last, label, document, file, body, date, item, title, people = place
                cited = Citation(document, file, page, last, label, date, body, item, title, tuple(json.loads(people)))
                yield DueReview(found.due, found.text.lstrip("•- "), cited, unpack_spans(json.loads(spans)))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))
