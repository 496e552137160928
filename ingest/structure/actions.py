"""Actions of minutes, with who is to do them and by when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Action, Attendance
from ingest.structure.decisions import LABEL
from ingest.structure.people import by_initials, presenters
from ingest.structure.place import ACTION, Placed

_OWNER = re.compile(r"^(?P<who>[A-Z][A-Za-z]{1,4}(?:\s*(?:[,/&]|and)\s*[A-Z][A-Za-z]{1,4})*)\s+(?:to|will|would|and)\b")
_NAMED = re.compile(r"^(?P<who>(?:[A-Z][\w'’-]+\s+){1,3})(?:to|will|would)\b")
_DUE = re.compile(
    r"\b(?:by|before|at|on|in|to)\s+(?P<due>(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+(?:\s+\d{4})?|"
    r"end of [\w ]+?|"
    r"(?:a\s+)?(?:next|future|[A-Z][a-z]+)\s+(?:[A-Za-z]+\s+){0,2}meeting|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|Q[1-4][^.;]*))(?=[\s.,;)]|$)"
)


def actions(placed: Sequence[Placed], people: Sequence[Attendance]) -> list[Action]:
    """The labelled actions of one set of minutes, in order, with the owner named in the action or just before it."""
    out: list[Action] = []
    for at, here in enumerate(placed):
        block = here.block
        if not ACTION.match(block.text) or here.head:
            continue
        text = LABEL.sub("", block.text, count=1).strip()
        owner = _owner(text, people) or _volunteer(placed[max(0, at - 4) : at], here, text, people)
        due = _DUE.search(text)
        out.append(Action(here.place.item, here.place.title, text, owner, due["due"] if due else "", block.spans))
    return out


def _owner(text: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    found = _OWNER.match(text)
    initials = re.findall(r"[A-Z][A-Za-z]+", found["who"]) if found else []
    if found and (not people or all(by_initials(printed, people) for printed in initials)):
        return presenters(found["who"], people)
    named = _NAMED.match(text)
    names = {person.name for person in people}
    who = presenters(named["who"].strip(), people) if named else ()
    return who if who and all(name in names for name in who) else ()


def _volunteer(before: Sequence[Placed], here: Placed, text: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Who said, just before, that they would do it: the sentence that shares most words with the action."""
    wanted = _words(text)
    best, name = 0.34, ""
    for earlier in before:
        if earlier.place.item != here.place.item:
            continue
        for sentence in re.split(r"(?<=[.;])\s+", earlier.block.text):
            who = re.search(
                r"\b([A-Z][A-Za-z]{1,4})\b[^.]*\b(?:agreed|would|will|undertook|offered|confirmed|to)\b", sentence
            )
            share = len(wanted & _words(sentence)) / max(1, len(wanted))
            person = by_initials(who[1], people) if who else None
            if person and share > best:
                best, name = share, person.name
    return (name,) if name else ()


def _words(text: str) -> set[str]:
    return {
        word for word in re.findall(r"[a-z]{4,}", text.lower()) if word not in ("that", "with", "this", "would", "will")
    }
