"""Whether a passage found is the one that a judge marked: gold quotes, their parts and their citations."""

from __future__ import annotations

import html
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from search.model import Hit

SHARE, SHORT = 0.8, 8
ROW_SHARE, ROW_TOKENS = 0.9, 300
MARKUP = re.compile(r"\[(?:bookmark|image):[^\]]*\]|</?[a-z][^<>]*>|(?<=\])\([^)\s]*\)")
TITLES = frozenset(["dr", "prof", "professor", "mr", "mrs", "ms", "miss", "dame", "sir"])
PLAIN_BODY = frozenset(["the", "of", "and", "for", "nhs", "icb", "integrated", "care", "committee", "part", "i", "ii"])


@dataclass(frozen=True, slots=True)
class Gold:
    """One place that answers a question, with the citation that is right for it.

    part counts the parts of the answer from 1; line is the quote's first line, 0 for none; pages are the 1-based pages
    of the file on which the quote stands, each of them right. A citation field that is "" or () is not judged.
    """

    file: str
    quote: str
    part: int = 1
    line: int = 0
    date: str = ""
    body: str = ""
    item: str = ""
    presenter: str = ""
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with its places and, where it is judged, the answer in the judge's words.

    parts holds every part that is needed; one part where any place will do.
    """

    id: str
    question: str
    kind: str
    gold: tuple[Gold, ...]
    answer: str = ""

    @property
    def parts(self) -> frozenset[int]:
        """The numbers of the parts that are needed."""
        return frozenset(gold.part for gold in self.gold)


def tokens(text: str) -> list[str]:
    """Words and numbers of a text in lower case; tags, conversion marks, apostrophes and emphasis marks are left out.

    >>> tokens("**The Board's** <b>3-year</b> plan")
    ['the', 'boards', '3', 'year', 'plan']
    """
    plain = MARKUP.sub(" ", unicodedata.normalize("NFKC", html.unescape(text)).lower())
    return re.findall(r"[^\W_]+", re.sub("['’‘`*]", "", plain))


def holds(hit: Hit, gold: Gold) -> bool:
    """Whether the passage is from the gold's file and covers its lines, or holds enough of its quote.

    Enough is 80% of the quote's tokens in one run (all of a quote under 8 tokens). For a table row (a quote with tabs)
    it is also 90% of its tokens in any order, every number among them, in a passage of at most 300 tokens.
    """
    if PurePath(hit.citation.file).stem.lower() != PurePath(gold.file).stem.lower():
        return False
    if hit.citation.lines and gold.line:
        first, last = hit.citation.lines
        if first <= gold.line and gold.line + gold.quote.count("\n") <= last:
            return True
    return says(hit.text, gold.quote)


def says(text: str, quote: str) -> bool:
    """Whether a passage's text holds enough of a quote, as holds has it, whatever file it is from."""
    wanted, passage = tokens(quote), tokens(text)
    return _run(wanted, passage) or ("\t" in quote and _row(wanted, passage))


def new_parts(judged: Judged, hits: Sequence[Hit]) -> list[frozenset[int]]:
    """For each hit in order, the parts of the answer that no hit before it held."""
    found: set[int] = set()
    new = []
    for hit in hits:
        fresh = {gold.part for gold in judged.gold if holds(hit, gold)} - found
        found |= fresh
        new.append(frozenset(fresh))
    return new


def citation(hit: Hit, gold: Gold) -> dict[str, bool]:
    """Whether each field of the hit's citation is right: date, body, item, presenter, page, where the gold has them.

    The page is right where a right page is among those that the citation names.
    """
    cited = hit.citation
    right = {
        "date": cited.date == gold.date,
        "body": same_body(cited.body, gold.body),
        "item": same_item(cited.item, gold.item),
        "presenter": _people("; ".join(cited.presenters)) == _people(gold.presenter),
        "pages": any(cited.page <= page <= cited.page_end for page in gold.pages),
    }
    return {name.removesuffix("s"): value for name, value in right.items() if getattr(gold, name)}


def cited(judged: Judged, hits: Sequence[Hit]) -> dict[str, bool]:
    """The best citation of the first hit that answers, against the places that it holds; {} where none answers."""
    for hit in hits:
        options = [citation(hit, gold) for gold in judged.gold if holds(hit, gold)]
        if options:
            return max(options, key=lambda right: sum(right.values()) / max(len(right), 1))
    return {}


def _run(quote: Sequence[str], passage: Sequence[str]) -> bool:
    need = len(quote) if len(quote) < SHORT else math.ceil(SHARE * len(quote))
    body = f" {' '.join(passage)} "
    return bool(quote) and any(f" {' '.join(quote[i : i + need])} " in body for i in range(len(quote) - need + 1))


def _row(quote: Sequence[str], passage: Sequence[str]) -> bool:
    wanted, held = Counter(quote), Counter(passage)
    numbers = all(held[word] >= count for word, count in wanted.items() if word[0].isdigit())
    return numbers and len(passage) <= ROW_TOKENS and (wanted & held).total() >= ROW_SHARE * len(quote)


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one body, words of whole organisations aside."""
    left, right = (set(tokens(name)) - PLAIN_BODY for name in (one, other))
    return left == right or bool(left and right and (left <= right or right <= left))


def same_item(one: str, other: str) -> bool:
    """Whether two numbers are of one item, however each is printed."""
    return _item(one) == _item(other)


def _item(number: str) -> str:
    return re.sub(r"^(agenda\s+)?(item|no|number)?[\s.]*", "", number.lower()).strip(" .:")


def _people(names: str) -> set[tuple[str, str]]:
    """Surname and first initial of each name."""
    people = set()
    for name in re.split(r"[;,&]|\band\b", names):
        words = [word for word in re.findall(r"[^\W\d_][\w'’-]*", name.lower()) if word not in TITLES]
        if words:
            people.add((words[-1].replace("’", "'"), words[0][0]))
    return people
