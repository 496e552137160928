"""Nouns as the fields that scripts read. The contract's names; additions are welcome, renames are not."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from ingest.model import Action, Decision, Item, Meeting
from search.model import Answer, Answered, Hit, StoredDocument, StoredMeeting
from search.registers import Entry

Fields = dict[str, Any]


def hit_fields(hit: Hit) -> Fields:
    """One hit. line_start and line_end are null for a format with pages."""
    cited = hit.citation
    first, last = cited.lines or (None, None)
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "id": hit.id,
        "text": hit.text,
        "file": cited.file,
        "document": cited.document,
        "page": cited.page,
        "page_end": cited.page_end,
        "page_label": cited.page_label,
        "meeting_date": cited.date,
        "committee": cited.body,
        "item": cited.item,
        "title": cited.title,
        "item_title": cited.title,
        "presenter": "; ".join(cited.presenters),
        "kind": hit.kind,
        "line_start": first,
        "line_end": last,
        "also": [{"file": place.file, "document": place.document, "page": place.page} for place in hit.also],
    }


def answer_fields(answer: Answer) -> Fields:
    """The status is "answered" or the reason why there is no answer; text is the answer's own words or ""."""
    if isinstance(answer, Answered):
        return {"status": "answered", "text": answer.text}
    return {"status": answer.reason, "text": ""}


def result_fields(answer: Answer) -> Fields:
    """An answer with its hits: what follows the id on a line of `search --out`."""
    found = answer.hits if isinstance(answer, Answered) else ()
    return {"abstain": not found, "answer": answer_fields(answer), "hits": [hit_fields(hit) for hit in found]}


def document_fields(document: StoredDocument) -> Fields:
    """One document without the path on the machine that ingested it."""
    fields = asdict(document)
    del fields["path"]
    return fields


def meeting_fields(stored: StoredMeeting) -> Fields:
    """One meeting in the form of `export --structure`."""
    meeting = stored.meeting
    people = [
        (person.status, {"name": person.name, "role": person.role, "initials": person.initials})
        for person in meeting.attendance
    ]
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
        "attendees": [person for status, person in people if status != "apologies"],
        "apologies": [person for status, person in people if status == "apologies"],
        "items": [_item_fields(meeting, item) for item in meeting.items],
    }


def _item_fields(meeting: Meeting, item: Item) -> Fields:
    decided = [one for one in meeting.decisions if (one.item, one.title) == (item.number, item.title)]
    to_do = [one for one in meeting.actions if (one.item, one.title) == (item.number, item.title)]
    return {
        "number": item.number,
        "title": item.title,
        "presenters": list(item.presenters),
        "presenters_printed": item.printed or None,
        "presenter_source": item.source or None,
        "page": item.span.page,
        "decisions": [_fact_fields(one) for one in decided],
        "actions": [_fact_fields(one) for one in to_do],
    }


def entry_fields(entry: Entry) -> Fields:
    """One line of a register: the decision or action with its meeting, item and page."""
    return {
        "date": entry.date,
        "committee": entry.body,
        "item": entry.fact.item,
        "title": entry.fact.title,
        "presenter": "; ".join(entry.presenters),
        **_fact_fields(entry.fact),
        "file": entry.file,
        "document": entry.document,
    }


def _fact_fields(fact: Decision | Action) -> Fields:
    page = fact.spans[0].page
    if isinstance(fact, Action):
        return {"quote": fact.text, "owner": "; ".join(fact.owner) or None, "due": fact.due or None, "page": page}
    return {
        "verb": fact.verb,
        "quote": fact.text,
        "lead": fact.lead or None,
        "condition": fact.condition or None,
        "page": page,
    }


def as_json(fields: object, indent: int | None = None) -> str:
    """JSON in plain letters, so that any terminal and any broken text in a question can pass through it."""
    return json.dumps(fields, indent=indent)
