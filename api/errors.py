"""What can go wrong at the edge, and the exit code that each error of the tree ends a command with."""

from __future__ import annotations

from ingest.errors import MinutebookError, UnreadableDocument
from search.errors import CatalogueElsewhere, LibraryError, ModelMissing, UnknownDocument

DONE, SOME_FAILED, UNUSABLE_ARGUMENTS, NO_LIBRARY, STOPPED = 0, 1, 2, 3, 130


class UnusableArgument(MinutebookError):
    """An argument, option, setting or line of an input file that cannot be used; the text says which and why."""


class SwitchedOff(UnusableArgument):
    """What is asked for is turned off by a setting; the text names it."""


class NotFound(MinutebookError):
    """What an address names is not there."""


class NotDrawable(MinutebookError):
    """A page that no picture can be made of."""


class Busy(MinutebookError):
    """More is asked for at once than can be done; later it will be."""


def exit_code(error: MinutebookError) -> int:
    """The documented code for an error that ended a command."""
    if isinstance(error, UnusableArgument | UnknownDocument | ModelMissing | CatalogueElsewhere):
        return UNUSABLE_ARGUMENTS
    if isinstance(error, UnreadableDocument):
        return SOME_FAILED
    return NO_LIBRARY if isinstance(error, LibraryError) else SOME_FAILED
