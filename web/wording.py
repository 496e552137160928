"""How a count is put into words."""

from __future__ import annotations

from ingest.model import long_date
from search.model import Coverage

LONGEST = 5_000  # characters of a question that are read, and of a key
DROPPED = 64  # keys of what was understood that are taken back at once


def counted(number: int, one: str) -> str:
    """A number with its noun, thousands apart.

    >>> counted(1, "page"), counted(12345, "page")
    ('1 page', '12,345 pages')
    """
    return f"{number:,} {one if number == 1 else one + 's'}"


def capital(text: str) -> str:
    """A text that begins with a capital letter.

    >>> capital("page 15 (printed 13)")
    'Page 15 (printed 13)'
    """
    return f"{text[:1].upper()}{text[1:]}"


def weight(size: int) -> str:
    """A file's size as people read it.

    >>> weight(0), weight(999), weight(120_400), weight(3_456_789)
    ('empty', '1 kB', '120 kB', '3.5 MB')
    """
    if size < 1_000_000:
        return f"{max(1, round(size / 1000)):,} kB" if size else "empty"
    return f"{size / 1e6:,.1f} MB"


def holdings(coverage: Coverage) -> str:
    """What a library holds, in a clause.

    >>> holdings(Coverage(2, 30, 99, 1, "2025-01-16", "2025-01-16"))
    '2 documents, 30 pages and 1 meeting, of 16 January 2025'
    """
    parts = [counted(coverage.documents, "document"), counted(coverage.pages, "page")]
    if coverage.meetings:
        parts.append(counted(coverage.meetings, "meeting"))
    said = f"{', '.join(parts[:-1])} and {parts[-1]}"
    if coverage.first != coverage.last:
        return f"{said}, from {long_date(coverage.first)} to {long_date(coverage.last)}"
    return f"{said}, of {long_date(coverage.first)}" if coverage.first else said


def reach(coverage: Coverage) -> str:
    """What a library holds and of which months, in a clause.

    >>> reach(Coverage(142, 30, 99, 14, "2022-07-07", "2025-03-13"))
    '142 documents, 14 meetings, July 2022 to March 2025'
    """
    parts = [counted(coverage.documents, "document")]
    parts += [counted(coverage.meetings, "meeting")] if coverage.meetings else []
    first, last = (long_date(day).partition(" ")[2] for day in (coverage.first, coverage.last))
    if first:
        parts.append(first if first == last else f"{first} to {last}")
    return ", ".join(parts)
