"""Minutes of bodies that are nowhere, drawn in many house styles together with what a reader must find in them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Literal

from hypothesis import strategies as st

from tests.ingest.house_print import Part, printed
from tests.ingest.house_words import BODIES, PEOPLE, TASKS, THINGS, TITLES, UNLABELLED, VERBS, Person

Medium = Literal["markdown", "text", "pdf", "docx"]


@dataclass(frozen=True, slots=True)
class Resolved:
    """One decision that must be found: its verb, and words that only it holds."""

    verb: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One action that must be found: words that only it holds, and who is to do it."""

    words: str
    owner: Person


@dataclass(frozen=True, slots=True)
class Matter:
    """One item of the minutes; advised is words of a recommendation, which is no decision."""

    number: str
    title: str
    resolved: tuple[Resolved, ...]
    asked: tuple[Asked, ...]
    advised: str


@dataclass(frozen=True, slots=True)
class Style:
    """The choices of one house, each a place in the tuple of the same name; they hold for a whole document."""

    medium: Medium
    opening: int
    dated: int
    number: int
    initials: bool
    listing: int
    labelled: bool
    deciding: int
    acting: int
    advising: int
    tight: bool  # no blank lines in text
    mixed: bool  # what is labelled as resolved stands beside what was agreed in passing
    running: int  # how a title stands: alone, in capitals, or in one line with what was said

    @property
    def bare(self) -> bool:
        """Whether actions have no label: "Ann Example to write ...", "Ann Example agreed to write ..."."""
        return self.acting >= UNMARKED and self.medium != "docx"


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document as printed, and the truth about it. content is the file's bytes, name its name with its ending."""

    name: str
    content: bytes
    body: str
    day: str
    people: tuple[Person, ...]
    matters: tuple[Matter, ...]
    style: Style


DATES: tuple[Callable[[date], str], ...] = (
    lambda day: f"{day:%A} {day.day} {day:%B %Y}",
    lambda day: f"{day.day}{_ordinal(day.day)} {day:%B %Y}",
    lambda day: f"{day:%A}, {day.day}{_ordinal(day.day)} {day:%B}, {day.year}",
    lambda day: f"{day:%d/%m/%Y}",
    lambda day: f"{day:%B} {day.day}, {day.year}",
    lambda day: f"{day.day} {day:%b %Y}",
)
# body, day -> the opening lines
OPENINGS: tuple[Callable[[str, str], list[Part]], ...] = (
    lambda body, day: [("title", f"Minutes of the {body}"), ("line", f"Held on {day} at 10.00 am in the Town Hall")],
    lambda body, day: [("title", f"Minutes of the meeting of the {body} held on {day} in the Village Hall at 7.30pm")],
    lambda body, day: [("title", f"MINUTES OF THE {body.upper()} MEETING HELD ON {day.upper()}")],
    lambda body, day: [("title", body), ("line", "Minutes of the meeting held in public"), ("line", day)],
    lambda body, day: [("title", f"{body} - {day}"), ("line", "Minutes")],
)
NUMBERS: tuple[Callable[[int], str], ...] = (
    lambda at: f"{at}.",
    lambda at: f"{at}",
    lambda at: f"Item {at}:",
    lambda at: f"{at}.0",
    lambda at: f"{70 + at}/25",
    lambda at: f"2501.{at:02}",
    lambda at: f"GB/2425/{100 + at}:",
    lambda at: f"PB.25.01.{at:02}",
)
# verb, thing, body -> the lines of one decision under a label
LABELLED: tuple[Callable[[str, str, str], list[Part]], ...] = (
    lambda verb, thing, body: [("line", f"RESOLVED: The {body} {verb} {thing}.")],
    lambda verb, thing, body: [("line", f"Resolved: that {thing} be {verb}.")],
    lambda verb, thing, body: [("line", f"RESOLVED that {thing} be {verb}.")],
    lambda verb, thing, body: [("line", f"It was RESOLVED to {VERBS[verb]} {thing}.")],
    lambda verb, thing, body: [("line", f"Decision: The {body} {verb.upper()} {thing}.")],
    lambda verb, thing, body: [("line", f"Outcome: The {body} {verb} {thing}.")],
    lambda verb, thing, body: [("line", f"The {body} RESOLVED to:"), ("bullet", f"{VERBS[verb].title()} {thing}.")],
)
SPOKEN: tuple[Callable[[str, str, str], list[Part]], ...] = (
    lambda verb, thing, body: [("line", f"The {body} {verb} {thing}.")],
    lambda verb, thing, body: [("line", f"It was agreed to {VERBS[verb]} {thing}.")],
    lambda verb, thing, body: [("line", f"After discussion it was unanimously agreed that {thing} be {verb}.")],
    lambda verb, thing, body: [("line", f"Following a vote, members {verb} {thing}.")],
    lambda verb, thing, body: [("line", f"{thing.capitalize()} was discussed and {verb}.")],
    lambda verb, thing, body: [("line", f"Members spoke of the risks and it was agreed to {VERBS[verb]} {thing}.")],
    lambda verb, thing, body: [
        ("line", f"It was proposed by Ann Example and seconded by Ben Sample that {thing} be {verb}. Carried.")
    ],
)
# who, task -> the line of one action
ACTIONS: tuple[Callable[[str, str], str], ...] = (
    lambda who, task: f"Action: {who} to {task}.",
    lambda who, task: f"ACTION: {who} to {task}.",
    lambda who, task: f"Action ({who}): {task.capitalize()}.",
    lambda who, task: f"ACTION – {who} – {task.capitalize()}.",
    lambda who, task: f"Action: {task.capitalize()} ({who}).",
    lambda who, task: f"{who} to {task}.",
    lambda who, task: f"{who} agreed to {task}.",
)
UNMARKED = 5  # the first of the actions that no label opens
# thing, body -> a recommendation, which decides nothing
ADVICE: tuple[Callable[[str, str], str], ...] = (
    lambda thing, body: f"The paper recommended that the {body} approve {thing}.",
    lambda thing, body: f"The {body} was asked to approve {thing}.",
    lambda thing, body: f"It was recommended that {thing} be adopted.",
    lambda thing, body: f"The {body} would be invited to ratify {thing} in the spring.",
    lambda thing, body: f"The working group had already agreed {thing}.",
)


