"""Whether a question asks of a meeting or a body itself, or only mentions its date or name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from search.understand.bodies import Named
from search.understand.cues import ACTS, COMPOUND, CORRECTING, GATHERING, NEUTRAL, OF_A_MEETING, SAYINGS
from search.understand.periods import Period
from search.understand.query import Intent
from search.understand.tokens import Stretch

_LOOSE = rf"(?:(?:{'|'.join(sorted(NEUTRAL))})\s+)*"
_GATHERING_NEXT = re.compile(rf"(?:'s?)?\s*,?\s+{_LOOSE}{GATHERING}", re.IGNORECASE)
_GATHERING_BEFORE = re.compile(
    rf"\b{GATHERING}(?:'s?)?\s*,?\s*(?:(?:held|dated|of|on|in|for|from|at)\s+)*{_LOOSE}$", re.IGNORECASE
)
_JOINED_BEFORE = re.compile(
    rf"(?:'s?)?\s*,?\s*(?:(?:held|of|on|in|for|from|at|decisions?|meeting|minutes)\s+)*{_LOOSE}", re.IGNORECASE
)
_JOINED_NEXT = re.compile(rf"(?:'s?)?\s*,?\s*{_LOOSE}", re.IGNORECASE)
_OF_CONTENT = re.compile(
    r"\b(?:by|due|from|starting|start|beginning|begins?|commencing|effective|end(?:ing|ed)?(?: of)?|year|as at|"
    r"as of|until|till|"
    r"up to|for|than|to|ready|expires?|expiring|open|opening|launch(?:ing)?|every)\s+(?:the\s+)?(?:(?:end|"
    r"start|beginning) of\s+)?$",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\b(?:in|on|during|at|throughout|within|since|between)\s+(?:the\s+)?$", re.IGNORECASE)
_CLOSED = re.compile(
    r"\s*(?:$|[?.!,;:)]|\b(?:and|or|about|on|regarding|concerning|to|with|when|what|that|by|how|outcomes?|"
    r"decisions?|discussion|vote|"
    r"actions?|apologies)\b)",
    re.IGNORECASE,
)
_DONE_BY = re.compile(
    r"\b(?:did|does|do|has|have|had|was|were|is|will|would|should|can|could|may|might|at|by|to|from|told|tell|"
    r"briefed|updated|assured|advised|reminded|informed|"
    r"ask(?:ed)?|in|"
    r"when|that|chairs?|chaired|chairing|chair of|minutes of|meetings? of|decisions? of|actions? (?:of|from|"
    r"for)|agenda of|"
    rf"apologies (?:for|to))\s+{_LOOSE}$",
    re.IGNORECASE,
)
_MEETING_OF = re.compile(
    r"\b(?:minutes|meetings?|decisions?|agenda|actions?|chair|apologies)\s+(?:of|from|for|at|to)\s+", re.IGNORECASE
)
_ACTS = re.compile(
    rf"(?:'s?)?\s+(?:ever |also |then |formally |really |last |not )*(?:(?:{ACTS}|{SAYINGS})|(?:meetings?|"
    rf"minutes|decisions?|agenda|"
    r"apologies|outcomes?|actions?|attendance|attendees|session|quorum)\b)",
    re.IGNORECASE,
)
_SAT = re.compile(rf"(?:'s?)?\s+(?:(?:{ACTS})|(?:meetings?|minutes|decisions?|agenda|apologies)\b)", re.IGNORECASE)
_HELD_BY = re.compile(rf"\b(?:did|has|have|had|at|chairs?|chaired|minutes of|decisions? of)\s+{_LOOSE}$", re.IGNORECASE)
_PLACE = re.compile(r"\bcouncil$", re.IGNORECASE)  # an authority, as a rule, and not its sitting
_IDIOM = re.compile(r"\b(?:across the|on|over|above|full|drawing|notice|white|free)\s+$", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:next|upcoming|forthcoming|future)\b", re.IGNORECASE)
_SENTENCE = re.compile(
    r"\b(?:who|what|when|where|why|how|which|is|are|was|were|did|does|do|has|have|will|can)\b", re.IGNORECASE
)


def of_the_body(text: str, named: Named, dates: Sequence[Stretch]) -> bool:
    """Whether the body is asked for what it did or what was said there: "what did the audit committee decide".

    One that is not known must be asked in so many words: a name may be of anything.
    """
    before, after = text[: named.place.start], text[named.place.end :]
    if not named.names:
        return bool(_SAT.match(after) or (_HELD_BY.search(_without(before, dates)) and not _PLACE.search(named.words)))
    if COMPOUND.match(after) or (named.bare and _IDIOM.search(before)):
        return False
    if any(_beside(text, named.place, other) for other in dates):
        return True
    if _ACTS.match(after) or _DONE_BY.search(_without(before, dates)):
        return True
    start = all(word.casefold() in NEUTRAL for word in before.strip(" :").split())
    return not named.bare and start and not _SENTENCE.search(text)


def of_the_meeting(text: str, period: Period, bodies: Sequence[Named], asks: Intent) -> bool:
    """Whether the period says when the meeting was, and not what its papers speak of: "at the January board"."""
    place = period.place
    before, after = text[: place.start], text[place.end :]
    if _GATHERING_NEXT.match(after):
        return not (_minuted(after) and CORRECTING.search(text))
    if any(_beside(text, named.place, place) and not COMPOUND.match(text[named.place.end :]) for named in bodies):
        return True
    if _GATHERING_BEFORE.search(before):
        return True
    if asks in ("number", "plan", "definition") or _OF_CONTENT.search(before) or _AHEAD.search(text):
        return False
    told = bool(OF_A_MEETING.search(text)) or asks in ("decision", "list", "history")
    return told and bool(
        _WHEN.search(before) or period.words.startswith(("since", "before", "after")) or _CLOSED.match(after)
    )


def mentioned(text: str, period: Period, asks: Intent) -> bool:
    """Whether the period may be the meeting's, though nothing says so: "why did she leave in September"."""
    before = text[: period.place.start]
    return asks not in ("number", "plan", "definition") and bool(_WHEN.search(before))


def _beside(text: str, one: Stretch, other: Stretch) -> bool:
    """Whether a body and a date stand side by side, but for small words."""
    if one.end <= other.start:
        return bool(_JOINED_BEFORE.fullmatch(text[one.end : other.start]))
    return bool(_JOINED_NEXT.fullmatch(text[other.end : one.start]))


def _minuted(after: str) -> bool:
    return bool(re.match(r"(?:'s?)?\s*(?:\w+\s+){0,2}?minutes\b", after, re.IGNORECASE))


def _without(before: str, dates: Sequence[Stretch]) -> str:
    """The words before a body without a date that stands directly before it."""
    for stretch in dates:
        if 0 <= stretch.start < stretch.end <= len(before) and not before[stretch.end :].strip():
            return before[: stretch.start]
    return before
