"""minutebook interests, declarations, glossary and timeline."""

from __future__ import annotations

from typing import Annotated

import typer

from api.cells import Fields, place
from api.commands.filters import AsOf, Body, Done, Nature, Person, Since, Text, Until, wanted
from api.commands.options import CollectionName, Csv, Json, LibraryFolder
from api.commands.printed import show
from api.commands.registers import under
from api.errors import UnusableArgument


def interests(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    person: Person = "",
    kind: Nature = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the interests in registers, by person, each as the newest register has it."""
    allowed = {"kind": ("financial", "professional", "personal")}
    asked = wanted("interests", allowed, body=body, since=since, until=until, person=person, kind=kind, text=text)
    show("interests", asked, (library, collection, as_json, as_csv), _interest)


def declarations(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    person: Person = "",
    kind: Done = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the interests declared in meetings and what was done about them, newest meeting first."""
    allowed = {"kind": ("left", "abstained", "stayed")}
    asked = wanted("declarations", allowed, body=body, since=since, until=until, person=person, kind=kind, text=text)
    show("declarations", asked, (library, collection, as_json, as_csv), _declaration)


def glossary(
    text: Annotated[str, typer.Argument(metavar="[WORDS]", help="Only terms that hold this.")] = "",
    body: Body = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List abbreviations with what they stand for, as the papers of each body define them."""
    show("glossary", wanted("glossary", body=body, text=text), (library, collection, as_json, as_csv), _term)


def timeline(
    text: Annotated[str, typer.Argument(metavar="WORDS", help="Words of an item's title, or a reference.")],
    body: Body = "",
    since: Since = "",
    until: Until = "",
    as_of: AsOf = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Tell the story of a subject: the items, papers, decisions and actions about it, oldest first."""
    if not text.strip():
        raise UnusableArgument("timeline: WORDS is empty; give words of an item's title, or a reference")
    asked = wanted("timeline", body=body, since=since, until=until, as_of=as_of, text=text[:500])
    show("timeline", asked, (library, collection, as_json, as_csv), _event)


def _interest(row: Fields) -> str:
    what = ", ".join(part for part in (row["organisation"], row["nature"]) if part)
    how = ", ".join(part for part in (row["kind"], row["direct"]) if part)
    when = f"{row['since'] or '?'} to {row['until'] or '?'}"
    return f"{row['person']} ({row['role']}), {row['committee']}  {place(row)}\n    {what} [{how}] {when}"


def _declaration(row: Fields) -> str:
    done = row["done"] or "not said what was done"
    return f"{under(row)}  {place(row)}\n    {row['person']} ({done}): {row['quote']}"


def _term(row: Fields) -> str:
    where = " ".join(place(one) for one in row["defined_in"][:3])
    return f"{row['short']:<10}  {row['long']}  {row['committee']}  {where}"


def _event(row: Fields) -> str:
    detail = f" ({row['detail']})" if row["detail"] else ""
    quote = f"\n    {row['quote']}" if row["quote"] else ""
    return f"{row['kind']:<8}  {under(row)}{detail}  {place(row)}{quote}"
