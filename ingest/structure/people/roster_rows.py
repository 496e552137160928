"""Attendance lists set as tables: a column for names, groups side by side, or a label beside its people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.model import Block, Span, Standing
from ingest.structure.people.labels import label_of, standing
from ingest.structure.people.listing import Listed, entry
from ingest.structure.people.name_words import TITLES
from ingest.structure.people.naming import are_initials, initials_of, is_first_name, is_name
from ingest.structure.people.running import entries
from ingest.structure.registers.columns import columns

Found = tuple[Listed, Standing, Span]

FORMS = {
    "initials": re.compile(r"^(?:initials?|abbrev\w*|short name|ref)$", re.I),
    "first": re.compile(r"^(?:first|fore|given)[ -]?names?$", re.I),
    "surname": re.compile(r"^(?:sur|last|family)[ -]?names?$", re.I),
    "title": re.compile(r"^(?:(?:job )?title|mr/ms)$", re.I),
    "standing": re.compile(
        r"^(?:attendance|attended\??|present\s*/.*|status|present\?|in attendance\s*/.*|apologies\s*/.*)$", re.I
    ),
    "name": re.compile(
        r"^(?:full )?names?\b|^(?:members?|attendees?|persons?|present|who|participants?|in attendance)\b", re.I
    ),
    "organisation": re.compile(
        r"\b(?:organi[sz]ation|representing|company|affiliation|employer|body|agency|from)\b", re.I
    ),
    "role": re.compile(r"\b(?:role|job|position|post|designation|capacity|function|office)\b", re.I),
}
_AWAY = re.compile(r"^(?:a|x|no|n|✗|✘|apol\w*|absent|apologies.*|not present|-)$", re.I)


class RosterTable:
    """Takes the rows of one table in order; each may name people, or say who the next rows' people are."""

    def __init__(self, status: Standing | None) -> None:
        self.status = status
        self.groups: dict[int, Standing] = {}
        self.fields: dict[str, str] = {}
        self.heads: list[str] = []

    def take(self, block: Block) -> Iterator[Found]:
        """The people of one row."""
        texts = [text for _, text in block.cells]
        heads = [head for head, _ in block.cells]
        if self._heads(texts) or (not self.fields and not self.groups and any(heads) and self._learn(heads)):
            return
        if self.fields and any(heads):
            yield from self._fielded(block)
        elif len(texts) == 1 and (label := label_of(texts[0])):
            if not self.groups or not heads[0]:
                self.status, self.groups = label.status, {}
            else:
                self._regroup(heads[0], label.status)
        elif self.groups:
            yield from self._grouped(block)
        elif len(texts) > 1 and (label := label_of(texts[0])) and not is_name(texts[0]):
            if label.post and (one := entry(texts[1])):
                yield replace(one, role=one.role or texts[0].strip(" :")), label.status or "member", block.spans[0]
                return
            self.status = label.status
            for text in texts[1:]:
                yield from self._people(text, self.status, _span(block, 1))
        else:
            yield from self._row(block)

    def _heads(self, texts: Sequence[str]) -> bool:
        """Whether a row is a heading row: of groups side by side, or of fields; learns them."""
        if len(texts) < 2 or any(is_name(text) for text in texts):
            return False
        return self._learn(texts)

    def _learn(self, texts: Sequence[str]) -> bool:
        fields = columns(texts, FORMS)
        if ("name" in fields and set(fields) & {"role", "organisation", "initials", "standing", "title"}) or (
            "surname" in fields
        ):
            self.fields, self.groups = fields, {}
            self.status = standing(fields.get("name", "")) or self.status
            return True
        statuses = [standing(text) for text in texts]
        if len(texts) > 1 and all(statuses):
            self.groups = {at: status for at, status in enumerate(statuses) if status}
            self.heads = list(texts)
            self.fields = {}
            return True
        return False

    def _column(self, head: str, at: int) -> int:
        return self.heads.index(head) if head in self.heads else at

    def _regroup(self, head: str, status: Standing | None) -> None:
        if status and head in self.heads:
            self.groups[self.heads.index(head)] = status

    def _grouped(self, block: Block) -> Iterator[Found]:
        """A row of groups side by side: a cell names somebody, or opens another group in its column."""
        for at, (head, text) in enumerate(block.cells):
            column = self._column(head, at)
            status = standing(text)
            if status and not is_name(text):
                self.groups[column] = status
            elif column in self.groups:
                yield from self._people(text, self.groups[column], _span(block, at))

    def _fielded(self, block: Block) -> Iterator[Found]:
        """A row under named columns."""
        row = {
            field: next((text for head, text in block.cells if head == name), "") for field, name in self.fields.items()
        }
        name = " ".join(part for part in (row.get("title", ""), row.get("first", ""), row.get("surname", "")) if part)
        one = entry(row.get("name") or name) or _first(row.get("name", ""))
        if not one:
            label = label_of(row.get("name", "") or block.text) if len(block.cells) == 1 else None
            self.status = label.status if label else self.status
            return
        said = row.get("standing", "")
        status = standing(said) or ("apologies" if _AWAY.match(said) else None) or self.status or "member"
        short = row.get("initials", "").strip("() ")
        yield (
            replace(
                one,
                initials=one.initials or short,
                role=row.get("role", "") or _post_in(row) or one.role,
                organisation=row.get("organisation", "") or one.organisation,
            ),
            status,
            block.spans[0],
        )

    def _row(self, block: Block) -> Iterator[Found]:
        """A row without headings: a name, then what describes it; or several people, one to a cell."""
        texts = [text for _, text in block.cells]
        one = entry(texts[0])
        if one and len(texts) > 1 and not any(is_name(text) for text in texts[1:]):
            short = next((text for text in texts[1:] if are_initials(text.strip("() "), one.name)), "")
            rest = ", ".join(text for text in texts[1:] if text != short)
            described = entry(f"{one.name}, {rest}") if rest else one
            if self.status and described:
                role = ", ".join(part for part in (one.role, described.role) if part)
                yield (
                    replace(described, initials=one.initials or short.strip("() "), role=role),
                    self.status,
                    block.spans[0],
                )
            return
        for at, text in enumerate(texts):
            yield from self._people(text, self.status, _span(block, at))

    def _people(self, text: str, status: Standing | None, span: Span) -> Iterator[Found]:
        if not status:
            return
        for part in stacked(text):
            for one in entries(part) or [first for first in [_first(part)] if first]:
                yield one, status, span


