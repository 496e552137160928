"""Whole numbers that files state about themselves."""

from __future__ import annotations

DIGITS = 8  # more state no size of anything, and take ever longer to read


def figure(value: str | None, most: int) -> int | None:
    """A whole number, at most so many; None where the text is none, or one of more than 8 digits.

    >>> figure("12", 9), figure("-1", 9), figure("9" * 5000, 9), figure(None, 9)
    (9, None, None, None)
    """
    text = (value or "").strip()
    return min(int(text), most) if text.isascii() and text.isdecimal() and len(text) <= DIGITS else None
