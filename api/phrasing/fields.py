"""A phrased answer as the fields that scripts read, and as its readers see them described."""

from __future__ import annotations

from pydantic import BaseModel, Field

from api.examples import like
from api.phrasing.model import Phrased, Sentence, Unphrased
from api.shape import Fields

SENTENCE: Fields = {"text": "The Board approved the outline business case.", "citations": [1]}
PHRASED: Fields = {"text": "The Board approved the outline business case. [1]", "sentences": [SENTENCE], "dropped": 0}


class SentenceReply(BaseModel):
    """One sentence that stood the check, as plain text."""

    model_config = like(SENTENCE)
    text: str
    citations: list[int] = Field(description="Ranks of the hits whose words bear the sentence.")


class PhrasedReply(BaseModel):
    """The answer in plain words; text is all sentences with their citations in square brackets."""

    model_config = like(PHRASED)
    text: str
    sentences: list[SentenceReply]
    dropped: int = Field(description="Lines of the model's that did not stand the check.")


def phrased_fields(result: Phrased | Unphrased) -> Fields:
    """The field phrased, null where the extractive answer stands alone, and phrased_reason, which then says why."""
    if isinstance(result, Unphrased):
        return {"phrased": None, "phrased_reason": result.reason}
    said = [sentence_fields(sentence) for sentence in result.sentences]
    return {"phrased": {"text": result.text, "sentences": said, "dropped": result.dropped}, "phrased_reason": ""}


def sentence_fields(sentence: Sentence) -> Fields:
    """One sentence."""
    return {"text": sentence.text, "citations": list(sentence.citations)}
