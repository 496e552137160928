"""What a draft asks for, in its own words, wherever it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import Block
from ingest.structure.papers.recommended import DOING, ENUMERATOR, recommended
from ingest.structure.papers.sheet_labels import ASKING, labels
from ingest.structure.papers.sheets import Field, Piece
from ingest.structure.sentences import points, sentences

MOST, LONGEST = 40, 2_000  # recommendations, and characters of one
FEW = 8  # blocks of a text in which what begins with a verb asks; a long one tells what was done so too
PURPOSE = 3  # words of a purpose that says no more than what kind of paper it is
SHORT = 3  # sentences of a text whose first stands for all where none of them asks
# A recommendation on the cover that only says where they stand.
ELSEWHERE = re.compile(
    r"\b(?:set out|listed|detailed|described|given|outlined|see|as|are|in)\b.{0,60}?\b(?:section|paragraph|page|below|"
    r"overleaf|appendix|annex|report|paper)\b.{0,40}$",
    re.I,
)
# What a lead says before its list: that the body is asked, or to do what with all that follows.
THAT_BODY = re.compile(
    r"^\W*(?:it\s+is\s+|we\s+|i\s+)?(?:therefore\s+)?(?:recommended|recommend|proposed|propose|requested|asked)\s+that\s+"
    r"(?:the\s+)?[\w’' ]{2,80}?\s*:\s*$|^\W*that\s+(?:the\s+)?[\w’' ]{2,80}?\s*:\s*$",
    re.I,
)
LEAD_END = re.compile(
    r"^[\s,]*(?:to)?\s*(?P<does>(?:[a-z]+ly\s+)?[a-z]+(?:\s+(?:and|or)\s+[a-z]+)?)?(?:\s+the\s+following(?:\s+[a-z]+){0,3})?"
    r"(?:\s*,?\s*that)?\s*[:.–-]*\s*$",
    re.I,
)
_WANTS = (
    r"(?:ask|asks|seek|seeks|request|requests|recommend|recommends|propose|proposes|want|wants|wish|wishes|would\s+like|"
    r"need|needs|invite|invites|hope|intend|intends|plan)\b"
)
_CONSENT = r"(?:approval|agreement|authority|permission|support|endorsement|consent|ratification|a\s+decision)"
# A sentence that asks under no label.
SEEKING = re.compile(
    rf"\b(?:we|i|officers|(?:this|the)\s+(?:[\w-]+\s+)?(?:paper|report|proposal|case|team|executive|department|author))\s+"
    rf"(?:(?:therefore|now|also)\s+)?{_WANTS}|"
    rf"\b{_CONSENT}\s+(?:is|are)\s+(?:\w+\s+)?(?:sought|requested|needed|required|asked\s+for)\b|"
    rf"\b(?:seek|seeks|seeking|ask|asks|asking|request|requests|requesting)\s+(?:for\s+)?(?:[\w’'-]+\s+){{0,5}}{_CONSENT}\b|"
    r"\bit\s+is\s+(?:therefore\s+)?(?:proposed|recommended|requested|asked|suggested)\b|"
    r"\b(?:board|committee|panel|council|cabinet|trustees|governors|directors|body)\s+(?:is|are|be)\s+(?:\w+\s+)?"
    r"(?:asked|requested|invited|recommended)\b|"
    r"\b(?:board|committee|panel|council|cabinet|trustees|governors|directors|members|body)\s+"
    r"(?:should|must|needs?\s+to|may\s+wish\s+to|might\s+wish\s+to|could)\b",
    re.I,
)
TAIL = re.compile(r"\s*[;,]?\s*(?:\band\b|\bor\b)?\s*$")


def asks(blocks: Sequence[Block], found: Sequence[Field], purpose: str, wrapped: bool) -> tuple[str, ...]:
    """The recommendations of a draft, one for each sentence, point or bullet, each in the paper's own words.

    They are those under a label for them, the fullest of several, else the sentences that ask anywhere, else its
    purpose, else the first sentence of a text that has no more than a few. wrapped says that a printed line may end in
    the midst of a paragraph, as in a PDF.
    """
    listed = [tuple(_joined([one.text for one in recommended([field])])) for field in _labelled(blocks, found, wrapped)]
    own = [texts for texts in listed if not all(ELSEWHERE.search(text) for text in texts)] or listed
    best = max(own, key=len, default=())
    if not best:
        told = [purpose] if len(purpose.split()) > PURPOSE else []
        best = tuple(scattered(blocks)) or tuple(told) or tuple(_sole(blocks))
    return tuple(_kept(best))


def _labelled(blocks: Sequence[Block], found: Sequence[Field], wrapped: bool) -> Iterator[Field]:
    """The fields that are labelled as recommendations, columns of tables among them, then those that open by asking."""
    fields = [
        replace(field, pieces=[part for piece in field.pieces for part in _apart(piece, wrapped)])
        if field.row
        else field
        for field in found
        if "recommendation" in field.names and field.pieces
    ]
    yield from (field for field in fields if not field.asks)
    column = [
        Piece(text, spans, (text,), True)
        for block in blocks
        for (head, text), spans in zip(block.cells, block.places, strict=True)
        if head and "recommendation" in labels(head)
    ]
    if column:
        yield Field(("recommendation",), "recommendation", 0, True, pieces=column)
    if not column and all(field.asks for field in fields):
        yield from fields


def _apart(piece: Piece, wrapped: bool) -> Iterator[Piece]:
    """A cell as the list that it is where a line opens one, or where lines begin with what is to be done."""
    acts = [bool(DOING.match(line)) and line[:1].isupper() for line in piece.lines]
    opens = bool(piece.lines) and piece.lines[0].endswith(":")
    if piece.bullet or len(piece.lines) < 2 or points(piece.text)[1] or not (sum(acts) > 1 or (opens and not wrapped)):
        yield piece
        return
    parts: list[list[str]] = []
    for line, does in zip(piece.lines, acts, strict=True):
        if not parts or does or not wrapped:
            parts.append([line])
        else:
            parts[-1].append(line)
    yield from (Piece(" ".join(part), piece.spans, tuple(part), at > 0) for at, part in enumerate(parts))


def _joined(texts: Sequence[str]) -> Iterator[str]:
    """The recommendations without the line that introduces them; where that says what is to be done, each with it."""
    lead = ""
    for at, text in enumerate(texts):
        if THAT_BODY.match(text) and at + 1 < len(texts):
            lead = ""
            continue
        asked = ASKING.match(text)
        end = LEAD_END.match(text[asked.end() :]) if asked else LEAD_END.match(text) if text.endswith(":") else None
        if end and at + 1 < len(texts) and (asked or text.endswith(":")):
            lead = text if end["does"] and DOING.match(end["does"]) else ""
            continue
        yield text if not lead or DOING.match(text) or ASKING.match(text) else f"{lead} {text}"


def scattered(blocks: Sequence[Block]) -> Iterator[str]:
    """The sentences of a draft that ask, wherever they stand, and the bullets under one that opens a list."""
    open_list, few = "", len(blocks) <= FEW
    for block in blocks:
        if block.kind == "heading":
            open_list = ""
            continue
        if open_list and (block.kind == "bullet" or ENUMERATOR.match(block.text)):
            text = ENUMERATOR.sub("", block.text)
            yield text if DOING.match(text) or not DOING.search(open_list) else f"{open_list} {text}"
            continue
        open_list = ""
        for sentence in sentences(block.text):
            if not (
                ASKING.match(sentence)
                or SEEKING.search(sentence)
                or (few and block.kind != "row" and DOING.match(sentence))
            ):
                continue
            lead, parts = points(sentence)
            if sentence.endswith(":"):
                open_list = sentence
            elif parts:
                yield from _joined([lead, *parts])
            else:
                yield ENUMERATOR.sub("", sentence)


def _sole(blocks: Sequence[Block]) -> Iterator[str]:
    """The first sentence of a text that holds little more."""
    said = [sentence for block in blocks if block.kind != "row" for sentence in sentences(block.text)]
    if len(said) <= SHORT:
        yield from said[:1]


def _kept(texts: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        plain = TAIL.sub("", text[:LONGEST]).strip()
        key = re.sub(r"\W+", " ", plain).strip().lower()
        if key and key not in seen and len(seen) < MOST:
            seen.add(key)
            yield plain
