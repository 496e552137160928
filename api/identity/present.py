"""Who the request that is being answered is from."""

from __future__ import annotations

from contextvars import ContextVar

from sqlalchemy import Connection

from api.identity.model import NOBODY, Caller
from search.service import audit
from search.service.access import Deed

# set for one request before it is routed; threads that answer it see it too, and no other request does
PRESENT: ContextVar[Caller] = ContextVar("PRESENT", default=NOBODY)


# what was given to the caller in reply to one message, in the words of the audit log; None where nobody asks for it
GIVEN: ContextVar[list[str] | None] = ContextVar("GIVEN", default=None)


def gave(what: str) -> None:
    """Tell whoever writes the audit log what a message is answered with, where its address does not say."""
    given = GIVEN.get()
    if given is not None:
        given.append(what)


def noted(connection: Connection, name: str, deed: Deed, about: str, detail: str = "") -> None:
    """Write into the audit log what the present caller does, in the transaction that does it.

    name is what somebody who is not signed in calls themselves.
    """
    caller = PRESENT.get()
    audit.record(connection, caller.who, caller.name or name, deed, about, detail)
