"""Which parts of the site have anything to show, so that its menu leads nowhere empty."""

from __future__ import annotations

from api.catalogue import Catalogue
from api.listed import Listed
from search.errors import LibraryError
from search.registers.entries import Slice, Wanted

FIRST = Slice(0, 1)


class Offered:
    """Says of a part of the site whether it is offered; asked again when the libraries change. Safe to share.

    Interests are not where no register of interests is held and none was declared in a meeting: many boards publish
    none. Every other part says itself what is missing and what to do.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue, self._listed = catalogue, Listed(catalogue)
        self._known = ("", True)  # of which state of the libraries, and whether it has interests

    def __call__(self, section: str) -> bool:
        """Whether a part, named as the menu's links name it, is offered; what cannot be read is."""
        if section != "interests":
            return True
        try:
            state = self._catalogue.generation()
            if self._known[0] != state:
                self._known = (state, self._interests())
            return self._known[1]
        except LibraryError:  # the page itself says what is the matter
            return True

    def _interests(self) -> bool:
        held = self._listed.interests(Wanted(), FIRST).total
        return bool(held or self._listed.declarations(Wanted(), FIRST).total)
