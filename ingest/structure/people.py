"""Printed names and initials, resolved by the same meeting's list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.model import Attendance

TITLES = r"(?i:professor|prof|dr|mrs|mr|ms|miss|sir|dame|lord|lady|cllr|councillor|rev|baroness)\.?"


def presenters(printed: str, people: Sequence[Attendance]) -> tuple[str, ...]:
    """Full names for printed ones ("Dr A White and B Green"), by surname and first initial on the list.

    A name that nobody on the list bears stays as printed.
    """
    names = [part.strip(" .") for part in re.split(r"\s*(?:[;,&/]|\band\b)\s*", printed) if part.strip(" .")]
    names = [name for whole in names for name in _run_on(whole)]
    return tuple(_resolved(name, people) for name in names if re.search(r"[A-Z]", name))


def _run_on(names: str) -> list[str]:
    """The names printed one after the other in a narrow column: "A Green Dr D White R Black" is three."""
    run = [match[0] for match in re.finditer(rf"(?:{TITLES}\s+)?[A-Z]\.?\s[A-Z][\w'’-]+", names)]
    return run if len(run) > 1 and " ".join(run) == " ".join(names.split()) else [names]


def key(name: str) -> tuple[str, str]:
    """(surname, first initial) in lower case, titles aside."""
    words = re.sub(rf"\b{TITLES}(?=\s)", " ", name, flags=re.IGNORECASE).split()
    return (words[-1].lower(), words[0][0].lower()) if words else ("", "")


def by_initials(printed: str, people: Sequence[Attendance]) -> Attendance | None:
    """The only person of these initials; where there is none, "NA" finds the only person listed as "NAd"."""
    same = [person for person in people if person.initials == printed]
    found = same or [person for person in people if person.initials.startswith(printed)]
    return found[0] if len(found) == 1 else None


def _resolved(name: str, people: Sequence[Attendance]) -> str:
    person = by_initials(name, people) or next((one for one in people if key(one.name) == key(name)), None)
    return person.name if person else name
