"""The form that puts one misread value right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ingest.model import long_date
from search.model import Upload
from web.page import Plain
from web.staff import told

LABELS = {
    "date": "Date of the meeting",
    "body": "Name of the body that met",
    "presenter": "Who presented the item",
}
HINTS = {
    "date": "For example, 2025-01-16. Leave it empty if the meeting has no date.",
    "body": "For example, Finance and Performance Committee.",
    "presenter": "Full names. Put a semicolon between two names. Leave it empty if nobody presented it.",
}


@dataclass(frozen=True, slots=True)
class Misread:
    """What is to be put right, as it was read: the address of the form names it.

    field is date, body or presenter; body and date are those of the meeting as they were read, item and about the
    item's number and title.
    """

    field: str
    printed: str
    body: str = ""
    date: str = ""
    item: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class CorrectPage(Plain):
    """The form for one value. typed is what was sent before, error why it was declined."""

    template: ClassVar[str] = "staff/correct.html"
    section: ClassVar[str] = "staff"
    upload: Upload
    misread: Misread
    typed: str
    error: str = ""
    who: str = ""

    @property
    def title(self) -> str:
        """What the form is for."""
        return f"Correct: {self.label[0].lower()}{self.label[1:]}"

    @property
    def label(self) -> str:
        """What is asked for."""
        return LABELS[self.misread.field]

    @property
    def hint(self) -> str:
        """How it is to be written."""
        return HINTS[self.misread.field]

    @property
    def back(self) -> str:
        """The page of the upload."""
        return told.address(self.upload.id)

    @property
    def address(self) -> str:
        """Where the form goes."""
        return told.address(self.upload.id, "correct")

    @property
    def of(self) -> str:
        """The meeting and the item that it is about."""
        day = long_date(self.misread.date) or "no date"
        item = f", item {self.misread.item}" if self.misread.item else ""
        about = f": {self.misread.about}" if self.misread.about else ""
        return f"{self.misread.body or 'No body'}, {day}{item}{about}"

    @property
    def read(self) -> str:
        """What was read."""
        shown = long_date(self.misread.printed) if self.misread.field == "date" else self.misread.printed
        return shown or "Nothing"
