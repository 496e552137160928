"""minutebook digest."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.commands.options import LibraryFolder, ModelName, say, searcher, settings
from api.errors import SOME_FAILED, UnusableArgument


def digest(
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be sent, and send nothing.")] = False,
    forget: Annotated[
        str | None, typer.Option("--forget", metavar="ADDRESS", help="Delete all that is kept of an address.")
    ] = None,
    library: LibraryFolder = None,
    name: ModelName = None,
) -> None:
    """Tell those who asked for it what is new in the public library, by e-mail."""
    from api.app import letters
    from api.digests.asking import send_requests
    from api.digests.mail import mail_of
    from api.digests.post import NoPost
    from api.digests.run import Round
    from api.identity.operator import service_of
    from search.lock import sole_writer

    chosen = settings(library=library, collection="public", model=name)
    if forget is not None:
        _forget(chosen.library, forget)
        return
    mail = mail_of(chosen)
    if mail is None:
        raise UnusableArgument("digest: no mail server is named; set MINUTEBOOK_MAIL_HOST")
    with service_of(chosen.library) as service:
        writer = letters(chosen, searcher(chosen))
        turn = Round(service, mail, writer, say)
        if dry_run:
            for subscription, titles in turn.plan():
                print(f"subscription {subscription.id}, {subscription.often}, {subscription.topic.key}:")
                print("".join(f"    {title}\n" for title in titles), end="")
            return
        with sole_writer(chosen.library):  # one run at a time
            try:
                asked, left = send_requests(service, mail, writer, say)
                tally = turn.go()
            except NoPost as error:
                say(f"digest: {error}; what was not sent waits for the next run")
                raise typer.Exit(SOME_FAILED) from None
            finally:
                service.erase()
    waiting = tally.waiting + left
    print(f"{tally.sent} sent, {asked} asked to confirm, {waiting} waiting, {tally.dropped} ended")
    if waiting or tally.dropped:
        raise typer.Exit(SOME_FAILED)


def _forget(folder: Path, address: str) -> None:
    from api.identity.operator import service_of
    from search.service import subscriptions

    with service_of(folder) as service:
        with service.change() as connection:
            count = subscriptions.forget(connection, address.strip())
            subscriptions.purge(connection)
        service.erase()
    print(f"{count} {'subscription' if count == 1 else 'subscriptions'} deleted")
