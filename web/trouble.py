"""The page for what went wrong, and what the reader can do next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class TroublePage:
    """What happened, in one sentence, and what to do."""

    template: ClassVar[str] = "trouble.html"
    query: ClassVar[str] = ""
    heading: str
    detail: str
    advice: str

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{self.heading} - minutebook"
