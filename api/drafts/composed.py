"""From matters picked for a proposal to the brief that is exported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from api.drafts.brief import Block, Brief, Bullets, Genre, Heading, Jump, Line, Paragraph, Table, Words, shown
from api.drafts.brief import Note as Footnote
from api.drafts.matters import anchor, blocks, named, outcome, quoted, said
from api.drafts.picked import Picked, Selection
from api.drafts.sources import Sources
from ingest.model import Proposal, long_date
from search.model import Wording

HEADS = ("No.", "Matter", "Decided by", "Date", "Outcome")
WIDTHS = (0.07, 0.34, 0.21, 0.19, 0.19)
CHOSEN, STRONGEST = "Precedents, in the order in which they were chosen", "Precedents, the nearest first"
NONE = "None was found."
PLACES = 3  # of one wording that are cited
VERBATIM = (
    "Words in quotation marks are those of the papers, as printed; each footnote says where they can be checked. "
    "What a paper asked for is not what was decided. Notes are the writer’s own."
)


def composed(selection: Selection, address: str, made_by: str) -> Brief:
    """The brief of a selection. address is the site's public one, "" for none; made_by is whose site it is."""
    sources = Sources(address)
    title = shown(f"Precedents for {selection.called}")
    return Brief(title, made_by, selection.day, tuple(_blocks(selection, sources)))


def _blocks(selection: Selection, sources: Sources) -> Iterator[Block]:
    matters = selection.matters
    yield Paragraph(said(VERBATIM))
    against = sum(1 for one in matters if one.found and one.found.contrary)
    if against:
        many = f"{against} of {len(matters)}" if len(matters) > 1 else "The matter below"
        yield Paragraph((Words(f"{many} did not go through as asked.", "strong"),), "warning")
    yield Heading(1, "The proposal")
    yield from _proposal(selection.proposal)
    yield Heading(1, "Precedents")
    if matters:
        rows = tuple(_row(number, one) for number, one in enumerate(matters, start=1))
        yield Table(STRONGEST if selection.strongest else CHOSEN, HEADS, WIDTHS, rows)
    looked = " ".join(filter(None, ("" if matters else NONE, selection.looked)))
    if looked:
        yield Paragraph(said(looked))
    for number, one in enumerate(matters, start=1):
        yield from blocks(number, one, sources)
    if selection.wording:
        yield Heading(1, "How such things were put")
        yield from _wording(selection.wording, sources)


def _proposal(proposal: Proposal) -> Iterator[Block]:
    """What the draft asks for; what it does not state is left out."""
    for label, text in (("Title", proposal.title), ("Purpose", proposal.purpose), ("Subject", proposal.subject)):
        if text:
            yield Paragraph((Words(f"{label}: ", "strong"), Words(text)))
    if proposal.recommendations:
        yield Paragraph((Words("What it asks for:", "strong"),), "opening")
        yield Bullets(tuple(said(one) for one in proposal.recommendations))
    lists = (
        ("Bodies asked", proposal.bodies),
        ("Sums", proposal.money),
        ("Policies, processes and rules", proposal.processes),
    )
    for label, entries in lists:
        if entries:
            yield Paragraph((Words(f"{label}: ", "strong"), Words("; ".join(entries))))
    if proposal == Proposal():
        yield Paragraph(said("Nothing was read of the draft."))


def _wording(wording: Sequence[Wording], sources: Sources) -> Iterator[Block]:
    """Words that papers used to ask for the like, and minutes to resolve it, each with where it stands."""
    for kind, label in (("recommendation", "In papers that asked:"), ("resolution", "In minutes that resolved:")):
        entries = [_used(one, sources) for one in wording if one.kind == kind]
        if entries:
            yield Paragraph(said(label), "opening")
            yield Bullets(tuple(entries))


def _used(one: Wording, sources: Sources) -> Line:
    genre: Genre = "Paper" if one.kind == "recommendation" else "Minutes"
    notes = tuple(Footnote(sources.of(place, genre=genre)) for place in one.citations[:PLACES])
    many = len(one.citations)
    return (Words(quoted(one.text)), *notes, *((Words(f" In {many} places, so or nearly so."),) if many > 1 else ()))


def _row(number: int, picked: Picked) -> tuple[Line, ...]:
    found = picked.found
    title: Line = (Jump(named(picked), anchor(number)),)
    if found is None:
        return (said(str(number)), title, said(""), said(""), said("No longer held"))
    result = Words(outcome(found), "strong" if found.contrary else "")
    day = long_date(found.date) or "not known"
    return (said(str(number)), title, said(found.body or "not known"), said(day), (result,))
