"""Files broken in the ways that files break and are broken: every change follows from the numbers of one seed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from copy import deepcopy
from random import Random

from lxml import etree

from tests.fuzz.tokens import NUMBERS, ODD, TOKENS

MOST = 400_000  # bytes of a changed file: what grows further is cut
STREAM = re.compile(rb"(?<!end)stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
NUMBER = re.compile(rb"\d{1,9}")
KINDS = {".pdf": "pdf", ".docx": "xml", ".odt": "xml", ".html": "xml", ".md": "text", ".txt": "text"}
Change = Callable[[bytes], bytes]


class Breaker:
    """Breaks files of one format; others are files to take pieces of. The same random numbers break alike."""

    def __init__(self, random: Random, kind: str, others: Sequence[bytes]) -> None:
        self._random, self._others = random, others
        self._tokens = TOKENS[kind] + TOKENS["text"][:4]
        self._changes: tuple[Change, ...] = (
            *(self._flip, self._noise, self._cut_out, self._double, self._swap, self._cut_off, self._again),
            *(self._token, self._token, self._token, self._number, self._number, self._splice),
        )

    def broken(self, content: bytes) -> bytes:
        """The file with one to eight changes, half of them inside what it packs."""
        if content[:2] == b"PK" and self._random.random() < 0.8:
            return self._inside_zip(content)
        if self._random.random() < 0.4 and (streams := list(STREAM.finditer(content))):
            return self._inside_stream(content, self._random.choice(streams))
        return self.changed(content)

    def changed(self, content: bytes) -> bytes:
        """The bytes with one to eight changes."""
        for _ in range(self._random.choice((1, 1, 1, 2, 2, 3, 5, 8))):
            content = self._random.choice(self._changes)(content)[:MOST]
        return content

    def _inside_zip(self, content: bytes) -> bytes:
        """The file with one of its entries changed, now and then packed oddly or under another name."""
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
            names = before.namelist()
            chosen = {name for name in names if name.endswith(("document.xml", "content.xml"))}
            if self._random.random() < 0.5:
                chosen = {self._random.choice(names)}
            for name in names:
                part = before.read(name)
                how = zipfile.ZIP_DEFLATED if self._random.random() < 0.9 else self._random.choice((0, 12, 14))
                named = name if self._random.random() < 0.99 else f"../{name}"
                after.writestr(zipfile.ZipInfo(named), self._part(part) if name in chosen else part, how)
        return out.getvalue() if self._random.random() < 0.9 else self.changed(out.getvalue())

    def _part(self, part: bytes) -> bytes:
        """An entry changed; XML half the time so that it can still be read."""
        try:
            return self._elements(etree.fromstring(part)) if self._random.random() < 0.6 else self.changed(part)
        except etree.LxmlError:
            return self.changed(part)

    def _elements(self, root: etree._Element) -> bytes:
        """XML with elements left out, moved, doubled or nested, and attributes and texts that are odd."""
        every = [one for one in root.iter("*") if one is not root] or [root]
        for _ in range(self._random.choice((1, 2, 4, 10, 40))):
            one, other = self._random.choice(every), self._random.choice(every)
            parent = one.getparent()
            what = self._random.randrange(6)
            if what == 0 and parent is not None:
                parent.remove(one)
            elif what == 1 and parent is not None and len(one) < 200:
                parent.append(deepcopy(one))
            elif what == 2 and one not in other.iterancestors() and one is not other and parent is not None:
                other.append(one)
            elif what == 3 and one.attrib:
                one.set(self._random.choice(list(one.attrib)), self._random.choice(ODD))
            elif what == 4:
                one.text = self._random.choice(ODD)
            else:
                one.tag = other.tag
        return bytes(etree.tostring(root))

    def _inside_stream(self, content: bytes, found: re.Match[bytes]) -> bytes:
        try:
            packed = zlib.compress(self.changed(zlib.decompress(found[1])), 1)
        except zlib.error:
            packed = self.changed(found[1])
        return content[: found.start(1)] + packed + content[found.end(1) :]

    def _place(self, content: bytes) -> int:
        return self._random.randrange(len(content) + 1)

    def _block(self, content: bytes, most: int = 2000) -> tuple[int, int]:
        start = self._place(content)
        return start, min(len(content), start + int(self._random.expovariate(1 / 60)) + 1, start + most)

    def _flip(self, content: bytes) -> bytes:
        out = bytearray(content)
        for _ in range(self._random.choice((1, 1, 4, 16)) if out else 0):
            out[self._random.randrange(len(out))] ^= 1 << self._random.randrange(8)
        return bytes(out)

    def _noise(self, content: bytes) -> bytes:
        start, end = self._block(content)
        return content[:start] + self._random.randbytes(end - start) + content[end:]

    def _cut_out(self, content: bytes) -> bytes:
        start, end = self._block(content)
        return content[:start] + content[end:]

    def _double(self, content: bytes) -> bytes:
        start, end = self._block(content)
        return content[:end] + content[start:end] * self._random.choice((1, 1, 10, 300)) + content[end:]

    def _swap(self, content: bytes) -> bytes:
        one, two = sorted((self._block(content), self._block(content)))
        if one[1] > two[0]:
            return content
        middle = content[one[1] : two[0]]
        return content[: one[0]] + content[two[0] : two[1]] + middle + content[one[0] : one[1]] + content[two[1] :]

    def _cut_off(self, content: bytes) -> bytes:
        return content[: self._place(content)] if self._random.random() < 0.3 else content[: len(content) - 20]

    def _again(self, content: bytes) -> bytes:
        place = self._place(content)
        return content[:place] + content

    def _token(self, content: bytes) -> bytes:
        place = self._place(content)
        return content[:place] + self._random.choice(self._tokens) + content[place:]

    def _number(self, content: bytes) -> bytes:
        start = self._place(content)
        found = NUMBER.search(content, start) or NUMBER.search(content)
        return content[: found.start()] + self._random.choice(NUMBERS) + content[found.end() :] if found else content

    def _splice(self, content: bytes) -> bytes:
        other = self._random.choice(self._others)
        start, end = self._block(other, 20_000)
        place = self._place(content)
        return content[:place] + other[start : end + self._random.choice((0, 500, 5000))] + content[place:]
