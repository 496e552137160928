"""The text of a web page as it is written out: white space as browsers draw it, list numbers, breaks between blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.model import Line, Row
from ingest.read.docx_numbers import letters, roman
from ingest.read.figure import figure
from ingest.read.flow import BLOCKS, LISTS, Flow

WHITE = re.compile(r"[\s\u200b\u00ad\ufeff]+")
LIST_STYLE = re.compile(r"list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,30})", re.IGNORECASE)
STYLES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
STYLES |= {"lower-roman": "i", "upper-roman": "I", "none": "", "disc": "", "decimal": "1"}
BREAKS = ("\t", "\n", "\n\n")  # from the weakest to the strongest
HIGHEST = 3999  # the highest list number that is told


@dataclass(slots=True)
class _List:
    """An open list: how its items are numbered ("" for not at all) and the number of the next."""

    style: str
    next: int


class HtmlPage:
    """Takes a page's elements and texts in order; finished() gives the page's text and parts."""

    def __init__(self) -> None:
        self._flow = Flow()
        self._text: list[str] = []
        self._at = 0
        self._blank = True  # whether a space here would not be seen
        self._lists: list[_List] = []
        self._number = ""
        self._filled = False  # whether the table cell in hand holds words
        self._verbatim = 0

    def open(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if tag == "br":
            self._flow.line_break()
            again = bool(self._text) and self._text[-1] == "\n" and not self._flow.in_table
            self._put("\n\n" if again else "\n")
        elif tag in BLOCKS:
            self._break(tag)
            self._flow.open(tag, attributes)
            if tag in LISTS:
                self._lists.append(_List(_style(tag, attributes), _whole(attributes.get("start", ""), 1)))
            elif tag == "li" and self._lists:
                self._number = self._numbered(self._lists[-1], attributes)
            self._verbatim += tag == "pre"

    def close(self, tag: str) -> None:
        """An element ends."""
        if tag in BLOCKS:
            self._break(tag)
            self._flow.close(tag)
            if tag in LISTS and self._lists:
                self._lists.pop()
            self._number = "" if tag == "li" else self._number
            self._verbatim -= tag == "pre"

    def write(self, text: str, bold: bool) -> None:
        """Text as the file has it."""
        if self._verbatim and "\n" in text:
            for index, line in enumerate(text.split("\n")):
                if index:
                    self._flow.line_break()
                    self._put("\n")
                self._write(line, bold)
        else:
            self._write(text, bold)

    def finished(self) -> tuple[str, tuple[Line | Row, ...]]:
        """The page's text and its parts."""
        self._flow.finish()
        return "".join(self._text), tuple(self._flow.parts)

    def _write(self, text: str, bold: bool) -> None:
        words = WHITE.sub(" ", text)
        if self._blank:
            words = words.lstrip()
        if not words:
            return
        if self._number and words.strip():
            words, self._number = f"{self._number} {words}", ""
        start = self._at + len(words) - len(words.lstrip())
        self._text.append(words)
        self._at += len(words)
        self._blank = words[-1] == " "
        if words.strip():
            self._filled = True
            self._flow.text(start, self._at - self._blank, bold)

    def _break(self, tag: str) -> None:
        """What the text has between blocks: cells are parted by tabs, rows by line feeds, blocks by blank lines."""
        if tag in ("td", "th"):
            if self._filled and self._text[-1] in BREAKS[:2]:
                self._at -= len(self._text.pop())
            self._put("\t" if self._filled else "")
            self._filled = False
        elif not self._flow.in_table or tag in ("table", "caption"):
            self._put("\n\n")
        elif tag == "tr" or not self._blank:
            self._put("\n")

    def _put(self, mark: str) -> None:
        """A break, once: a stronger one takes the place of a weaker."""
        if not self._text or not mark:
            return
        last = self._text[-1]
        if last in BREAKS:
            mark = max(last, mark, key=BREAKS.index)
            self._text.pop()
            self._at -= len(last)
        self._text.append(mark)
        self._at += len(mark)
        self._blank = True

    @staticmethod
    def _numbered(open_list: _List, attributes: Mapping[str, str]) -> str:
        number = _whole(attributes.get("value", ""), open_list.next)
        open_list.next = min(number + 1, HIGHEST)
        style = open_list.style
        if not style:
            return ""
        shown = letters(number) if style in "aA" else roman(number) if style in "iI" else str(number)
        return f"{shown.upper() if style in 'AI' else shown}."


def _style(tag: str, attributes: Mapping[str, str]) -> str:
    if tag != "ol":
        return ""
    if named := LIST_STYLE.search(attributes.get("style", "")):
        return STYLES.get(named[1].lower(), "1")
    kind = attributes.get("type", "1").strip()
    return kind if kind in ("1", "a", "A", "i", "I") else "1"


def _whole(value: str, otherwise: int) -> int:
    found = figure(value, HIGHEST)
    return otherwise if found is None else max(found, 1)
