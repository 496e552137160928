"""What an abbreviation stands for, as the papers define it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from search.answers.found import Found
from search.answers.model import Statement
from search.answers.passages import quoted
from search.answers.prints import letters
from search.registers.entries import TermEntry, Wanted
from search.registers.glossary import glossary

MOST = 4  # meanings that are shown
LIKE = 0.7  # of what the fullest passage's own words hold of the question, which the one that defines must hold
_TOKEN = re.compile(r"[^\W_][\w&+/-]*")


def meanings(found: Found) -> tuple[Statement, ...]:
    """The meanings of the abbreviations asked about, else of the long form, and then the best passage.

    Without a term of the glossary the best passage alone defines.
    """
    terms: dict[str, Statement] = {}
    for one in (one for word in _asked(found) for one in _defined(found, word)):
        terms.setdefault(letters(one.text), one)
    defined = tuple(terms.values())[:MOST]
    most = max((found.share(hit.text) for hit in found.hits), default=0.0)
    telling = replace(found, hits=tuple(hit for hit in found.hits if found.share(hit.text) >= LIKE * most))
    return defined + tuple(quoted(telling, "passage" if defined else "definition", 1))


def _asked(found: Found) -> list[str]:
    """The words that may be abbreviations: those understood to be, else any that is not in small letters alone."""
    known = [one.printed for one in found.query.of("abbreviation")]
    words = [word for word in _TOKEN.findall(found.query.words) if len(word) > 1 and not word.islower()]
    return [*known, *(word for word in words if not word.istitle())]


def _defined(found: Found, word: str) -> Iterator[Statement]:
    bodies = {one.value for one in found.query.of("body") if one.source and one.held}
    entries = [one for one in glossary(found.connection, Wanted(text=word)).entries if _is(one, word)]
    for entry in sorted(entries, key=lambda one: one.body not in bodies):
        cited = entry.citations[0]
        if found.prints.page_holds(cited, entry.long):
            yield Statement("definition", f"{entry.short}: {entry.long}", cited, quoted=False)


def _is(entry: TermEntry, word: str) -> bool:
    return word.casefold() in (entry.short.casefold(), f"{entry.short}s".casefold(), entry.long.casefold())
