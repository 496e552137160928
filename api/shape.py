"""Nouns as the fields that scripts read. The contract's names; additions are welcome, renames are not."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from search.model import Answer, Answered, Citation, Facets, Hit, Results, Statement, StoredDocument, Twin

Fields = dict[str, Any]


def hit_fields(hit: Hit) -> Fields:
    """One hit. line_start and line_end are null for a format with pages."""
    return {
        "rank": hit.rank,
        "score": round(hit.score, 6),
        "id": hit.id,
        "text": hit.text,
        **place_fields(hit.citation),
        "kind": hit.kind,
        "also": [twin_fields(twin) for twin in hit.also],
    }


def twin_fields(twin: Twin) -> Fields:
    """A passage of another document that says the same."""
    cited = twin.citation
    return {"id": twin.id, "file": cited.file, "document": cited.document, "page": cited.page}


def answer_fields(answer: Answer) -> Fields:
    """The status is "answered" or the reason why there is no answer; text is the statements in plain words or "".

    Where there is no answer, statements are what a record says against the question, nearest the passages that come
    closest and do not answer, and explained says why. confidence is the probability that the first passage answers.
    """
    if isinstance(answer, Answered):
        return {
            "status": "answered",
            "kind": answer.kind,
            "text": answer.text,
            "explained": "",
            "confidence": round(answer.confidence, 3),
            "statements": [statement_fields(one) for one in answer.statements],
            "coverage": None,
            "nearest": [],
        }
    return {
        "status": answer.reason,
        "kind": "",
        "text": "",
        "explained": answer.explained,
        "confidence": round(answer.confidence, 3),
        "statements": [statement_fields(one) for one in answer.contrary],
        "coverage": asdict(answer.coverage),
        "nearest": [hit_fields(hit) for hit in answer.nearest],
    }


def statement_fields(statement: Statement) -> Fields:
    """One thing that an answer says. passage is the address of the passage that holds it, "" for a register's field."""
    return {
        "role": statement.role,
        "text": statement.text,
        "quoted": statement.quoted,
        "citation": place_fields(statement.citation),
        "passage": statement.passage,
    }


def place_fields(cited: Citation) -> Fields:
    """Where words stand, by the names that a hit has."""
    first, last = cited.lines or (None, None)
    return {
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
        "line_start": first,
        "line_end": last,
    }


def result_fields(answer: Answer) -> Fields:
    """An answer with the passages behind it; without an answer there are none, and the nearest stand in it."""
    found = answer.hits if isinstance(answer, Answered) else ()
    return {"abstain": not found, "answer": answer_fields(answer), "hits": [hit_fields(hit) for hit in found]}


def page_fields(found: Results) -> Fields:
    """As result_fields, the passages those of one page, with how many there are and what may have been meant."""
    fields = result_fields(found.answer)
    if found.sort != "relevance" or found.offset:
        fields["hits"] = [] if fields["abstain"] else [hit_fields(hit) for hit in found.passages]
    return {**fields, "total": found.total, "offset": found.offset, "suggestion": found.suggestion}


def facet_fields(facets: Facets) -> Fields:
    """What searches can be narrowed to."""
    return {name: list(values) for name, values in asdict(facets).items()}


def line_fields(answer: Answer) -> Fields:
    """What follows the id on a line of `search --out`: as result_fields, but hits are what was found in any case."""
    found = answer.hits if isinstance(answer, Answered) else answer.nearest
    return result_fields(answer) | {"hits": [hit_fields(hit) for hit in found]}


def document_fields(document: StoredDocument) -> Fields:
    """One document without the path on the machine that ingested it."""
    fields = asdict(document)
    del fields["path"]
    return fields


def as_json(fields: object, indent: int | None = None) -> str:
    """JSON in plain letters, so that any terminal and any broken text in a question can pass through it."""
    return json.dumps(fields, indent=indent)
