"""Raised and lowered words (the "th" of a date, footnote marks, the 2 of CO2) put on the line that they belong to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.model import Box
from ingest.read.glyphs import Printed

SMALLER = 0.88  # of its host's height, at most: a raised word's own
LETTERS = 5  # of a raised word, at most
BESIDE = 6  # raised words on one line, at most
NEAR = 0.3  # of the host's height: the widest gap between it and what stands raised after it
BEFORE = 0.8  # of the host's height: the widest gap after a footnote's mark in front of its text
OVER = 0.45  # of the host's height that a raised word's middle may stand above the host's top or below its bottom
BUCKET = 8.0  # points
ORDINAL = re.compile(r"(?:st|nd|rd|th)\W{0,2}", re.IGNORECASE)
SUFFIX = re.compile(r"[a-z]{2}", re.IGNORECASE)


def settled(words: Sequence[Printed]) -> list[Printed]:
    """The words with every raised or lowered one on its host's line, as tall as its host.

    The ending of an ordinal becomes part of its number ("25" and "th" are "25th"); anything else stays a word.
    """
    small = _small(words)
    if not small:
        return list(words)
    hosts = _Hosts(words, min(words[index].size for index in small) / SMALLER)
    out: dict[int, Printed] = dict(enumerate(words))
    for index in sorted(small, key=lambda index: words[index].box.left):
        found = hosts.of(words[index])
        if found is None:
            continue
        host, word = out.get(found, words[found]), words[index]
        if SUFFIX.match(word.text) and ORDINAL.fullmatch(word.text) and host.text[-1:].isdigit():
            box = Box(host.box.left, host.box.top, word.box.right, host.box.bottom)
            out[found] = Printed(host.text + word.text, box, host.size, host.bold)
            del out[index]
        else:
            box = Box(word.box.left, host.box.top, word.box.right, host.box.bottom)
            out[index] = Printed(word.text, box, host.size, host.bold)
    return list(out.values())


def _small(words: Sequence[Printed]) -> list[int]:
    """The indexes of short words in smaller print than the page's largest, few of them on one line."""
    if not words:
        return []
    limit = SMALLER * max(word.size for word in words)
    small = [index for index, word in enumerate(words) if word.size <= limit]
    beside = Counter([words[index].box.bottom for index in small])  # a line of small print has more words than that
    return [index for index in small if len(words[index].text) <= LETTERS and beside[words[index].box.bottom] <= BESIDE]


class _Hosts:
    """Finds the word that a small one stands raised after, or before."""

    def __init__(self, words: Sequence[Printed], least: float) -> None:
        """Takes a page's words, of which those of at least so much height can be hosts."""
        self._words = words
        self._rights: dict[int, list[int]] = defaultdict(list)
        self._lefts: dict[int, list[int]] = defaultdict(list)
        for index, word in enumerate(words):
            if word.size < least:
                continue
            self._rights[int(word.box.right // BUCKET)].append(index)
            self._lefts[int(word.box.left // BUCKET)].append(index)

    def of(self, small: Printed) -> int | None:
        """The index of the nearest taller word that ends where small begins, else that begins where it ends."""
        at = int(small.box.left // BUCKET)
        near = [index for step in (-2, -1, 0, 1) for index in self._rights.get(at + step, ())]
        gaps = [(small.box.left - self._words[index].box.right, index) for index in near]
        found = self._nearest(small, gaps)
        if found is None:
            at = int(small.box.right // BUCKET)
            near = [index for step in (-1, 0, 1, 2) for index in self._lefts.get(at + step, ())]
            gaps = [(self._words[index].box.left - small.box.right, index) for index in near]
            found = self._nearest(small, gaps, BEFORE)
        return found

    def _nearest(self, small: Printed, gaps: Sequence[tuple[float, int]], near: float = NEAR) -> int | None:
        fit = [(abs(gap), index) for gap, index in gaps if self._carries(self._words[index], small, gap, near)]
        return min(fit)[1] if fit else None

    @staticmethod
    def _carries(host: Printed, small: Printed, gap: float, near: float) -> bool:
        if small.size > SMALLER * host.size or not -0.2 * host.size <= gap <= near * host.size:
            return False
        if abs(small.box.bottom - host.box.bottom) <= 0.08 * host.size:
            return False  # it stands on the line itself
        middle = (small.box.top + small.box.bottom) / 2
        over = OVER * host.size
        return host.box.top - over <= middle <= host.box.bottom + 0.2 * host.size
