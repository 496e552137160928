"""When an action is due, as its words say."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|"
    r"Sept?|Oct|Nov|Dec)\b\.?"
)
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DATE = (
    rf"(?:{_DAY},?\s+)?(?:noon\s+|NOON\s+)?(?:on\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}(?:,?\s+\d{{4}})?|"
    rf"{_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?,?)?(?:\s+\d{{4}})?|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|"
    rf"\d{{4}}-\d{{2}}-\d{{2}}|{_DAY}"
)
_TIME = (
    rf"(?:the\s+)?(?:end|start|middle|beginning|close)\s+of\s+(?:(?:the|this|next|play|business|day|week|month|year|"
    rf"quarter|term|"
    rf"financial|calendar|{_MONTH}|Q[1-4]|\d{{4}})\s*){{1,3}}|mid[-\s]{_MONTH}|"
    rf"(?:the\s+|its\s+|a\s+|an?\s+)?(?:next|future|following|subsequent|later|forthcoming|upcoming|"
    rf"{_MONTH})\s+(?:(?:[\w’'-]+\s+){{0,4}}?"
    r"meetings?\b|(?:[\w’'-]+\s+){0,2}?(?i:board|committee|panel|council|session|congress)\b)|(?:the\s+)?(?:next|"
    r"[A-Z][a-z]+)\s+agenda(?!\s+item)\b|(?:the\s+)?(?:financial\s+)?(?:year|month|week|quarter)[\s-]end|"
    r"(?:the\s+)?(?:next|following)\s+(?:week|month|quarter|year)|"
    r"Q[1-4](?:\s+\d{2,4}/\d{2,4})?(?:\s+\([^)]{1,20}\))?|Easter|Christmas|(?:the\s+)?(?:spring|summer|autumn|"
    r"winter)(?:\s+term)?"
)
_BY = re.compile(
    rf"\b(?:by|before|no later than|not later than|ahead of|prior to|until|[Dd]ue(?: by| on| date)?:?|"
    rf"[Dd]eadline(?: of| is| was)?:?|(?:[Tt]imescale|[Tt]arget(?: date)?|[Bb]y(?: when)?|[Ww]hen|[Cc]omplete by):)\s+"
    rf"(?P<due>(?:the\s+)?(?:{_TIME}|{_DATE}))(?=[\s.,;)\]]|$)|\b(?P<time>in time for\s+(?:the\s+)?(?:{_TIME}|{_DATE}))"
)
_AT = re.compile(rf"\b(?:at|on|in|to|for|from)\s+(?P<due>(?:the\s+)?(?:{_TIME}|{_DATE}))(?=[\s.,;)\]]|$)")
_BARE = re.compile(r"\b(?P<due>(?:the\s+)?next\s+(?:[\w’'-]+\s+){0,3}?meeting)\b")
_SOON = re.compile(
    r"\b(?P<due>as soon as (?:possible|practicable)|asap|immediately|urgently|(?:on a )?(?:weekly|monthly|quarterly|"
    r"annual) basis|"
    r"within \w+ (?:\w+ )?(?:days|weeks|months)|at (?:an appropriate|a later|the earliest) (?:time|date|"
    r"opportunity))\b",
    re.I,
)
_WHEN = re.compile(
    r"\b(?P<due>(?:once|when|after|following|as soon as)\s+(?:[\w’'/-]+\s+){1,10}?[\w’'/-]+)\s*(?:[.(\[]|$)"
)
# "A deadline of 8 March was set.", of what the sentence before it tells.
DEADLINE = re.compile(
    rf"\b(?:deadline|target(?: date)?|due date)\s+(?:of|for this of)\s+(?P<due>(?:the\s+)?(?:{_DATE}|{_TIME}))"
)
# "Due: February", "By when – the March meeting", "Deadline: 4 May": a line or a cell of its own.
LINE = re.compile(
    r"\W*(?:due(?:\s+(?:date|by|on))?|deadline|by\s+when|by(?=\s*:)|target(?:\s+date)?|timescales?|completion\s+date|"
    r"date\s+due|when|complete\s+by)\b\W*?(?:[:–—]|\s-)[\s*_]*(?P<due>\S.{0,120})",
    re.I,
)


def due(text: str) -> str:
    """When an action is due, as printed; "" where it does not say.

    >>> due("AB to send the list by 8 March."), due("RB to report at the next meeting.")
    ('8 March', 'the next meeting')
    """
    for form in (_BY, _AT, _SOON, _BARE, _WHEN):
        if found := form.search(text):
            return str(next(filter(None, found.groupdict().values()))).strip(" .,;*_")
    return ""
