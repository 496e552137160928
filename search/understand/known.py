"""What a library knows that helps to understand a question."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Known:
    """What one state of a library knows by name."""


def known(connection: Connection) -> Known:
    """What the current documents name, as this transaction sees it."""
    return Known()
