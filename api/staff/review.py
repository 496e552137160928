"""What reading made of an upload, laid out for somebody who has to judge it."""

from __future__ import annotations

from collections.abc import Sequence

from ingest.model import Action, Correction, Decision, Item, Meeting, Reading, Span
from ingest.structure.corrected import SOURCE, meant, shown
from search.model import (
    Older,
    Review,
    ReviewedAction,
    ReviewedDecision,
    ReviewedItem,
    ReviewedMeeting,
    ReviewedSection,
)


def review_of(reading: Reading, older: Sequence[Older]) -> Review:
    """The review of a reading; older are the documents that publishing it would replace."""
    return Review(
        pages=len(reading.document.pages),
        passages=len(reading.passages),
        papers=len(reading.papers),
        sections=tuple(ReviewedSection(part.kind, part.title, part.first, part.last) for part in reading.sections),
        meetings=tuple(
            _meeting(meeting, origin, reading.corrections)
            for meeting, origin in zip(reading.meetings, reading.origins, strict=True)
        ),
        warnings=reading.warned,
        older=tuple(older),
    )


def _meeting(meeting: Meeting, origin: tuple[str, str], corrections: Sequence[Correction]) -> ReviewedMeeting:
    given = [one for one in corrections if one.field == "presenter" and (one.body, one.date) == origin]
    items = [_item(item, meeting, _printed(item, meeting, given)) for item in meeting.items]
    known = {(item.number, item.title) for item in meeting.items}
    items += _elsewhere(meeting, known)
    return ReviewedMeeting(
        body=meeting.body,
        date=meeting.date,
        read_body=origin[0],
        read_date=origin[1],
        printed=meeting.printed,
        note=meeting.note,
        kind=meeting.kind,
        page=meeting.span.page,
        attendance=len(meeting.attendance),
        items=tuple(items),
    )


def _printed(item: Item, meeting: Meeting, given: Sequence[Correction]) -> str:
    """The presenters of an item as they read without corrections."""
    if item.source != SOURCE:
        return shown(item.presenters)
    among = [(0, other) for other in meeting.items]
    own = next((one for one in given if meant(one, item, among)), None)
    over = next((one for one in given if one.item and item.number.startswith(f"{one.item}.")), None)
    return (own or over or Correction("presenter", "", "")).printed


def _item(item: Item, meeting: Meeting, read: str) -> ReviewedItem:
    place = (item.number, item.title)
    return ReviewedItem(
        number=item.number,
        title=item.title,
        presenters=item.presenters,
        read=read,
        source=item.source,
        page=item.span.page,
        decisions=tuple(_decision(one) for one in meeting.decisions if (one.item, one.title) == place),
        actions=tuple(_action(one) for one in meeting.actions if (one.item, one.title) == place),
    )


def _elsewhere(meeting: Meeting, known: set[tuple[str, str]]) -> list[ReviewedItem]:
    """What stands under no item of the meeting, as one without number and title; [] where there is nothing."""
    decisions = tuple(_decision(one) for one in meeting.decisions if (one.item, one.title) not in known)
    actions = tuple(_action(one) for one in meeting.actions if (one.item, one.title) not in known)
    if not decisions and not actions:
        return []
    return [ReviewedItem("", "", (), "", "", meeting.span.page, decisions, actions)]


def _decision(one: Decision) -> ReviewedDecision:
    return ReviewedDecision(one.verb, one.text, _page(one.spans))


def _action(one: Action) -> ReviewedAction:
    return ReviewedAction(one.text, one.owner, one.due, _page(one.spans))


def _page(spans: Sequence[Span]) -> int:
    return spans[0].page if spans else 1
