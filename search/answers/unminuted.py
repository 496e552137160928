"""What was decided at a meeting whose minutes are not here, or under an item that was minuted in confidence."""

from __future__ import annotations

import re

from sqlalchemy import func, select

from ingest.model import long_date
from search import schema
from search.answers.found import Found
from search.answers.matter import contrary
from search.answers.refusals import refuse
from search.model import Citation, Refused
from search.registers.entries import Slice, Wanted
from search.registers.meetings import meeting_lines
from search.registers.wanted import current

# What minutes alone can tell, of questions for a decision: papers tell what was to be decided.
_OUTCOME = re.compile(
    r"\b(?:decid|decision|approv|agree[ds]?\b|resol[vu]|outcome|vote|voting|reject|defer|adopt|ratif|endors|"
    r"sign(?:ed)? off|conclu|discuss)",
    re.IGNORECASE,
)
NEAR = 0.5  # share of the question's words that a recommendation holds which is shown as what was asked of the meeting
BRIEF = 400  # characters: what says more under an item than that it is confidential is no confidential item
_OF_SECRECY = re.compile(r"\b(?:confidential|confidence|private|secret|closed)", re.IGNORECASE)
LEAST = 0.25  # share of the question that it needs at the least
LIKE = 0.9  # of what the passage most about the question holds of it, which one of a confidential item needs


def unminuted(found: Found) -> Refused | None:
    """A refusal where the minutes of the meetings asked of are not here, though their papers are."""
    query = found.query
    times = [one for one in query.of("period") if one.source and one.held]
    if query.intent != "decision" or not times or not _OUTCOME.search(query.text):
        return None
    bodies = [one.value for one in query.of("body") if one.source and one.held] or [""]
    for time in times:
        for body in bodies:
            wanted = Wanted(body=body, since=time.first, until=time.last, kind="minutes")
            if meeting_lines(found.connection, wanted, Slice(limit=1)).total:
                return None
    here = [hit for hit in found.hits if found.asked_of(hit.citation)]
    if not here or any(hit.kind == "decision" for hit in here):
        return None
    asked = next((hit for hit in here if hit.kind == "recommendation" and found.about(hit) >= NEAR), None)
    shown = found.quoted(asked, "recommendation") if asked else ()
    said = f"Papers of {_meeting(here[0].citation)} are here, its minutes are not."
    return refuse(found.connection, query, "not_recorded", found.hits, shown, said)


def _meeting(cited: Citation) -> str:
    return f"the meeting{f' of {cited.body}' if cited.body else ''} on {long_date(cited.date)}"


def confidential(found: Found) -> Refused | None:
    """A refusal where the passage most about the question stands under an item minuted in confidence, and says no more.

    The same where the question names the item itself.
    """
    if _OF_SECRECY.search(found.query.words):
        return None
    named = any(one.held and one.source for one in found.query.of("item"))
    first, most = found.hits[0], max(found.about(hit) for hit in found.hits)
    if not found.asked_of(first.citation) or len(first.text) > BRIEF or not _sealed(found, first.citation):
        return None
    if not named and found.about(first) < max(LIKE * most, LEAST):
        return None
    said = "The item is minuted in confidence; what was said and decided is in no paper here."
    return refuse(found.connection, found.query, "not_recorded", found.hits, contrary(found, first), said)


def _sealed(found: Found, cited: Citation) -> bool:
    item, meeting = schema.items, schema.meetings
    query = select(func.max(item.c.confidential)).select_from(item.join(meeting).join(schema.documents))
    there = (meeting.c.document == cited.document, meeting.c.date == cited.date, item.c.number == cited.item)
    return bool(found.connection.scalar(query.where(current(), *there, item.c.title == cited.title)))
