"""The page of everything that was handed in, and the form to hand in more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ingest.model import long_date
from search.model import Upload
from web.page import Plain
from web.staff import told


@dataclass(frozen=True, slots=True)
class UploadRow:
    """One upload in the list."""

    upload: Upload

    @property
    def address(self) -> str:
        """Its page."""
        return told.address(self.upload.id)

    @property
    def tag(self) -> tuple[str, str]:
        """What it is at, and the colour of that."""
        return told.tag(self.upload)

    @property
    def handed_in(self) -> str:
        """When and by whom it was handed in."""
        return f"{long_date(self.upload.added[:10])}, {self.upload.who}"

    @property
    def size(self) -> str:
        """How large it is."""
        return told.size(self.upload)


@dataclass(frozen=True, slots=True)
class DeskPage(Plain):
    """Every upload, newest first. error says why the last one was not taken, who is the name that was given."""

    template: ClassVar[str] = "staff/desk.html"
    title: ClassVar[str] = "Upload and publish papers"
    section: ClassVar[str] = "staff"
    uploads: tuple[Upload, ...]
    megabytes: int
    error: str = ""
    who: str = ""

    @property
    def rows(self) -> tuple[UploadRow, ...]:
        """The uploads."""
        return tuple(map(UploadRow, self.uploads))
