"""What a paper asks of its meeting: one recommendation for each sentence or bullet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Recommendation
from ingest.structure.papers.sheet_labels import ASKING
from ingest.structure.papers.sheets import Field, Piece
from ingest.structure.sentences import points, sentences

# A recommendation without "is asked to" begins with what the meeting should do.
DOING = re.compile(
    r"^(?:\W*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[ivx]{1,4})[.)]\s+)?(?:to\s+|that\s+|formally\s+|agree\s+to\s+)?"
    r"(?:note|approve|agree|endorse|support|consider|receive|ratify|adopt|delegate|review|discuss|confirm|accept|take|"
    r"acknowledge|comment|recommend|authorise|authorize|scrutinise|provide|seek|decide|determine|recognise|commend|"
    r"give|advise|ask|request|instruct|approval|noting)\b|^\W*that\s",
    re.I,
)
TELLING = re.compile(r"\brecommend(?:s|ed|ation)?\b|\b(?:it is|we)\s+(?:asked|proposed|recommend)", re.I)
ENUMERATOR = re.compile(r"^\W*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+[.)]?)\s+")
NONE = re.compile(r"^\W*(?:n/?a|none|not applicable|nil)\b.{0,30}$", re.I)


def recommended(found: Sequence[Field]) -> tuple[Recommendation, ...]:
    """The recommendations of a paper's fields: those of the first labelled so, else of the first sentence that asks.

    A sentence that introduces bullets is one of them. Sentences that only explain are left out, unless all do.
    """
    asking = [field for field in found if "recommendation" in field.names and field.pieces]
    labelled = [field for field in asking if not field.asks]
    chosen = next(iter(labelled or asking), None)
    pieces: Sequence[Piece] = chosen.pieces if chosen else ()
    if not chosen:
        pieces = [
            piece for field in found if "purpose" in field.names for piece in field.pieces if ASKING.match(piece.text)
        ]
    said = [one for piece in pieces for one in _said(piece)]
    asks = [recommendation for recommendation, plain in said if plain]
    return tuple(asks or [recommendation for recommendation, _ in said])


def _said(piece: Piece) -> Iterator[tuple[Recommendation, bool]]:
    """(recommendation, whether it asks) for each sentence, point or bullet."""
    if NONE.match(piece.text):
        return
    if piece.bullet:
        yield Recommendation(ENUMERATOR.sub("", piece.text), piece.spans), True
        return
    lead, parts = points(piece.text)
    if parts:
        if lead.strip():
            yield Recommendation(lead.strip(), piece.spans), True
        for part in parts:
            yield Recommendation(part.strip(), piece.spans), True
        return
    listed = ENUMERATOR.match(piece.text)
    for text in sentences(ENUMERATOR.sub("", piece.text)):
        asks = bool(listed or ASKING.match(text) or DOING.match(text) or TELLING.search(text))
        yield Recommendation(text, piece.spans), asks
