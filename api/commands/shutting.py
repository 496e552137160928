"""minutebook shutout and minutebook signout."""

from __future__ import annotations

from typing import Annotated

import typer

from api.commands.options import LibraryFolder, say, settings
from api.errors import SOME_FAILED, UnusableArgument

Person = Annotated[str, typer.Option("--person", metavar="SUBJECT", help="What the sign-in service knows them by.")]


def shutout(
    document: Annotated[str, typer.Argument(metavar="[DOCUMENT]", help="Its id, as `documents` lists it.")] = "",
    person: Person = "",
    undo: Annotated[bool, typer.Option("--undo", help="Let the person see it again.")] = False,
    library: LibraryFolder = None,
) -> None:
    """Shut a person out of one document and its other versions, everywhere; without one, list who is shut out."""
    from api.identity.operator import operator, service_of
    from api.staff.given import COLLECTIONS
    from api.staff.published import documents
    from search.service import audit, shut, uploads

    chosen = settings(library=library)
    with service_of(chosen.library) as service:
        if not document:
            with service.read() as connection:
                for one in shut.every(connection):
                    print(f"{one.document}  {one.subject}  since {one.since[:10]}, by {one.who}")
            return
        if not person.strip():
            raise UnusableArgument("shutout: name the person with --person; their account page shows what to give")
        with service.change() as connection:
            if undo and not shut.let_in(connection, person.strip(), document):
                raise UnusableArgument(f"shutout: {person} is not shut out of {document}")
            if not undo:
                shut.shut(connection, person.strip(), document, operator())
            audit.record(connection, operator(), "", "let in" if undo else "shut out", document, person.strip())
            known = bool(uploads.one(connection, document))
    print(f"{person.strip()} {'may see' if undo else 'is shut out of'} {document}")
    if (
        not undo
        and not known
        and not any(one.id == document for name in COLLECTIONS for one in documents(chosen, name))
    ):
        say(f"{document}: no library and no upload has this id; it holds for one that comes, so check that it is right")
        raise typer.Exit(SOME_FAILED)


def signout(person: Person = "", library: LibraryFolder = None) -> None:
    """End every session of a person, wherever they are signed in."""
    from api.identity.operator import operator, service_of
    from search.service import audit, sessions

    if not person.strip():
        raise UnusableArgument("signout: name the person with --person")
    with service_of(settings(library=library).library) as service, service.change() as connection:
        count = sessions.end_all(connection, person.strip())
        audit.record(connection, operator(), "", "sign-out", person.strip(), f"{count} ended")
    print(f"{count} sessions of {person.strip()} ended")
