"""Entries of registers as the fields that scripts read; additions are welcome, renames are not."""

from __future__ import annotations

from typing import Any

from api.structure_shape import meeting_fields
from search.model import Citation
from search.registers.entries import (
    ActionEntry,
    DecisionEntry,
    DeclarationEntry,
    Event,
    InterestEntry,
    MeetingEntry,
    MeetingLine,
    Mention,
    PaperEntry,
    PersonEntry,
    Related,
    Resolved,
    TermEntry,
)

Fields = dict[str, Any]


def sheet_fields(cited: Citation) -> Fields:
    """The file and page to check an entry on."""
    return {"file": cited.file, "document": cited.document, "page": cited.page, "page_label": cited.page_label}


def under_fields(cited: Citation) -> Fields:
    """The meeting and item that an entry stands under."""
    return {
        "date": cited.date,
        "committee": cited.body,
        "item": cited.item,
        "title": cited.title,
        "presenter": "; ".join(cited.presenters),
    }


def place_fields(cited: Citation) -> Fields:
    """Another decision's or recommendation's place."""
    return {"date": cited.date, "item": cited.item, "title": cited.title, **sheet_fields(cited)}


def decision_fields(entry: DecisionEntry) -> Fields:
    """One line of the register of decisions."""
    made = entry.decision
    return {
        **under_fields(entry.citation),
        "verb": made.verb,
        "quote": made.text,
        "lead": made.lead or None,
        "condition": made.condition or None,
        "vote": made.vote or None,
        "state": entry.state,
        "confirmed_by": place_fields(entry.confirmed_by) if entry.confirmed_by else None,
        "amendment": entry.amendment or None,
        "recommendations": [{"quote": one.text, **place_fields(one.citation)} for one in entry.asked],
        "follows": [_related(one) for one in entry.follows],
        "followed_by": [_related(one) for one in entry.followed_by],
        "also": [sheet_fields(one) for one in entry.also],
        **sheet_fields(entry.citation),
    }


def action_fields(entry: ActionEntry) -> Fields:
    """One line of the register of actions: the action as it stands now, and how it came there."""
    cited = entry.citation
    return {
        "id": entry.address,
        "date": entry.raised,
        "committee": entry.body,
        "item": entry.item,
        "title": entry.title,
        "presenter": "; ".join(cited.presenters),
        "reference": entry.reference or None,
        "quote": entry.text,
        "owner": "; ".join(entry.owner) or None,
        "due": entry.due or None,
        "due_date": entry.due_on or None,
        "status": entry.status,
        "status_printed": entry.stated or None,
        "last": entry.last,
        "source": entry.source,
        "history": [_mention(one) for one in entry.history],
        **sheet_fields(cited),
    }


def interest_fields(entry: InterestEntry) -> Fields:
    """One line of the register of interests."""
    held = entry.interest
    return {
        "committee": entry.citation.body,
        "person": held.person,
        "role": held.role,
        "organisation": held.organisation,
        "nature": held.nature,
        "kind": held.kind,
        "direct": held.direct,
        "since": held.since,
        "until": held.until,
        "mitigation": held.mitigation,
        "first_listed": entry.listed[0],
        "last_listed": entry.listed[1],
        **sheet_fields(entry.citation),
    }


def declaration_fields(entry: DeclarationEntry) -> Fields:
    """One interest declared in a meeting."""
    said = entry.declaration
    under = under_fields(entry.citation)
    return {
        **under,
        "person": said.person,
        "quote": said.text,
        "done": said.done or None,
        **sheet_fields(entry.citation),
    }


def paper_fields(entry: PaperEntry) -> Fields:
    """One paper, each recommendation with the decision that resolved it."""
    paper, cited = entry.paper, entry.citation
    return {
        "date": cited.date,
        "committee": cited.body,
        "item": paper.number,
        "title": paper.title,
        "executive_lead": list(paper.lead),
        "authors": list(paper.authors),
        "purpose": paper.purpose,
        "committees": paper.committees,
        "financial": paper.financial,
        "conflicts": paper.conflicts,
        "recommendations": [
            {
                "quote": asked.text,
                "page": asked.spans[0].page if asked.spans else cited.page,
                "resolved": _resolved(resolved) if resolved else None,
            }
            for asked, resolved in zip(paper.recommendations, entry.resolved, strict=True)
        ],
        **sheet_fields(cited),
    }


def person_fields(entry: PersonEntry) -> Fields:
    """One person with the roles held."""
    return {
        "name": entry.name,
        "printed": list(entry.printed),
        "initials": list(entry.initials),
        "roles": [
            {
                "role": role.role,
                "organisation": role.organisation,
                "committee": role.body,
                "first": role.first,
                "last": role.last,
                "meetings": role.meetings,
                **sheet_fields(role.citation),
            }
            for role in entry.roles
        ],
    }


def term_fields(entry: TermEntry) -> Fields:
    """One abbreviation with what it stands for."""
    places = [sheet_fields(cited) for cited in entry.citations]
    return {"short": entry.short, "long": entry.long, "committee": entry.body, "defined_in": places}


def event_fields(event: Event) -> Fields:
    """One event of a timeline."""
    return {
        "date": event.date,
        "kind": event.kind,
        "committee": event.body,
        "item": event.item,
        "title": event.title,
        "presenter": "; ".join(event.citation.presenters),
        "detail": event.detail or None,
        "quote": event.text or None,
        **sheet_fields(event.citation),
    }


def line_fields(line: MeetingLine) -> Fields:
    """One meeting in short."""
    cited = line.citation
    return {
        "date": cited.date,
        "committee": cited.body,
        "kind": line.kind,
        "part": line.part,
        "items": line.items,
        "file": cited.file,
        "page": cited.page,
        "page_label": cited.page_label,
        "decisions": line.decisions,
        "actions": line.actions,
        "state": line.state,
        "document": cited.document,
        "place": line.place,
        "quorum": line.quorum,
        "date_printed": line.printed,
        "date_note": line.note,
    }


def entry_fields(entry: MeetingEntry) -> Fields:
    """One meeting with all that stands under it and what became of its minutes."""
    return {
        **meeting_fields(entry.stored),
        "body": entry.body,
        "page_label": entry.page_label,
        "state": entry.state or None,
        "confirmed_by": place_fields(entry.confirmed_by) if entry.confirmed_by else None,
        "amendment": entry.amendment or None,
    }


def _related(related: Related) -> Fields:
    return {"how": related.how, "quote": related.text or None, **place_fields(related.citation)}


def _resolved(resolved: Resolved) -> Fields:
    return {"verb": resolved.verb, "quote": resolved.text, **place_fields(resolved.citation)}


def _mention(one: Mention) -> Fields:
    return {
        "source": one.source,
        "date": one.seen,
        "quote": one.text,
        "due": one.due or None,
        "update": one.update or None,
        "status": one.status or None,
        **sheet_fields(one.citation),
    }
