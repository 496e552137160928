"""The nouns of identity: who asks, and what they may see and do."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.errors import MinutebookError
from search.service.access import Role, Scope, Session

RESTRICTED = "restricted"
COLLECTIONS = ("public", RESTRICTED)


class NotSignedIn(MinutebookError):
    """Nobody is answered here who has not signed in or shown a key; or what was shown is no longer good.

    who is whose it was, such as "key:3", where that is known, and "" else; the text is told to whoever showed it.
    """

    def __init__(self, reason: str, who: str = "") -> None:
        self.who = who
        super().__init__(reason)


class NotAllowed(MinutebookError):
    """What somebody known asks for, their role or key does not allow; the text is told to them."""


@dataclass(frozen=True, slots=True)
class Caller:
    """Who a request is from: a person by their session, a program by its key, or nobody in particular.

    who is the person's subject or "key:3", "" for nobody; name is how they are shown.
    """

    who: str = ""
    name: str = ""
    role: Role | None = None
    scopes: tuple[Scope, ...] = ()
    session: Session | None = None


NOBODY = Caller()


@dataclass(frozen=True, slots=True)
class Access:
    """What a caller may see and do. Two callers of the same access see the same site.

    reads are the collections whose documents they see, all but those that they are shut out of, by their ids in shut;
    publishes are the collections that they may publish to and withdraw from; signed says that they are somebody,
    program that it is a program with a key.
    """

    reads: frozenset[str] = frozenset()
    uploads: bool = False
    publishes: frozenset[str] = frozenset()
    shut: frozenset[str] = frozenset()
    signed: bool = False
    program: bool = False

    @property
    def staff(self) -> bool:
        """Whether the staff side is open to them."""
        return self.uploads or bool(self.publishes)

    @property
    def restricted(self) -> bool:
        """Whether they may know of restricted papers."""
        return RESTRICTED in self.reads | self.publishes
