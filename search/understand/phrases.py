"""Words in quotation marks, which must match exactly."""

from __future__ import annotations

import re

from search.understand.query import Constraint
from search.understand.reading import Reading
from search.understand.tokens import Stretch

MOST = 200  # characters of one phrase

_QUOTED = re.compile(rf'"([^"]{{1,{MOST}}})"')
# an apostrophe opens a quotation only where no letter stands before it, and closes it only where none follows
_SINGLE = re.compile(rf"(?<![\w'])'(?=\w)([^'\"]{{1,{MOST}}})(?<=[\w.%])'(?![\w'])")


def phrases(text: str) -> list[Reading]:
    """What is in quotation marks and says something, with its marks as its place."""
    found: list[Reading] = []
    for form in (_QUOTED, _SINGLE):
        for quoted in form.finditer(text):
            place, words = Stretch(*quoted.span()), quoted[1].strip()
            if any(mark.isalnum() for mark in words) and not any(place.overlaps(one.place) for one in found):
                found.append(Reading(Constraint("phrase", words, words, strict=True, source=True), place))
    return found
