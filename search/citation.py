"""Where words stand that can be checked."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.model import long_date


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a passage can be checked: document, 1-based pages of the file, printed page label, meeting and item."""

    document: str
    file: str
    page: int
    page_end: int
    page_label: str
    date: str
    body: str
    item: str
    title: str
    presenters: tuple[str, ...]
    lines: tuple[int, int] | None = None

    @property
    def place(self) -> str:
        """Where the words stand in the meeting: "ICB Board, 16 January 2025, item 7: Stewardship", else the file."""
        item = f"item {self.item}" if self.item else ""
        item = ": ".join(part for part in (item, self.title) if part)
        return ", ".join(part for part in (self.body, long_date(self.date), item) if part) or self.file

    @property
    def sheet(self) -> str:
        """Where they stand in the file: "page 15 (printed 13)", "pages 15 to 16" or "lines 3 to 8"."""
        if self.lines:
            first, last = self.lines
            return f"lines {first} to {last}" if last > first else f"line {first}"
        pages = f"pages {self.page} to {self.page_end}" if self.page_end > self.page else f"page {self.page}"
        return f"{pages} (printed {self.page_label})" if self.page_label not in ("", str(self.page)) else pages
