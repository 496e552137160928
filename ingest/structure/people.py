"""People as minutes list and name them: attendance lines, and printed names resolved by the same meeting's list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from ingest.model import Attendance, Block

Standing = Literal["member", "attendee", "apologies"]
TITLES = r"(?i:professor|prof|dr|mrs|mr|ms|miss|sir|dame|lord|lady|cllr|councillor|rev|baroness)\.?"
_LISTED = re.compile(
    rf"^(?P<name>(?:{TITLES}\s+)?[A-Z][^\s(,]*(?:\s+[A-Z(][^\s,(]*|\s+(?:de|van|von|der|la|le|of)\b){{0,4}}?)[\s,]*"
    r"\((?P<initials>[A-Z][A-Za-z]{1,5})\)\s*[,:;–-]?\s*(?P<role>.*)$",
)
_HEADS: tuple[tuple[str, Standing], ...] = (
    ("apolog", "apologies"),
    ("absent", "apologies"),
    ("in attendance", "attendee"),
    ("other attend", "attendee"),
    ("also present", "attendee"),
    ("observer", "attendee"),
    ("member", "member"),
    ("present", "member"),
    ("attend", "member"),
)


def standing(heading: str) -> Standing | None:
    """What a heading of an attendance list says of those under it; None where it is no such heading."""
    low = heading.lower()
    if len(low.split()) > 6:
        return None
    return next((status for mark, status in _HEADS if mark in low), None)


def attendance(blocks: Sequence[Block]) -> list[Attendance]:
    """The people on the lists among these blocks (those between a meeting's title and its first item)."""
    out: list[Attendance] = []
    status: Standing = "member"
    for block in blocks:
        if block.kind != "bullet":
            status = standing(block.text) or status
        if block.kind == "heading" and standing(block.text):
            continue
        for line in [block.text] if block.kind != "row" else [" ".join(text for _, text in block.cells)]:
            found = _LISTED.match(line)
            if found:
                role = found["role"].strip(" .")
                out.append(Attendance(found["name"].strip(" ,"), found["initials"], role, status, block.spans[0]))
    return out


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
