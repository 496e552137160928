"""The tools that look for passages, answer questions and read pages."""

from __future__ import annotations

from dataclasses import replace

from api.agents.arguments import LETTERS, AnswerAsked, PageAsked, SearchAsked
from api.agents.cited import Held
from api.agents.results import AnswerResult, Found, PageResult, Said, SearchResult
from api.answer_replies import CoverageReply
from search.model import Answered, Citation, Coverage, Hit, Statement


def covered(held: Coverage) -> CoverageReply:
    """What was looked through."""
    return CoverageReply(
        documents=held.documents,
        pages=held.pages,
        passages=held.passages,
        meetings=held.meetings,
        first=held.first,
        last=held.last,
    )


def searched(held: Held, asked: SearchAsked) -> SearchResult:
    """The passages that fit, best first."""
    found = held.catalogue.find(asked.query, asked.limit, offset=asked.offset)
    return SearchResult(
        coverage=covered(held.catalogue.coverage()),
        total=found.total,
        offset=asked.offset,
        query=asked.query,
        passages=[_found(held, hit) for hit in found.entries],
    )


def answered(held: Held, asked: AnswerAsked) -> AnswerResult:
    """The answer to a question, or the refusal with its reason."""
    results = held.catalogue.results(asked.question)
    answer, fits = results.answer, isinstance(results.answer, Answered)
    statements = answer.statements if isinstance(answer, Answered) else answer.contrary
    passages = answer.hits if isinstance(answer, Answered) else answer.nearest
    return AnswerResult(
        coverage=covered(held.catalogue.coverage() if isinstance(answer, Answered) else answer.coverage),
        question=asked.question,
        status="answered" if isinstance(answer, Answered) else answer.reason,
        refused=not fits,
        explained="" if isinstance(answer, Answered) else answer.explained,
        kind=answer.kind if isinstance(answer, Answered) else "",
        confidence=round(answer.confidence, 3),
        statements=[_said(held, one) for one in statements],
        passages=[_found(held, hit) for hit in passages],
        suggestion=results.suggestion,
    )


def read(held: Held, asked: PageAsked) -> PageResult:
    """The text of a page from a character on. Raises NotFound."""
    catalogue = held.catalogue
    document, page = catalogue.document(asked.document), catalogue.page(asked.document, asked.page)
    blank = Citation(document.id, document.name, page.number, page.number, page.label, "", "", "", "", ())
    passages = catalogue.passages_on(asked.document, asked.page)
    # the page belongs to a meeting as its first passage does; of its items there may be several
    cited = replace(blank, date=passages[0].citation.date, body=passages[0].citation.body) if passages else blank
    text = page.text[asked.start : asked.start + LETTERS]
    return PageResult(
        coverage=covered(catalogue.coverage()),
        text=text,
        start=asked.start,
        left=max(0, len(page.text) - asked.start - len(text)),
        superseded=document.status == "superseded",
        replaced_by=document.replaced_by,
        citation=held.cited(cited),
    )


def _found(held: Held, hit: Hit) -> Found:
    return Found(
        rank=hit.rank,
        id=hit.id,
        text=hit.text,
        kind=hit.kind,
        citation=held.cited(hit.citation, hit.id),
        also=[held.cited(twin.citation, twin.id) for twin in hit.also],
    )


def _said(held: Held, one: Statement) -> Said:
    return Said(role=one.role, text=one.text, quoted=one.quoted, citation=held.cited(one.citation, one.passage))
