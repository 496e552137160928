"""Facts as links see them: with the number of their row, so that what is derived can say which it means."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeldMeeting:
    """One meeting of a body; date is ISO or "", minuted is false where an agenda announces it."""

    row: int
    document: str
    date: str
    part: str
    minuted: bool


@dataclass(frozen=True, slots=True)
class HeldDecision:
    """One decision and the meeting's row that it was taken in."""

    row: int
    meeting: HeldMeeting
    item: str
    title: str
    verb: str
    text: str
    condition: str


@dataclass(frozen=True, slots=True)
class HeldAction:
    """One place where an action is printed. action tells a line of minutes from a row of a log.

    sheet names the list it stands in (two entries of one sheet are two actions); seen is the day that the list stands
    at, raised the day of the meeting that asked for it; days are ISO or "".
    """

    row: int
    action: bool
    sheet: str
    seen: str
    raised: str
    reference: str
    item: str
    title: str
    text: str
    owner: tuple[str, ...]
    due: str
    update: str
    status: str


@dataclass(frozen=True, slots=True)
class HeldRequest:
    """One recommendation of a paper, with the day, item and title that the paper was written for."""

    row: int
    date: str
    item: str
    title: str
    text: str
