"""A decision that names an earlier meeting of its body, or says that it takes an earlier decision's place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.model import dates
from search.links.held import HeldDecision, HeldMeeting
from search.links.likeness import held, telling

# what a decision may do to an earlier one, by the stem that its text prints
HOWS = {
    "supersed": "supersedes",
    "replac": "replaces",
    "rescind": "rescinds",
    "revis": "revises",
    "revok": "revokes",
    "overturn": "overturns",
    "varie": "varies",
    "vary": "varies",
}
NAMES = "names"
_DONE = r"(supersed|replac|rescind|revis|revok|overturn|varie|vary)(?:e|es|ed|ing|s)?\b"
_OBJECT = r"\b(?:decision|resolution|approval|agreement|delegation|position)s?\b"
_HOW = re.compile(rf"\b{_DONE}[^.;]{{0,80}}?{_OBJECT}|{_OBJECT}[^.;]{{0,120}}?\b(?:is|are|was|were|be)\s+{_DONE}", re.I)
_MONTHS = [
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
]
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\s+(\d{{4}})\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:meeting|decision|decided|agreed|approved|resolved|resolution)s?\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
LIKE = 0.5


@dataclass(frozen=True, slots=True)
class Follow:
    """Rows of a decision, of the meeting that it names and of the decision there that it speaks of, None where unclear.

    how is the text's own verb, else "names".
    """

    decision: int
    how: str
    meeting: int
    earlier: int | None


def follows(
    meetings: Sequence[HeldMeeting],
    decisions: Sequence[HeldDecision],
    approvals: frozenset[int],
    taken: Callable[[HeldMeeting], Sequence[HeldDecision]],
) -> list[Follow]:
    """What the decisions of one body say about its earlier meetings; approvals of minutes (rows) are left out.

    taken gives the decisions of a meeting.
    """
    by_day: defaultdict[str, list[HeldMeeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.date and meeting.minuted:
            by_day[meeting.date].append(meeting)
    found = []
    for decision in decisions:
        if decision.row in approvals or not decision.meeting.date:
            continue
        for day in _days(decision, by_day):
            for meeting in by_day[day][:1]:  # copies of the same minutes say the same
                how = _HOW.search(decision.text)
                verb = HOWS[(how[1] or how[2]).lower()] if how else NAMES
                found.append(Follow(decision.row, verb, meeting.row, _meant(decision, taken(meeting))))
    return found


def _days(decision: HeldDecision, by_day: defaultdict[str, list[HeldMeeting]]) -> list[str]:
    """The days of known earlier meetings that a decision's text names as meetings or decisions."""
    if not _YEAR.search(decision.text) or not _MEETING.search(decision.text):
        return []
    named = {each.day.isoformat() for each in dates(decision.text)}
    for match in _MONTH.finditer(decision.text):
        month = f"{match[2]}-{_MONTHS.index(match[1].lower()) + 1:02}"
        within = [day for day in by_day if day.startswith(month)]
        if len(within) == 1 and not any(day.startswith(month) for day in named):
            named.add(within[0])
    return sorted(day for day in named if day in by_day and day < decision.meeting.date)


def _meant(decision: HeldDecision, earlier: Sequence[HeldDecision]) -> int | None:
    """The earlier decision that one speaks of: the one most alike, or the only one under the item that it names."""
    words = telling(f"{decision.title} {decision.text}")
    scored = [(held(telling(other.text) | telling(other.title), words), -other.row) for other in earlier]
    best = max(scored, default=(0.0, 0))
    if best[0] >= LIKE:
        return -best[1]
    named = [
        other.row
        for other in earlier
        if other.verb not in ("noted", "received") and len(telling(other.title)) > 1 and telling(other.title) <= words
    ]
    return named[0] if len(named) == 1 else None
