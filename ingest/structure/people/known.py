"""Printed names, initials and posts, resolved by the same meeting's list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ingest.model import Attendance
from ingest.structure.people.name_words import TITLES as TITLES
from ingest.structure.people.naming import initials_of, untitled

_LESSER = re.compile(r"\b(?:deputy|vice|assistant|associate|designate|former|pa to|to the|for the|of the)\b", re.I)


def presenters(printed: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Full names for printed ones ("Dr A White and B Green"), by surname and first initial on the list.

    A name that nobody on the list bears stays as printed.
    """
    names = [part.strip(" .") for part in re.split(r"\s*(?:[;,&/]|\band\b)\s*", printed) if part.strip(" .")]
    names = [name for whole in names for name in _run_on(whole)]
    return tuple(dict.fromkeys(_resolved(name, people) for name in names if re.search(r"[A-Z]", name)))


def _run_on(names: str) -> list[str]:
    """The names printed one after the other in a narrow column: "A Green Dr D White R Black" is three."""
    run = [match[0] for match in re.finditer(rf"(?:{TITLES}\s+)?[A-Z]\.?\s[A-Z][\w'’-]+", names)]
    return run if len(run) > 1 and " ".join(run) == " ".join(names.split()) else [names]


def key(name: str) -> tuple[str, str]:
    """(surname, first initial) in lower case, titles aside."""
    words = untitled(name).replace(".", " ").split()
    return (words[-1].lower(), words[0][0].lower()) if words else ("", "")


def by_initials(printed: str, people: Sequence[Attendance]) -> Attendance | None:
    """The only person of these initials; where there is none, "NA" finds the only person listed as "NAd".

    A person whose initials are not printed answers to those of the name, where nobody else does.
    """
    same = [person for person in people if person.initials == printed]
    found = same or [person for person in people if person.initials.startswith(printed) and len(printed) > 1]
    found = found or [person for person in people if not person.initials and initials_of(person.name) == printed]
    return _only(found)


def by_name(printed: str, people: Sequence[Attendance]) -> Attendance | None:
    """The only person of this name: surname and first initial, a title and surname, or a first name, short or whole.

    A surname alone needs its title ("Mr Black"); "Matt" is the only Matthew.
    """
    bare = untitled(printed)
    words = bare.replace(".", " ").split()
    if not words:
        return None
    if len(words) > 1:
        same = [person for person in people if untitled(person.name).lower() == bare.lower()]
        return _only(same) or _only([person for person in people if key(person.name) == key(printed)])
    low = words[0].lower()
    if bare != printed.strip(" ."):
        return _only([person for person in people if key(person.name)[0] == low])
    firsts = [(person, untitled(person.name).split()[0].lower()) for person in people if untitled(person.name)]
    exact = [person for person, first in firsts if first == low]
    return _only(exact) or _only([person for person, first in firsts if len(low) > 2 and first.startswith(low)])


def by_post(printed: str, people: Sequence[Attendance]) -> Attendance | None:
    """The only person listed under a post: "the Chief Executive", "the Chair", "the CFO".

    >>> from ingest.model import Span
    >>> people = [Attendance("A White", "", "Chair", "member", Span(1, 0, 1)),
    ...           Attendance("B Green", "", "Deputy Chair", "member", Span(1, 0, 1))]
    >>> by_post("The Chair", people).name
    'A White'
    """
    wanted = re.sub(r"^(?:the|our|interim|acting)\s+", "", printed.strip(" .").lower())
    wanted = re.sub(r"\bchair(?:man|woman|person)\b", "chair", wanted)
    if not wanted:
        return None
    fits: list[Callable[[str], bool]] = [
        lambda role: role == wanted,
        lambda role: role.startswith(wanted) and not _LESSER.match(role[len(wanted) :].strip()),
        lambda role: bool(re.search(rf"\b{re.escape(wanted)}\b", role)) and not _LESSER.search(role),
        lambda role: wanted in (_short(part) for part in re.split(r"[,(–;]", role)),
    ]
    for fit in fits:
        found = [person for person in people if person.role and fit(_post(person.role))]
        if found:
            return _only(found)
    return None


def _post(role: str) -> str:
    return re.sub(r"\bchair(?:man|woman|person)\b", "chair", re.sub(r"^(?:interim|acting)\s+", "", role.lower()))


def _short(role: str) -> str:
    return "".join(word[0] for word in re.findall(r"[a-z]+", role) if word not in ("of", "the", "for", "and", "to"))


def person_of(printed: str, people: Sequence[Attendance]) -> Attendance | None:
    """The one person whom a printed form stands for: initials, a name or a post; None where nobody or several fit."""
    return by_initials(printed, people) or by_name(printed, people) or by_post(printed, people)


def _resolved(name: str, people: Sequence[Attendance]) -> str:
    person = by_initials(name, people) or by_name(name, people)
    if not person and re.match(r"(?:the\s+)?[A-Z][a-z]+", name):
        person = by_post(name, people)
    return person.name if person else name


def _only(found: Sequence[Attendance]) -> Attendance | None:
    names = {person.name for person in found}
    return found[0] if len(names) == 1 else None
