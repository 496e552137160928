"""Registers of interests: tables in which each row says what one person declared."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from ingest.facts import InterestKind
from ingest.model import Block, Interest, Span
from ingest.structure.people.naming import is_name
from ingest.structure.place import Placed
from ingest.structure.registers.columns import cell, columns, named, stretches

# What the headings of a register's columns say; a heading is the first of these that it fits.
_FORMS = {
    "first": r"\b(?:first|fore|given|christian)\s?-?names?\b",
    "last": r"\b(?:sur|last|family)\s?-?names?\b",
    "direct": r"\bdirect\b",
    "mitigation": r"\b(?:actions?|mitigat\w+|manag(?:ed?|ing|ement)|steps|control\w*|arrangements|comments?)\b",
    "since": r"\b(?:from|start(?:ed|s)?|since|commence\w*|date (?:of interest|arose|acquired|declared)|began)\b",
    "until": r"\b(?:to|until|end(?:ed|s)?|ceased?|date (?:relinquished|ceased))$",
    "professional": r"\bnon[- ]?financial\s+professional\b|^professional\b|\bprofessional$|\bprofessional interests?\b",
    "personal": r"\bnon[- ]?financial\s+personal\b|^personal\b|\bpersonal$|\bpersonal interests?\b",
    "indirect": r"^indirect\b",
    "financial": r"^financial\b|(?<!non[- ])\bfinancial(?:\s+interests?)?$|\bpecuniary\b",
    "kind": r"\b(?:type|category|class(?:ification)?|kind)\b",
    "organisation": r"\bdeclared interests?\b|\bname of (?:the )?(?:organisation|company|business|body)\b|"
    r"\b(?:organisation|company|employer|body)\b|\binterests? (?:declared|and organisation)\b|^interests?$",
    "person": r"^(?:full\s+)?names?\b|"
    r"^(?:board |committee )?(?:members?|persons?|individual|who|director|governor|trustee|councillor)\b",
    "role": r"\b(?:job|current position|position\W*s?\W*(?:held|in|within|$)|role|post|title|designation|capacity)\b",
    "nature": r"\b(?:nature|description|details?|relationship|interests?)\b",
    "date": r"\bdates?\b|\bperiod\b",
}
FORMS = {name: re.compile(form, re.I) for name, form in _FORMS.items()}
TITLE = re.compile(
    r"\b(?:register|declarations?|schedule|summary|log)\s+of\s+(?:[\w’']+\s+){0,4}?interests?\b|\binterests\s+register\b",
    re.I,
)
TICK = re.compile(r"^\W*(?:x|y|yes|[√✓✔☑☒●•]|\uf0fc|\uf0fe)\W*$|^[√✓✔☑☒●•\uf0fc\uf0fe]", re.I)
TICKED: tuple[InterestKind, ...] = ("financial", "professional", "personal")
KINDS: tuple[tuple[str, InterestKind], ...] = (
    ("non[- ]?financial professional|professional", "professional"),
    ("non[- ]?financial personal|personal|loyalty", "personal"),
    ("non[- ]?financial|non[- ]?pecuniary", "personal"),
    ("financial|pecuniary|remunerat|shareholding", "financial"),
)
PERIOD = re.compile(
    r"^(?:from\s+)?(?P<since>[^–-]{3,30}?)\s*(?:\s[–-]\s|–|\bto\b|\buntil\b)\s*(?P<until>[^–-]{3,30})$", re.I
)


def is_register(names: Sequence[str], above: Sequence[str]) -> bool:
    """Whether a table of these column headings is a register of interests; above are the headings over it.

    Where none of them says so, its columns must: who, an interest, and two of its kind, its dates and its mitigation.
    """
    found = columns(names, FORMS)
    who = {"person", "first", "last"} & found.keys()
    what = {"organisation", "nature"} & found.keys() or len({*TICKED} & found.keys()) > 1
    told = {"direct", "financial", "professional", "personal", "kind", "mitigation", "since"} & found.keys()
    says = any("interest" in name.lower() for name in names)
    if any(TITLE.search(text) for text in above) and who and what:
        return True
    return bool(who and what and says) and len(told) >= 2


def interests(spread: Sequence[Placed]) -> list[Interest]:
    """The rows of every register of a document, in order; a person's merged cell speaks for all its rows."""
    out: list[Interest] = []
    rows = [here for here in spread if here.block.kind == "row" and here.place.kind == "interest"]
    for _, group in groupby(rows, key=lambda here: (here.place.body, here.place.date)):
        out += _register(list(group))
    return out


