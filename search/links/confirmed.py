"""Minutes that a later meeting of the same body approved, by the day that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import dates
from search.links.held import HeldDecision, HeldMeeting

APPROVING = ("approved", "agreed", "ratified", "adopted")
_MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
_RECORD = r"(?:minutes|notes|(?:accurate|correct|true|fair)(?:\s+and\s+\w+)?\s+record)"
_YES = r"(?:approv\w+|agree[ds]?|ratif\w+|adopt\w+|accept\w+|confirm\w+|signed)"
# "approved the draft minutes", "minutes of ... were approved"; never "approved what is set out in the minutes"
_APPROVES = re.compile(
    rf"\b{_YES}(?:\s+(?!(?:in|by|from|with|under|to|per|set|for)\b)[\w'’&-]+){{0,8}}?\s+{_RECORD}\b|"
    rf"\b{_RECORD}\b(?:(?!\bthat\b)[^;]){{0,250}}?\b{_YES}\b",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"\b(?:not\s+(?:be\s+|been\s+|yet\s+)*|to\s+be\s+|will\s+be\s+|could\s+be\s+)"
    r"(?:approved|agreed|confirmed|accepted|adopted|ratified|signed)\b",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"\b(?:subject\s+to|with\s+(?:the|a|an|one|two|three|some|minor|these|those)\b[^.;]{0,60}?\b(?:amend|change|correct)|"
    r"(?:as|once)\s+(?:amended|corrected)|(?:amendments?|corrections?)\s+(?:noted|highlighted|above|below|made|agreed))",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(
    r"\b(?:amend\w*|should\s+(?:read|say|state|be\s+recorded)|to\s+read|correct(?:ed|ion|ions)|reworded|typographical|"
    r"(?:deleted?|removed?|replaced?|added)\b[^.]{0,60}\b(?:minutes?|paragraph|sentence|words?|page|section|item))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])|\n")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Rows of the meeting whose minutes were approved and of the decision; amendment is "" where there was none."""

    meeting: int
    decision: int
    amendment: str


def confirmations(
    meetings: Sequence[HeldMeeting],
    decisions: Sequence[HeldDecision],
    others: re.Pattern[str] | None,
    said: Callable[[HeldDecision], Sequence[str]],
) -> list[Confirmation]:
    """The first approval of each meeting's minutes, over all meetings and decisions of one body.

    others finds the name of another body, whose minutes are not this body's; said gives what was minuted under a
    decision's item.
    """
    by_day: dict[str, list[HeldMeeting]] = {}
    for meeting in meetings:
        if meeting.date and meeting.minuted:
            by_day.setdefault(meeting.date, []).append(meeting)
    found: dict[int, Confirmation] = {}
    for decision in sorted(decisions, key=lambda one: (one.meeting.date, one.row)):
        for day in _approved(decision, others):
            for meeting in by_day.get(day, []):
                if meeting.row not in found and _later(decision.meeting, meeting):
                    found[meeting.row] = Confirmation(meeting.row, decision.row, amendment(decision, said))
    return list(found.values())


def amendment(decision: HeldDecision, said: Callable[[HeldDecision], Sequence[str]]) -> str:
    """What was to be changed in the minutes, "" for nothing: as minuted, else the approval's own clause."""
    if not _AMENDED.search(f"{decision.condition} {decision.text}"):
        return ""
    sentences = [part.strip() for text in said(decision) for part in _SENTENCE.split(text)]
    telling = [part for part in sentences if _AMENDMENT.search(part) and part not in decision.text]
    return " ".join(dict.fromkeys(telling)) or decision.condition or decision.text


def _approved(decision: HeldDecision, others: re.Pattern[str] | None) -> list[str]:
    """The days of the meetings whose minutes a decision approves."""
    text = decision.text
    if decision.verb not in (*APPROVING, "other") or not _APPROVES.search(text) or _REFUSED.search(text):
        return []
    if others and others.search(text):
        return []
    within = dates(text)
    if not within and _MINUTES.search(decision.title) and not (others and others.search(decision.title)):
        within = dates(decision.title)
    return [each.day.isoformat() for each in within]


def _later(approving: HeldMeeting, meeting: HeldMeeting) -> bool:
    parts = {approving.part, meeting.part} - {""}
    return approving.date > meeting.date and len(parts) < 2
