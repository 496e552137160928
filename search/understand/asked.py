"""Whether a question asks of a meeting or a body itself, or only mentions its date or name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.understand.bodies import Named
from search.understand.cues import (
    ACTS,
    ASKING,
    COMPOUND,
    CORRECTING,
    DOING,
    GATHERING,
    JOINING,
    NEUTRAL,
    OF_A_MEETING,
    RECORDS,
    SAYINGS,
    STAGES,
    TOWARDS,
)
from search.understand.periods import Period
from search.understand.query import Intent
from search.understand.tokens import Stretch

NEAR = 80  # characters before a name or a date that are looked at
FIGURES: frozenset[Intent] = frozenset(("number", "plan", "definition"))


def _any(*words: str) -> str:
    return f"(?:{'|'.join(words)})"


_LOOSE = rf"(?:{_any(*sorted(NEUTRAL))}\s+)*"
_GAP = r"(?:'s?)?\s*,?\s*"
_AT = _any("held", "dated", "of", "on", "in", "for", "from", "at")
_END = r"(?:(?:end|start|beginning) of\s+)?$"
_GATHERING_NEXT = re.compile(rf"{_GAP}{_LOOSE}\b{GATHERING}", re.IGNORECASE)
_GATHERING_BEFORE = re.compile(rf"\b{GATHERING}{_GAP}(?:{_AT}\s+)*{_LOOSE}$", re.IGNORECASE)
_MINUTED = re.compile(r"(?:'s?)?\s*(?:\w+\s+){0,2}?minutes\b", re.IGNORECASE)
_JOINED_BEFORE = re.compile(rf"{_GAP}(?:(?:{_AT}|decisions?|meeting|minutes)\s+)*{_LOOSE}", re.IGNORECASE)
_JOINED_NEXT = re.compile(rf"{_GAP}{_LOOSE}", re.IGNORECASE)
# what the date of something else follows: "due by", "from", "the year ending", "opens in"
_OF_CONTENT = re.compile(
    rf"\b(?:{_any(*TOWARDS)}|{_any(*STAGES)}(?:\s+(?:in|on|by))?)\s+(?:the\s+)?{_END}", re.IGNORECASE
)
_WHEN = re.compile(r"\b(?:in|on|during|at|throughout|within|since|between)\s+(?:the\s+)?$", re.IGNORECASE)
# a date that ends what is said, or that a word follows which begins something new, belongs to no noun
_CLOSED = re.compile(rf"\s*(?:$|[?.!,;:)]|\b{_any(*JOINING)}\b)", re.IGNORECASE)
_DONE_BY = re.compile(rf"\b(?:{_any(*DOING)}|{_any(*RECORDS)}\s+(?:of|from|for))\s+{_LOOSE}$", re.IGNORECASE)
_BRIEFLY = r"(?:(?:ever|also|then|formally|really|last|not)\s+)*"
_ACTS = re.compile(rf"(?:'s?)?\s+{_BRIEFLY}(?:{ACTS}|{SAYINGS}|{_any(*RECORDS)}\b)", re.IGNORECASE)
_SAT = re.compile(rf"(?:'s?)?\s+(?:(?:{ACTS})|(?:meetings?|minutes|decisions?|agenda|apologies)\b)", re.IGNORECASE)
_HELD_BY = re.compile(rf"\b(?:did|has|have|had|at|chairs?|chaired|minutes of|decisions? of)\s+{_LOOSE}$", re.IGNORECASE)
_PLACE = re.compile(r"\bcouncil$", re.IGNORECASE)  # an authority, as a rule, and not its sitting
_IDIOM = re.compile(r"\b(?:across the|on|over|above|full|drawing|notice|white|free)\s+$", re.IGNORECASE)
# "the contract from April to March" is of the contract; "what was agreed from April to March" is of the meetings
_SPAN = re.compile(r"from\b", re.IGNORECASE)
_DONE_BEFORE = re.compile(rf"\b(?:{ACTS}|discuss|{_any(*RECORDS)})\w*\s+$", re.IGNORECASE)
_WHO_ON = re.compile(
    r"\bwho\b.*\bon\s+(?:the\s+)?$|\b(?:who's|whos|sits?|serves?|seat|members?)\s+on\s+(?:the\s+)?$", re.IGNORECASE
)
_AHEAD = re.compile(r"\b(?:next|upcoming|forthcoming|future)\b", re.IGNORECASE)
_SENTENCE = re.compile(rf"\b{_any(*ASKING)}\b", re.IGNORECASE)


def of_the_body(text: str, named: Named, dates: Sequence[Stretch]) -> bool:
    """Whether the body is asked for what it did or what was said there: "what did the audit committee decide".

    One that is not known must be asked in so many words: a name may be of anything.
    """
    before, after = _before(text, named.place), text[named.place.end :]
    if not named.names:
        return bool(
            _SAT.match(after)
            or (_HELD_BY.search(_without(text, named.place, dates)) and not _PLACE.search(named.words))
        )
    if COMPOUND.match(after) or (named.bare and _IDIOM.search(before)):
        return False
    if any(_beside(text, named.place, other) for other in dates):
        return True
    if _WHO_ON.search(before) or _ACTS.match(after) or _DONE_BY.search(_without(text, named.place, dates)):
        return True
    start = _opens(text, named.place)
    return not named.bare and start and not _SENTENCE.search(text)


def of_the_meeting(text: str, period: Period, bodies: Sequence[Named], asks: Intent, asked: bool) -> bool:
    """Whether the period says when the meeting was, and not what its papers speak of: "at the January board".

    asked says that the question asks a body.
    """
    place = period.place
    before, after = _before(text, place), text[place.end :]
    if _GATHERING_NEXT.match(after):
        return not (_MINUTED.match(after) and CORRECTING.search(text))
    if any(_beside(text, named.place, place) and not COMPOUND.match(text[named.place.end :]) for named in bodies):
        return True
    if _GATHERING_BEFORE.search(before):
        return not CORRECTING.search(text)
    if asks in FIGURES or _OF_CONTENT.search(before) or _AHEAD.search(text):
        return False
    told = asked or bool(OF_A_MEETING.search(text)) or asks in ("decision", "list", "history")
    if _SPAN.match(text, place.start):
        return told and bool(_DONE_BEFORE.search(before))
    return told and bool(
        _WHEN.search(before) or period.words.startswith(("since", "before", "after")) or _CLOSED.match(after)
    )


def mentioned(text: str, period: Period, asks: Intent) -> bool:
    """Whether the period may be the meeting's, though nothing says so: "why did she leave in September"."""
    before = _before(text, period.place)
    return asks not in FIGURES and bool(_WHEN.search(before)) and not _OF_CONTENT.search(before)


def _beside(text: str, one: Stretch, other: Stretch) -> bool:
    """Whether a body and a date stand side by side, but for small words."""
    if one.end <= other.start:
        return bool(_JOINED_BEFORE.fullmatch(text[one.end : other.start]))
    return bool(_JOINED_NEXT.fullmatch(text[other.end : one.start]))


def _before(text: str, place: Stretch) -> str:
    return text[max(0, place.start - NEAR) : place.start]


def _without(text: str, place: Stretch, dates: Sequence[Stretch]) -> str:
    """The words before a body without a date that stands directly before it."""
    for date in dates:
        if date.end <= place.start and not text[date.end : place.start].strip():
            return _before(text, date)
    return _before(text, place)


def _opens(text: str, place: Stretch) -> bool:
    """Whether nothing but small words stands before it."""
    return all(word.casefold() in NEUTRAL for word in text[: place.start].strip(" :").split())