def _register(rows: Sequence[Placed]) -> list[Interest]:
    out: list[Interest] = []
    fields: dict[str, str] = {}
    person, role = "", ""
    whose: tuple[Span, ...] = ()
    for above, under in stretches(rows):
        names = named(above, under, FORMS)
        fields = names if {"person", "first", "last"} & names.keys() else fields
        for here in under if fields else ():
            block = here.block
            cells = {name: cell(block, head) for name, head in fields.items()}
            named_here, post = _person(cells)
            if named_here and len(block.cells) > 1:
                person, role, whose = named_here, post, ()
            elif post:
                role = post
            if len(block.cells) > 1 and any(cells.get(name) for name in ("organisation", "nature", *TICKED)):
                out += [_interest(here, one, person, role, whose) for one in _parted(cells)]
                whose = _name_spans(block, fields) or whose
            elif out and not named_here and cells.get("mitigation"):
                out[-1] = _longer(out[-1], cells, block)
    return out


def _parted(cells: Mapping[str, str]) -> Iterator[Mapping[str, str]]:
    """One row for each kind of interest where the columns of the kinds hold the interests themselves, not ticks."""
    told = [name for name in TICKED if len(cells.get(name, "").split()) > 1]
    if cells.get("organisation") or not told:
        yield cells
        return
    for name in told:
        rest = {other: "" if other in TICKED else text for other, text in cells.items()}
        yield {**rest, "organisation": cells[name], name: "x"}


def _interest(here: Placed, cells: Mapping[str, str], person: str, role: str, whose: tuple[Span, ...]) -> Interest:
    since, until = cells.get("since", ""), cells.get("until", "")
    if not since and cells.get("date"):
        since = cells["date"]
    if since and not until and (period := PERIOD.match(since)):
        since, until = period["since"], period["until"]
    organisation, nature = (
        "" if TICK.match(text) else text for text in (cells.get("organisation", ""), cells.get("nature", ""))
    )
    return Interest(
        body=here.place.body,
        date=here.place.date,
        person=person,
        role=role,
        organisation=organisation or nature,
        nature=nature if organisation else "",
        kind=_kind(cells),
        direct=_direct(cells),
        since=since,
        until=until,
        mitigation=cells.get("mitigation", ""),
        spans=(*whose, *_spans(here.block)),
    )


def _longer(last: Interest, cells: Mapping[str, str], block: Block) -> Interest:
    """The interest with the rest of its mitigation, which ran over into a row of its own."""
    more = " ".join(filter(None, (last.mitigation, cells.get("mitigation", ""))))
    return replace(last, mitigation=more, spans=(*last.spans, *_spans(block)))


def _spans(block: Block) -> tuple[Span, ...]:
    """The row's spans; of a row over a page's end, those of its cells one after the other."""
    return block.spans if len(block.spans) == 1 else tuple(span for spans in block.places for span in spans)


def _name_spans(block: Block, fields: Mapping[str, str]) -> tuple[Span, ...]:
    own = [fields.get(name) for name in ("person", "first", "last", "role")]
    places = zip(block.cells, block.places, strict=True)
    return tuple(span for (head, _), spans in places if head in own for span in spans)


def _person(cells: Mapping[str, str]) -> tuple[str, str]:
    """(name, post) of a row, "" where its cells are merged with those above."""
    role = cells.get("role", "")
    if cells.get("first") or cells.get("last"):
        return " ".join(filter(None, (cells.get("first"), cells.get("last")))), role
    printed = cells.get("person", "")
    name, *post = re.split(r"\s*,\s*|\s+[–-]\s+|\s*\(|\s*\n\s*", printed, maxsplit=1)
    if post and not role and is_name(name):
        return name, post[0].rstrip(" )")
    return printed, role


def _kind(cells: Mapping[str, str]) -> InterestKind:
    """The kind whose column is ticked, or that the column of kinds names."""
    ticked = next((name for name in TICKED if TICK.match(cells.get(name, ""))), None)
    if ticked:
        return ticked
    said = cells.get("kind", "")
    return next((kind for form, kind in KINDS if re.search(rf"\b(?:{form})", said, re.I)), "")


def _direct(cells: Mapping[str, str]) -> Literal["direct", "indirect", ""]:
    if TICK.match(cells.get("indirect", "")):
        return "indirect"
    said = f"{cells.get('direct', '')} {cells.get('kind', '')}"
    if re.search(r"\bindirect", said, re.I):
        return "indirect"
    return "direct" if re.search(r"\bdirect", said, re.I) else ""
