"""What keeps in step with a library beside its own database."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from typing import Protocol

from sqlalchemy import Connection


class Follow(Protocol):
    """Told of every change of a library by whoever makes it; only one change is made at a time."""

    def along(self, connection: Connection) -> AbstractContextManager[None]:
        """Entered when a change begins and left when it is about to be committed, in its transaction.

        What is raised undoes the change.
        """

    def settled(self) -> None:
        """The change was committed. What is left to do is done again with the next change where it fails."""


class Alone:
    """See Follow. Nothing is beside the library's database."""

    def along(self, connection: Connection) -> AbstractContextManager[None]:
        """See Follow."""
        return nullcontext()

    def settled(self) -> None:
        """See Follow."""
