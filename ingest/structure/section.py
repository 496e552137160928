"""A stretch of a pack: what kind of papers it holds, and which meeting they are of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.structure.meeting.dates import Printed

Kind = Literal["front", "agenda", "minutes", "paper"]


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks first:last of one kind.

    body and day say which meeting it records or was made for ("" and None where unknown); number is a paper's agenda
    number, title the printed title; place, quorum and state are what minutes say of their meeting. origin is the
    body and the ISO date of that meeting as they read without corrections, once that is settled.
    """

    kind: Kind
    first: int
    last: int
    title: str = ""
    body: str = ""
    day: Printed | None = None
    part: str = ""
    number: str = ""
    place: str = ""
    quorum: str = ""
    state: Literal["draft", "confirmed", ""] = ""
    origin: tuple[str, str] = ("", "")
