"""The way that a matter took: the papers put, the committees before, the decision, and what came of it later.

A step stands here only on evidence. A paper: it names the body, the day and the item, or says that it answers an
action raised under the item. Another item: a link of the register (a decision that names an earlier meeting or takes
an earlier one's place), a title that is nearly the same within a year, or a paper that names that committee and day,
where the minutes of that day show an item with a telling word of its title (see search.precedents.linked). Where there
is none of these, the route is silent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from sqlalchemy import Connection

from search.citation import Citation
from search.packing import unpack_span, unpack_spans
from search.precedents.held import Held, HeldItem, HeldMatter, HeldPaper
from search.precedents.linked import asked_again, before, linked
from search.precedents.model import Step, StepKind
from search.precedents.outcomes import of_words
from search.registers.decisions import citation, decision_rows
from search.registers.entries import ActionEntry, DecisionEntry

ORDER: tuple[StepKind, ...] = ("paper", "considered", "decided", "returned", "reviewed")
# a title or a decision of a later item that looks back on what was decided
_LOOKS_BACK = re.compile(
    r"\b(?:review(?:ed)?|evaluation|evaluated|progress|implementation|benefits|lessons|monitoring|refresh(?:ed)?|"
    r"mid[- ](?:term|year))\b",
    re.IGNORECASE,
)
_PAPERS = (
    "SELECT papers.row, papers.document, name, papers.number, papers.title, lead, purpose, span, label FROM papers "
    "JOIN documents ON documents.id = papers.document LEFT JOIN pages "
    "ON pages.document = papers.document AND pages.number = CAST(json_extract(span, '$[0]') AS INTEGER) "
    "WHERE papers.row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
)
_ITEMS = (
    "SELECT items.row, meetings.document, name, presenters, items.span, label FROM items "
    "JOIN meetings ON meetings.row = meeting JOIN documents ON documents.id = meetings.document LEFT JOIN pages "
    "ON pages.document = meetings.document AND pages.number = CAST(json_extract(items.span, '$[0]') AS INTEGER) "
    "WHERE items.row IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"
)


def route(
    connection: Connection,
    held: Held,
    matter: HeldMatter,
    decided: Sequence[DecisionEntry],
    actions: Sequence[ActionEntry],
) -> tuple[Step, ...]:
    """The steps of a matter in order of day: see above for what counts as evidence of one."""
    answers = [*asked_again(held, matter, [one.reference for one in actions if one.reference])]
    among = {paper.row for paper in answers}
    others = [
        *linked(held, matter),
        *before(held, matter),
        *(one for one in held.matters if among & {paper.row for paper in one.papers}),
    ]
    matters = list({one.address: one for one in others if isinstance(one, HeldMatter) and one is not matter}.values())
    items = list({one.row: one for one in others if isinstance(one, HeldItem)}.values())
    papers = {paper.row: paper for one in (matter, *matters) for paper in one.papers}
    steps = [
        *_papers(connection, papers | {paper.row: paper for paper in answers}),
        *(_taken(connection, one, _kind(matter, one)) for one in (matter, *matters)),
        *_considered(connection, items),
    ]
    known = {(step.date, step.body): step.text for step in steps if step.kind != "paper"}
    steps += [step for step in _named(decided) if step.text not in known.get((step.date, step.body), "")]
    return tuple(sorted(steps, key=lambda one: (one.date, ORDER.index(one.kind), one.body)))


def _kind(matter: HeldMatter, other: HeldMatter) -> StepKind:
    """What another matter is to one: looked at before or beside it, or come back to after it."""
    if other is matter:
        return "decided"
    if other.date > matter.date and other.body == matter.body:
        granted = any(of_words(verb, text) == "granted" for verb, text in zip(matter.verbs, matter.said, strict=True))
        back = granted and _LOOKS_BACK.search(" ".join((other.title, *other.said)))
        return "reviewed" if back else "returned"
    came = {of_words(verb, text) for verb, text in zip(other.verbs, other.said, strict=True)}
    return "considered" if came <= {"noted", "not recorded"} else "decided"


def _taken(connection: Connection, matter: HeldMatter, kind: StepKind) -> Step:
    """What was decided under an item, all of it, where its first decision stands."""
    rows = sorted(decision_rows(connection, matter.rows), key=lambda row: row.row)
    spans = tuple(span for row in rows for span in unpack_spans(row.spans))
    verbs = dict.fromkeys(row.verb for row in rows if row.verb != "other")
    said = " ".join(row.text for row in rows)
    return Step(matter.date, matter.body, kind, said, ", ".join(verbs), citation(rows[0]), spans)


def _papers(connection: Connection, of: Mapping[int, HeldPaper]) -> Iterator[Step]:
    """Papers by their rows, each with what it is for, else its title."""
    for row in connection.exec_driver_sql(_PAPERS, (json.dumps(sorted(of)),)):
        paper, span = of[row[0]], unpack_span(json.loads(row[7]))
        place = Citation(
            *(row[1], row[2], span.page, span.page, row[8] or "", paper.date, paper.body, row[3], row[4]),
            tuple(json.loads(row[5])),
        )
        yield Step(paper.date, paper.body, "paper", row[6] or row[4], "", place, (span,))


def _considered(connection: Connection, items: Sequence[HeldItem]) -> Iterator[Step]:
    """Items without a decision, each with its title for words."""
    of = {item.row: item for item in items}
    for row in connection.exec_driver_sql(_ITEMS, (json.dumps(sorted(of)),)):
        item, span = of[row[0]], unpack_span(json.loads(row[4]))
        place = Citation(
            *(row[1], row[2], span.page, span.page, row[5] or "", item.date, item.body, item.item, item.title),
            tuple(json.loads(row[3])),
        )
        yield Step(item.date, item.body, "considered", item.title, "", place, (span,))


def _named(decided: Sequence[DecisionEntry]) -> Iterator[Step]:
    """What the register links: earlier decisions that these name, and later ones that name these."""
    for entry in decided:
        for one in entry.follows:
            if one.text:
                yield Step(one.citation.date, one.citation.body, "decided", one.text, "", one.citation)
        for one in entry.followed_by:
            yield Step(one.citation.date, one.citation.body, "returned", one.text, "", one.citation)