def stacked(text: str) -> list[str]:
    """The entries that stood under one another in a cell, parted before each name whose initials are in brackets.

    >>> stacked("Ann Example (AE) – Chair Ben Sample (BS) – Clerk")
    ['Ann Example (AE) – Chair', 'Ben Sample (BS) – Clerk']
    """
    cuts = [0]
    for match in re.finditer(r"\s\(([A-Z][A-Za-z]{1,4})\)", text):
        words = list(
            re.finditer(r"[A-Z][\w’'.-]{0,30}(?=\s)", text[max(cuts[-1], match.start() - 80) : match.start() + 1])
        )
        base = max(cuts[-1], match.start() - 80)
        for count in range(2, min(len(words), 4) + 1):
            start = base + words[-count].start()
            name = text[start : match.start()]
            if len(name.split()) == count and initials_of(name) == match[1].upper():
                titled = re.search(rf"(?:{TITLES}\s+)+$", text[cuts[-1] : start])
                cuts.append(cuts[-1] + titled.start() if titled else start)
                break
    bounds = [*dict.fromkeys(cuts), len(text)]
    return [text[start:end].strip(" ,;") for start, end in pairwise(bounds) if text[start:end].strip(" ,;")]


def _post_in(row: Mapping[str, str]) -> str:
    """What the column "Title" holds beside whole names: posts, unless it holds "Dr" or "Mrs"."""
    title = row.get("title", "") if row.get("name") else ""
    return "" if re.fullmatch(rf"(?:{TITLES}\s*)+", title.strip()) else title


def _first(text: str) -> Listed | None:
    return Listed(text.strip()) if is_first_name(text.strip()) else None


def _span(block: Block, at: int) -> Span:
    return block.places[at][0] if at < len(block.places) and block.places[at] else block.spans[0]
