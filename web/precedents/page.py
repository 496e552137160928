"""What every page about one draft has, and every line that names one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import Draft
from web.page import Plain
from web.precedents import told


class OfDraft:
    """What a draft is called, and the addresses of its pages."""

    __slots__ = ()
    draft: Draft

    @property
    def name(self) -> str:
        """What the draft is called."""
        return told.named(self.draft)

    @property
    def own(self) -> str:
        """The page of what was read of the draft, which the addresses of its other pages begin with."""
        return told.address(self.draft.id)

    @property
    def results(self) -> str:
        """The page of precedents."""
        return told.address(self.draft.id, "results")

    @property
    def basket(self) -> str:
        """The page of the basket."""
        return told.address(self.draft.id, "basket")


@dataclass(frozen=True, slots=True)
class DraftPage(OfDraft, Plain):
    """A page about one draft, with the addresses of the others."""

    section: ClassVar[str] = "precedents"
    draft: Draft
