"""A draft read: from its pages to what it proposes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ingest.errors import NoText
from ingest.model import Block, Document, Proposal
from ingest.structure.blocks import printed
from ingest.structure.drafts.asked_of import asked_of, ends_as_a_body
from ingest.structure.drafts.asks import asks, scattered
from ingest.structure.drafts.headed import headed
from ingest.structure.drafts.money import sums
from ingest.structure.drafts.processes import MOST as PROCESSES
from ingest.structure.drafts.processes import processes
from ingest.structure.drafts.titles import subject, title
from ingest.structure.furniture import Furniture, furniture
from ingest.structure.meeting.bodies import body
from ingest.structure.meeting.dates import dates
from ingest.structure.papers.covers import MEETING, ticked
from ingest.structure.papers.sheet_labels import ASKING
from ingest.structure.papers.sheets import Field, fields
from ingest.structure.sentences import sentences

READ = 4_000  # blocks of a draft that are read; more is a pack of papers
CHARACTERS = 400_000  # of its text that are looked through for rules and sums
PURPOSE = 1_500  # characters
PRICED, COSTS = 60, 3  # blocks that are looked through for what it costs where its cover does not say, and sums
COST = re.compile(
    r"\b(?:cost|costs|costing|worth|valued?|price|priced|fees?|rent|charge|charges|sav(?:e|es|ing|ings)|spend|spending|for|at)\b",
    re.I,
)
OPENING = 14  # blocks that may say to whom it is addressed
TICKED = 6  # words of a purpose that says no more than what kind of paper it is
TO = re.compile(r"^\W*(?:(?:report|paper|briefing)\s+)?(?:to|for)\s+(?:the\s+)?", re.I)
MET = re.compile(r"\bmeeting\b", re.I)
PURPOSEFUL = re.compile(
    r"^(?:the\s+)?(?:purpose|aim|intention)\s+of\s+(?:this|the)\s+[\w-]+|^(?:this|the)\s+(?:[\w-]+\s+)?(?:paper|report|"
    r"proposal|note|business\s+case|briefing)\s+(?:is\s+to|seeks|asks|sets\s+out|proposes|requests|presents|describes|"
    r"explains|recommends|updates|provides|summarises|informs)\b",
    re.I,
)


def proposal(document: Document) -> Proposal:
    """What a draft proposes: a cover sheet's fields, or what its headings and sentences say where it has none.

    document is as read into pages. Fields that it does not state are empty. Raises NoText where it holds no word.
    """
    fixed = furniture(document.pages)
    found = printed(document, fixed) or printed(document, Furniture(frozenset(), fixed.labels))
    if not found:
        raise NoText(document.source.name, "it holds no words, only marks")
    held = headed(found[:READ])
    sheet = fields(held, 0, len(held), document.pages, lambda at: False)
    called = title(held, sheet, document.source.title)
    why = _purpose(held, sheet)
    asked, saying = asks(held, sheet, why, document.source.media == "pdf"), tuple(scattered(held))
    close = (*asked, called, why, *(field.text for field in sheet if "financial" in field.names))
    every = "\n".join(block.text.replace("\t", "\n") for block in held)[:CHARACTERS]
    return Proposal(
        title=called,
        purpose=why,
        recommendations=asked,
        subject=subject(called, sheet, (*asked, *saying)),
        bodies=asked_of(_asking(held, sheet, asked), tuple(_addressed(held, sheet, asked))),
        money=sums("\n".join(close)) or sums("\n".join(_costs(held)))[:COSTS],
        processes=_first(processes("\n".join(close)), processes(every)),
    )


def _costs(held: Sequence[Block]) -> Iterator[str]:
    """The first sentences that say what something costs: other sums tell what a house has, not what is asked."""
    for block in held[:PRICED]:
        if block.kind != "row":
            yield from (sentence for sentence in sentences(block.text) if COST.search(sentence))


def _purpose(held: Sequence[Block], sheet: Sequence[Field]) -> str:
    """The fuller of two fields that tell it, else the first sentence that does."""
    told = [ticked(field) for field in sheet if "purpose" in field.names and field.pieces]
    best = max(told[:2], key=len, default="")
    if len(best.split()) > TICKED:
        return best[:PURPOSE]
    for block in held:
        if block.kind != "row":
            for sentence in sentences(block.text):
                if PURPOSEFUL.match(sentence):
                    return sentence[:PURPOSE]
    return best[:PURPOSE]


def _asking(held: Sequence[Block], sheet: Sequence[Field], asked: Sequence[str]) -> Iterator[str]:
    """What may say who is asked: the recommendations, the lines over them, and the purpose."""
    yield from asked
    for field in sheet:
        if {"recommendation", "purpose"} & set(field.names):
            yield from (field.label, *(piece.text for piece in field.pieces))
    if not sheet:
        yield from (block.text for block in held)


def _addressed(held: Sequence[Block], sheet: Sequence[Field], asked: Sequence[str]) -> Iterator[str]:
    """The bodies that it says it is written for, in its first lines or beside a label; what it asks names none.

    "Change the membership of a committee" ends as a body's name does.
    """
    for field in sheet:
        label = re.sub(r"\W+", " ", field.label).strip().lower()
        told = MEETING.search(label) and "recommendation" not in field.names and len(field.text) < 160
        if told and (name := _body(field.text)):
            yield name
    for block in held[:OPENING]:
        if block.text in asked:
            continue
        if block.kind in ("heading", "paragraph") and len(block.text) < 160 and not ASKING.match(block.text):
            name = _body(block.text)
            if name and (TO.match(block.text) or _is_meeting(block.text) or name.lower() == block.text.lower()):
                yield name


def _body(text: str) -> str:
    name = body(TO.sub("", text))
    return name if " " in name and ends_as_a_body(name) else ""


def _is_meeting(text: str) -> bool:
    """Whether a line is nothing but a body with a day or the word meeting."""
    return bool(dates(text) or MET.search(text)) and not text.endswith(".")


def _first(close: Sequence[str], every: Sequence[str]) -> tuple[str, ...]:
    """What the cover says, then what the rest adds."""
    return tuple({one.lower(): one for one in (*close, *every)}.values())[:PROCESSES]
