"""A figure asked for where every passage about the matter is without one of its kind."""

from __future__ import annotations

import re

from search.answers.figures import NOT_TOLD
from search.answers.found import Found
from search.answers.matter import ASKING, Matter, around, contrary, matter
from search.answers.refusals import refuse
from search.model import Hit, Refused

FULL = 0.75  # share of the matter that a passage must hold for the matter to be found
LIKE = 0.6  # of the best passage's share, which a passage needs for its figures to count
BESIDE = 0.3  # share of the matter that a sentence of prose with its neighbours needs for its figure to count
_MONEY_ASKED = re.compile(
    r"\bhow much (?:(?:more|less|extra) )?(?:money|funding)\b|"
    r"\bhow much\b.*\b(?:cost|pay|paid|worth|spen[dt]|settle\w*|price|charged?|settlement|grant|fee|fine|awarded)\b|"
    r"\bcosts? of\b|\bin pounds\b|\bbeing paid\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"[£$€]\s?\d|\b\d[\d,.]*\s?(?:k|m|bn|million|billion|pounds|pence)\b|\bfree\b|\b(?:no|nil) cost|\bGBP",
    re.IGNORECASE,
)
_COUNT_ASKED = re.compile(r"\bhow many\b(?! (?:days?|weeks?|months?|years?|hours?|times)\b)", re.IGNORECASE)
# Digits that count nothing: dates, numbers of items and references.
_NO_COUNT = re.compile(
    r"\b20\d\d(?:[-/]\d\d(?:\d\d)?)?\b|\b\d{1,2}(?:st|nd|rd|th)?(?=\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|"
    r"(?m:^\W*\d+(?:\.\d+)*\.?\s)|\b[A-Z]+-?\d+\b|https?://\S+"
)
_NUMBER = re.compile(
    r"\d|\b(?:no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|"
    r"sixty|seventy|eighty|ninety|hundreds?|thousands?|half|third|dozen|both|single|several)\b",
    re.IGNORECASE,
)


def figureless(found: Found) -> Refused | None:
    """A refusal where money or a count is asked and the passages that hold the matter hold no such figure."""
    words = found.query.words
    money = bool(_MONEY_ASKED.search(words))
    if not money and not _COUNT_ASKED.search(words):
        return None
    about = matter(found, words, ASKING)
    shares = {
        hit.id: about.share(hit.text, hit.citation.title, *hit.headings)
        for hit in found.hits
        if hit.kind not in NOT_TOLD
    }
    most = max(shares.values(), default=0.0)
    near = [hit for hit in found.hits if shares.get(hit.id, 0.0) >= LIKE * most]
    if most < FULL or any(_told(hit, about, money) for hit in near):
        return None
    best = max(near, key=lambda hit: shares[hit.id])
    said = f"The passages about this give {'no sum of money' if money else 'no number'}."
    return refuse(found.connection, found.query, "not_recorded", found.hits, contrary(found, best), said)


def _told(hit: Hit, about: Matter, money: bool) -> bool:
    """Whether a passage gives such a figure: a row anywhere, prose beside words of the matter."""
    row = hit.kind in ("table row", "interest")
    for text, near in around(hit.text):
        given = _MONEY.search(text) if money else _NUMBER.search(_NO_COUNT.sub(" ", text))
        if given and (row or about.share(near) >= BESIDE):
            return True
    return False
