"""Appendices that papers list, so that one bound behind another paper is known for whose it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Block, Item
from ingest.structure.sections import Section

LISTED = re.compile(
    r"^\W*(?:appendix|annexe?|enclosure|attachment)\s+[A-Z0-9]{1,3}\s*[-–—:.]\s*(?P<title>\S.{6,150})$", re.I
)
PLAIN = frozenset(["the", "and", "for", "report", "appendix", "annex", "annexe", "part", "section", "draft"])


@dataclass(frozen=True, slots=True)
class Appendix:
    """One entry of a paper's list: the number of the paper's item, and the words of the appendix's title."""

    number: str
    words: frozenset[str]


def appendices(blocks: Sequence[Block], found: Sequence[Section]) -> list[Appendix]:
    """The appendices that the papers of a pack list by their titles."""
    return [
        Appendix(section.number, words(match["title"]))
        for section in found
        if section.kind == "paper" and section.number
        for block in blocks[section.first : section.last]
        if block.kind != "heading" and (match := LISTED.match(block.text)) and len(words(match["title"])) >= 2
    ]


def owner(heading: str, number: str, items: Sequence[Item], listed: Sequence[Appendix]) -> Item | None:
    """The item that a document bound behind the paper of item number belongs to; None where it is that paper's own.

    It is another item's where one other paper lists its title, or where it bears the title of just one item.
    """
    wanted = words(heading)
    if len(wanted) < 2:
        return None
    lists = {appendix.number for appendix in listed if appendix.words <= wanted}
    if lists:
        return next((item for item in items if {item.number} == lists and item.number != number), None)
    titles = [(item, words(item.title)) for item in items]
    fits = [item for item, title in titles if len(title) >= 2 and (title <= wanted or wanted <= title)]
    return fits[0] if len(fits) == 1 else None


def words(title: str) -> frozenset[str]:
    """The words of weight in a title, figures aside."""
    return frozenset(word for word in re.findall(r"[a-z]{3,}", title.lower()) if word not in PLAIN)
