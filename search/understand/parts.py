"""The questions that one question holds."""

from __future__ import annotations

import re

from search.understand.cues import ACTS
from search.words import STOP

MOST = 4
SENTENCE = 4  # words that make a question of its own though all of them are small: "who is to do it"
_ASKS = r"(?:what|who|whom|whose|when|where|why|how|which|did|does|do|was|were|is|are|has|have|had|will)"
_HOW = r"(?:what|who|whom|whose|when|where|why|how|which)"
_BREAK = re.compile(
    rf"\s*(?:[?;]\s*(?:and\s+|then\s+)*|,\s*(?:and\s+|then\s+)*(?={_ASKS}\b)|,?\s+and\s+(?:then\s+)?(?={_ASKS}\b)|"
    rf",?\s+and then\s+(?=(?:{ACTS})))\s*",
    re.IGNORECASE,
)
_POINTING = re.compile(r"\b(?:it|its|they|them|their|this|that|these|those|each|he|she|there)\b", re.IGNORECASE)
_OPENING = re.compile(rf"^(?:and\s+)?({_HOW}(?:\s+(?:much|many|long|far|often))?)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_][\w'&/.+-]*")
_ACT = re.compile(rf"(?:{ACTS}|present|discuss|said|chang|happen|slip|cost|open|look|reply|answer)", re.IGNORECASE)
_ASKING = re.compile(rf"\b{_ASKS}\b", re.IGNORECASE)


def parts(text: str) -> tuple[str, ...]:
    """Each question by itself, what it is about added where it only points to it; one for a plain question.

    >>> parts("who presented stewardship and what was decided?")
    ('who presented stewardship', 'what was decided on stewardship')
    """
    pieces = [piece.strip(" ,") for piece in _BREAK.split(text)]
    pieces = [piece for piece in pieces if piece.strip(" ?.!")]
    whole: list[str] = []
    for piece in pieces:
        if whole and not (_stands(piece) and _telling(whole[-1])):
            whole[-1] = f"{whole[-1]} {piece}"
        else:
            whole.append(piece)
    if len(whole) < 2 or len(whole) > MOST or not _ASKING.search(whole[0]):
        return (text,) if text else ()
    topic = _topic(whole[0])
    return (whole[0], *(_full(piece, whole[0], topic) for piece in whole[1:]))


def _stands(piece: str) -> bool:
    """Whether it asks for something of its own: "by when" and "to whom" belong to what stands before."""
    says = bool(_telling(piece)) or len(piece.split()) >= SENTENCE
    return bool(_ASKING.search(piece) or _ACT.match(piece)) and says


def _full(piece: str, first: str, topic: str) -> str:
    opening, other = _OPENING.match(piece), _OPENING.match(first)
    alike = bool(opening and other and opening[1].casefold() == other[1].casefold())
    subject = [word for word in _telling(piece) if not _ACT.match(word)]
    lacking = not subject if alike else len(subject) < 2 or bool(_POINTING.search(piece))
    return f"{piece.rstrip(' ?.!')} on {topic}" if lacking and topic else piece.rstrip(" ?.!")


def _topic(first: str) -> str:
    return " ".join(word for word in _telling(first) if not _ACT.match(word))


def _telling(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.casefold() not in STOP and not _ASKING.fullmatch(word)]
