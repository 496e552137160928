"""Tables bound into papers and minutes that are for a meeting as a whole: registers of interests and action logs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ingest.model import Block, Item, PassageKind
from ingest.structure.meeting.bodies import body
from ingest.structure.meeting.dates import dates
from ingest.structure.place import ACTION, DECIDED, Place
from ingest.structure.registers.columns import columns, heads, is_heading
from ingest.structure.registers.interests import TITLE as REGISTER
from ingest.structure.registers.interests import is_register
from ingest.structure.registers.log_columns import FORMS, KEPT, SECTION, TITLE, is_log

ABOVE = 4  # texts over a table that may be its title
TITLE_LETTERS = 160
PARTING_WORDS = 6  # of a heading that parts the open from the closed actions
# The agenda items that such tables are for, the surest name of each first.
WANTED: dict[PassageKind, tuple[re.Pattern[str], ...]] = {
    "interest": (re.compile(r"\binterests?\b", re.I),),
    "action": (TITLE, re.compile(r"\bactions\b", re.I), re.compile(r"\bmatters arising\b", re.I)),
}
_NAME = re.compile(r"((?:(?:[A-Z][\w&'’-]*|of|and|for|the|in|&)\s+)+)$")


@dataclass(slots=True)
class Bound:
    """Which tables among the blocks first:last are registers or logs, and the place of their rows.

    base is the place of the meeting that they are for, items its agenda items, title the document's or paper's own.
    sure says that the text is of other kinds, so that a table must be titled as a log to be one.
    """

    blocks: Sequence[Block]
    first: int
    last: int
    base: Place
    items: Sequence[Item] = ()
    title: str = ""
    sure: bool = False
    known: dict[int, Place | None] = field(default_factory=dict)
    latest: dict[PassageKind, Place] = field(default_factory=dict)

    def place(self, index: int) -> Place | None:
        """The place of the row at index, None where its table is neither a register nor a log."""
        block = self.blocks[index]
        if block.table not in self.known:
            self.known[block.table] = self._judged(index)
        return self.known[block.table]

    def _judged(self, index: int) -> Place | None:
        block = self.blocks[index]
        at = next((near for near in range(index, min(index + 4, self.last)) if is_heading(self.blocks[near])), index)
        if self.blocks[at].table != block.table:
            at = index
        names = heads(self.blocks[at])
        above = [text for text in [self.title, *self._above(at)] if text]
        kind: PassageKind
        if is_register(names, [] if self.sure else above):
            kind = "interest"
        elif is_log(names, above) and self._followed(names, above):
            kind = "action"
        else:
            return None
        self.latest[kind] = self._placed(kind, [text for text in above if self._titles(kind, text)])
        nearest = above[-1:] if kind == "action" and above and SECTION.search(above[-1]) else []
        parting = tuple(text for text in nearest if len(text.split()) <= PARTING_WORDS)
        return replace(self.latest[kind], headings=parting)

    def _above(self, index: int) -> list[str]:
        """The short texts over a table, nearest last."""
        near = self.blocks[max(self.first, index - ABOVE) : index]
        return [block.text for block in near if _may_title(block) and len(block.text) <= TITLE_LETTERS]

    def _followed(self, names: Sequence[str], above: Sequence[str]) -> bool:
        """Whether a table in other text is a log that is kept from meeting to meeting, not the actions of that text."""
        if not self.sure:
            return True
        kept = {"raised", "status", "update"} & columns(names, FORMS).keys()
        titles = [text for text in above if TITLE.search(text)]
        return "raised" in kept or (bool(kept) and bool(titles)) or any(KEPT.search(text) for text in titles)

    def _titles(self, kind: PassageKind, text: str) -> bool:
        return bool((TITLE if kind == "action" else REGISTER).search(text)) or bool(dates(text)) or bool(body(text))

    def _placed(self, kind: PassageKind, titles: Sequence[str]) -> Place:
        item = next((item for form in WANTED[kind] for item in self.items if form.search(item.title)), None)
        place = replace(self.latest.get(kind, self.base), kind=kind)
        if item:
            return replace(place, item=item.number, title=item.title, presenters=item.presenters)
        named = next((name for text in reversed(titles) if (name := _whose(text))), "")
        day = next((found.day.isoformat() for text in reversed(titles) for found in dates(text)), "")
        if not place.body or (named and named != place.body):
            return replace(place, body=named or place.body, date=day or place.date)
        return replace(place, date=place.date or day)


def _may_title(block: Block) -> bool:
    if block.kind == "row":
        return len(block.cells) == 1
    said = DECIDED.match(block.text) or ACTION.match(block.text) or block.text.endswith(".")
    return block.kind == "heading" or (block.kind == "paragraph" and not said)


def _whose(title: str) -> str:
    """The body that a log's or a register's title names.

    >>> _whose("AB (8) 1.ii Estates Board Action Log as at 19 July 2011")
    'Estates Board'
    >>> _whose("Action log of the Quality Committee")
    'Quality Committee'
    """
    mark = TITLE.search(title) or REGISTER.search(title)
    if not mark:
        return body(title)
    before = _NAME.search(title[: mark.start()])
    name = body(before[1].strip()) if before else ""
    return name or body(re.sub(r"^\W*(?:of|for|from)?\s*(?:the\s+)?", "", title[mark.end() :]))
