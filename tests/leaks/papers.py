"""Two folders of libraries: one with papers full of words that stand nowhere else, one in which they never were."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from pathlib import Path
from shutil import copytree

from api.intake import Intake, Watch
from api.reading import read_apart
from api.settings import Settings
from api.staff.desk import FOLDER
from api.staff.review import review_of
from api.walk import Candidate, walk
from ingest.model import Declaration, Interest, Item, Paper, Recommendation, Term
from search import files
from search.library import Library
from search.service import reviews, uploads
from search.service.service import Service
from tests.api.stated import APPROVAL, REPORT, STRATEGY, fill
from tests.board import paper_pdf, papers
from tests.search.readings import SPAN, Made, action, bag, entry, minutes, passage, put, state

# Invented words by where they stand in the secret papers; none of them stands anywhere else.
CANARIES = {
    "text": "quorvandle",
    "title": "trondavish",
    "heading": "vexillark",
    "file": "plimbrook",
    "short": "QVX",
    "long": "quandrivex",
    "presenter": "ophelwyn",
    "owner": "mirabexa",
    "interest": "grenthollow",
    "body": "sprocketwell",
    "decision": "krambolin",
    "reference": "ZK-90417",
    "page": "wistlebane",
}
SECRET_DAY = "2031-04-10"
SECRET_BODY = "Sprocketwell Committee"
FIXED = "2025-06-01T00:00:00.000000+00:00"  # when every document was added, so that only what differs tells

SECRET = """# Minutes of the Sprocketwell Committee

Held on 10 April 2031 at 10.00 am in the Town Hall

## Members

- Ophelwyn Druskar (OD), Chair
- Mirabexa Tolland (MT), Director

## 5. The trondavish contract

OD presented the quandrivex vortane (QVX) and said that the quorvandle would stay. The estates strategy was heard too.

Resolved: The Committee approved the krambolin contract of £3 million for community beds.

Action: MT to close the wistlebane ward by May 2031.

## 6. Vexillark matters

