"""The first page: ask, and what there is to be asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from search.model import Coverage
from web.page import Plain
from web.wording import holdings


@dataclass(frozen=True, slots=True)
class HomePage(Plain):
    """A search box and what the library holds."""

    template: ClassVar[str] = "home.html"
    title: ClassVar[str] = "Search the board papers"
    coverage: Coverage

    @property
    def empty(self) -> bool:
        """Whether there is nothing to search yet."""
        return self.coverage.documents == 0

    @property
    def holdings(self) -> str:
        """What the library holds, in one sentence."""
        return holdings(self.coverage)
