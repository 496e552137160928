"""Nouns as the fields that scripts read. The contract's names; additions are welcome, renames are not."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from search.model import Answer, Answered, Hit, StoredDocument

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


def as_json(fields: object, indent: int | None = None) -> str:
    """JSON in plain letters, so that any terminal and any broken text in a question can pass through it."""
    return json.dumps(fields, indent=indent)
