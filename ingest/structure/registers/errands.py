"""Who an action's own words ask to do it, and by when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.structure.people.naming import is_name
from ingest.structure.sentences import sentences

# Nouns that end the name of somebody who can act; a plain capitalised noun that is none of them is a thing.
DOERS = (
    "team|teams|officials|officers?|members?|board|committee|sub-committee|group|panel|forum|council|directors?|leads?|"
    "chair|chairs|chairman|chairwoman|chairperson|vice-chair|secretary|secretariat|clerk|treasurer|manager|managers|"
    "executive|executives|office|department|departments|colleagues|staff|unit|service|services|directorate|trust|agency|"
    "minister|partners|providers|project|programme|house|nurse|accountant|governors?|trustees?|all|everyone|representatives?"
)
THINGS = (
    "report|reports|paper|papers|letter|letters|update|updates|terms|plan|plans|policy|policies|item|items|minutes|review|"
    "strategy|action|actions|meeting|meetings|draft|drafts|proposal|proposals|presentation|data|details|discussion|version|"
    "further|progress|workshop|session|request|copy|copies|link|links|work|issue|risk|feedback|summary|document|slides|"
    "reference|note|list|agenda|information|log|register|date|dates|response"
)
_ASKED = re.compile(
    r"^(?:[Tt]he\s+)?(?P<who>[A-Z][\w’'&./-]*(?:,?\s+[\w’'&./-]+){0,9}?)\s+"
    r"(?:(?:agreed|asked|is|are)\s+to|to|will|would|shall|should)\s+(?:also\s+|then\s+)?(?P<verb>[a-z-]+)(?P<after>\s+[\w-]+(?:\s+[\w-]+)?)?"
)
_AGAIN = re.compile(r"(?:,|;)?\s+and\s+(?=[A-Z][\w&.’'-]*(?:\s+[A-Z][\w&.’'-]*){0,3}\s+(?:to|will)\s+[a-z])")
_PASSIVE = re.compile(
    r"^(?:\s+(?:\w+ly|not))?\s+(?!involved|engaged|prepared)(?:\w{2,}(?:ed|en|wn)|sent|put|set|held|brought|kept|made|built)\b"
)
_NO_VERB = re.compile(r"the|an?|this|that|these|those|its|their|his|her|our|all|any|each|both|date")
_WHEN = (
    r"(?:(?:the\s+)?end\s+of\s+(?:the\s+)?[A-Z]?[a-z]+(?:\s+\d{4})?|(?:early|mid|late)?[\s-]?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?:\s+\d{1,2}(?:st|nd|rd|th)?\b(?!\d))?(?:,?\s+\d{4})?|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|(?:the\s+|its\s+)?(?:next|following)\s+(?:[A-Za-z]+\s+){0,3}meeting|Q[1-4](?:\s+\d{4}(?:/\d{2})?)?|"
    r"(?:spring|summer|autumn|winter)\s+\d{4}|(?:Monday|Tuesday|Wednesday|Thursday|Friday)\s+\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+(?:\s+\d{4})?)"
)
_FIRM = re.compile(
    rf"\b(?:by|before|(?:no|not) later than|due(?:\s+date)?:?|deadline:?|in time for)\s+(?P<due>{_WHEN})(?![\w-])"
)
_LAST = re.compile(rf"\b(?:at|in|for|to)\s+(?P<due>{_WHEN})(?=\s*(?:[.;)]|$))")
LONGEST = 1500  # characters of an action that are read for names and dates


def asked(text: str) -> tuple[str, ...]:
    """Whom an action asks, as it names them; () where it names nobody.

    >>> asked("The Audit Team with help from others to publish the list. AB and Jane Smith will check it.")
    ('Audit Team', 'AB', 'Jane Smith')
    >>> asked("Members to be kept informed.")
    ()
    """
    found: list[str] = []
    for sentence in sentences(text[:LONGEST]):
        for clause in _clauses(sentence):
            match = _ASKED.match(clause)
            if match and not _NO_VERB.fullmatch(match["verb"]) and not _is_passive(match):
                found += _doers(match["who"])
    return tuple(dict.fromkeys(found))


def when(text: str) -> str:
    """The date or occasion by which an action is to be done, as its words put it; "" where they do not.

    >>> when("Publish the list by 3 May 2024, at the latest in June.")
    '3 May 2024'
    """
    found = _FIRM.search(text[:LONGEST]) or _LAST.search(text[:LONGEST])
    return " ".join(found["due"].split()) if found else ""


def _clauses(sentence: str) -> list[str]:
    """Parts that each name who acts: "AB and CD to write", "EF to read"."""
    out: list[str] = []
    for part in _AGAIN.split(sentence):
        if out and not _ASKED.match(out[-1]):
            out[-1] = f"{out[-1]} and {part}"
        else:
            out.append(part)
    return out


def _is_passive(match: re.Match[str]) -> bool:
    return match["verb"] == "be" and bool(_PASSIVE.match(match["after"] or ""))


def _doers(printed: str) -> Iterator[str]:
    """The parts of "A Team and B, with C's help" that can act: all of them or none."""
    printed = re.split(r"\s+(?:with|together|through|via|on behalf|supported|from)\b", printed)[0]
    parts = [part.strip(" ,.") for part in re.split(r"\s*(?:,|/|&|\band\b)\s*", printed)]
    parts = [re.sub(r"^[Tt]he\s+", "", part) for part in parts if part]
    if parts and all(_can_act(part) for part in parts):
        yield from parts
    elif _can_act(printed):
        yield printed


def _can_act(printed: str) -> bool:
    words = printed.split()
    first, last = words[0], words[-1]
    if re.fullmatch(THINGS, last, re.I) or (re.fullmatch(THINGS, first, re.I) and len(words) < 3):
        return False
    if re.fullmatch(DOERS, last, re.I):
        return True
    if len(words) == 1:
        return bool(re.fullmatch(r"[A-Z]{2,6}|[A-Z][a-z]*[A-Z]\w*", first))
    return is_name(printed) or all(word[0].isupper() or word in ("of", "for", "the") for word in words)
