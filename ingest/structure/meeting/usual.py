"""Items that meetings of every body have, by their titles: the vocabulary by which a bare line is known as one."""

from __future__ import annotations

import re

# Lines that head an item wherever they stand alone.
USUAL = re.compile(
    r"^(?:(?:to\s+)?(?:receive|accept|note|record)\s+)?(?:welcome\b.*|introductions?\b.*|apologies\b.*|"
    r"(?:declarations?|disclosures?) of .{0,30}interests?|interests?|"
    r"(?:approval of |agree(?:ment of)? |confirm(?:ation of)? )?(?:the )?(?:minutes|notes) (?:of|from) (?:the )?"
    r"(?:last|previous)\b.*|approval of (?:the )?minutes|minutes|matters arising\b.*|action log|"
    r"public (?:questions|forum|participation|session)|questions from .{0,30}|"
    r"any other.{0,20}business|a\.?o\.?b\.?|(?:date|time).{0,20} next.{0,20}meeting.*|next meeting.*|"
    r"planning(?: matters| applications)?|correspondence|finance|(?:chair|treasurer|clerk|secretary)\w*['’]s? report)"
    r"\s*[.:]?$",
    re.I,
)

_LIST = re.compile(
    r"\W*(?:agreed |key |list of )?(?:actions?|decisions?|recommendations?|resolutions?)(?: points?| items?| list)?\W*",
    re.I,
)


def is_usual(title: str) -> bool:
    """Whether a title is one that most meetings have.

    >>> is_usual("Apologies for absence"), is_usual("Any other business:"), is_usual("Lease of the hall")
    (True, True, False)
    """
    return len(title) < 100 and bool(USUAL.match(title.strip()))


def heads_a_list(text: str) -> bool:
    """Whether a line stands over a list of actions or decisions, whose numbers are no items'.

    >>> heads_a_list("Action points:"), heads_a_list("Matters arising")
    (True, False)
    """
    return len(text) < 60 and bool(_LIST.fullmatch(text))
