"""Who proposed or seconded something, where no passage says that anybody did."""

from __future__ import annotations

import re

from search.answers.found import Found
from search.answers.matter import contrary
from search.answers.refusals import refuse
from search.model import Refused

_ASKED = re.compile(r"\bwho (?:proposed (?:and|or) )?seconded\b", re.IGNORECASE)
_OF_A_MOTION = re.compile(r"\b(?:second(?:ed|er|ing)\b|propos(?:ed by|er)\b|moved by|nominat)", re.IGNORECASE)


def seconded(found: Found) -> Refused | None:
    """A refusal where it is asked who seconded a motion and no passage found tells of anybody who did."""
    if not _ASKED.search(found.query.words) or any(_OF_A_MOTION.search(hit.text) for hit in found.hits):
        return None
    decision = next((hit for hit in found.hits if hit.kind == "decision" and found.about(hit)), None)
    shown = contrary(found, decision) if decision else ()
    said = "What was decided is recorded without a proposer or a seconder."
    return refuse(found.connection, found.query, "not_recorded", found.hits, shown, said)
