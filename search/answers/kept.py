"""Answers of a narrowed search: nothing is said from outside what it is narrowed to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from search.answers.found import found
from search.answers.model import Statement
from search.answers.passages import best
from search.answers.refusals import refuse, searched
from search.model import Answer, Answered, Coverage, Hit, Refused
from search.understand.query import Constraint, Query
from search.within import Within


def apart(connection: Connection, query: Query, within: Within, hits: Sequence[Hit]) -> Refused | None:
    """A refusal where nothing is of what the search is narrowed to, or where the question asks of something else."""
    if not len(within.rows):
        refused = refuse(connection, query, "nothing_found", ())
        if refused.reason == "empty_library":
            return refused
        said = f"Nothing here is of what the search is narrowed to: {within.narrowed.said}."
        return replace(refused, reason="outside_coverage", coverage=Coverage(0, 0, 0, 0, "", ""), explained=said)
    bodies = [one for one in query.of("body") if one.source and one.held]
    times = [one for one in query.of("period") if one.source and one.held]
    other_body = within.bodies and bodies and all(one.value not in within.bodies for one in bodies)
    other_time = within.narrowed.year and times and not any(_clipped(one, within) for one in times)
    if not other_body and not other_time:
        return None
    asked = bodies[0] if other_body else times[0]
    said = f"The question asks of {asked.value}, and the search is narrowed to {within.narrowed.said}."
    return replace(refuse(connection, query, "outside_coverage", hits, explained=said), coverage=within.coverage)


def narrowed(query: Query, within: Within) -> Query:
    """The question as one that asks of the body and the year that the search is narrowed to, for making an answer."""
    kept = [one for one in query.constraints if one.kind not in ("body", "period")]
    bodies, times = query.of("body"), query.of("period")
    if within.bodies:
        ours = [Constraint("body", name, name, source=True) for name in within.bodies]
        bodies = (*ours, *(one for one in bodies if one.value in within.bodies))
    if within.narrowed.year.isdigit():
        year = within.narrowed.year
        whole = Constraint("period", year, year, first=f"{year}-01-01", last=f"{year}-12-31", source=True)
        times = tuple(part for one in times if (part := _clipped(one, within))) or (whole,)
    return replace(query, constraints=(*bodies, *times, *kept))


def kept(connection: Connection, query: Query, within: Within, answer: Answer) -> Answer:
    """The answer without what stands outside; where that is what it rests on, the best passages, else a refusal.

    A refusal says what the search was narrowed to and what it covered.
    """
    if isinstance(answer, Answered):
        said = _inside(connection, within, answer.statements)
        rests_on = next((one for one in answer.statements if one.role != "count"), None)
        if said and said[0] == rests_on:
            return replace(answer, statements=said)
        made = best(found(connection, query, answer.hits))
        said = _inside(connection, within, made[1]) if made else ()
        if made and said and said[0] == made[1][0]:
            return replace(answer, kind=made[0], statements=said)
        answer = refuse(connection, query, "nothing_found", answer.hits)
    contrary = _inside(connection, within, answer.contrary)
    coverage = within.coverage
    lost = len(contrary) < len(answer.contrary)
    explained = answer.explained
    if lost or answer.reason == "nothing_found":
        explained = f"Nothing was found in {searched(coverage)}."
    return replace(
        answer,
        reason="nothing_found" if lost else answer.reason,
        contrary=() if lost else contrary,
        coverage=coverage,
        explained=f"{explained} The search was narrowed to {within.narrowed.said}.",
    )


def _inside(connection: Connection, within: Within, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements that stand within. A field without a passage is of the kind of the quote that it follows.

    How many there are of something was counted without regard to all that the search is narrowed to: it is not said.
    """
    passages = within.ids(connection, {one.passage for one in statements if one.passage})
    said: list[Statement] = []
    for one in statements:
        follows = not within.narrowed.kind or (bool(said) and said[-1].citation == one.citation)
        held = one.passage in passages if one.passage else follows and within.cites(one.citation)
        if held and one.role != "count":
            said.append(one)
    return tuple(said)


def _clipped(period: Constraint, within: Within) -> Constraint | None:
    """The part of a period that lies in the year, None where none does."""
    year = within.narrowed.year
    if not year.isdigit():
        return None
    first, last = max(period.first, f"{year}-01-01"), min(period.last or "9999", f"{year}-12-31")
    return replace(period, first=first, last=last) if first <= last else None
