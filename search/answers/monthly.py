"""A figure for a month of the year's accounts that the papers found do not reach."""

from __future__ import annotations

import re
from calendar import month_name

from search.answers.found import Found
from search.answers.refusals import refuse
from search.model import Refused

_MONTH = r"\b(?:month|mth|m) ?0?(\d{1,2})\b"
_NUMBERED = re.compile(_MONTH, re.IGNORECASE)
TOLD = 2  # passages that number a month, from which it is clear that these papers do
APRIL = 4  # the first month of the year that months are numbered in


def unreached(found: Found) -> Refused | None:
    """A refusal where a numbered month is asked for, and the passages found are of other numbered months alone."""
    asked = {int(one[1]) for one in _NUMBERED.finditer(found.query.words)}
    if len(asked) != 1 or not 1 <= min(asked) <= 12:
        return None
    number = asked.pop()
    name = month_name[(number + APRIL - 2) % 12 + 1]
    texts = [" ".join((hit.text, hit.citation.title, *hit.headings)) for hit in found.hits]
    told = [{int(one[1]) for one in _NUMBERED.finditer(text)} for text in texts]
    others = sorted({month for months in told for month in months})
    if number in others or sum(bool(months) for months in told) < TOLD or any(_of(name, text) for text in texts):
        return None
    said = f"The passages about this are of month {', '.join(map(str, others))}, none of month {number}."
    return refuse(found.connection, found.query, "not_recorded", found.hits, explained=said)


def _of(name: str, text: str) -> bool:
    """Whether a text gives a figure for the month by its name: as a heading does, or "at the end of February"."""
    return bool(
        re.search(rf"\b{name}(?:,? 20\d\d)?\s*(?::|\||\t|$)|\b(?:in|to|at|end of|for) {name}\b", text, re.IGNORECASE)
    )
