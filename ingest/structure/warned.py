"""What somebody who publishes a document should look at, as far as it can be said without crying wolf."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.model import Attendance, Document, Meeting, Section, Span, Term, Warned, long_date
from ingest.structure.people.known import by_initials
from ingest.structure.people.name_words import BODIES, POSTS
from ingest.structure.place import Placed
from ingest.structure.sentences import sentences

# What a person does in minutes; the forms are those that organisations are rarely said to do.
_SPOKE = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(?P<who>[A-Z]{2,4}) (?:then |also |further )?(?:said|presented|introduced|"
    r"outlined|explained|asked|queried|enquired|highlighted|advised|reported|replied|responded|thanked|declared|"
    r"updated|commented|added|observed|welcomed|suggested|left|joined|undertook)\b"
)
_INITIALS = re.compile(r"[A-Z]{2,4}")
_BODY = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Oo]ur|[Tt]heir|[Ww]ithin|[Aa]cross|NHS) (?P<short>[A-Z]{2,4})\b")
LISTED = 3  # people whose initials a list prints, from which on it is taken to print those of all
FRONT_PAGES = 3  # a cover, a notice and a list of contents take no more
SHORT = 90  # characters of an action that are quoted


def warned(
    document: Document,
    spread: Sequence[Placed],
    meetings: Sequence[Meeting],
    parts: Sequence[Section],
    terms: Sequence[Term],
) -> Iterator[Warned]:
    """The warnings of one document: its file's, then by meeting, then by section."""
    yield from _of_file(document)
    shorts = {term.short for term in terms} | {found for here in spread for found in _BODY.findall(here.block.text)}
    for meeting in meetings:
        yield from _of_meeting(meeting)
        yield from _strangers(meeting, spread, shorts)
    yield from _of_parts(meetings, parts)


def _of_file(document: Document) -> Iterator[Warned]:
    seen = [page.number for page in document.pages if page.ocr is not None]
    if seen:
        what = "1 page was" if len(seen) == 1 else f"{len(seen)} pages were"
        yield Warned("scanned", f"{what} read by OCR; names, dates and figures may be misread there", seen[0])
    yield from (Warned("file", text) for text in document.warnings if not (seen and text.startswith("read by OCR")))


def _of_meeting(meeting: Meeting) -> Iterator[Warned]:
    name = meeting.body or "a meeting"
    if not meeting.date:
        yield Warned("undated", f"no date could be read for the {meeting.kind} of {name}", meeting.span.page)
    elif meeting.note and "by hand" not in meeting.note:
        yield Warned("mended", f"{name}, {long_date(meeting.date)}: {meeting.note}", meeting.span.page)
    for action in meeting.actions:
        if not action.owner:
            text = action.text if len(action.text) <= SHORT else f"{action.text[:SHORT].rsplit(' ', 1)[0]} ..."
            yield Warned("unassigned", f'nobody is named for the action "{text}"', _page(action.spans))


def _strangers(meeting: Meeting, spread: Sequence[Placed], shorts: set[str]) -> Iterator[Warned]:
    """Initials that minutes use of a person and that are nobody's on their list, where the list prints initials."""
    people = meeting.attendance
    if sum(bool(person.initials) for person in people) < LISTED:
        return
    bodies = {_short(text) for person in people for text in (person.organisation, person.role)}
    told: set[str] = set()
    for who, page in _named(meeting, spread):
        if who.lower() not in BODIES | POSTS and who not in told | shorts | bodies and not _there(who, people):
            told.add(who)
            yield Warned("initials", f"initials {who} are not on the attendance list of {meeting.body}", page)


def _named(meeting: Meeting, spread: Sequence[Placed]) -> Iterator[tuple[str, int]]:
    """(initials, page) wherever the minutes have a person give an item, take an action or speak."""
    for item in meeting.items:
        for name in item.presenters:
            if _INITIALS.fullmatch(name):
                yield name, item.span.page
    for action in meeting.actions:
        for name in action.owner:
            if _INITIALS.fullmatch(name):
                yield name, _page(action.spans)
    for here in spread:
        place = here.place
        if (place.body, place.date) == (meeting.body, meeting.date) and place.kind in ("discussion", "action"):
            for sentence in sentences(here.block.text):
                if found := _SPOKE.match(sentence):
                    yield found["who"], _page(here.block.spans)


def _short(name: str) -> str:
    """The letters by which minutes call an organisation or a post: "HO" of the Home Office."""
    return "".join(re.findall(r"\b[A-Z](?=\w)", name))


def _there(who: str, people: Sequence[Attendance]) -> bool:
    """Whether initials are somebody's, or of several of the list, which is not a stranger's either."""
    return bool(by_initials(who, people)) or any(person.initials.startswith(who) for person in people)


def _of_parts(meetings: Sequence[Meeting], parts: Sequence[Section]) -> Iterator[Warned]:
    if not meetings:
        yield Warned("unrecognised", "neither an agenda nor minutes were recognised; it can be searched as a paper")
        return
    for part in parts:
        if part.kind == "front" and part.last - part.first + 1 > FRONT_PAGES:
            where = f"pages {part.first} to {part.last}"
            yield Warned(
                "unrecognised", f"{where} were recognised as no agenda, minutes, paper or register", part.first
            )


def _page(spans: Sequence[Span]) -> int:
    return spans[0].page if spans else 1
