"""The JSON reply to a question, as its readers see it described."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.examples import like
from api.phrasing.fields import PhrasedReply
from api.replies import HIT, HitReply
from api.shape import Fields
from api.understood import UNDERSTOOD, UnderstoodReply

NOT_A_PLACE = ("rank", "score", "id", "text", "kind", "also")
CITED: Fields = {name: value for name, value in HIT.items() if name not in NOT_A_PLACE}
STATEMENT: Fields = {
    "role": "resolution",
    "text": "The Board approved the outline business case.",
    "quoted": True,
    "citation": CITED,
    "passage": HIT["id"],
}
ANSWER: Fields = {
    "status": "answered",
    "kind": "decision",
    "text": "The Board approved the outline business case.\n(ICB Board, 16 January 2025 - page 15 of board-pack.pdf)",
    "explained": "",
    "confidence": 0.84,
    "statements": [STATEMENT],
    "coverage": None,
    "nearest": [],
}


class CitedReply(BaseModel):
    """Where words stand, by the names that a passage has."""

    file: str
    document: str
    page: int
    page_end: int
    page_label: str
    meeting_date: str
    committee: str
    item: str
    title: str
    item_title: str
    presenter: str
    line_start: int | None
    line_end: int | None


class StatementReply(BaseModel):
    """One thing that an answer says: a quote, or a field named by its role, with the place that it was read from."""

    model_config = like(STATEMENT)
    role: str = Field(description="resolution, presenter, state, owner, due, status, figure, definition, entry, ...")
    text: str
    quoted: bool = Field(description="Whether the text is verbatim; its pages were looked at before it was given.")
    citation: CitedReply
    passage: str = Field(description='Address of the passage that holds it, or "".')


class CoverageReply(BaseModel):
    """What was searched. first and last are the ISO days of the first and the last meeting, or ""."""

    documents: int
    pages: int
    passages: int
    meetings: int
    first: str
    last: str


class AnswerWords(BaseModel):
    """An answer, or the reason why there is none.

    status is answered, nothing_found, empty_library, outside_coverage, not_recorded or false_premise. Without an answer
    the statements are what a record says against the question, and nearest the passages that come closest.
    """

    model_config = like(ANSWER)
    status: str
    kind: str = Field(
        description="decision, recommendation, person, action, number, definition, list, history, passage."
    )
    text: str = Field(description='The statements as plain text, or "".')
    explained: str = Field(description='Why there is no answer, for people to read, or "".')
    confidence: float = Field(description="The probability that the first passage answers, from 0 to 1.")
    statements: list[StatementReply]
    coverage: CoverageReply | None = Field(description="What was searched in vain; null where there is an answer.")
    nearest: list[HitReply]


class AnswerReply(BaseModel):
    """An answer with the passages it rests on, or the reason why there is none."""

    model_config = like(
        {
            "question": "was the outline business case approved",
            "abstain": False,
            "answer": ANSWER,
            "hits": [HIT],
            "total": 1,
            "offset": 0,
            "suggestion": "",
            "understood": UNDERSTOOD,
        }
    )
    question: str
    abstain: bool
    answer: AnswerWords
    hits: list[HitReply]
    total: int = Field(description="How many passages were found, of the first 100.")
    offset: int = Field(description="How many of them stand before these.")
    suggestion: str = Field(description='The question that may have been meant, in words of the papers, or "".')
    understood: UnderstoodReply
    phrased: PhrasedReply | None = Field(default=None, description="The answer in plain words, where it was asked for.")
    phrased_reason: str = Field(
        default="",
        description="Why it was asked for and is not there: not_answered, unsupported, timed_out, unreachable, "
        'refused, malformed, cut_off, too_much, busy; else "".',
    )
