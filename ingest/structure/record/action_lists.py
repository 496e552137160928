"""Actions under a heading of their own, and who the list or its parts are for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Action, Attendance
from ingest.structure.place import ACTION, Placed
from ingest.structure.record.action_parts import action
from ingest.structure.record.owners import named, only, owners
from ingest.structure.sentences import points, sentences

# Headings, or lines of their own, under which actions stand; the log of an earlier meeting's is none.
LIST = re.compile(
    r"\W*(?:(?:summary|list|schedule|table)\s+of\s+)?(?:the\s+)?(?:new\s+|agreed\s+|key\s+|further\s+|"
    r"outstanding\s+)?(?:matters\s+for\s+"
    r"action|actions?(?:\s+(?:items?|points?|list|summary|required|agreed|arising|for\s+\w+|from\s+(?:this|the|"
    r"today[’']?s)\s+"
    r"meeting|to\s+be\s+taken))*|to[-\s]?do(?:\s+list)?|next\s+steps)\W*",
    re.I,
)
OLD = re.compile(r"\b(?:log|tracker|previous|last|matters arising|review of|update on|follow[- ]?up)\b", re.I)
NOTHING = re.compile(
    r"\W*(?:none|nil|n/?a|no (?:new |further )?actions?\b.{0,60}|not applicable|to (?:note|be noted)|noted|"
    r"for (?:information|noting))?\W*",
    re.I,
)
_LEADS = re.compile(r"(?P<who>.{1,80}?)\s*(?:\b(?:to|will|would|is to|are to)\b.{0,60})?\s*[:–—-]\s*", re.I)


def is_list(here: Placed) -> bool:
    """Whether a heading, or a line of its own, opens a list of this meeting's actions."""
    text = here.block.text.strip(" :*_")
    title = re.sub(r"^\W*\d+(?:\.\d+)*[.)]?\s+", "", text)
    return bool(LIST.fullmatch(title)) and not OLD.search(title)


def goes_on(here: Placed, people: Sequence[Attendance]) -> bool:
    """Whether a paragraph under a heading of actions is one of them: it is numbered, or says who is to do it."""
    text = here.block.text
    return bool(re.match(r"\(?(?:\d{1,2}|[a-z])[.)]\s", text)) or bool(ACTION.match(text) or owners(text, people))


def listed(
    here: Placed, people: Sequence[Attendance], listing: tuple[str, ...]
) -> tuple[tuple[str, ...] | None, list[Action]]:
    """One entry of a list of actions; an entry that only names who, ending openly, gives the owners of those inside."""
    text = re.sub(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+", "", here.block.text.strip())
    if NOTHING.fullmatch(text):
        return listing, []
    lead = _LEADS.fullmatch(text)
    if lead and (who := named(lead["who"], people) or only(lead["who"], people)):
        return who, []
    if found := ACTION.match(text):
        return listing, split(here, text[found.end() :], people, found)
    own = owners(text, people)
    inside = here.block.depth > 0 or text[:1].islower()
    if own and not inside:
        return (), [action(here, text, own)]
    return listing, [action(here, text, own or listing)]


def split(here: Placed, text: str, people: Sequence[Attendance], label: re.Match[str] | None = None) -> list[Action]:
    """One action, or several where every point or sentence says who is to do it."""
    head, parts = points(text)
    told = parts if parts and len(head) < 60 else sentences(text)
    if len(told) > 1 and all(owners(part, people) for part in told):
        return [action(here, part, owners(part, people), label) for part in told]
    return [action(here, text, (), label, people)]
