"""Long lists in parts: which part is shown, and the addresses of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

SIZE = 20  # entries of a register on one page


@dataclass(frozen=True, slots=True)
class Sheet:
    """One number of the pagination: "" stands for those left out."""

    number: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Paging:
    """Where a reader is in a list: page (from 1) of so many entries of total; address gives that of another page."""

    page: int
    total: int
    address: Callable[[int], str]
    size: int = SIZE

    @property
    def last(self) -> int:
        """The number of pages, at least 1."""
        return max(1, -(-self.total // self.size))

    @property
    def first_shown(self) -> int:
        """The first entry shown, from 1; 0 where there is none."""
        return (self.page - 1) * self.size + 1 if self.page <= self.last and self.total else 0

    @property
    def last_shown(self) -> int:
        """The last entry shown."""
        return min(self.page * self.size, self.total) if self.first_shown else 0

    @property
    def before(self) -> str:
        """The address of the page before, or ""."""
        return self.address(self.page - 1) if 1 < self.page <= self.last else ""

    @property
    def after(self) -> str:
        """The address of the page after, or ""."""
        return self.address(self.page + 1) if self.page < self.last else ""

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """The numbers to show: first and last, this one and its neighbours, gaps between them; none for one page."""
        near = {1, self.last, *range(self.page - 1, self.page + 2)}
        shown = sorted(number for number in near if 1 <= number <= self.last)
        found: list[Sheet] = []
        for number in shown if self.last > 1 else []:
            if found and number > int(found[-1].number) + 1:
                found.append(Sheet("", ""))
            found.append(Sheet(str(number), self.address(number), number == self.page))
        return tuple(found)
