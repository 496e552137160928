"""The page of who is signed in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from web.page import Plain
from web.wording import counted


@dataclass(frozen=True, slots=True)
class AccountPage(Plain):
    """A person's name, subject (what the sign-in service knows them by) and role; sessions is how many they have."""

    template: ClassVar[str] = "account.html"
    title: ClassVar[str] = "Your account"
    section: ClassVar[str] = "account"
    name: str
    subject: str
    role: str
    sessions: int

    @property
    def places(self) -> str:
        """In how many browsers they are signed in, in a sentence."""
        return f"You are signed in with {counted(self.sessions, 'browser')}."
