"""Items whose title stands in one line with what was said: "4. Rents. The Clerk reported that ..."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Block, Page
from ingest.structure.meeting.numbering import Numbered, coded, follows, numbered, shape

FEW = 3  # items that make a document of this style
WORDS = 9  # of a title at most
CLOSED = 16  # of one that ends in a colon
_MARK = r":[-–—]?|\.|\s+[–—-]"
_TITLE = re.compile(rf"(?P<title>[^.:;!?]{{3,120}}?)(?P<mark>{_MARK})(?:\s+(?=[A-Z\d“\"(])|$)")
# Words of a sentence that is no title.
_TELLS = re.compile(
    r"\b(?:was|were|is|are|has|had|have|been|be|will|would|should|could|noted|agreed|said|asked|reported|presented|"
    r"gave|received|thanked|welcomed|approved|resolved|that|there|he|she|they|we|it)\b"
)


def parted(blocks: Sequence[Block], pages: Sequence[Page]) -> list[Block]:
    """The blocks with each such title made a heading of its own, where a document heads its items so throughout."""
    if sum(block.kind == "heading" and bool(_number(block.text)) for block in blocks) >= FEW:
        return list(blocks)
    found: dict[int, str] = {}
    numbers: list[tuple[int, str]] = []
    for at, block in enumerate(blocks):
        number = _number(block.text) if block.kind in ("paragraph", "bullet") and not block.depth else None
        if number and (title := _titled(number)):
            found[at] = title
            numbers.append((at, number.number))
    chain = _chain(numbers)
    if len(chain) < FEW:
        return list(blocks)
    out: list[Block] = []
    for at, block in enumerate(blocks):
        out += _cut(block, found[at], pages) if at in chain else [block]
    return out


def _number(text: str) -> Numbered | None:
    return numbered(text) or coded(text)


def _titled(number: Numbered) -> str:
    """The title that a numbered paragraph opens with, where it does and it reads as no sentence; else ""."""
    found = _TITLE.match(number.title)
    most = CLOSED if found and ":" in found["mark"] else WORDS
    if not found or len(found["title"].split()) > most or _TELLS.search(found["title"]):
        return ""
    return found["title"]


def _chain(numbers: Sequence[tuple[int, str]]) -> set[int]:
    """The paragraphs whose numbers run on, or are of one series."""
    plain = [(at, number) for at, number in numbers if re.fullmatch(r"\d{1,3}(?:\.\d{1,2})*", number)]
    run: list[tuple[int, str]] = []
    for at, number in plain:
        if not run or follows(number, run[-1][1]):
            run.append((at, number))
    series: dict[str, set[int]] = {}
    for at, number in numbers:
        if (at, number) not in plain:
            series.setdefault(shape(number), set()).add(at)
    return max(({at for at, _ in run}, *series.values()), key=len)


def _cut(block: Block, title: str, pages: Sequence[Page]) -> list[Block]:
    """A paragraph as its title and its text, each where it stands; whole where the page hides the title."""
    end = block.text.index(title) + len(title)
    mark = re.compile(_MARK).match(block.text, end)
    end = mark.end() if mark else end
    first = block.spans[0]
    page = pages[first.page - 1]
    words = re.findall(r"\w+", block.text[:end])
    printed = re.compile(r"\W+".join(map(re.escape, words))).search(page.text, first.start, first.end)
    if not printed:
        return [block]
    span = page.span(printed.start(), printed.end())
    head = replace(block, kind="heading", text=block.text[:end].rstrip(" :–—-."), spans=(span,), level=6)
    rest = re.compile(r"\w|[“\"(£]").search(page.text, printed.end(), first.end)
    if not rest or not block.text[end:].strip():
        return [head]
    text = replace(
        block,
        kind="paragraph",
        text=block.text[end:].strip(),
        spans=(page.span(rest.start(), first.end), *block.spans[1:]),
    )
    return [head, text]
