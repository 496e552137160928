"""What people put right by hand, applied where meetings and items are made, so that all that follows has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from ingest.model import CorrectedField, Correction, Item, Meeting, Warned, long_date
from ingest.structure.meeting.dates import Printed
from ingest.structure.meeting.meetings import day_meant
from ingest.structure.section import Section

SOURCE = "corrected"  # an item's source where a person named its presenters
TELLING = ("minutes", "agenda", "paper")  # sections that know whose meeting they are of
JOINT = "; "


def with_origins(found: Sequence[Section], corrections: Sequence[Correction]) -> list[Section]:
    """The sections, each with its meeting as it reads without corrections, and with what corrections make of it."""
    agenda = next((section for section in found if section.kind == "agenda"), None)
    out: list[Section] = []
    for section in found:
        day, _ = day_meant(section.day, agenda.day if agenda and agenda is not section else None)
        read = replace(section, origin=(section.body, day.isoformat() if day else ""))
        out.append(_corrected(read, corrections))
    return out


def _corrected(section: Section, corrections: Sequence[Correction]) -> Section:
    body, day = section.origin
    if section.kind not in TELLING or (section.kind == "paper" and not any(section.origin)):
        return section
    for one in _about(section.origin, corrections, "date"):
        if one.printed == day and (meant := _day(one.corrected)):
            text = section.day.text if section.day else ""
            note = f"corrected by hand; read as {day}" if day else "given by hand; none could be read"
            section = replace(section, day=Printed(meant, text, 0, True, note))
    for one in _about(section.origin, corrections, "body"):
        if one.printed == body:
            section = replace(section, body=one.corrected)
    return section


def with_presenters(
    items: Sequence[tuple[int, Item]], origin: tuple[str, str], corrections: Sequence[Correction]
) -> list[tuple[int, Item]]:
    """The items of the meeting of this origin with the presenters that corrections name.

    An item that has its presenters from the one that holds it follows that one.
    """
    given = _about(origin, corrections, "presenter")
    out: list[tuple[int, Item]] = []
    followed: dict[str, tuple[str, ...]] = {}
    for at, item in items:
        one = next((one for one in given if meant(one, item, items) and one.printed == shown(item.presenters)), None)
        if one:
            item = replace(item, presenters=names(one.corrected), source=SOURCE)
            if item.number:
                followed[item.number] = item.presenters
        elif item.source == "parent heading":
            parent = next((number for number in followed if item.number.startswith(f"{number}.")), None)
            item = replace(item, presenters=followed[parent], source=SOURCE) if parent else item
        out.append((at, item))
    return out


def meant(one: Correction, item: Item, among: Iterable[tuple[int, Item]]) -> bool:
    """Whether a correction is of this item: by its number, and by its title where several or none have the number."""
    if one.item != item.number:
        return False
    alone = bool(one.item) and sum(other.number == one.item for _, other in among) == 1
    return alone or one.title == item.title


def shown(presenters: Sequence[str]) -> str:
    """Presenters as one text.

    >>> names(shown(("A White", "B Green")))
    ('A White', 'B Green')
    """
    return JOINT.join(presenters)


def names(text: str) -> tuple[str, ...]:
    """The presenters that a text names, as they are separated in it."""
    return tuple(name for part in text.split(";") if (name := " ".join(part.split())))


def told(
    corrections: Sequence[Correction], found: Sequence[Section], meetings: Sequence[Meeting], number: int = 1
) -> Iterator[Warned]:
    """What became of each correction: where it was applied, or that its printed value is no longer found.

    meetings are those of the sections that tell of one, in their order; number is the page of what has no other.
    """
    tellers = [section for section in found if section.kind in ("minutes", "agenda")]
    for one in corrections:
        own = [
            (section, meeting)
            for section, meeting in zip(tellers, meetings, strict=True)
            if section.origin == (one.body, one.date)
        ]
        if one.field == "presenter":
            pages = [
                item.span.page
                for _, meeting in own
                for item in meeting.items
                if item.source == SOURCE
                and item.presenters == names(one.corrected)
                and meant(one, item, [(0, item) for item in meeting.items])
            ]
        elif one.field in ("date", "body"):
            value = {"date": one.date, "body": one.body}[one.field]
            papers = [
                section for section in found if section.kind == "paper" and section.origin == (one.body, one.date)
            ]
            pages = [meeting.span.page for _, meeting in own] or ([number] if papers else [])
            pages = pages if one.printed == value and (one.field == "body" or _day(one.corrected)) else []
        else:
            continue
        if pages:
            yield Warned("corrected", f"{_place(one)}: {_change(one)}", min(pages))
        else:
            yield Warned(
                "misfit", f"{_place(one)}: {_change(one)} was not applied, for the first is not read there any more"
            )


def _about(origin: tuple[str, str], corrections: Sequence[Correction], field: CorrectedField) -> list[Correction]:
    return [one for one in corrections if one.field == field and (one.body, one.date) == origin]


def _day(iso: str) -> date | None:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        return None


def _place(one: Correction) -> str:
    entry = f"item {one.item}" if one.item else one.title
    return ", ".join(part for part in (one.body, long_date(one.date), entry) if part) or "the meeting"


def _change(one: Correction) -> str:
    before, after = (long_date(value) if one.field == "date" else value for value in (one.printed, one.corrected))
    return f'{one.field} corrected from "{before}" to "{after}"'
