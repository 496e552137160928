"""When what was decided is to be looked at again, as minutes and papers say it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?"
)
_COUNT = r"(?:\d{1,2}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|twenty-four)"
# A day, a month, a year, a span or a meeting, as papers print when something is due.
_TIME = re.compile(
    rf"\b(?:(?:(?:in|by|before|during|until|from|at the end of|the end of)\s+)?"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:,?\s+\d{{4}})?|{_MONTH}\s+\d{{4}}|\d{{1,2}}/\d{{1,2}}/\d{{2,4}})|"
    rf"(?:in|by|before|during|until|from|at the end of|the end of)\s+(?:{_MONTH}|\d{{4}}(?:/\d{{2,4}})?|"
    rf"(?:the\s+)?(?:spring|summer|autumn|winter))\b|"
    rf"(?:in|after|within|every|for(?: a period of)?|over)\s+(?:the\s+(?:next|first)\s+)?{_COUNT}[\s-]+"
    rf"(?:week|month|year|quarter)s?(?:['’]? time)?|"
    r"(?:its|the|their|a|each|every)\s+(?:next|later|following|future)\s+(?:\w+\s+)?(?:meeting|year|quarter)|"
    r"next\s+(?:meeting|year|month|quarter)|annually|yearly|quarterly|monthly|each\s+(?:year|quarter|month))",
    re.IGNORECASE,
)
_WHO = (
    r"(?:the\s+|its\s+|a\s+)?(?:\w+\s+){0,4}?"
    r"(?:board|committee|council|meeting|panel|group|cabinet|governors?|members|trustees)"
)
_AGAIN = re.compile(
    r"\bbe\s+(?:\w+ly\s+)?(?:reviewed|revisited|re-?evaluated|re-?considered)\b|"
    r"\b(?:will|would|shall|should|must)\s+(?:\w+ly\s+)?(?:review|revisit|re-?evaluate|reconsider)\b|"
    r"\breviews?\b[^.;]{0,60}?\b(?:come|comes|brought|presented|report(?:ed)?|due|take place|held|carried out)\b|"
    r"\breview (?:date|period|point)s?\b|\b(?:next|full|annual|further)\s+(?:\w+\s+)?(?:refresh|review|evaluation)\b|"
    rf"\b(?:return|returned|(?:come|came|brought|bring|report|reported) back)\b[^.;]{{0,40}}?\b{_WHO}|"
    rf"\b(?:deferred|postponed|adjourned)\b[^.;]{{0,200}}?\b(?:to|until)\b|"
    rf"\bfinal version\b[^.;]{{0,60}}?\b(?:presented|brought|come|submitted)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z•\"'“(\[])|\n(?=\s*[•\-–A-Z])")
_LEAST = 12  # letters of a sentence that says anything


@dataclass(frozen=True, slots=True)
class Again:
    """A sentence that says when something is to be looked at again, with the time as printed."""

    due: str
    text: str


def again(text: str) -> tuple[Again, ...]:
    """The sentences of a text that say that something is to be reviewed or to return, and when; in order.

    A sentence that names no time says nothing here.

    >>> [one.due for one in again("It was agreed. A review of the ward would come to the Board in September 2025.")]
    ['September 2025']
    """
    found = []
    for part in _SENTENCES.split(text):
        sentence = part.strip()
        told = _AGAIN.search(sentence) if len(sentence) >= _LEAST else None
        due = _due(sentence, told.start()) if told else ""
        if due:
            found.append(Again(due, sentence))
    return tuple(found)


def _due(sentence: str, told: int) -> str:
    """The time in a sentence that stands first after the words of reviewing, else the last before them."""
    times = list(_TIME.finditer(sentence))
    after = next((one for one in times if one.start() >= told), None)
    chosen = after or next(iter(reversed(times)), None)
    return re.sub(r"^(?:in|by|from|during|for)\s+", "", chosen[0], flags=re.IGNORECASE) if chosen else ""
