"""Papers by their cover sheets, who wrote them, and what they asked for."""

from __future__ import annotations

from collections.abc import Iterator

from api.bulk.held import Held
from api.bulk.model import PAGE, Field, Row, Table, key, to
from api.bulk.names import Names, counted, digest
from search.model import PaperEntry


def _made(held: Held) -> Iterator[tuple[str, PaperEntry]]:
    """Every paper with its id."""
    places = ((one.citation, one.paper.span) for one in held.papers)
    ids = counted(f"paper-{digest(cited.document, str(span.page), str(span.start))}" for cited, span in places)
    return zip(ids, held.papers, strict=True)


def _papers(held: Held, names: Names) -> Iterator[Row]:
    for known, entry in _made(held):
        paper, cited = entry.paper, entry.citation
        yield {
            "id": known,
            "body_id": names.body(cited.body),
            "meeting_id": names.held_on(cited.body, cited.date),
            "date": cited.date,
            "item": paper.number,
            "title": paper.title,
            "purpose": paper.purpose,
            "committees": paper.committees,
            "financial": paper.financial,
            "conflicts": paper.conflicts,
            **names.place(cited),
        }


def _people(held: Held, names: Names) -> Iterator[Row]:
    for known, entry in _made(held):
        for part, written in (("lead", entry.paper.lead), ("author", entry.paper.authors)):
            for nth, name in enumerate(written, start=1):
                yield {
                    "id": f"writer-{digest(known, part, str(nth))}",
                    "paper_id": known,
                    "part": part,
                    "position": nth,
                    "name": name,
                    "person_id": names.named(name),
                }


def _recommendations(held: Held, names: Names) -> Iterator[Row]:
    for known, entry in _made(held):
        pairs = zip(entry.paper.recommendations, entry.resolved, strict=True)
        for nth, (asked, resolved) in enumerate(pairs, start=1):
            page = asked.spans[0].page if asked.spans else entry.citation.page
            yield {
                "id": f"recommendation-{digest(known, str(nth))}",
                "paper_id": known,
                "position": nth,
                "text": asked.text,
                "decision_id": names.decision(resolved.citation, resolved.text) if resolved else None,
                "document_id": entry.citation.document,
                "page": page,
                "link": names.link(f"/documents/{entry.citation.document}/pages/{page}"),
            }


PAPERS = Table(
    "papers",
    "Papers",
    "Papers by what their cover sheets state.",
    (
        key("paper"),
        to("bodies", "body_id", "The body that it was written for."),
        to("meetings", "meeting_id", "The meeting, where it is clear which."),
        Field("date", "Day of the meeting that it was written for.", "date"),
        Field("item", "The agenda item's number as printed."),
        Field("title", "The title."),
        Field("purpose", "The purpose as printed."),
        Field("committees", "The committees that it went to, as printed."),
        Field("financial", "Financial implications, as printed."),
        Field("conflicts", "Conflicts of interest, as printed."),
        *PAGE,
    ),
    _papers,
    ("date", "body_id", "document_id", "page"),
)
WRITERS = Table(
    "paper_people",
    "People of papers",
    "Who leads or wrote a paper, one row for each person.",
    (
        key("row"),
        to("papers", "paper_id", "The paper.", needed=True),
        Field("part", "lead or author.", needed=True),
        Field("position", "Place among those, counted from 1.", "integer", needed=True),
        Field("name", "The name as printed.", needed=True),
        to("people", "person_id", "Who is meant, where that is clear."),
    ),
    _people,
    ("paper_id", "part", "position"),
)
RECOMMENDATIONS = Table(
    "recommendations",
    "Recommendations",
    "What papers ask a meeting to decide. A recommendation decides nothing; decision_id says what was decided on it.",
    (
        key("recommendation"),
        to("papers", "paper_id", "The paper.", needed=True),
        Field("position", "Place among its recommendations, counted from 1.", "integer", needed=True),
        Field("text", "The words of the recommendation.", needed=True),
        to("decisions", "decision_id", "The decision that resolved it, where minutes that are held do."),
        *(field for field in PAGE if field.name != "page_label"),
    ),
    _recommendations,
    ("paper_id", "position"),
)
