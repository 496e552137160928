"""The tools that list what papers record: meetings, decisions and actions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from api.agents.arguments import ActionsAsked, DecisionsAsked, MeetingsAsked
from api.agents.cited import Held
from api.agents.looking import covered
from api.agents.results import (
    ActionsResult,
    Decided,
    DecisionsResult,
    Heard,
    MeetingsResult,
    Mentioned,
    Met,
    Quoted,
    Sat,
    ToDo,
)
from api.registers import ORDERS, Register
from api.routes.filters import Asked
from ingest.model import Span
from search.model import ActionEntry, Citation, DecisionEntry, Listing, MeetingEntry, MeetingLine, Mention


def meetings(held: Held, asked: MeetingsAsked) -> MeetingsResult:
    """The meetings that fit, by date."""
    found = _listed(held, "meetings" if asked.whole else "meeting lines", asked)
    entries = [_whole(held, one) if asked.whole else _line(held, one) for one in found.entries]
    return MeetingsResult(
        coverage=covered(held.catalogue.coverage()), total=found.total, offset=asked.offset, meetings=entries
    )


def decisions(held: Held, asked: DecisionsAsked) -> DecisionsResult:
    """The decisions that fit, newest first."""
    found = _listed(held, "decisions", asked)
    entries = [decided(held, one) for one in found.entries]
    return DecisionsResult(
        coverage=covered(held.catalogue.coverage()), total=found.total, offset=asked.offset, decisions=entries
    )


def actions(held: Held, asked: ActionsAsked) -> ActionsResult:
    """The actions that fit, newest first."""
    found = _listed(held, "actions", asked)
    entries = [to_do(held, one) for one in found.entries]
    return ActionsResult(
        coverage=covered(held.catalogue.coverage()), total=found.total, offset=asked.offset, actions=entries
    )


def _listed(held: Held, register: Register, asked: Asked) -> Listing[Any]:
    return held.catalogue.register(ORDERS[register], asked.wanted(), asked.part())


def decided(held: Held, entry: DecisionEntry) -> Decided:
    """One decision."""
    made = entry.decision
    return Decided(
        verb=made.verb,
        text=made.text,
        lead=made.lead,
        condition=made.condition,
        vote=made.vote,
        state=entry.state,
        confirmed_by=held.cited(entry.confirmed_by) if entry.confirmed_by else None,
        amendment=entry.amendment,
        recommendations=[quoted(held, one.text, one.citation, spans=one.spans) for one in entry.asked],
        follows=[quoted(held, one.text, one.citation, one.how) for one in entry.follows],
        followed_by=[quoted(held, one.text, one.citation, one.how) for one in entry.followed_by],
        also=[held.cited(one) for one in entry.also],
        citation=held.cited(entry.citation, spans=made.spans),
    )


def to_do(held: Held, entry: ActionEntry) -> ToDo:
    """One action."""
    return ToDo(
        id=entry.address,
        text=entry.text,
        owner="; ".join(entry.owner),
        due=entry.due,
        due_date=entry.due_on,
        status=entry.status,
        status_printed=entry.stated,
        reference=entry.reference,
        last=entry.last,
        history=[_mentioned(held, one) for one in entry.history],
        citation=held.cited(entry.citation, spans=entry.first.spans),
    )


def _line(held: Held, line: MeetingLine) -> Met:
    return Met(
        body=line.citation.body,
        date=line.citation.date,
        part=line.part,
        kind="minutes" if line.kind == "minutes" else "agenda",
        state=line.state,
        items=line.items,
        decisions=line.decisions,
        actions=line.actions,
        place=line.place,
        people=[],
        agenda=[],
        confirmed_by=None,
        citation=held.cited(line.citation),
    )


def _whole(held: Held, entry: MeetingEntry) -> Met:
    stored, meeting = entry.stored, entry.stored.meeting
    place = Citation(
        *(stored.document, stored.file, stored.page, stored.page, entry.page_label),
        *(meeting.date, entry.body, "", "", ()),
    )
    return Met(
        body=entry.body,
        date=meeting.date,
        part=meeting.part,
        kind=meeting.kind,
        state=entry.state,
        items=len(meeting.items),
        decisions=len(meeting.decisions),
        actions=len(meeting.actions),
        place=meeting.place,
        people=[
            Sat(name=one.name, role=one.role, organisation=one.organisation, standing=one.status)
            for one in meeting.attendance
        ],
        agenda=[
            Heard(
                number=item.number,
                title=item.title,
                presenters=list(item.presenters),
                page=item.span.page,
                confidential=item.confidential,
            )
            for item in meeting.items
        ],
        confirmed_by=held.cited(entry.confirmed_by) if entry.confirmed_by else None,
        citation=held.cited(place),
    )


def quoted(held: Held, text: str, citation: Citation, how: str = "", spans: Sequence[Span] = ()) -> Quoted:
    """Words of another place, and how they are tied to what they stand beside."""
    return Quoted(text=text, how=how, citation=held.cited(citation, spans=spans))


def _mentioned(held: Held, one: Mention) -> Mentioned:
    return Mentioned(
        source=one.source,
        date=one.seen,
        text=one.text,
        update=one.update,
        status=one.status,
        citation=held.cited(one.citation, spans=one.spans),
    )
