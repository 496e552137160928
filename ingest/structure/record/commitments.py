"""Sentences of prose in which a named person, role or group takes something on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance
from ingest.structure.record.acts import ACTS
from ingest.structure.record.owners import named, resolved

_MANNER = (
    r"(?:(?:also|then|now|therefore|further|continue to|formally|jointly|both|each|urgently|help|go back to)\s+){0,2}"
)
_TAKES = (
    r"(?:will|would|shall|is to|are to|was to|were to|(?:has |have |had )?(?:agreed|undertook|undertaken|offered|"
    r"volunteered|"
    r"promised|committed)(?: to| that (?:he|she|they) would)|(?:was|were|is|are|has been|have been) "
    r"(?:asked|requested|tasked|instructed|invited|delegated) to|took (?:an|the) action to|to)"
)
_WHO = r"(?P<who>(?:the\s+|both\s+)?[A-Z][^.;:()]{0,70}?|the\s+[a-z][^.;:()]{2,40}?|(?:all\s+)?members)"
_COMMITS = re.compile(
    rf"\W*(?:(?:following|after)\b[^,.;]{{0,80}}(?:,\s+|\s+(?=the\s))|\d+(?:\.\d+)*\s+)?(?:it was (?:agreed|resolved|"
    rf"decided)\s+(?:that\s+|for\s+)?)?"
    rf"{_WHO}\s+(?P<takes>{_TAKES})\s+{_MANNER}(?P<act>{ACTS})\b(?!\s+(?:place|part|effect|forward to\b))",
    re.I,
)
_DOUBT = re.compile(r"\b(?:if|whether|unless|could|might|(?-i:may)|had (?:already|been)|should (?:it|the)|not)\b", re.I)
_PLAINLY = re.compile(
    r"(?:will|(?:has |have )?(?:agreed|undertook|undertaken|offered|volunteered|promised) to|took )\b", re.I
)
_BODIES = re.compile(r"\W*(?:the\s+)?(?:board|committee|panel|council|group|trust|meeting|icb|government)\W*", re.I)
NEAR = 8  # sentences just before an action, in which less likeness is enough
SURE = 0.5  # share of an action's words that a sentence further back has to hold
_TOPIC = frozenset(
    ["that", "with", "this", "would", "will", "from", "have", "been", "were", "which", "their", "there", "about"]
)


def commits(sentence: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Who takes something on in a sentence of prose, full names where the list has them; () where nobody does.

    >>> commits("The Clerk agreed to write to the council.", ())
    ('The Clerk',)
    >>> commits("The plan will report a loss.", ())
    ()
    """
    found = _COMMITS.match(sentence)
    if not found or _DOUBT.search(sentence[: found.end()]) or _BODIES.fullmatch(found["who"]):
        return ()
    return named(found["who"], people)


def undertakes(sentence: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """The same in minutes that label their actions, where only somebody on the list counts who plainly takes it on."""
    found = _COMMITS.match(sentence)
    if not found or len(sentence) > 240 or not _PLAINLY.match(found["takes"]):
        return ()
    who = commits(sentence, people)
    listed = {person.name for person in people}
    return who if all(name in listed for name in who) else ()


def taken_on(sentence: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Who of the list takes something on in a sentence that stands among decisions: "AB to send", "AB agreed to send".

    Beside a resolution such a sentence is an action that nothing marks off; () where it is none.
    """
    found = _COMMITS.match(sentence)
    if not found or not (_PLAINLY.match(found["takes"]) or found["takes"] == "to"):
        return ()
    who = commits(sentence, people)
    listed = {person.name for person in people}
    return who if all(name in listed for name in who) else ()


def took_up(text: str, before: Sequence[str], people: Sequence[Attendance]) -> tuple[str, ...]:
    """Who said, in the sentences just before an action that names nobody, that they would do it; () where nobody did.

    The sentence counts that shares most words with the action, together with the one that it answers; one further
    back has to share more.
    """
    wanted = _topic(text)
    best = 0.34
    who: tuple[str, ...] = ()
    for index, sentence in enumerate(before):
        person, sure = _volunteer(sentence, people)
        if not person:
            continue
        both = _topic(sentence) | (_topic(before[index - 1]) if index and sure else set())
        share = len(wanted & both) / max(1, len(wanted))
        if share > best and (share >= SURE or (sure and index >= len(before) - NEAR)):
            best, who = share, (person,)
    return who


# Who takes something on; and who only says that it would come about, which has to be about the very thing.
_VOLUNTEER = re.compile(
    r"\b(?P<who>[A-Z][A-Za-z]{1,4}|(?:[A-Z][\w’'.-]*\s){1,3}?[A-Z][\w’'-]+)\s+(?:(?:also|then|therefore|duly)\s+)?"
    r"(?:(?P<sure>agreed|undertook|offered|volunteered|promised|took\s+(?:an|the|this)\s+action|(?:would|"
    r"will)\s+(?!be|have|like|"
    r"welcome|need|not)[a-z]+)|(?:confirmed|advised|said|stated|assured)\b[^.]{0,160}?\b(?:would|will))\b"
)


def _volunteer(sentence: str, people: Sequence[Attendance]) -> tuple[str, bool]:
    """Who of the list takes something on in a sentence ("" for nobody), and whether in so many words."""
    for found in _VOLUNTEER.finditer(sentence):
        if who := resolved(found["who"], people):
            return who, bool(found["sure"])
    return "", False


def _topic(text: str) -> set[str]:
    return {word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in _TOPIC}


def alike(text: str, other: str) -> float:
    """How much of a text's words another holds, 0 to 1, whatever ending they have there.

    >>> alike("prepare a list of grants", "They would go on preparing the list of grants.")
    1.0
    """
    wanted, held = ({word[:5] for word in _topic(one)} for one in (text, other))
    return len(wanted & held) / max(1, len(wanted))
