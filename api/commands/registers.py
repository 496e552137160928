"""minutebook meetings, decisions, actions, papers and people."""

from __future__ import annotations

from api.cells import Fields, place
from api.commands.filters import (
    AsOf,
    Body,
    Minutes,
    Owner,
    Person,
    Presenter,
    Progress,
    Recorded,
    Reference,
    Since,
    Text,
    Until,
    Verb,
    wanted,
)
from api.commands.options import CollectionName, Csv, Json, LibraryFolder
from api.commands.printed import show

MINUTES = {"status": ("draft", "confirmed")}


def meetings(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    kind: Recorded = "",
    person: Person = "",
    status: Minutes = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the meetings that the documents record or announce, by date."""
    given = {
        "body": body,
        "since": since,
        "until": until,
        "kind": kind,
        "person": person,
        "status": status,
        "text": text,
    }
    asked = wanted("meetings", {"kind": ("agenda", "minutes"), **MINUTES}, **given)
    show("meetings", asked, (library, collection, as_json, as_csv), _meeting)


def decisions(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    verb: Verb = "",
    person: Presenter = "",
    status: Minutes = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what was decided, newest meeting first, each with the page that shows it."""
    given = {
        "body": body,
        "since": since,
        "until": until,
        "verb": verb,
        "person": person,
        "status": status,
        "text": text,
    }
    asked = wanted("decisions", MINUTES, **given)
    show("decisions", asked, (library, collection, as_json, as_csv), _decision)


def actions(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    owner: Owner = "",
    status: Progress = "",
    reference: Reference = "",
    as_of: AsOf = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List what is to be done and by whom, each action once, as it stands now, with the page that asks for it."""
    given = {"body": body, "since": since, "until": until, "owner": owner, "status": status, "text": text}
    allowed = {"status": ("open", "closed", "overdue")}
    asked = wanted("actions", allowed, **given, reference=reference, as_of=as_of)
    show("actions", asked, (library, collection, as_json, as_csv), _action)


def papers(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    person: Person = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List papers by their cover sheets, newest meeting first, each recommendation with what was decided on it."""
    asked = wanted("papers", body=body, since=since, until=until, person=person, text=text)
    show("papers", asked, (library, collection, as_json, as_csv), _paper)


def people(
    body: Body = "",
    since: Since = "",
    until: Until = "",
    person: Person = "",
    text: Text = "",
    library: LibraryFolder = None,
    collection: CollectionName = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List who sat in meetings, by surname, with their roles and the first and last meeting in each."""
    asked = wanted("people", body=body, since=since, until=until, person=person, text=text)
    show("people", asked, (library, collection, as_json, as_csv), _person)


def _meeting(row: Fields) -> str:
    state = f"  {row['state']}" if row["state"] else ""
    what = f"{row['date'] or 'undated':<10}  {row['kind']:<7}  {row['items']:>3} items"
    part = f", part {row['part']}" if row["part"] else ""
    note = f"\n    {row['date_note']}" if row["date_note"] else ""
    return f"{what}  {row['committee'] or 'unnamed body'}{part}  {place(row)}{state}{note}"


def _decision(row: Fields) -> str:
    confirmed = f", confirmed {row['confirmed_by']['date']}" if row["confirmed_by"] else f", {row['state']}"
    vote = f"\n    vote: {row['vote']}" if row["vote"] and row["vote"] not in row["quote"] else ""
    return f"{under(row)}  {place(row)}, {row['verb']}{confirmed}\n    {row['quote']}{vote}"


def _action(row: Fields) -> str:
    due = f", due {row['due_date'] or row['due']}" if row["due"] else ""
    who = f"{row['owner'] or 'nobody named'}{due}: {row['status']}"
    return f"{under(row)}  {place(row)}\n    {row['quote']}\n    {who}, last listed {row['last'] or 'on no day'}"


def _paper(row: Fields) -> str:
    asked = []
    for one in row["recommendations"]:
        answer = one["resolved"]
        became = f"{answer['verb']}, {place(answer)}" if answer else "nothing recorded here"
        asked.append(f"\n    asks: {one['quote']}\n        {became}")
    return f"{under(row)}  {place(row)}{''.join(asked)}"


def _person(row: Fields) -> str:
    roles = []
    for role in row["roles"]:
        post = ", ".join(part for part in (role["role"], role["organisation"]) if part) or "no role printed"
        sat = f"{role['meetings']} {'meeting' if role['meetings'] == 1 else 'meetings'}"
        when = f"{role['first'] or 'undated'} to {role['last'] or 'undated'}, {sat}"
        roles.append(f"\n    {role['committee'] or 'unnamed body'}: {post}, {when}  {place(role)}")
    return f"{row['name']}{''.join(roles)}"


def under(row: Fields) -> str:
    """The meeting and item of a row."""
    return (
        f"{row['date'] or 'undated'}  {row['committee'] or 'unnamed body'}, item {row['item'] or '-'}: {row['title']}"
    )
