"""Options that narrow a register."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.errors import UnusableArgument

if TYPE_CHECKING:
    from search.registers.entries import Wanted

Body = Annotated[str, typer.Option(metavar="NAME", help="Only of bodies with this name, abbreviation or part.")]
Since = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only on this day or after it.")]
Until = Annotated[str, typer.Option(metavar="YYYY-MM-DD", help="Only on this day or before it.")]
Text = Annotated[str, typer.Option(metavar="WORDS", help="Only those whose words or title hold this.")]
Verb = Annotated[str, typer.Option(metavar="VERB", help="Only decisions of this kind: approved, noted, deferred ...")]
Presenter = Annotated[str, typer.Option("--person", metavar="NAME", help="Only under items that this one presented.")]
Person = Annotated[str, typer.Option("--person", metavar="NAME", help="Only of this person.")]
Owner = Annotated[str, typer.Option(metavar="NAME", help="Only those that this person is to do.")]
Reference = Annotated[str, typer.Option(metavar="NUMBER", help="Only actions with this reference.")]
Minutes = Annotated[str, typer.Option("--status", metavar="STATUS", help="Of the minutes: draft or confirmed.")]
Progress = Annotated[str, typer.Option("--status", metavar="STATUS", help="open, closed or overdue.")]
AsOf = Annotated[str, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Overdue on this day. [default: today]")]
Recorded = Annotated[str, typer.Option("--kind", metavar="KIND", help="agenda or minutes.")]
Nature = Annotated[str, typer.Option("--kind", metavar="KIND", help="financial, professional or personal.")]
Done = Annotated[str, typer.Option("--kind", metavar="DONE", help="left, abstained or stayed.")]

DAY = re.compile(r"\d{4}-\d{2}-\d{2}|")
DAYS = ("since", "until", "as_of")


def wanted(command: str, choices: Mapping[str, tuple[str, ...]] | None = None, **given: Any) -> Wanted:
    """The filters of one run. Raises UnusableArgument where a day is none, or a value is not among its choices."""
    from search.registers.entries import Wanted

    for name in DAYS:
        if not DAY.fullmatch(given.get(name, "")):
            raise UnusableArgument(f"{command}: --{name.replace('_', '-')} takes a day as YYYY-MM-DD")
    for name, allowed in (choices or {}).items():
        if given[name] not in ("", *allowed):
            raise UnusableArgument(f"{command}: --{name} {given[name]!r}: choose {', '.join(allowed)}")
    return Wanted(**given)
