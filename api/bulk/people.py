"""Bodies, people, and who sat where: what Popolo calls organisations, persons and memberships."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from api.bulk.held import Held
from api.bulk.model import PAGE, Field, Row, Table, key, to
from api.bulk.names import Names, counted, digest


def _bodies(held: Held, names: Names) -> Iterator[Row]:
    days: defaultdict[str, list[str]] = defaultdict(list)
    met: defaultdict[str, set[str]] = defaultdict(set)
    known: dict[str, set[str]] = {}
    for name, printed in (held.bodies or {}).items():
        if found := names.body(name):
            known.setdefault(found, set()).update((name, *printed))
    called = {names.body(name): name for name in held.bodies or {}}
    for entry in held.meetings:
        if found := names.body(entry.body):
            met[found].add(names.meeting(names.record(entry)))
            days[found] += [entry.stored.meeting.date] if entry.stored.meeting.date else []
    for body, spellings in known.items():
        yield {
            "id": body,
            "name": called[body],
            "other_names": "; ".join(sorted(spellings - {called[body]})),
            "meetings": len(met[body]),
            "first": min(days[body], default=""),
            "last": max(days[body], default=""),
        }


def _people(held: Held, names: Names) -> Iterator[Row]:
    for one in held.people:
        yield {
            "id": names.person(one.key),
            "name": one.name,
            "other_names": "; ".join(sorted({*one.printed} - {one.name})),
            "initials": "; ".join(sorted(one.initials)),
        }


def _memberships(held: Held, names: Names) -> Iterator[Row]:
    """One row for each role of a person in a body, as attendance lists print it."""
    found = [(one, role) for one in held.people for role in one.roles]
    made = counted(
        f"membership-{digest(one.key, role.body, role.role.casefold(), role.organisation.casefold())}"
        for one, role in found
    )
    for known, (one, role) in zip(made, found, strict=True):
        yield {
            "id": known,
            "person_id": names.person(one.key),
            "body_id": names.body(role.body),
            "role": role.role,
            "organisation": role.organisation,
            "first": role.first,
            "last": role.last,
            "meetings": role.meetings,
            **names.place(role.citation),
        }


def _attendance(held: Held, names: Names) -> Iterator[Row]:
    nth: Counter[str] = Counter()
    for line in held.attendance:
        record = names.sat(line)
        nth[record] += 1
        yield {
            "id": f"attendance-{digest(record, str(nth[record]))}",
            "record_id": record,
            "meeting_id": names.meeting(record),
            "position": nth[record],
            "name": line.person.name,
            "person_id": names.person(line.key) if line.key else None,
            "role": line.person.role,
            "organisation": line.person.organisation,
            "standing": line.person.status,
            **names.place(line.citation),
        }


BODIES = Table(
    "bodies",
    "Bodies",
    "Boards, committees and other bodies whose meetings papers record or name (Popolo: organisations).",
    (
        key("body"),
        Field("name", "The name that it goes by.", needed=True),
        Field("other_names", "Other names that papers print for it, with semicolons."),
        Field("meetings", "How many of its meetings are in the table of meetings.", "integer", needed=True),
        Field("first", "Day of the first of them.", "date"),
        Field("last", "Day of the last of them.", "date"),
    ),
    _bodies,
    ("name",),
)
PEOPLE = Table(
    "people",
    "People",
    "Everybody on an attendance list (Popolo: persons). Two people of one full name cannot be told apart.",
    (
        key("person"),
        Field("name", "The name without title.", needed=True),
        Field("other_names", "The name as lists print it, where that differs, with semicolons."),
        Field("initials", "Initials that lists give, with semicolons."),
    ),
    _people,
    ("name",),
)
MEMBERSHIPS = Table(
    "memberships",
    "Memberships",
    "The roles in which people sat in bodies (Popolo: memberships). Its days are of meetings, not of appointments.",
    (
        key("membership"),
        to("people", "person_id", "Who.", needed=True),
        to("bodies", "body_id", "In which body."),
        Field("role", "The role as printed."),
        Field("organisation", "The organisation that the person came from, as printed."),
        Field("first", "Day of the first meeting that lists the person so.", "date"),
        Field("last", "Day of the last.", "date"),
        Field("meetings", "How many meetings do.", "integer", needed=True),
        *PAGE,
    ),
    _memberships,
    ("person_id", "first"),
)
ATTENDANCE = Table(
    "attendance",
    "Attendance",
    "Every line of every attendance list, as printed.",
    (
        key("line"),
        to("records", "record_id", "The agenda or minutes with the list.", needed=True),
        to("meetings", "meeting_id", "The meeting.", needed=True),
        Field("position", "Place in the list, counted from 1.", "integer", needed=True),
        Field("name", "The name as printed.", needed=True),
        to("people", "person_id", "Who is meant, where that is clear."),
        Field("role", "The role as printed."),
        Field("organisation", "The organisation as printed."),
        Field("standing", "member, attendee or apologies.", needed=True),
        *PAGE,
    ),
    _attendance,
    ("meeting_id", "record_id", "position"),
)
