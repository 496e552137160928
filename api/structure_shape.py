"""What documents state in the form of `export --structure`."""

from __future__ import annotations

from typing import Any

from ingest.model import Action, Attendance, Decision, Declaration, Item, Meeting
from search.library import Library
from search.model import StoredEntry, StoredMeeting, StoredPaper

Fields = dict[str, Any]


def structure_fields(library: Library) -> Fields:
    """Everything that was recognised in the documents of a library."""
    return {
        "meetings": [meeting_fields(one) for one in library.meetings()],
        "action_log": [log_fields(one) for one in library.log()],
        "papers": [paper_fields(one) for one in library.papers()],
    }


def meeting_fields(stored: StoredMeeting) -> Fields:
    """One meeting."""
    meeting = stored.meeting
    people = [(person.status, _person(person)) for person in meeting.attendance]
    body, day = meeting.received
    return {
        "meeting_id": f"{stored.document}-{meeting.date or 'undated'}-p{stored.page}-{meeting.kind}",
        "committee": meeting.body,
        "part": meeting.part,
        "date": meeting.date,
        "date_printed": meeting.printed,
        "date_note": meeting.note or None,
        "kind": meeting.kind,
        "file": stored.file,
        "document": stored.document,
        "page": stored.page,
        "place": meeting.place or None,
        "quorum": meeting.quorum or None,
        "state_printed": meeting.state or None,
        "received": {"committee": body, "date": day} if body or day else None,
        "attendees": [person for status, person in people if status != "apologies"],
        "apologies": [person for status, person in people if status == "apologies"],
        "items": [_item(meeting, item) for item in meeting.items],
    }


def paper_fields(stored: StoredPaper) -> Fields:
    """One paper by its cover sheet."""
    paper = stored.paper
    return {
        "agenda_number": paper.number,
        "title": paper.title,
        "meeting_date": paper.date,
        "committee": paper.body,
        "executive_lead": list(paper.lead),
        "authors": list(paper.authors),
        "purpose": paper.purpose or None,
        "recommendations": [
            {"quote": one.text, "page": one.spans[0].page if one.spans else paper.span.page}
            for one in paper.recommendations
        ],
        "responsible_committees": paper.committees or None,
        "financial_implications": paper.financial or None,
        "conflicts": paper.conflicts or None,
        "file": stored.file,
        "document": stored.document,
        "page": paper.span.page,
    }


def log_fields(stored: StoredEntry) -> Fields:
    """One row of an action log."""
    entry = stored.entry
    return {
        "action_no": entry.reference or None,
        "committee": entry.body,
        "as_at": entry.date,
        "meeting_date": entry.raised,
        "agenda_item": entry.item,
        "title": entry.title,
        "quote": entry.text,
        "leads": list(entry.owner),
        "leads_printed": entry.printed,
        "deadline": entry.due,
        "update": entry.update,
        "status": entry.status,
        "file": stored.file,
        "document": stored.document,
        "page": entry.spans[0].page if entry.spans else None,
    }


def _item(meeting: Meeting, item: Item) -> Fields:
    place = (item.number, item.title)
    decided = [one for one in meeting.decisions if (one.item, one.title) == place]
    to_do = [one for one in meeting.actions if (one.item, one.title) == place]
    declared = [one for one in meeting.declarations if (one.item, one.title) == place]
    return {
        "number": item.number,
        "title": item.title,
        "presenters": list(item.presenters),
        "presenters_printed": item.printed or None,
        "presenter_source": item.source or None,
        "page": item.span.page,
        "confidential": item.confidential,
        "decisions": [_decision(one) for one in decided],
        "actions": [_action(one) for one in to_do],
        "declarations": [_declaration(one) for one in declared],
    }


def _person(person: Attendance) -> Fields:
    return {
        "name": person.name,
        "role": person.role,
        "initials": person.initials,
        "organisation": person.organisation,
    }


def _decision(made: Decision) -> Fields:
    return {
        "verb": made.verb,
        "quote": made.text,
        "lead": made.lead or None,
        "condition": made.condition or None,
        "vote": made.vote or None,
        "page": made.spans[0].page,
    }


def _action(asked: Action) -> Fields:
    return {
        "quote": asked.text,
        "owner": "; ".join(asked.owner) or None,
        "due": asked.due or None,
        "reference": asked.reference or None,
        "status": asked.status or None,
        "page": asked.spans[0].page,
    }


def _declaration(said: Declaration) -> Fields:
    return {"person": said.person, "quote": said.text, "done": said.done or None, "page": said.spans[0].page}
