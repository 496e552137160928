"""The nouns of the staff side. Times are ISO in UTC, days ISO; an upload's id is that of the document it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ingest.errors import MinutebookError
from ingest.model import Correction, MeetingKind, Proposal, SectionKind, Verb, Warned

JobKind = Literal["read", "publish", "withdraw"]
JobState = Literal["waiting", "running", "done", "failed"]
UploadState = Literal["unread", "read", "failed", "published", "superseded"]
PageKind = Literal["answer", "page", "passage", "meeting", "register"]


class Declined(MinutebookError):
    """What staff asked for cannot be done; reason is a sentence that says why and what to do."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of work on an upload. collection is where it publishes to or withdraws from, "" for reading.

    stage says in a word what is being done; pages and passages (in all) are known once the file was read, done counts
    the passages embedded. reason says why it failed; begun and ended are "" before.
    """

    id: int
    upload: str
    kind: JobKind
    collection: str
    state: JobState
    attempts: int
    stage: str
    pages: int
    passages: int
    done: int
    reason: str
    who: str
    made: str
    begun: str
    ended: str


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that was handed in: name without folder, media by content, size in bytes.

    state is what it came to last, collection where it is published ("" where it is not); job is the one that waits or
    runs, reason why it could not be read or published. owner is who handed it in, as the audit log has them.
    """

    id: str
    name: str
    sha256: str
    media: str
    size: int
    who: str
    added: str
    state: UploadState
    collection: str
    reason: str
    job: Job | None
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ReviewedSection:
    """A stretch of a document, first to last page, as it was recognised."""

    kind: SectionKind
    title: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ReviewedDecision:
    """One decision in its own words."""

    verb: Verb
    text: str
    page: int


@dataclass(frozen=True, slots=True)
class ReviewedAction:
    """One action: owner are full names, due is as printed."""

    text: str
    owner: tuple[str, ...]
    due: str
    page: int


@dataclass(frozen=True, slots=True)
class ReviewedItem:
    """One item with what was decided and asked for under it.

    presenters are those that hold now, read those that reading finds without corrections ("; " between two): the
    printed value of a correction. source says where they were read, "corrected" for by hand.
    """

    number: str
    title: str
    presenters: tuple[str, ...]
    read: str
    source: str
    page: int
    decisions: tuple[ReviewedDecision, ...]
    actions: tuple[ReviewedAction, ...]


@dataclass(frozen=True, slots=True)
class ReviewedMeeting:
    """One meeting: body and date as they hold now, read_body and read_date as they read without corrections.

    printed is the date as printed, note why another one is meant, attendance how many people its list names.
    """

    body: str
    date: str
    read_body: str
    read_date: str
    printed: str
    note: str
    kind: MeetingKind
    page: int
    attendance: int
    items: tuple[ReviewedItem, ...]

    @property
    def decisions(self) -> int:
        """How many decisions stand under its items."""
        return sum(len(item.decisions) for item in self.items)

    @property
    def actions(self) -> int:
        """How many actions stand under its items."""
        return sum(len(item.actions) for item in self.items)


@dataclass(frozen=True, slots=True)
class Older:
    """A document of a collection that publishing there gives way to the upload: it has the same file name.

    versions are the ids of its older and newer versions.
    """

    collection: str
    document: str
    name: str
    added: str
    versions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """What reading made of an upload, to be looked at before it is published."""

    pages: int
    passages: int
    papers: int
    sections: tuple[ReviewedSection, ...]
    meetings: tuple[ReviewedMeeting, ...]
    warnings: tuple[Warned, ...]
    older: tuple[Older, ...]


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction that holds, with the number by which it is undone and the hash of the file that it is about."""

    id: int
    sha256: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that the desk knows of one upload. review is None until it has been read."""

    upload: Upload
    review: Review | None
    corrections: tuple[KeptCorrection, ...]


@dataclass(frozen=True, slots=True)
class Voted:
    """How often one page was found useful, and not, on one day. about is a masked question or a passage's id."""

    day: str
    kind: PageKind
    about: str
    useful: int
    useless: int


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question, personal details masked, that was refused on one day: for what reason and how often."""

    day: str
    question: str
    reason: str
    count: int


@dataclass(frozen=True, slots=True)
class Chosen:
    """One matter in a draft's basket, by its address, and what its chooser writes beside it, "" for nothing."""

    matter: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper that is being written, as its writer wants precedents for it, and the basket in their order.

    name is that of the file handed in, "" for typed text; the file itself is not kept. Only who made it may see it.
    """

    id: str
    who: str
    name: str
    made: str
    proposal: Proposal
    basket: tuple[Chosen, ...] = ()
