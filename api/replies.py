"""The JSON replies, as their readers see them described."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.examples import like
from api.shape import Fields
from api.understood import UNDERSTOOD, UnderstoodReply

HIT: Fields = {
    "rank": 1,
    "score": 0.98,
    "id": "3f1c0a9d2b7e-5d0f6c1a2b",
    "text": "Resolved: The Board approved the outline business case.",
    "file": "board-pack.pdf",
    "document": "3f1c0a9d2b7e",
    "page": 15,
    "page_end": 15,
    "page_label": "13",
    "meeting_date": "2025-01-16",
    "committee": "ICB Board",
    "item": "7",
    "title": "Outline business case",
    "item_title": "Outline business case",
    "presenter": "Director of Strategy",
    "kind": "decision",
    "line_start": None,
    "line_end": None,
    "also": [{"id": "5f11c00d9e2a-0c1d2e3f4a", "file": "minutes.pdf", "document": "5f11c00d9e2a", "page": 3}],
}
DOCUMENT: Fields = {
    "id": "3f1c0a9d2b7e",
    "name": "board-pack.pdf",
    "title": "Board pack, January 2025",
    "sha256": "3f1c0a9d2b7e" + "0" * 52,
    "media": "pdf",
    "pages": 120,
    "passages": 610,
    "status": "current",
    "replaced_by": "",
    "added": "2025-01-20T09:30:00.000000+00:00",
    "warnings": [],
}
PAGE: Fields = {
    "document": "3f1c0a9d2b7e",
    "status": "current",
    "replaced_by": "",
    "number": 15,
    "label": "13",
    "width": 595.0,
    "height": 842.0,
    "text": "7. Outline business case",
    "words": [{"start": 0, "end": 2, "box": {"left": 72.0, "top": 72.0, "right": 80.0, "bottom": 84.0}}],
    "quote": [],
}


class PlaceReply(BaseModel):
    """Another file that holds the same words, and the page."""

    id: str
    file: str
    document: str
    page: int


class HitReply(BaseModel):
    """One passage and where it stands. page counts from 1 in the file; page_label is the printed number or ""."""

    model_config = like(HIT)
    rank: int
    score: float = Field(description="Higher is better, 0 to 1; comparable within one reply only.")
    id: str = Field(description="The passage's address, for ?passage= on a page.")
    text: str
    file: str
    document: str
    page: int
    page_end: int
    page_label: str
    meeting_date: str = Field(description='ISO date, or "".')
    committee: str
    item: str
    title: str
    item_title: str
    presenter: str = Field(description='Names joined by "; ".')
    kind: str
    line_start: int | None = Field(description="1-based first line, for text files only.")
    line_end: int | None
    also: list[PlaceReply] = Field(description="Passages of other documents that say the same.")


class SearchReply(BaseModel):
    """The passages for a query, best first, or by the date of their meetings."""

    model_config = like(
        {"query": "outline business case", "hits": [HIT], "total": 1, "offset": 0, "understood": UNDERSTOOD}
    )
    query: str
    hits: list[HitReply]
    total: int = Field(description="How many there are of the first 100.")
    offset: int = Field(description="How many of them stand before these.")
    understood: UnderstoodReply


class FacetsReply(BaseModel):
    """The values that a search can be narrowed to. undated stands behind the years where anything has no date."""

    model_config = like(
        {"bodies": ["ICB Board"], "years": ["2025"], "kinds": ["decision"], "presenters": ["Jane Smith"]}
    )
    bodies: list[str] = Field(description="By name.")
    years: list[str] = Field(description="Newest first.")
    kinds: list[str]
    presenters: list[str] = Field(description="By surname.")


class ExamplesReply(BaseModel):
    """Up to four questions that the papers here answer."""

    model_config = like({"questions": ["What was decided on the outline business case in January 2025?"]})
    questions: list[str]


class SimilarReply(BaseModel):
    """The passages that are like a passage, nearest in meaning first."""

    model_config = like({"like": "3f1c0a9d2b7e-6e1a7d2b3c", "hits": [HIT]})
    like: str
    hits: list[HitReply]


class DocumentReply(BaseModel):
    """One stored document. replaced_by is the id of the version that took its place, or "".

    warnings say what of it could not be read, what was read by OCR, and what people corrected by hand.
    """

    model_config = like(DOCUMENT)
    id: str
    name: str
    title: str
    sha256: str
    media: str
    pages: int
    passages: int
    status: str
    replaced_by: str
    added: str
    warnings: list[str]


class BoxReply(BaseModel):
    """A rectangle in points (1/72 inch) from the page's top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class WordReply(BaseModel):
    """One word: text[start:end] of the page, drawn in box."""

    start: int
    end: int
    box: BoxReply


class QuoteReply(BaseModel):
    """A stretch of the page that the passage holds: text[start:end], drawn in boxes."""

    start: int
    end: int
    boxes: list[BoxReply]


class PageReply(BaseModel):
    """One page; width and height in points. quote is where the passage asked for stands on it.

    status and replaced_by are those of its document: current, or superseded by the version with that id.
    """

    model_config = like(PAGE)
    document: str
    status: str
    replaced_by: str
    number: int
    label: str
    width: float
    height: float
    text: str
    words: list[WordReply]
    quote: list[QuoteReply]


class HealthReply(BaseModel):
    """status is ok."""

    model_config = like({"status": "ok"})
    status: str


class Problem(BaseModel):
    """What went wrong, as RFC 9457 has it."""

    model_config = like(
        {"type": "about:blank", "title": "Not Found", "status": 404, "detail": "there is no document 3f1c here"}
    )
    type: str
    title: str
    status: int
    detail: str
