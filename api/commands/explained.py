"""What was understood from a question, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from search.understand.query import Constraint, Query

Explain = Annotated[bool, typer.Option("--explain", help="Print how the question was understood.")]
Drop = Annotated[
    list[str] | None,
    typer.Option("--drop", metavar="KEY", help="Take back something understood, by its key. May be repeated."),
]


def explained(query: Query) -> str:
    """Lines that say what was understood, each constraint with the option that takes it back, and a blank line."""
    return "\n".join([f"Understood as: {query.intent}", *_lines(query), "", ""])


def _lines(query: Query) -> Iterator[str]:
    if query.words != query.text:
        yield f"  searched for: {_shown(query.words)}"
    if len(query.parts) > 1:
        yield from (f"  part {number}: {_shown(part)}" for number, part in enumerate(query.parts, start=1))
    for one in query.constraints:
        yield f'  {one.kind}: "{_shown(one.printed)}" is {_shown(one.value)}{_how(one)}  (--drop "{_shown(one.key)}")'
    yield from (f"  taken back: {_shown(key)}" for key in query.dropped)


def _how(one: Constraint) -> str:
    days = f", {one.first or '...'} to {one.last or '...'}" if one.kind == "period" else ""
    return days + (", only this" if one.strict else "") + ("" if one.held else ", nothing of it is held")


def _shown(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text)
