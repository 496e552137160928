"""What the columns of an action log are called, and which tables are one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.structure.registers.columns import columns

# What the headings of a log's columns say; a heading is the first of these that it fits.
_FORMS = {
    "due": r"\b(?:due|deadline|target|time ?-?(?:scale|frame|line)s?|when|for completion|completion|review date|"
    r"complete by|action by date|to be completed)\b",
    "closed": r"\bdate\s+(?:completed|closed|of closure)\b|\b(?:completed|closed)\s+(?:on|date)\b",
    "owner": r"\b(?:owners?|leads?|responsib\w+|whom|who|assigned|officers?|persons?|action by|assignee|actionee|"
    r"initials|named individual|led by)\b|^(?:by|name)$",
    "status": r"\b(?:status|b?rag(?:\s*rat(?:ing|ed))?|open\s*/\s*closed|state)\b|^(?:open|closed|complete[d?]*)\W*$",
    "update": r"\b(?:updates?|progress|outcomes?|comment(?:s|ary)?|notes?|response|position|feedback|resolution|"
    r"result|latest)\b",
    "reference": r"^(?:(?:action|log|unique|minute action)\s*(?:point\s*|log\s*|item\s*)?)?"
    r"(?:nos?|numbers?|num|ref(?:erence)?s?|id|#)\b\.?(?:\s*(?:no|number))?\.?$|^#$|^action ref\b",
    "raised": r"\b(?:meeting|raised|opened|logged|date added|origin(?:al|ated)?|date (?:set|agreed|of action)|since)\b|"
    r"^date\b",
    "item": r"\b(?:agenda|min(?:ute)?s?|item)\b(?!.*\b(?:title|action|required)\b)",
    "text": r"\b(?:actions?|tasks?|agreed|descriptions?|details?|what)\b",
    "title": r"\b(?:titles?|subjects?|topics?|issues?|themes?|headings?|areas?|report)\b",
}
FORMS = {name: re.compile(form, re.I) for name, form in _FORMS.items()}
# Columns of other tables that have actions in them: risks, plans, recommendations.
OTHERS = re.compile(
    r"\b(?:risks?|objectives?|impact|likelihood|score|recommendations?|evidence|barriers?|gaps?|mitigat\w+|"
    r"priority|discussions?|interests?|papers?|presenter|time|page)\b",
    re.I,
)
TITLE = re.compile(
    r"\b(?:actions?|decisions?\s+(?:and|&)\s+actions?|matters arising)\s+(?:\w+\s+){0,2}"
    r"(?:logs?|trackers?|lists?|registers?|schedules?|summary|summaries|records?|sheets?|tables?)\b|"
    r"\b(?:outstanding|open|closed|completed)\s+actions\b|\bactions\s+(?:arising|outstanding)\b|"
    r"\b(?:log|tracker|register|schedule|list|summary)\s+of\s+(?:\w+\s+)?actions\b",
    re.I,
)
KEPT = re.compile(r"\b(?:log|tracker)s?\b|\b(?:open|closed|completed|outstanding)\s+actions\b", re.I)
SECTION = re.compile(
    r"\b(?P<word>completed?|closed|archived?|done|open|outstanding|on-?going|live|current|overdue|not yet due)\b", re.I
)


def is_log(names: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a table of these column headings is an action log.

    above are the titles and headings over it: where none of them says so, its columns must, telling when an action
    was raised or how it is numbered, and what became of it.
    """
    found = columns(names, FORMS)
    if "text" not in found or any(OTHERS.search(name) for name in names if name not in found.values()):
        return False
    told = {"owner", "due", "status", "update"} & found.keys()
    if any(TITLE.search(text) for text in above):
        return bool(told)
    known = {"raised", "reference"} & found.keys()
    return bool(known) and bool({"status", "update"} & found.keys()) and bool({"owner", "due"} & found.keys())
