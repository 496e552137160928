"""What people type and hand in on the staff side, made safe to keep or declined with what to do."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import BinaryIO

from ingest.correcting import written
from ingest.errors import UnreadableDocument
from ingest.isolate import isolated
from ingest.model import Correction
from ingest.read.detect import detect
from ingest.structure.corrected import names, shown
from search.model import Declined, Review, ReviewedMeeting

NAME, VALUE = 200, 500  # characters of a name, and of any other text
CORRECTIONS = 100_000  # bytes of all corrections of one file on their way to its reader
DETECT_SECONDS = 20.0
MEBIBYTE = 1024 * 1024
EARLIEST, LATEST = 1900, 2100  # years that a meeting may be of
COLLECTIONS = ("public", "restricted")
GONE = "what is to be corrected is no longer read there; look at the document again"


def line(text: str, most: int) -> str:
    """A text as it is kept: one line of printable characters, at most so many."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())[:most]


def somebody(who: str) -> str:
    """Who did something, as it is kept; "staff" where nobody says."""
    return line(who, NAME) or "staff"


def file_name(name: str) -> str:
    r"""A file's own name without the folders before it. It is shown and never used as a path.

    >>> file_name("../../etc/pass\nwd"), file_name("C:\\papers\\pack.pdf"), file_name("..")
    ('pass wd', 'pack.pdf', 'document')
    """
    last = line(re.split(r"[/\\]", name)[-1], len(name))
    stem, dot, ending = last.rpartition(".")
    if len(last) > NAME:
        last = f"{stem[: NAME - 1 - len(ending)]}.{ending}" if dot and len(ending) < 12 else last[:NAME]
    return last if last.strip(".") else "document"


def content_of(name: str, content: BinaryIO, megabytes: int) -> tuple[bytes, str]:
    """The bytes of a file that is handed in and its format, which is found in a process of its own. Raises Declined."""
    found = content.read(megabytes * MEBIBYTE + 1)
    if len(found) > megabytes * MEBIBYTE:
        raise Declined(f"{name} is larger than {megabytes} MB; split it into smaller files.")
    if not found:
        raise Declined(f"{name} is empty; choose it again, or save it again first.")
    try:
        return found, isolated(detect, name, found, seconds=DETECT_SECONDS)
    except UnreadableDocument as error:
        raise Declined(f"{name} cannot be taken: it {error.reason.removeprefix('the file ')}.") from error


def checked(correction: Correction, review: Review | None, collection: str, kept: Sequence[Correction]) -> Correction:
    """The correction as it is kept. collection is where the document is published, kept are those that hold already.

    Raises Declined where its value does not fit, changes nothing or is about nothing that the review shows.
    """
    one = replace(
        correction,
        corrected=line(correction.corrected, VALUE),
        who=somebody(correction.who),
        when="",
        **{name: getattr(correction, name)[: 4 * VALUE] for name in ("printed", "body", "date", "item", "title")},
    )
    if one.field == "visibility":
        return _visible(one, collection)
    if review is None:
        raise Declined("The document has not been read yet; correct it when it has been.")
    found = [each for each in review.meetings if (each.read_body, each.read_date) == (one.body, one.date)]
    one = _meeting(one, found) if one.field in ("date", "body") else _presenter(one, found)
    if one.corrected == one.printed:
        raise Declined("That is what is read there already; to take a correction back, undo it.")
    if len(json.dumps(written([*kept, one]))) > CORRECTIONS:
        raise Declined("There are too many corrections of this document to be passed on; mend the file itself.")
    return one


def markings(review: Review) -> str:
    """What a document says of itself that is not for everybody, with the pages, or ""."""
    return "; ".join(one.text for one in review.warnings if one.kind == "marked")


def allowance(name: str, marked: str, who: str) -> Correction:
    """That somebody says that a marked document may be public, as it is kept. Raises Declined where nobody is named."""
    by = line(who, NAME)
    if not by:
        raise Declined(f"{name} cannot be public yet: {marked}. Give the name of whoever says that it may be public.")
    return Correction("visibility", line(marked, VALUE), "public", who=by)


def _visible(one: Correction, collection: str) -> Correction:
    if one.corrected not in COLLECTIONS:
        raise Declined("Choose who may see it: public or restricted.")
    return Correction("visibility", collection, one.corrected, who=one.who)


def _meeting(one: Correction, found: Sequence[ReviewedMeeting]) -> Correction:
    if not found or one.printed != {"date": one.date, "body": one.body}[one.field]:
        raise Declined(f"That cannot be corrected: {GONE}.")
    if one.field == "body":
        if len(one.corrected) < 3:
            raise Declined("Give the name of the body that met.")
        return replace(one, item="", title="")
    try:
        day = date.fromisoformat(one.corrected)
    except ValueError as error:
        raise Declined("Give the date as year, month and day, such as 2025-01-16.") from error
    if not EARLIEST <= day.year <= LATEST:
        raise Declined("That year cannot be the meeting's; check it.")
    return replace(one, corrected=day.isoformat(), item="", title="")


def _presenter(one: Correction, found: Sequence[ReviewedMeeting]) -> Correction:
    items = [item for meeting in found for item in meeting.items if item.number or item.title]
    if not any((item.number, item.title, item.read) == (one.item, one.title, one.printed) for item in items):
        raise Declined(f"That cannot be corrected: {GONE}.")
    return replace(one, corrected=shown(names(one.corrected)))
