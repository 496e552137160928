"""What one action is made of: its words, who, by when, its number and how it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Action, Attendance
from ingest.structure.place import Placed
from ingest.structure.record.dues import LINE as DUE_LINE
from ingest.structure.record.dues import due
from ingest.structure.record.owners import only, owners

_OWNER_LINE = re.compile(
    r"\W*(?:(?:action\s+)?owners?|leads?|(?:action\s+)?by(?:\s+whom)?|who|responsib\w+(?:\s+person)?|"
    r"assigned(?:\s+to)?|assignees?)"
    r"\s*(?:[:–—]|\s-)[\s*_]*(?P<who>\S.{0,100})",
    re.I,
)
_STATUS = re.compile(
    r"(?:^|[.;(–—\[-]\s*)(?:this\s+)?(?:action|item)?\s*(?:is\s+|was\s+|now\s+|to\s+be\s+|can\s+be\s+|has\s+been\s+)*"
    r"(?P<status>closed|completed?|ongoing|in\s+progress|done|discharged|overdue|superseded)\W*$",
    re.I,
)
_REFERENCE = re.compile(r"[\w./-]*\d[\w./-]*(?:\([a-z\d]{1,3}\))?")


def action(
    here: Placed,
    text: str,
    who: tuple[str, ...],
    label: re.Match[str] | None = None,
    people: Sequence[Attendance] = (),
) -> Action:
    """One action that stands at a block. who is its owners where they are known; else its label or words name them."""
    place = here.place
    if not who and label and label["who"]:
        who = only(re.sub(r"^\s*(?:for|by|on)\s+", "", label["who"], flags=re.I), people)
    who = who or owners(text, people)
    number = _REFERENCE.search(label["number"]) if label else None
    done = _STATUS.search(text)
    state = "outstanding" if label and label["state"].lower().startswith("outstanding") else ""
    return Action(
        place.item,
        place.title,
        text,
        who,
        due(text),
        here.block.spans,
        number[0] if number else "",
        done["status"] if done else state,
    )


def completed(asked: Action, here: Placed, people: Sequence[Attendance]) -> Action | None:
    """The action with what the next line says of it ("Due: March", "Owner: AB"); None where that is no such line."""
    if here.block.kind == "row" or (here.place.item, here.place.title) != (asked.item, asked.title):
        return None
    text = here.block.text
    if (found := _OWNER_LINE.fullmatch(text)) and (who := only(found["who"], people)):
        return replace(asked, owner=who)
    if found := DUE_LINE.fullmatch(text):
        return replace(asked, due=found["due"].strip(" .*_"))
    if found := re.fullmatch(r"\W*status\s*(?::|\s-)[\s*_]*(?P<status>\S.{0,60})", text, re.I):
        return replace(asked, status=found["status"].strip(" .*_"))
    return None


def is_closed(text: str) -> bool:
    """Whether an action of an earlier meeting is only reported as done with."""
    found = _STATUS.search(text)
    return bool(found and found["status"].lower() in ("closed", "complete", "completed", "done", "discharged"))
