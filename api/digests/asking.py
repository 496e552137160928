"""Letters that ask an address whether it wants to be told."""

from __future__ import annotations

from collections.abc import Callable
from email.utils import make_msgid

from api.digests.mail import Mail
from api.digests.post import Later, Refused, posting
from api.digests.writer import Writer
from ingest.errors import MinutebookError
from search.service import subscriptions
from search.service.service import Service


def send_requests(service: Service, mail: Mail, writer: Writer, say: Callable[[str], None]) -> tuple[int, int]:
    """Send every such letter that nobody has sent yet; how many were sent, and how many are still to be.

    Each is begun in a transaction of its own, so two processes do not send one twice. An address that is refused for
    good is forgotten. Raises NoPost where the mail server takes none.
    """
    with service.read() as connection:
        waiting = subscriptions.unasked(connection)
    done = left = 0
    with posting(mail) as post:
        for number in waiting:
            with service.change() as connection:
                claimed = subscriptions.claim(connection, number)
            if claimed is None:
                continue
            request, token = claimed
            letter = writer.confirmation(request.topic, request.often, token)
            try:
                post.send(mail.message(letter, request.address, make_msgid(domain=mail.domain)), request.address)
            except Refused as error:
                say(f"request {number}: {error}; its address is forgotten")
                with service.change() as connection:
                    subscriptions.stop(connection, number)
            except Later as error:
                say(f"request {number}: {error}; it is tried again")
                left += 1
            else:
                with service.change() as connection:
                    subscriptions.asked(connection, number)
                done += 1
    return done, left


def deliver(service: Service, mail: Mail, writer: Writer) -> None:
    """Send them and say nothing: what fails is tried again, and said, by `minutebook digest`."""
    try:
        send_requests(service, mail, writer, lambda line: None)
    except MinutebookError:  # nor is anybody told where service.db cannot be written
        return
