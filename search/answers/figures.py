"""A figure: the row or sentence that holds it, the column, the period, and where another place says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import PassageKind
from search.answers.differing import differing
from search.answers.found import Found
from search.answers.model import Statement
from search.answers.prints import cells
from search.answers.weights import stems
from search.model import Hit

NEAR = 5  # hits among which the figure may stand
NOT_TOLD: tuple[PassageKind, ...] = ("contents", "agenda item", "attendance")  # passages whose numbers are no figures
ENOUGH = 60  # words that are shown of prose about a figure
LIKE = 0.7  # of the best hit's share of the question's words, which one further down needs
FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|seventy|"
    r"eighty|ninety|hundred|half|none|quarterly|monthly|weekly|daily|annually)\b",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
PERIOD = re.compile(
    rf"\b(?:(?:as at |to |in |for |at |since |by |until |from )?(?:\d{{1,2}}(?:st|nd|rd|th)? )?{_MONTH},? 20\d\d|"
    rf"[Mm]onth \d{{1,2}}|M\d{{1,2}}|(?:the )?year to date|YTD|"
    r"(?:Q[1-4]|quarter \w+)(?: 20\d\d(?:/\d\d)?)?|20\d\d/\d\d)\b"
)
_VALUE = re.compile(r"\W{0,3}\d[^A-Za-z]*(?:[A-Za-z%]\W*){0,12}$")  # a cell that is a figure, no heading that has one
_SENTENCE = re.compile(r"(?<=[.;?!])\s+(?=[A-Z£•\"'(\[])|\n")


# What a question asks for by such words, and how a figure of that kind is written.
KINDS = (
    (
        re.compile(
            r"\bhow much\b.*\b(?:cash|money|cost|pay|paid|worth|spen[dt]|save[ds]?|price|funding)\b|[£$€]|"
            r"\b(?:cost|costs|costing|price|budget|spend|deficit|surplus|savings?|value)\b",
            re.IGNORECASE,
        ),
        re.compile(r"[£$€]\s?\d|\b\d[\d,.]*\s?(?:k|m|bn|million|billion)\b", re.IGNORECASE),
    ),
    (
        re.compile(r"\bper ?cent|\bpercentage|\bproportion|\bshare of\b|%", re.IGNORECASE),
        re.compile(r"\d\s?(?:%|per ?cent)"),
    ),
    (
        re.compile(r"\bhow many\b|\bnumber of\b", re.IGNORECASE),
        re.compile(r"(?<![£$€\d.,/])\b\d[\d,]*\b(?!\s?(?:%|per ?cent|(?:year|month|week|day|hour|minute)s?\b|[/-]\d))"),
    ),
)
OF_KIND = 1.5


def figures(found: Found) -> tuple[Statement, ...]:
    """The figure asked for with what is known of it, () where none of the first passages holds a figure."""
    hit = _holding(found)
    if hit is None or not found.prints.holds_hit(hit):
        return ()
    said = _said(found, hit)
    figure = Statement("figure", said, hit.citation, True, hit.id)
    column, period = _column(found, hit), _period(found, hit, said)
    return (figure, *column, *period, *differing(found, hit, said))


def _holding(found: Found) -> Hit | None:
    """The first hit with a figure that the question does not say itself, about the question as much as the best is."""
    near = [hit for hit in found.hits[:NEAR] if hit.kind not in NOT_TOLD and _holds(found, hit)]
    kind = _kind(found)
    near = [hit for hit in near if kind and (hit.kind == "table row" or kind.search(hit.text))] or near
    most = max((found.about(hit) for hit in near), default=0.0)
    return next((hit for hit in near if found.about(hit) >= LIKE * most), None)


def _holds(found: Found, hit: Hit) -> bool:
    """Whether a passage gives a figure that the question does not; a row of headings gives none."""
    if hit.kind == "table row":
        values = [cell.split(": ", 1)[-1] for cell in cells(hit.text)]
        return any(_new(found, value) and _VALUE.match(value) for value in values)
    return _new(found, hit.text)


def _new(found: Found, text: str) -> bool:
    asked = set(re.findall(r"\d[\d.,/]*", found.query.text))
    words = re.findall(r"\d[\d.,/]*|[a-z]+", text, re.IGNORECASE)
    return any(word not in asked and FIGURE.search(word) for word in words)


def _said(found: Found, hit: Hit) -> str:
    """A row whole; of prose the sentence that fits the question best, with its neighbours where it is short."""
    if hit.kind in ("table row", "interest"):
        return hit.text
    sentences = [one for one in _SENTENCE.split(hit.text) if one.strip()]
    if len(sentences) < 2:
        return hit.text
    asked = stems(found.query.words)
    weights = [len(asked & stems(one)) + _figure(found, one) for one in sentences]
    best = weights.index(max(weights))
    first, last = max(0, best - 1), min(len(sentences), best + 2)
    while last < len(sentences) and len(" ".join(sentences[first:last]).split()) < ENOUGH:
        last += 1
    start = hit.text.index(sentences[first])
    return hit.text[start : hit.text.index(sentences[last - 1], start) + len(sentences[last - 1])]


def _kind(found: Found) -> re.Pattern[str] | None:
    return next((kind for asked, kind in KINDS if asked.search(found.query.words)), None)


def _figure(found: Found, text: str) -> float:
    """How much a sentence's figure counts beside words of the question: one of the kind asked for counts more."""
    kind = _kind(found)
    return OF_KIND if kind and kind.search(text) else 0.5 if FIGURE.search(text) else 0.0


def _column(found: Found, hit: Hit) -> Iterator[Statement]:
    """The cell whose column the question names, with the column's name."""
    if hit.kind != "table row":
        return
    asked = stems(found.query.words)
    named = [cell.split(": ", 1) for cell in cells(hit.text) if ": " in cell]
    filled = [(len(asked & stems(name)), name, value) for name, value in named if FIGURE.search(value)]
    most = max((count for count, _, _ in filled), default=0)
    for count, name, value in filled:
        if count == most > 0:
            yield Statement("column", f"{name}: {value}", hit.citation, False, hit.id)


def _period(found: Found, hit: Hit, said: str) -> Iterator[Statement]:
    """The period that the words themselves, else the headings above them, give."""
    places: Sequence[str] = (said, *reversed(hit.headings), hit.citation.title)
    for text in places:
        told = dict.fromkeys(one.group().strip() for one in PERIOD.finditer(text))
        if told:
            if text is not said:
                yield Statement("period", "; ".join(told), hit.citation, False, hit.id)
            return
