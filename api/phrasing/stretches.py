"""A passage as the stretches that a sentence may be made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from api.phrasing.tokens import Token, tokens
from api.phrasing.vocabulary import BODY, LABEL, TAKING_BACK
from ingest.structure.sentences import sentences

_BULLET = re.compile(r"^\s*(?:[•▪◦‣*–-]|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)])\s+")
_FOLLOWING = re.compile(r"\s*\b(?:the\s+)?following(?:\s+\w+){0,2}\s*:?$", re.I)
LONGEST = 400  # tokens of one stretch; what is beyond is not phrased


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sentence, bullet with the line that introduces it, or row. taken_back says that the next one limits it."""

    tokens: tuple[Token, ...]
    taken_back: bool


@lru_cache(maxsize=128)
def stretches(text: str) -> tuple[Stretch, ...]:
    r"""The stretches of a passage; one that a label opens comes with it and without it.

    >>> [" ".join(t.key for t in one.tokens) for one in stretches("Outcome: The Board:\n• noted it.")]
    ['outcome the board noted it', 'the board noted it', 'noted it']
    """
    return tuple(_stretches(text))


def _stretches(text: str) -> Iterator[Stretch]:
    lead = ""
    for line in text.splitlines():
        if not line.strip():
            lead = ""
            continue
        said, bullet = _BULLET.subn("", line)
        parts = [line.replace("\t", " ; ")] if "\t" in line else sentences(said)
        for place, part in enumerate(parts):
            after = parts[place + 1] if place + 1 < len(parts) else ""
            limited = bool(TAKING_BACK.match(after))
            if bullet and lead and place == 0:
                yield from _read(f"{lead} {part}", limited)
                if BODY.fullmatch(LABEL.sub("", lead, count=1)):
                    yield from _read(part, limited)
                shorter = _FOLLOWING.sub("", lead)
                if shorter != lead:
                    yield from _read(f"{shorter} {part}", limited)
            elif not part.rstrip().endswith(":"):  # else it is not finished: what it introduces belongs to it
                yield from _read(part, limited)
        if not bullet:
            lead = parts[-1] if parts and parts[-1].rstrip().endswith(":") else ""


def _read(text: str, limited: bool) -> Iterator[Stretch]:
    for said in dict.fromkeys((text, LABEL.sub("", text, count=1) if LABEL.match(text) else text)):
        found = tuple(tokens(said)[:LONGEST])
        if found:
            yield Stretch(found, limited)
