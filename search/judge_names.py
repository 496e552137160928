"""Names in a judged answer, and whether a text holds them: people, organisations, bodies, abbreviations."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise

from search.judge import TITLES
from search.judge_figures import MONTH, SEASONS

CALENDAR = re.compile(rf"{MONTH}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|{'|'.join(SEASONS)}|(?:q|fy|m)\d+")
# A body or a person named by their kind alone ("the Board approved") is no name.
KINDS = frozenset(
    [
        "board",
        "cabinet",
        "chair",
        "chairman",
        "chairwoman",
        "committee",
        "congress",
        "council",
        "group",
        "panel",
        "trust",
    ]
)
# Words that open a sentence and name nothing, even where another capital follows ("The Board", "On Monday").
OPENERS = """a about after all an and any are as at both but by for from had has have he her his how if in is it its no
none not nothing of on only or our over she some that the their there these they this to under until up was we were what
when where which who why with yes"""
OPENING = frozenset(OPENERS.split())
JOINING = ("of",)
WORD = re.compile(r"[^\W\d_](?:[\w&'’-]*\w)?|\d[\w-]*|[^\w\s]")
SHORTENED = re.compile(rf"\b([A-Z]|(?i:{'|'.join(sorted(TITLES))}))\.(?=\s+[A-Z])")  # ends no sentence: "Dr. S. Hill"
ROMAN = re.compile("[IVX]{2,}")  # Part II is Part 2 and Part two
LEAST_INITIALS = 3

Name = tuple[str, ...]


def names(text: str) -> list[Name]:
    """The names of a text in order, each as its words in lower case, titles, single letters and Roman numbers left out.

    A name is a run of capitalised words ("of" may join them), or a word with a capital or a digit within (FrEDA, S106).
    A single capitalised word that opens a sentence names nothing, nor do months and days, nor a kind alone ("the
    Board"). Initials in brackets after the name that they abbreviate are the same name.

    >>> names("Yes. Pam Green (PG) told the Board; Dr P Scolding, of the University of Essex, agreed.")
    [('pam', 'green'), ('scolding',), ('university', 'essex')]
    """
    found: list[Name] = []
    run: list[str] = []
    before: list[str] = []  # the run that a bracket was opened after
    opens = opened = True
    words = [*_words(text), "."]
    for word, after in zip(words, [*words[1:], "."], strict=True):
        if _naming(word, after, run, opens):
            opened = opened if run else opens
            run.append(word)
        elif not (run and word in JOINING):
            found += _name(run, opened, before)
            before, run = (run if word == "(" else [], [])
        if word != "(":
            opens = word in ".:;!?"
    return list(dict.fromkeys(found))


def holds_name(text: str, name: Name) -> bool:
    """Whether a text holds the name: all its words (all but one of four or more), in any order.

    Of two words the last is enough after a title or the first one's initial ("Dr Scolding", "P Scolding"). An
    abbreviation of three letters or more is also held by words in a row with these initials.
    """
    words = ["and" if word == "&" else _plain(word) for word in _words(text) if word[0].isalnum() or word == "&"]
    held = {_stem(word) for word in words}
    missing = sum(_stem(word) not in held for word in name)
    if missing == 0 or (len(name) > 3 and missing == 1):
        return True
    if len(name) == 2:
        before = {*TITLES, name[0][0]}
        return any(word == name[1] and earlier in before for earlier, word in pairwise(words))
    return len(name) == 1 and _spelled(name[0], words)


def _words(text: str) -> list[str]:
    """Words and marks in order; possessives and bracketed plurals are taken off."""
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("(s)", "")
    plain = SHORTENED.sub(r"\1", plain)
    return [bare for word in WORD.findall(plain) if (bare := re.sub(r"'s?$", "", word))]


def _plain(word: str) -> str:
    return word.lower().replace("'", "").replace("-", "")


def _stem(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


def _naming(word: str, after: str, run: Sequence[str], opens: bool) -> bool:
    """Whether a word may be part of a name: a capital, but no month (save as a surname: "Jo May") and no opening."""
    if not any(letter.isupper() for letter in word) or ((opens or word == "The") and word.lower() in OPENING):
        return False
    return not CALENDAR.fullmatch(word.lower()) or (bool(run) and not after[0].isdigit())


def _coded(word: str) -> bool:
    """Whether a word is no plain word: capitals within (FrEDA, MSEFT) or letters with digits (S106, ID8)."""
    return any(letter.isupper() for letter in word[1:]) or (not word.isdigit() and any(map(str.isdigit, word)))


def _name(run: Sequence[str], opens: bool, before: Sequence[str]) -> Iterator[Name]:
    """The name that a run of words is, if it is one; before is the run just before an opened bracket."""
    kept = [word for word in run if word.lower() not in TITLES and len(word) > 1 and not ROMAN.fullmatch(word)]
    if not kept or (opens and len(run) == 1 and not _coded(run[0])) or (len(kept) == 1 and kept[0].lower() in KINDS):
        return
    if len(kept) == 1 and kept[0] == "".join(word[0] for word in before if word.lower() not in TITLES):
        return
    yield tuple(_plain(word) for word in kept)


def _spelled(short: str, words: Sequence[str]) -> bool:
    """Whether words in a row have the letters of an abbreviation as initials; joining words may be skipped.

    Two letters are enough where "and" joins them, as in F&P.
    """
    if len(short) < LEAST_INITIALS or not short.replace("&", "").isalpha():
        return False
    joined = {"and": "&"} if "&" in short else {}
    return short in "".join(joined.get(word, "" if word in OPENING else word[0]) for word in words)