def _ordinal(day: int) -> str:
    return "th" if 10 < day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def styled(chance: Random, media: Sequence[Medium]) -> Style:
    """Any mixture of choices, each as likely as the next."""
    labelled = chance.random() < 0.5
    return Style(
        chance.choice(media),
        chance.randrange(len(OPENINGS)),
        chance.randrange(len(DATES)),
        chance.randrange(len(NUMBERS)),
        chance.random() < 0.5,
        chance.randrange(3),
        labelled,
        chance.randrange(len(LABELLED if labelled else SPOKEN)),
        chance.randrange(len(ACTIONS)),
        chance.randrange(len(ADVICE)),
        chance.random() < 0.4,
        chance.random() < 0.3,
        chance.choice((0, 0, 1, 2)),
    )


@st.composite
def minutes(draw: st.DrawFn, media: Sequence[Medium] = ("markdown", "text")) -> Minutes:
    """One document in one house style, with what is true of it."""
    style = styled(Random(draw(st.integers(0, 2**32))), media)
    body = draw(st.sampled_from(BODIES))
    day = date(2019, 1, 1) + timedelta(days=draw(st.integers(0, 2500)))
    deciding = (LABELLED if style.labelled else SPOKEN)[style.deciding]
    verbs = tuple(VERBS) if style.labelled else UNLABELLED
    things, tasks = iter(draw(st.permutations(THINGS))), iter(draw(st.permutations(TASKS)))
    there = [person for person in PEOPLE if person.standing != "apologies"]
    parts = OPENINGS[style.opening](body, DATES[style.dated](day)) + listed(style)
    matters: list[Matter] = []
    for at, title in enumerate(draw(st.permutations(TITLES))[: draw(st.integers(3, 4))], start=1):
        number, speaker, advised = NUMBERS[style.number](at), draw(st.sampled_from(there)), next(things)
        shown = title.upper() if style.running == 1 else title
        said = f"{speaker.name} presented the paper, and members spoke about the costs of it."
        runs_on = style.running == 2 and style.medium == "text"
        parts += [("number", number), ("head", f"{shown}. {said}" if runs_on else shown)]
        parts += [] if runs_on else [("line", said)]
        parts.append(("line", ADVICE[style.advising](advised, body)))
        resolved = [Resolved(draw(st.sampled_from(verbs)), next(things)) for _ in range(draw(st.integers(0, 2)))]
        for at_item, one in enumerate(resolved):
            in_passing = style.mixed and at_item == 1 and one.verb in UNLABELLED
            parts += (SPOKEN[1] if in_passing else deciding)(one.verb, one.words, body)
        asked = [Asked(next(tasks), draw(st.sampled_from(there))) for _ in range(draw(st.integers(0, 1)))]
        for action in asked:
            who = action.owner.initials if style.initials else action.owner.name
            tabled = style.medium == "docx"
            said = f"{who} to {action.words}." if tabled else ACTIONS[style.acting](who, action.words)
            parts.append(("action", said))
        matters.append(Matter(_plain(number), shown, tuple(resolved), tuple(asked), advised))
    name = {"markdown": "minutes.md", "text": "minutes.txt"}.get(style.medium, f"minutes.{style.medium}")
    content = printed(parts, style.medium, style.tight)
    return Minutes(name, content, body, day.isoformat(), PEOPLE, tuple(matters), style)


def _plain(number: str) -> str:
    """A number as it is cited: without "Item" and its closing mark."""
    return number.removeprefix("Item ").rstrip(".:").removesuffix(".0")


def listed(style: Style) -> list[Part]:
    """The list of those present: a line for each group, a line for each person, or a table."""
    parts: list[Part] = []
    for label, standing in (("Present", "member"), ("In attendance", "attendee"), ("Apologies", "apologies")):
        group = [person for person in PEOPLE if person.standing == standing]
        if style.listing == 0:
            names = [f"{person.name} ({person.initials if style.initials else person.post})" for person in group]
            parts.append(("line", f"{label}: {', '.join(names)}"))
            continue
        parts.append(("line", f"{label}:"))
        for person in group:
            name = f"{person.name} ({person.initials})" if style.initials else person.name
            tabled = style.listing == 2 and style.medium == "markdown"
            parts.append(("row", f"| {name} | {person.post} |") if tabled else ("person", f"{name}, {person.post}"))
    return parts
