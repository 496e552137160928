"""What was still to come when the papers were written: a report awaited, a name to be announced."""

from __future__ import annotations

import re

from search.answers.found import Found
from search.answers.matter import Matter, contrary, matter, sentences
from search.answers.refusals import refuse
from search.model import Hit, Refused
from search.rank.stems import asked_stems

NEAR = 5  # hits among which the sentence may stand
ABOUT = 0.6  # share of the matter that the sentence needs
BEFORE, AFTER = 16, 12  # words around what says that it is still to come, which must be of the matter
# What is asked for that something unfinished cannot give yet: a result, a name or a day.
_RESULT = re.compile(
    r"\bresults?\b|\boutcomes?\b|\bfindings?\b|\bfind\b|\bfound\b|\bconclu\w+|\bratings?\b|\brated\b|\bverdict\b", re.I
)
_NAME = re.compile(r"\bnames? of\b|\bwho(?:'s| is| are| was| will| has)\b|\bfinal\b", re.I)
_DAY = re.compile(
    r"\bwhat (?:date|day)\b|\bwhen (?:is|are|will|was|were|do|does)\b|\b(?:publication|launch) date\b", re.I
)
_AWAITED = re.compile(
    r"\bawait\w*|\bto be (?:confirmed|announced|published|appointed|determined)\b|\bTBC\b|"
    r"\b(?:will|would) (?:shortly |soon )?be (?:announced|published|confirmed|appointed|known)\b|"
    r"\b(?:not|yet to) (?:yet )?(?:been |be )?(?:received|published|confirmed|announced|appointed|available|known)\b|"
    r"\bcurrently unknown\b|\bforthcoming\b|\bimpending\b",
    re.IGNORECASE,
)
_TO_BEGIN = re.compile(
    r"\b(?:will|would) (?:be held|take place|begin|commence|start|report)\b|\bbeing planned\b|"
    r"\b(?:due|likely|expected|planned) to (?:be held|take place|begin|commence|start|report)\b",
    re.IGNORECASE,
)
# A value that was not settled, and a place kept for words that were to follow.
_WORTH = re.compile(r"\bworth\b|\bvalue\b|\bhow much\b|\bcosts?\b|\bprice\b", re.I)
_UNSETTLED = re.compile(
    r"\b(?:values?|costs?|prices?|sums?|amounts?|figures?) (?:\w+ ){0,6}?"
    r"(?:not (?:yet )?(?:been )?(?:clear|known|confirmed|available|agreed|finalised)|yet to be \w+)\b",
    re.IGNORECASE,
)
_TO_FOLLOW = re.compile(r"^\W*(?:to (?:be (?:provided|confirmed|added|completed)|follow)|tb[ca])\b", re.IGNORECASE)
BRIEF = 8  # words of a sentence that only keeps a place
_DATED = re.compile(
    r"\b20\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_POINTING = re.compile(r"^(?:Its|It|This|That|These|Their|They|The (?:report|results?|findings|outcome|review))\b")
_ASKING = frozenset(
    asked_stems(
        [
            "final result outcome finding find found conclude conclusion rating rated rate name date day said say got "
            "worth pound value much cost price did told verdict first second year new published publish announced due"
        ]
    )
)


def awaited(found: Found) -> Refused | None:
    """A refusal where a sentence about the matter says that what is asked was still to come; it is quoted."""
    words = found.query.words
    result, day, worth = _RESULT.search(words), _DAY.search(words), _WORTH.search(words)
    come = bool(result or day or _NAME.search(words))
    if not (come or worth):
        return None
    about = matter(found, words, _ASKING)
    for hit in found.hits[:NEAR]:
        if not found.asked_of(hit.citation):
            continue
        coming = _coming(hit, about, bool(result)) if come else []
        for text in [*(_unsettled(hit, about) if worth else []), *coming]:
            if not (day and _DATED.search(text)):
                said = "When this was written it was still to come, and nothing later is here."
                shown = contrary(found, hit, text)
                return refuse(found.connection, found.query, "not_recorded", found.hits, shown, said)
    return None


def _unsettled(hit: Hit, about: Matter) -> list[str]:
    """The sentences that say of the matter that its value was not settled."""
    return [text for text in sentences(hit.text) if _UNSETTLED.search(text) and about.share(text) >= ABOUT]


def _coming(hit: Hit, about: Matter, result: bool) -> list[str]:
    """The sentences that say of the matter that it is still to come."""
    told = []
    before = ""
    for text in sentences(hit.text):
        marks = [*_AWAITED.finditer(text), *(_TO_BEGIN.finditer(text) if result else ())]
        led = before if _POINTING.match(text) else ""
        if not before and _TO_FOLLOW.match(text) and len(text.split()) <= BRIEF and hit.headings:
            led, marks = hit.headings[-1], [*marks, *_TO_FOLLOW.finditer(text)]
        for mark in marks:
            near = " ".join((*text[: mark.start()].split()[-BEFORE:], *text[mark.start() :].split()[:AFTER]))
            if about.share(led, near) >= ABOUT:
                told.append(text)
        before = text
    return told
