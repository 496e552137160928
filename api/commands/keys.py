"""minutebook keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from api.commands.options import Json, LibraryFolder, settings
from api.errors import UnusableArgument

if TYPE_CHECKING:
    from search.service.access import Key
    from search.service.service import Service


def keys(
    action: Annotated[str, typer.Argument(metavar="create|list|revoke", help="What to do.")],
    which: Annotated[str, typer.Argument(metavar="[NAME|NUMBER]", help="Name of a new key, or number of one.")] = "",
    scopes: Annotated[str, typer.Option(help="read:public, read:restricted, upload, publish; commas between.")] = (
        "read:public"
    ),
    days: Annotated[int, typer.Option(min=1, max=3650, help="Days after which it works no more.")] = 365,
    library: LibraryFolder = None,
    as_json: Json = False,
) -> None:
    """Make a key for a program, list the keys, or let one work no more. A new key is printed once and kept nowhere."""
    from api.identity.operator import service_of

    with service_of(settings(library=library).library) as service:
        if action == "list" and not which:
            _list(service, as_json)
        elif action == "create" and which.strip():
            _create(service, " ".join(which.split()), _scopes(scopes), days, as_json)
        elif action == "revoke" and which.isdecimal():
            _revoke(service, int(which))
        else:
            raise UnusableArgument("keys: give list, create NAME, or revoke NUMBER")


def _scopes(given: str) -> tuple[str, ...]:
    from search.service.access import Scope

    known: tuple[str, ...] = get_args(Scope)
    found = tuple(dict.fromkeys(part.strip() for part in given.split(",") if part.strip()))
    if not found or not set(found) <= set(known):
        raise UnusableArgument(f"--scopes {given!r}: give some of {', '.join(known)}")
    return found


def _create(service: Service, name: str, scopes: tuple[str, ...], days: int, as_json: bool) -> None:
    from api.identity.operator import operator
    from api.shape import as_json as text
    from search.service import audit, keys

    with service.change() as connection:
        number, made = keys.make(connection, name, scopes, days)
        audit.record(connection, operator(), "", "key made", f"key:{number}", f"{name}: {' '.join(scopes)}")
    print(text({"id": number, "name": name, "key": made}) if as_json else made)


def _list(service: Service, as_json: bool) -> None:
    from dataclasses import asdict

    from api.shape import as_json as text
    from search.service import keys

    with service.read() as connection:
        found = keys.every(connection)
    if as_json:
        print(text([asdict(key) for key in found], indent=2))
        return
    for key in found:
        print(f"{key.id:>4}  {_state(key)}  {' '.join(key.scopes)}  {key.name}")
    if not found:
        print("there are no keys; `minutebook keys create NAME` makes one")


def _state(key: Key) -> str:
    from search.service.service import now

    if key.revoked:
        return f"revoked {key.revoked[:10]}"
    state = "works until" if key.expires > now() else "over since"
    return f"{state} {key.expires[:10]}, last used {key.used or 'never'}"


def _revoke(service: Service, number: int) -> None:
    from api.identity.operator import operator
    from search.service import audit, keys

    with service.change() as connection:
        if not keys.revoke(connection, number):
            raise UnusableArgument(f"keys: there is no key {number} that works")
        audit.record(connection, operator(), "", "key revoked", f"key:{number}")
    print(f"key {number} works no more")
