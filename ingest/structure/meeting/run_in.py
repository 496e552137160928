"""Numbered paragraphs that are the items of minutes in which nothing is printed as a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block, Page
from ingest.structure.meeting.numbering import Numbered, coded, follows, numbered, of_year, shape
from ingest.structure.meeting.titles import MARK, closed_title, title_of
from ingest.structure.meeting.usual import heads_a_list, is_usual
from ingest.structure.people.attendance import attendance
from ingest.structure.people.naming import untitled

FEW = 3  # items that make a document of this style
PEOPLE = 80  # of a list, by whose names a sentence is known
TOLD = 8  # words that minutes hold for each of their items, on the whole
SURE = 0.5  # share of the numbered paragraphs that open with what is plainly a title
PLAIN = re.compile(r"\d{1,3}(?:\.\d{1,2})*")
Chain = list[tuple[int, Numbered]]


def parted(blocks: Sequence[Block], pages: Sequence[Page]) -> list[Block]:
    """The blocks with the title of each such paragraph made a heading of its own.

    Titles that a mark ends ("4. Rents. The Clerk ...") count beside other headings too; in a document with no heading
    at all every paragraph of one running series is an item, where most of them open with a title.
    """
    headings = [block for block in blocks if block.kind == "heading"]
    if sum(bool(_number(block.text)) for block in headings) >= FEW:
        return list(blocks)
    found = [
        (at, number)
        for at, block in enumerate(blocks)
        if block.kind in ("paragraph", "bullet") and not block.depth and (number := _number(block.text))
    ]
    closed = {at: title for at, number in found if (title := closed_title(number.title))}
    chain = _chain([one for one in found if one[0] in closed])
    listed = bool(chain) and chain[0][0] > 0 and heads_a_list(blocks[chain[0][0] - 1].text)
    titles = {at: closed[at] for at, _ in chain} if len(chain) >= FEW and not listed else {}
    if len([block for block in headings if block.level > 1 or len(headings) > FEW]) < FEW:
        titles = max(_all_titles(blocks, found), titles, key=len)
    out: list[Block] = []
    for at, block in enumerate(blocks):
        out += _cut(block, titles[at], pages) if at in titles else [block]
    return out


def _number(text: str) -> Numbered | None:
    return numbered(text) or coded(text)


def _all_titles(blocks: Sequence[Block], found: Chain) -> dict[int, str]:
    """The title of every numbered paragraph of the longest series, where that series is the minutes' items."""
    chain = _chain(found)
    usual = len(chain) == FEW - 1 and is_usual(chain[0][1].title)
    if len(chain) < FEW and not usual:
        return {}
    first, last = chain[0][0], chain[-1][0]
    if first and heads_a_list(blocks[first - 1].text):
        return {}
    words = sum(len(block.text.split()) for block in blocks[first:])
    if words < TOLD * len(chain) or (first > 0.6 * len(blocks) and last - first < len(chain)):
        return {}
    people = attendance(blocks[:first])[:PEOPLE]
    names = {form for person in people for form in (person.name, untitled(person.name), person.initials) if form}
    titles = {at: title_of(number.title, names) for at, number in chain}
    sure = sum(title.sure for title in titles.values())
    if sure < max(SURE * len(chain), 2) or any(len(title.text) < 3 for title in titles.values()):
        return {}
    return {at: title.text for at, title in titles.items()}


def _chain(numbers: Chain) -> Chain:
    """The paragraphs whose numbers run on from a low one, or are of one series of references."""
    plain = [(at, number) for at, number in numbers if PLAIN.fullmatch(number.number)]
    run: Chain = []
    for at, number in plain:
        if follows(number.number, run[-1][1].number) if run else number.number.split(".")[0] in ("1", "2"):
            run.append((at, number))
    years = [plain[place] for place in of_year([number.number for _, number in plain])]
    series: dict[str, Chain] = {}
    for at, number in numbers:
        if not PLAIN.fullmatch(number.number):
            series.setdefault(shape(number.number), []).append((at, number))
    return max((run, years, *series.values()), key=len)


def _cut(block: Block, title: str, pages: Sequence[Page]) -> list[Block]:
    """A paragraph as its title and its text, each where it stands; whole where the page hides the title."""
    end = block.text.index(title) + len(title)
    mark = re.compile(MARK).match(block.text, end)
    end = mark.end() if mark else end
    first = block.spans[0]
    page = pages[first.page - 1]
    words = re.findall(r"\w+", block.text[:end])
    printed = re.compile(r"\W+".join(map(re.escape, words)) + r"[)\]”’\"]*").search(page.text, first.start, first.end)
    if not printed:
        return [block]
    span = page.span(printed.start(), printed.end())
    head = replace(block, kind="heading", text=block.text[:end].rstrip(" :–—-."), spans=(span,), level=6)
    rest = re.compile(r"\w|[“\"(£]").search(page.text, printed.end(), first.end)
    if not rest or not re.search(r"\w", block.text[end:]):
        return [head]
    text = replace(
        block,
        kind="paragraph",
        text=block.text[end:].strip(),
        spans=(page.span(rest.start(), first.end), *block.spans[1:]),
    )
    return [head, text]
