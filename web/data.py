"""The page of the data: what files there are, what their columns mean, and how they may be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Protocol

from web.page import Plain
from web.site import Site
from web.wording import capital


class Column(Protocol):
    """One column of a table."""

    @property
    def name(self) -> str:
        """Its heading."""

    @property
    def about(self) -> str:
        """What it means."""

    @property
    def kind(self) -> str:
        """What its cells are: string, integer, boolean or date."""

    @property
    def needed(self) -> bool:
        """Whether each row has one."""

    @property
    def to(self) -> str:
        """The table whose id it names, "" for none."""


class Sheet(Protocol):
    """One table."""

    @property
    def name(self) -> str:
        """By which files are named."""

    @property
    def title(self) -> str:
        """What people call it."""

    @property
    def about(self) -> str:
        """What its rows are."""

    @property
    def fields(self) -> Sequence[Column]:
        """Its columns, in order."""


class File(Protocol):
    """One file."""

    @property
    def name(self) -> str:
        """Its name."""

    @property
    def size(self) -> int:
        """Bytes."""


class Filled(Protocol):
    """One table with its files."""

    @property
    def table(self) -> Sheet:
        """What it is."""

    @property
    def count(self) -> int:
        """Rows."""

    @property
    def csv(self) -> File:
        """Comma-separated values."""

    @property
    def jsonl(self) -> File:
        """JSON Lines."""


class Licence(Protocol):
    """Under what the data may be used."""

    @property
    def title(self) -> str:
        """Its name."""

    @property
    def address(self) -> str:
        """Where it can be read."""


class Made(Protocol):
    """All data of one state of the library."""

    @property
    def state(self) -> str:
        """A name for that state."""

    @property
    def licence(self) -> Licence | None:
        """The licence, where one is stated."""

    @property
    def filled(self) -> Sequence[Filled]:
        """The tables."""


class Bulk(Protocol):
    """Where the data come from."""

    def made(self) -> Made:
        """The data of the present state; raises the project's own error while they cannot be had."""

    def file(self, name: str) -> tuple[Path, str]:
        """Where a file lies and the SHA-256 of its bytes; raises the project's not-found error."""


@dataclass(frozen=True, slots=True)
class DataPage(Plain):
    """What data there are."""

    template: ClassVar[str] = "data.html"
    title: ClassVar[str] = "Data"
    canonical: ClassVar[str] = "/data"
    site: Site
    made: Made

    @property
    def citation(self) -> str:
        """How the data are cited, but for the day on which they were taken."""
        address = f" {self.site.absolute('/data')}" if self.site.address else ""
        return f"{capital(self.site.publisher)}. Data of {self.site.service}, version {self.made.state[:12]}.{address}"
