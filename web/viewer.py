"""The page that shows one page of a document, with the cited words marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from ingest.model import Span
from search.model import StoredDocument, StoredPage
from web.address import with_query
from web.page import Plain


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of a page's text, cited or not."""

    text: str
    cited: bool


def stretches(text: str, spans: Sequence[Span]) -> tuple[Stretch, ...]:
    """The text cut where citations begin and end; nothing of it is lost, and overlapping spans count once.

    >>> [(part.text, part.cited) for part in stretches("one two three", [Span(1, 4, 7)])]
    [('one ', False), ('two', True), (' three', False)]
    """
    parts, at = [], 0
    for start, end in sorted((span.start, span.end) for span in spans):
        start, end = max(start, at), min(end, len(text))
        if end > start:
            parts += [Stretch(text[at:start], False), Stretch(text[start:end], True)]
            at = end
    return tuple(part for part in (*parts, Stretch(text[at:], False)) if part.text)


@dataclass(frozen=True, slots=True)
class ViewerPage(Plain):
    """One page of a document. passage is the address of the cited words or "", at their stretches of it or ""."""

    template: ClassVar[str] = "viewer.html"
    document: StoredDocument
    page: StoredPage
    passage: str
    spans: tuple[Span, ...]
    at: str = ""

    @property
    def name(self) -> str:
        """The document's own title, else its file name."""
        return self.document.title or self.document.name

    @property
    def title(self) -> str:
        """The window's title."""
        return f"{self.name}, page {self.page.number}"

    @property
    def sheet(self) -> str:
        """The page's number in the file, and its printed number where that differs."""
        printed = self.page.label
        shown = f" (printed {printed})" if printed and printed != str(self.page.number) else ""
        return f"Page {self.page.number} of {self.document.pages}{shown}"

    @property
    def picture(self) -> str:
        """Address of the page's image, or "" for a format that has none."""
        if self.document.media != "pdf":
            return ""
        return with_query(f"/api/v1{self._at(self.page.number)}.png", scale="2", passage=self.passage, at=self.at)

    @property
    def file(self) -> str:
        """Address of the file as it came."""
        return f"/api/v1/documents/{quote(self.document.id, safe='')}/file"

    @property
    def before(self) -> str:
        """Address of the page before, or ""."""
        return self._at(self.page.number - 1) if self.page.number > 1 else ""

    @property
    def after(self) -> str:
        """Address of the page after, or ""."""
        return self._at(self.page.number + 1) if self.page.number < self.document.pages else ""

    @property
    def superseded(self) -> bool:
        """Whether a newer version has taken the document's place."""
        return self.document.status == "superseded"

    @property
    def newer(self) -> str:
        """Address of the version that has taken the document's place, or "" where that is gone."""
        newer = self.document.replaced_by
        return f"/documents/{quote(newer, safe='')}/pages/1" if newer else ""

    @property
    def paragraphs(self) -> tuple[Stretch, ...]:
        """The page's text, cut at the citation."""
        return stretches(self.page.text, [span for span in self.spans if span.page == self.page.number])

    def _at(self, number: int) -> str:
        return f"/documents/{quote(self.document.id, safe='')}/pages/{number}"
