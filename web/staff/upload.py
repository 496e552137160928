"""The page of one upload: how far it has come, what was read of it, what was put right, and publishing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from ingest.model import Correction, Warned, long_date
from search.model import Dossier, Older, Review, ReviewedItem, ReviewedMeeting, ReviewedSection, Upload
from web.address import page_of, with_query
from web.page import Plain
from web.staff import told
from web.wording import counted

FIELDS = {
    "date": "Date of the meeting",
    "body": "Name of the body",
    "presenter": "Presenters",
    "visibility": "Collection",
}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item of a meeting as it was read, with the address of the form that puts its presenters right."""

    upload: str
    meeting: ReviewedMeeting
    item: ReviewedItem

    @property
    def name(self) -> str:
        """Its number and title."""
        return f"{self.item.number}. {self.item.title}" if self.item.number else self.item.title

    @property
    def presenters(self) -> str:
        """Who presented it, and whether a person put that right."""
        found = "; ".join(self.item.presenters) or "Nobody is named"
        return f"{found} (corrected)" if self.item.source == "corrected" else found

    @property
    def correct(self) -> str:
        """The form for its presenters."""
        return with_query(
            told.address(self.upload, "correct"),
            field="presenter",
            printed=self.item.read,
            body=self.meeting.read_body,
            date=self.meeting.read_date,
            item=self.item.number,
            about=self.item.title,
        )


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One meeting as it was read, with the addresses of the forms that put its body and date right."""

    upload: str
    number: int
    meeting: ReviewedMeeting

    @property
    def name(self) -> str:
        """What it is: body, date and whether it is an agenda or minutes."""
        day = long_date(self.meeting.date) if self.meeting.date else "no date"
        return f"{self.meeting.body or 'No body'}, {day} ({self.meeting.kind})"

    @property
    def items(self) -> tuple[ItemRow, ...]:
        """Its items in order."""
        return tuple(ItemRow(self.upload, self.meeting, item) for item in self.meeting.items)

    @property
    def counts(self) -> str:
        """How much was read under it."""
        found = [
            counted(len(self.meeting.items), "item"),
            counted(self.meeting.decisions, "decision"),
            counted(self.meeting.actions, "action"),
        ]
        if self.meeting.kind == "minutes":
            found.append(f"{counted(self.meeting.attendance, 'name')} on the attendance list")
        return ", ".join(found)

    @property
    def note(self) -> str:
        """Why another date is read than is printed, in a sentence, or ""."""
        note = self.meeting.note
        return f"{note[0].upper()}{note[1:]}." if note else ""

    @property
    def correct_body(self) -> str:
        """The form for its body."""
        return self._correct("body", self.meeting.read_body)

    @property
    def correct_date(self) -> str:
        """The form for its date."""
        return self._correct("date", self.meeting.read_date)

    def _correct(self, field: str, printed: str) -> str:
        named = {"body": self.meeting.read_body, "date": self.meeting.read_date}
        return with_query(told.address(self.upload, "correct"), field=field, printed=printed, **named)


@dataclass(frozen=True, slots=True)
class Held:
    """One correction that holds."""

    number: int
    correction: Correction

    @property
    def said(self) -> str:
        """What was changed, of what."""
        one = self.correction
        of = f" of “{one.title}”" if one.field == "presenter" else ""
        shown = (one.printed, one.corrected)
        before, after = map(long_date, shown) if one.field == "date" else shown
        return f"{FIELDS[one.field]}{of}: {before or 'nothing'} changed to {after or 'nothing'}"

    @property
    def by(self) -> str:
        """Who changed it and when."""
        return f"{self.correction.who}, {long_date(self.correction.when[:10])}"


@dataclass(frozen=True, slots=True)
class UploadPage(Plain):
    """One upload. error says why the last request was declined, who is the name that was given with it."""

    template: ClassVar[str] = "staff/upload.html"
    section: ClassVar[str] = "staff"
    dossier: Dossier
    collections: tuple[str, ...]
    error: str = ""
    who: str = ""

    @property
    def upload(self) -> Upload:
        """The upload itself."""
        return self.dossier.upload

    @property
    def review(self) -> Review | None:
        """What was read, None before that."""
        return self.dossier.review

    @property
    def title(self) -> str:
        """Its file name."""
        return self.upload.name

    @property
    def address(self) -> str:
        """The page's own address, which those of its forms begin with."""
        return told.address(self.upload.id)

    @property
    def tag(self) -> tuple[str, str]:
        """What it is at, and the colour of that."""
        return told.tag(self.upload)

    @property
    def progress(self) -> str:
        """How far the work on it has come, "" where nothing is being done."""
        return told.progress(self.upload.job)

    @property
    def size(self) -> str:
        """How large the file is."""
        return told.size(self.upload)

    @property
    def handed_in(self) -> str:
        """When and by whom it was handed in."""
        return f"{long_date(self.upload.added[:10])}, by {self.upload.who}"

    @property
    def read(self) -> str:
        """How much was read, in a sentence."""
        if not self.review:
            return ""
        found = [
            counted(self.review.pages, "page"),
            counted(len(self.review.meetings), "meeting"),
            counted(sum(one.decisions for one in self.review.meetings), "decision"),
            counted(sum(one.actions for one in self.review.meetings), "action"),
            counted(self.review.papers, "paper"),
        ]
        return f"{', '.join(found[:-1])} and {found[-1]} were found."

    @property
    def meetings(self) -> tuple[MeetingRow, ...]:
        """The meetings that were read."""
        found = self.review.meetings if self.review else ()
        return tuple(MeetingRow(self.upload.id, number, one) for number, one in enumerate(found, start=1))

    @property
    def sections(self) -> tuple[ReviewedSection, ...]:
        """The parts of the document."""
        return self.review.sections if self.review else ()

    @property
    def warnings(self) -> tuple[Warned, ...]:
        """What to look at before it is published."""
        return self.review.warnings if self.review else ()

    @property
    def marked(self) -> bool:
        """Whether it says of itself that it is not for everybody, and nobody has said that it may be public."""
        allowed = any(one.correction.field == "visibility" for one in self.dossier.corrections)
        return not allowed and any(one.kind == "marked" for one in self.warnings)

    @property
    def older(self) -> tuple[Older, ...]:
        """What publishing takes the place of."""
        return self.review.older if self.review else ()

    @property
    def corrections(self) -> tuple[Held, ...]:
        """What was put right."""
        return tuple(Held(one.id, one.correction) for one in self.dossier.corrections)

    @property
    def choices(self) -> tuple[tuple[str, str, str], ...]:
        """Where it may be published: value, name and what that means."""
        return tuple((one, *told.COLLECTIONS[one]) for one in self.collections)

    @property
    def published(self) -> str:
        """The document's first page on the site where the public site shows it, else ""."""
        return page_of(self.upload.id, 1) if self.upload.collection == "public" else ""