The winter funding of community beds was looked at again with the quorvandle.
"""
NEWER = SECRET.replace("£3 million", "£4 million")
# printed in public papers as well, so that an answer, a count or an order would change
SHARED = "Winter funding of community beds would stay open until April, as the estates strategy has it."


@dataclass(frozen=True, slots=True)
class Folders:
    """whole holds both libraries with the secret papers, never both without them, alone the public one only.

    secrets are the ids of the secret papers in whole's restricted library; handed is that of the one that staff
    handed in there, so that it is on the desk with its review.
    """

    whole: Path
    never: Path
    alone: Path
    secrets: frozenset[str]
    handed: str


def build(folder: Path) -> Folders:
    """All three, with the small honest model. The public libraries are the same to the byte."""
    whole, never, alone = folder / "whole", folder / "never", folder / "alone"
    plain = papers(folder / "papers")
    paper_pdf(plain / "board.pdf")
    with Library.open(alone / "public", write=True) as library:
        fill(library)
        put(library, passage(SHARED), path="/papers/shared.pdf")
        _take(library, plain)
    for one in (whole, never):
        copytree(alone, one)
    for one in (whole, never):
        with Library.open(one / "restricted", write=True) as library:
            fill(library)
            if one == whole:
                _secrets(library, folder / "secret papers")
            put(library, passage(f"{SHARED} In private."), path="/papers/shared.pdf")
            _take(library, plain)
    for place in (whole / "public", whole / "restricted", never / "public", never / "restricted", alone / "public"):
        with Library.open(place, write=True) as opened, opened.change() as connection:
            connection.exec_driver_sql("UPDATE documents SET added = ?", (FIXED,))
    with Library.open(whole / "restricted", write=False) as library:
        held = {one.id for one in library.documents()}
    with Library.open(never / "restricted", write=False) as library:
        secrets = held - {one.id for one in library.documents()}
    assert len(secrets) > 5
    return Folders(whole, never, alone, frozenset(secrets), _handed_in(whole))


def _handed_in(folder: Path) -> str:
    """The minutes among the secret papers, on the desk as well; their id. No line of a log tells of it."""
    content = NEWER.encode()
    sha256 = hashlib.sha256(content).hexdigest()
    reading, _, _ = read_apart("plimbrook-minutes.md", content, "never", 60, 1024, ())
    files.keep_at(folder / FOLDER / sha256, content)
    with Service.open(folder) as service, service.change() as connection:
        upload = uploads.add(connection, "plimbrook-minutes.md", sha256, "text", len(content), "A Secretary")
        uploads.save_review(connection, upload, reviews.packed(review_of(reading, ())))
        uploads.settle(connection, upload, "published", "restricted")
    return upload


def _secrets(library: Library, folder: Path) -> None:
    """Secret papers of each kind, which also confirm, close, repeat and take up what other papers say."""
    folder.mkdir()
    (folder / "plimbrook-minutes.md").write_text(SECRET, encoding="utf-8")
    paper_pdf(folder / "plimbrook-scan.pdf", tuple(SECRET.replace("#", "").splitlines()))
    _take(library, folder)
    (folder / "plimbrook-minutes.md").write_text(NEWER, encoding="utf-8")
    _take(library, folder)  # the older version is superseded
    beds = passage(f"{SHARED} The quorvandle of the trondavish contract (QVX) stays.", "5")
    put(library, replace(beds, presenters=("Ophelwyn Druskar",)), path="/papers/plimbrook-report.pdf")
    put(library, passage(SHARED), passage("The estates strategy."), path="/papers/plimbrook-copy.pdf")
    resolved: Made = ("5", "Trondavish contract", "approved", "The Committee approved the krambolin contract.")
    again: Made = ("9", "Estates strategy", "rejected", f"The Board rescinded the estates strategy. {STRATEGY[3]}")
    asked = action("Mirabexa Tolland to close the wistlebane ward", "5", "Trondavish contract", "May 2031", "Mirabexa")
    held = minutes(SECRET_BODY, SECRET_DAY, resolved, people=["Ophelwyn Druskar"], actions=[asked])
    item = Item("6", "Vexillark matters", ("Ophelwyn Druskar",), "OD", "heading", SPAN)
    left = Declaration("5", "Trondavish contract", "Ophelwyn Druskar", "OD left over Grenthollow.", "left", (SPAN,))
    held = replace(held, items=(*held.items, item), declarations=(left,))
    later = minutes("ICB Board", "2025-03-13", APPROVAL, again, people=["Ophelwyn Druskar"])
    paper = Paper(
        *("5", "Trondavish contract", SECRET_BODY, SECRET_DAY, ("Ophelwyn Druskar",), (), "To ask"),
        *((Recommendation("The Committee is asked to approve the krambolin contract.", (SPAN,)),), "", "", "", SPAN),
    )
    interest = Interest(
        *(SECRET_BODY, SECRET_DAY, "Ophelwyn Druskar", "Chair", "Grenthollow Limited", "Owner"),
        *("financial", "direct", "2020", "", "", (SPAN,)),
    )
    rows = (
        entry(REPORT, "2025-01-16", "2025-05-01", "54", "Closed", "ICB Board"),
        entry("Mirabexa to close the wistlebane ward", SECRET_DAY, "2031-05-01", "ZK-90417", body=SECRET_BODY),
    )
    terms = (Term("QVX", "Quandrivex Vortane", SECRET_BODY, SPAN), Term("AC", "Quandrivex Circle", "ICB Board", SPAN))
    state(
        library,
        "plimbrook.pdf",
        meetings=(held, later),
        papers=(paper,),
        interests=(interest,),
        log=rows,
        terms=terms,
    )


def _take(library: Library, folder: Path) -> None:
    found = [each for each in walk([folder]) if isinstance(each, Candidate)]
    done = list(Intake(library, bag(), Settings(collection="restricted"), None).take(found, Watch()))
    assert {one.status for one in done} <= {"added", "replaced", "updated", "unchanged", "skipped"}, done


def told(text: str) -> list[str]:
    """The canaries that a text tells of."""
    lower = text.casefold()
    return sorted(name for name, word in CANARIES.items() if word.casefold() in lower)
