"""A question read without a model: what it asks for, of which meeting, body and people, and in which words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from search.understand.abbreviations import abbreviations
from search.understand.asked import mentioned, of_the_body, of_the_meeting
from search.understand.bodies import Named, bodies
from search.understand.corrected import Corrected, corrected
from search.understand.cues import OF_A_MEETING
from search.understand.intents import intent
from search.understand.items import items
from search.understand.known import Known, Sitting
from search.understand.letters import plain
from search.understand.parts import parts
from search.understand.people import people
from search.understand.periods import Period, periods
from search.understand.phrases import phrases
from search.understand.points import points
from search.understand.query import Constraint, Intent, Query
from search.understand.reading import Reading, in_order, places
from search.understand.spelling import spellings, strange
from search.understand.tokens import Stretch, tokens

READ = 1_000  # characters in which names and dates are looked for; more is a text that is searched as it stands
FILTERS: frozenset[Intent] = frozenset(("decision", "list", "history"))


def understand(text: str, known: Known, dropped: Collection[str] = (), today: date | None = None) -> Query:
    """What any text asks for, by what the library knows and by its words.

    dropped are the keys of constraints that the reader takes back; today (the present day where it is None) is what
    "last year" is counted from.
    """
    question = plain(text)
    words, taken = tokens(question[:READ]), _unspelt(question[:READ], known)
    spelt = [one for one in spellings(words, taken, known) if one.constraint.key not in dropped]
    right = corrected(question, spelt)
    asks, found = _read(right.text[:READ], known, today or date.today())
    kept = [_typed(one, question, right) for one in found if one.constraint.key not in dropped]
    return Query(
        question,
        right.text,
        asks,
        in_order([*spelt, *kept]),
        tuple(dict.fromkeys(dropped)),
        parts(right.text),
        strange(words, taken, known),
    )


def _unspelt(text: str, known: Known) -> list[Stretch]:
    """What is never misspelt: what stands in quotation marks, and numbers and dates."""
    found = phrases(text)
    dates = [Stretch(point.start, point.end) for point in points(text)]
    return [*places(found), *places(items(text, places(found), known)), *dates]


def _typed(reading: Reading, question: str, right: Corrected) -> Reading:
    """The reading as the words of the question as typed have it."""
    place = right.typed(reading.place)
    return Reading(replace(reading.constraint, printed=question[place.start : place.end]), place)


def _read(text: str, known: Known, today: date) -> tuple[Intent, list[Reading]]:
    found = phrases(text)
    found += items(text, places(found), known)
    words = tokens(text)
    dates = [Stretch(point.start, point.end) for point in points(text)]
    named = bodies(text, words, places(found), dates, known)
    asks = _asks(text, named)
    held = [(one.place, name) for one in named for name in one.names]
    times = periods(text, [*places(found), *(one.place for one in named)], held, known, today)
    dates += [time.place for time in times]
    source = [(one, of_the_body(text, one, dates)) for one in named]
    asked = {name for one, of_it in source if of_it for name in one.names}
    found += [reading for one, of_it in source for reading in _bodies(one, of_it)]
    found += _periods(text, times, named, asks, known, asked)
    found += people(text, words, places(found), known, asked)
    return asks, [*found, *abbreviations(text, words, places(found), known, asked, asks)]


def _asks(text: str, named: Sequence[Named]) -> Intent:
    """The intent of the first question, a body's name left out of it: a performance committee is no performance."""
    for one in reversed(named):
        text = f"{text[: one.place.start]}{one.words.split()[-1] if one.names else one.words}{text[one.place.end :]}"
    return intent(parts(text)[0]) if text.strip() else "passage"


def _bodies(named: Named, source: bool) -> Iterable[Reading]:
    """A body not known counts only where it is asked: else the words may be anything."""
    if not named.names and source:
        yield Reading(Constraint("body", named.words, named.words, source=True, held=False), named.place)
    for name in named.names:
        if source or not named.bare:
            yield Reading(Constraint("body", named.words, name, source=source), named.place)


def _periods(
    text: str, times: Sequence[Period], named: Sequence[Named], asks: Intent, known: Known, asked: Collection[str]
) -> Iterable[Reading]:
    """The periods that are, or may be, the meeting's; a date that papers speak of stays a word."""
    sittings = [one for one in known.sittings if one.body in asked] or known.sittings
    for time in times:
        held = time.holds(sittings)
        source = of_the_meeting(text, time, named, asks, bool(asked)) and (held or not _ahead(text, time, sittings))
        if source or mentioned(text, time, asks):
            strict = source and held and time.ranged and asks in FILTERS
            printed = text[time.place.start : time.place.end]
            constraint = Constraint("period", printed, time.words, strict, time.first, time.last, source, held)
            yield Reading(constraint, time.place)


def _ahead(text: str, time: Period, sittings: Sequence[Sitting]) -> bool:
    """Whether the meeting was still to come when the papers were written, and nothing says that it has been held."""
    return time.first > max((one.day for one in sittings), default="") and not OF_A_MEETING.search(text)
