"""Who is asked: the bodies that a draft wants a decision of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.structure.drafts.names import named
from ingest.structure.meeting.bodies import BODY_WORDS, body

MOST = 4
HEADS = frozenset(
    [
        *("board", "committee", "subcommittee", "sub-committee", "panel", "council", "directors", "trustees"),
        *(
            "governors",
            "cabinet",
            "executive",
            "assembly",
            "commission",
            "authority",
            "body",
            "senate",
            "forum",
            "group",
        ),
    ]
)
# Words of these in small letters are of no body: "delegate authority to".
CAPITALS_ONLY = frozenset(["executive", "assembly", "commission", "authority", "body", "senate", "forum"])
NO_BODY = re.compile(r"\b(?:chief|an?|managing)\s+executive$", re.IGNORECASE)
_DO = (
    r"(?:\w{2,12}ly\s+)?(?:approve|agree|note|endorse|support|ratify|adopt|delegate|authori[sz]e|accept|confirm|award|"
    r"extend|appoint|decide|consider|receive|sign|grant|commission|close|open|set|establish|amend|review|discuss|recommend)"
)
_CONSENT = r"(?:approval|agreement|consent|decision|endorsement|authority|permission|sign-off|support)"
# What stands behind or before a body that is asked; read at the name's ends.
AFTER = re.compile(
    rf"\s+(?:is|are|be)\s+(?:\w+\s+){{0,2}}?(?:asked|requested|invited|recommended|required|urged)\b|"
    rf"\s+(?:to|should|must|can|could|may|will|would)\s+{_DO}\b|[’']?s?\s+{_CONSENT}\b",
    re.IGNORECASE,
)
BEFORE = re.compile(
    rf"(?:\b(?:ask|asks|asking|asked|invite|invites|inviting|request|requests|requesting|want|wants|get)|"
    rf"\b{_CONSENT}\s+(?:is\s+\w+\s+)?(?:of|by|from)|\b(?:approved|agreed|ratified|endorsed|decided)\s+by|"
    r"\b(?:recommended|proposed|requested|suggested)\s+that|^\W*that)\s+(?:the\s+|our\s+)?$",
    re.IGNORECASE,
)
HANDED_ON = re.compile(r"\bdelegat\w{1,4}\s+(?:[\w’'-]+\s+){0,6}$|\brecommendation\s+of\s+(?:the\s+)?$", re.IGNORECASE)
SMALL = re.compile(r"\b(?:the|our|a|this)\s+((?:[a-z][\w’'-]*,?\s+){1,5})$")
ENDS = re.compile(rf"\b(?:(?:{BODY_WORDS}|body)|(?:board|body|council)\s+of\s+[A-Z]\w+)$", re.IGNORECASE)
NEAR = 120  # characters before a name that are read for who hands on what


def asked_of(texts: Iterable[str], told: Sequence[str] = ()) -> tuple[str, ...]:
    """The names of bodies that texts ask, in their order; told are bodies that the paper is addressed to.

    A body that is called by what it is alone ("the Board") has the full name that the paper is addressed to, where one
    such is; where no text asks one, those addressed are asked.

    >>> asked_of(["The Board and the Audit Committee are asked to approve this."], ["Anyham Parish Board"])
    ('Anyham Parish Board', 'Audit Committee')
    >>> asked_of(["get the finance committee to delegate signing to the estates group"])
    ('finance committee',)
    """
    found: dict[str, str] = {}
    for text in texts:
        for name in _asked(text):
            found.setdefault(name.lower(), name)
    names = [_whole(name, told) for name in found.values()] or list(told)
    return tuple({name.lower(): name for name in names}.values())[:MOST]


def ends_as_a_body(name: str) -> bool:
    """Whether a name ends in the word that says it is a body's, or in whose it is: "Board of Trustees".

    >>> ends_as_a_body("Audit Committee"), ends_as_a_body("Board Assurance Framework"), ends_as_a_body("")
    (True, False, False)
    """
    return bool(ENDS.search(name))


def _asked(text: str) -> Iterable[str]:
    found = [one for one in named(text, HEADS) if text[one.start].isupper() or one.head not in CAPITALS_ONLY]
    places = [_spread(text, one.start, one.end) for one in found]
    asked: set[int] = set()
    for at, (start, end) in enumerate(places):
        before = text[max(0, start - NEAR) : start]
        if HANDED_ON.search(before) or NO_BODY.search(text[start:end]):
            continue
        if AFTER.match(text, end) or BEFORE.search(before):
            asked.add(at)
            # "the Board and the Committee are asked": what is joined to one that is asked is asked too
            if at and re.fullmatch(r"\s*(?:,|and|&|,\s*and)\s+(?:the\s+)?", text[places[at - 1][1] : start]):
                asked.add(at - 1)
    for at in sorted(asked):
        start, end = places[at]
        name = body(text[start:end]) or text[start:end]
        if 2 < len(name) <= 120:
            yield name


def _spread(text: str, start: int, end: int) -> tuple[int, int]:
    """A name in small letters with the words before it, up to the article that opens it."""
    if text[start].isupper():
        return start, end
    before = SMALL.search(text[max(0, start - NEAR) : start])
    return (start - len(before[1]), end) if before else (start, end)


def _whole(name: str, told: Sequence[str]) -> str:
    if " " in name:
        return name
    longer = [one for one in dict.fromkeys(told) if one.lower().endswith(f" {name.lower()}")]
    return longer[0] if len(longer) == 1 else name
