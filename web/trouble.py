"""The page for what went wrong, and what the reader can do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from web.page import Plain


@dataclass(frozen=True, slots=True)
class TroublePage(Plain):
    """What happened, in one sentence, and what to do."""

    template: ClassVar[str] = "trouble.html"
    heading: str
    detail: str
    advice: str

    @property
    def title(self) -> str:
        """The window's title."""
        return self.heading
