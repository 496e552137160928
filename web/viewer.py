"""The page that shows one page of a document, with the cited words marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar
from urllib.parse import quote

from ingest.model import Box, Span, long_date
from search.model import Citation, StoredDocument, StoredPage, StoredPassage
from web import address, citing
from web.blocks import Block, flowing, lined
from web.page import Plain

SCALES = (1.25, 2.5)  # pixels a point of the pictures, for plain and for sharp screens
MEDIA = {
    "pdf": "PDF",
    "docx": "Word",
    "odt": "OpenDocument",
    "html": "HTML",
    "markdown": "Markdown",
    "text": "plain text",
}


@dataclass(frozen=True, slots=True)
class ViewerPage(Plain):
    """One page of a document.

    there are the passages that stand on the page. passage is the address of the cited words or "", at their stretches
    of the page's text or "". back is the results that the reader came from or "", today an ISO day; wanted is a page
    number that was asked for and is none.
    """

    template: ClassVar[str] = "viewer.html"
    document: StoredDocument
    page: StoredPage
    there: tuple[StoredPassage, ...] = ()
    passage: str = ""
    at: str = ""
    back: str = ""
    today: str = ""
    wanted: str | None = None

    @property
    def name(self) -> str:
        """The document's own title, else its file name."""
        return self.document.title or self.document.name

    @property
    def title(self) -> str:
        """What the page is."""
        shown = f"{self.name}, page {self.page.number}" if self.paged else self.name
        return f"Error: {shown}" if self.wanted is not None else shown

    @property
    def canonical(self) -> str:
        """The page without marks; a superseded document is not for search engines."""
        return "" if self.superseded or self.wanted is not None else self._of(self.page.number)

    @property
    def width(self) -> str:
        """Wide where a picture stands beside the text."""
        return "viewer-width" if self.paged else ""

    @property
    def paged(self) -> bool:
        """Whether the document has printed pages, and so pictures of them."""
        return self.document.media == "pdf"

    @property
    def sheet(self) -> str:
        """The page's number in the file, and its printed number where that differs."""
        return f"Page {self.page.number} of {self.document.pages}{self._printed}"

    @property
    def alternative(self) -> str:
        """What stands in the picture's place for who does not see it."""
        return f"Page {self.page.number}{self._printed} of {self.document.name} as printed; its text follows"

    @property
    def held(self) -> StoredPassage | None:
        """The passage that is cited, else the one that holds most of the stretches that are marked."""
        if self.passage:
            return next((one for one in self.there if one.id == self.passage), None)
        marked = self.page.stretches(self.at)
        shared = [(sum(_shared(mine, one) for mine in marked for one in each.spans), each) for each in self.there]
        most, holder = max(shared, key=lambda pair: pair[0], default=(0, None))
        return holder if most else None

    @property
    def cited(self) -> tuple[Span, ...]:
        """Where the cited words stand on the page."""
        quoted = self.held.spans if self.passage and self.held else ()
        return tuple(one for one in (*quoted, *self.page.stretches(self.at)) if one.page == self.page.number)

    @property
    def lost(self) -> bool:
        """Whether words are cited that do not stand here."""
        return bool(self.passage or self.at) and not self.cited

    @property
    def boxes(self) -> tuple[Box, ...]:
        """The cited words on the picture, in points."""
        return tuple(box for span in self.cited for box in span.boxes)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The page's text, the cited words marked."""
        return flowing(self.page, self.there, self.cited) if self.paged else lined(self.page.text, self.cited)

    @property
    def citation(self) -> Citation:
        """Of the cited words; without those, of the page with the meeting that all of it is of, if that is one."""
        if self.held:
            return self.held.citation
        of = {(one.citation.body, one.citation.date) for one in self.there}
        body, date = next(iter(of)) if len(of) == 1 else ("", "")
        number = self.page.number
        whole = None if self.paged else (1, self.page.text.count("\n") + 1)
        name = self.document.name
        return Citation(self.document.id, name, number, number, self.page.label, date, body, "", "", (), whole)

    @property
    def kind(self) -> str:
        """What the cited words are: "Decision", or ""."""
        return self.held.kind.capitalize() if self.held else ""

    @property
    def facts(self) -> tuple[tuple[str, str, str], ...]:
        """What is known of the words: name, value and the address that it leads to or ""."""
        cited = self.citation
        meeting = ", ".join(part for part in (cited.body, long_date(cited.date)) if part)
        leads = address.meeting(cited.body, cited.date) if cited.body and cited.date else ""
        item = ": ".join(part for part in (cited.item, cited.title) if part)
        more = self.held and (cited.lines or cited.page_end > cited.page)
        rows = [
            ("Meeting", meeting, leads),
            ("Item", item, ""),
            ("Presented by", citing.people(cited.presenters), ""),
            ("Kind", self.kind, ""),
            ("Where", cited.sheet.capitalize() if more else "", ""),
        ]
        return tuple(row for row in rows if row[1])

    @property
    def permanent(self) -> str:
        """The address that leads here for as long as the document is held."""
        marked = self.held.id if self.held and self.passage else ""
        return address.page_of(self.document.id, self.page.number, marked, "" if self.passage else self.at)

    def sentence(self, absolute: str) -> str:
        """The citation for running text; absolute is the permanent address with its host, or ""."""
        return citing.sentence(self.citation, self.held.kind if self.held else "", self._note, absolute)

    def footnote(self, absolute: str) -> str:
        """The citation for a footnote; absolute is the permanent address with its host, or ""."""
        kind = self.held.kind if self.held else ""
        return citing.footnote(self.citation, kind, self._note, absolute, self.today)

    @property
    def pictures(self) -> tuple[tuple[str, int, int], ...]:
        """Address, width and height in pixels of each size of the page's picture; none for a format without pages."""
        if not self.paged:
            return ()
        at = f"/api/v1{self._of(self.page.number)}.png"
        wide, high = self.page.width, self.page.height
        return tuple((f"{at}?scale={scale:g}", round(wide * scale), round(high * scale)) for scale in SCALES)

    @property
    def file(self) -> str:
        """Address of the file as it came."""
        return f"/api/v1/documents/{quote(self.document.id, safe='')}/file"

    @property
    def media(self) -> str:
        """The file's format by its usual name."""
        return MEDIA.get(self.document.media, self.document.media)

    @property
    def before(self) -> str:
        """Address of the page before, or ""."""
        return self._turned(self.page.number - 1) if self.page.number > 1 else ""

    @property
    def after(self) -> str:
        """Address of the page after, or ""."""
        return self._turned(self.page.number + 1) if self.page.number < self.document.pages else ""

    @property
    def jump(self) -> str:
        """Where the form leads that asks for a page."""
        return f"/documents/{quote(self.document.id, safe='')}/pages"

    @property
    def wrong(self) -> str:
        """What is wrong with the page that was asked for, "" for nothing."""
        return "" if self.wanted is None else f"Enter a page number from 1 to {self.document.pages}"

    @property
    def superseded(self) -> bool:
        """Whether a newer version has taken the document's place."""
        return self.document.status == "superseded"

    @property
    def newer(self) -> str:
        """Address of the version that has taken the document's place, or "" where that is gone."""
        return address.page_of(self.document.replaced_by, 1) if self.document.replaced_by else ""

    def data(self, absolute: str, file: str) -> dict[str, Any]:
        """The page for machines, in the words of schema.org; addresses with their host."""
        whole = {"@type": "DigitalDocument", "name": self.name, "url": file}
        page = {"@type": "DigitalDocument", "name": self.title, "url": absolute, "position": self.page.number}
        return {"@context": "https://schema.org", **page, "isPartOf": whole}

    @property
    def _printed(self) -> str:
        label = self.page.label
        return f" (printed {label})" if label and label != str(self.page.number) else ""

    @property
    def _note(self) -> str:
        return "superseded version" if self.superseded else ""

    def _turned(self, number: int) -> str:
        """Another page, with what stands there of the cited passage marked."""
        goes_on = self.held and self.passage and any(span.page == number for span in self.held.spans)
        return address.page_of(self.document.id, number, self.passage if goes_on else "")

    def _of(self, number: int) -> str:
        return address.page_of(self.document.id, number)


def _shared(mine: Span, other: Span) -> int:
    """Characters that two spans share."""
    return max(min(mine.end, other.end) - max(mine.start, other.start), 0) if mine.page == other.page else 0
