"""What is to be done: the action with its owner, when it is due and where it stands by the newest log."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from ingest.model import Span, long_date
from search import schema
from search.answers.attendance import initialled
from search.answers.found import Found
from search.answers.model import Statement
from search.model import Hit
from search.packing import unpack_spans
from search.registers.actions import actions, actions_of
from search.registers.entries import ActionEntry, Mention, Slice, Wanted

NEAR = 5  # hits among which an action may stand that answers
LIKE = 0.9  # of the best action's share of the question's words, which another needs to be shown with it
MOST = 3  # actions that are shown
TOLD = 6  # places of one action that are told of, the newest


def asked_for(found: Found) -> tuple[Statement, ...]:
    """The actions that fit the question best, () where none of the first passages holds one that fits."""
    entries = _by_reference(found) or _in_passages(found)
    owners = {one.value for one in found.query.of("person")}
    owned = [one for one in entries if any(owner in name for owner in owners for name in one.owner)]
    weighed = [(found.share(one.text, one.title, *one.owner), one) for one in owned or entries]
    most = max((share for share, _ in weighed), default=0.0)
    fitting = [one for share, one in weighed if share >= LIKE * most][:MOST] if most else []
    return tuple(dict.fromkeys(statement for one in fitting for statement in _told(found, one)))


def _by_reference(found: Found) -> list[ActionEntry]:
    held = []
    for one in found.query.of("reference"):
        asked = Wanted(reference=one.value, body=next((body.value for body in found.query.of("body")), ""))
        held += [
            entry
            for entry in actions(found.connection, asked, Slice(0, 20)).entries
            if entry.reference.casefold().lstrip("0") == one.value.casefold().lstrip("0")
        ]
    return held


def _in_passages(found: Found) -> list[ActionEntry]:
    """The actions that the first passages hold, in their order."""
    threads: dict[int, None] = {}
    for hit in found.hits[:NEAR]:
        if found.asked_of(hit.citation) or not found.query.of("body"):
            threads |= dict.fromkeys(_threads(found, hit))
    held = {entry.address: entry for entry in actions_of(found.connection, list(threads))}
    order = {address: at for at, address in enumerate(_addresses(found, list(threads)))}
    return sorted(held.values(), key=lambda entry: order.get(entry.address, len(order)))


def _threads(found: Found, hit: Hit) -> Iterator[int]:
    """The rows of the actions whose words, in minutes or a log, stand within a passage."""
    entry, held = schema.thread_entries, found.prints.spans([hit.id])[hit.id]
    document = hit.citation.document
    minutes = select(entry.c.thread, schema.actions.c.spans).select_from(
        entry.join(schema.actions).join(schema.meetings)
    )
    logs = select(entry.c.thread, schema.log.c.spans).select_from(entry.join(schema.log))
    for query in (
        minutes.where(schema.meetings.c.document == document),
        logs.where(schema.log.c.document == document),
    ):
        for row in found.connection.execute(query):
            if any(_within(one, held) for one in unpack_spans(row.spans)):
                yield row.thread


def _within(span: Span, held: tuple[Span, ...]) -> bool:
    return any(one.page == span.page and one.start <= span.start < one.end for one in held)


def _addresses(found: Found, threads: list[int]) -> list[str]:
    table = schema.threads
    query = select(table.c.row, table.c.address).where(table.c.row.in_(threads))
    known = {row.row: row.address for row in found.connection.execute(query)}
    return [known[thread] for thread in threads if thread in known]


def _told(found: Found, entry: ActionEntry) -> Iterator[Statement]:
    first = next((one for one in entry.history if one.text == entry.text), entry.history[0])
    if not found.prints.page_holds(first.citation, entry.text):
        return
    passage = found.prints.passage_with(first.citation, entry.text)
    said = Statement("action", entry.text, first.citation, True, passage)
    yield said
    yield from initialled(found, [said])
    if entry.owner:
        yield Statement("owner", "; ".join(entry.owner), first.citation, quoted=False)
    if entry.due:
        by = next((one for one in reversed(entry.history) if one.due == entry.due), first)
        yield Statement("due", entry.due, by.citation, quoted=False)
    for mention in entry.history[-TOLD:]:
        yield from _stood(found, mention)
    newest = entry.history[-1]
    seen = f"; the newest record is the {newest.source} of {long_date(newest.seen)}" if newest.seen else ""
    yield Statement("status", f"{entry.status} today{seen}", newest.citation, quoted=False)


def _stood(found: Found, mention: Mention) -> Iterator[Statement]:
    """What one place says of how the action goes, as printed."""
    for said in (mention.status, mention.update):
        if said and found.prints.page_holds(mention.citation, said):
            yield Statement("status", said, mention.citation)
