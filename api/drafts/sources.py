"""Where the words of an export can be checked: addresses of pages and files, and how a place is put in a footnote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from api.drafts.brief import Genre, Source
from ingest.model import Span, long_date
from search.citation import Citation

STRETCHES = 20  # of a page's text that an address marks


@dataclass(frozen=True, slots=True)
class Sources:
    """Makes sources. address is the public address of the site, "" where it is not known: then nothing is linked."""

    address: str = ""

    def of(self, citation: Citation, spans: Sequence[Span] = (), genre: Genre = "Minutes") -> Source:
        """The place of a citation; spans are where its words stand, () where only the page is known.

        >>> place = Citation("3f1c", "pack.pdf", 15, 15, "", "", "", "", "", ())
        >>> source = Sources("https://papers.example.org/").of(place, [Span(15, 12, 80)])
        >>> source.id, source.viewer
        ('3f1c-15-12', 'https://papers.example.org/documents/3f1c/pages/15?at=12-80')
        >>> source.file
        'https://papers.example.org/api/v1/documents/3f1c/file#page=15'
        """
        page = spans[0].page if spans else citation.page
        at = ",".join(f"{span.start}-{span.end}" for span in spans[:STRETCHES] if span.page == page)
        start = f"-{spans[0].start}" if spans else ""
        root, document = self.address.rstrip("/"), quote(citation.document, safe="")
        viewer = f"{root}/documents/{document}/pages/{page}{f'?at={at}' if at else ''}"
        file = f"{root}/api/v1/documents/{document}/file{f'#page={page}' if paged(citation) else ''}"
        name = f"{citation.document}-{page}{start}"
        return Source(name, genre, citation, viewer, file) if root else Source(name, genre, citation)


def paged(citation: Citation) -> bool:
    """Whether the cited file is a PDF, in which an address can name a page."""
    return citation.file.lower().endswith(".pdf")


def told(source: Source) -> str:
    """The footnote's words before the page: body, item and meeting.

    >>> place = Citation("3f1c", "pack.pdf", 4, 4, "", "2025-01-16", "ICB Board", "7", "Beds", ("Dr A", "Dr B"))
    >>> told(Source("3f1c-4", "Paper", place))
    'ICB Board, ‘Beds’ (paper for the meeting of 16 January 2025, item 7, presented by Dr A and Dr B).'
    """
    cited = source.citation
    before = {"Minutes": "", "Paper": "paper for the ", "Action log": "action log, "}[source.genre]
    day = f"{before}meeting of {long_date(cited.date)}" if cited.date else before.removesuffix(" for the ").strip(", ")
    item = f"item {cited.item}" if cited.item else ""
    by = f"presented by {people(cited.presenters)}" if cited.presenters else ""
    said = ", ".join(filter(None, (day, item, by)))
    title = f"‘{cited.title}’" if cited.title else ""
    where = " ".join(filter(None, (title, f"({said})" if said else "")))
    joined = ", ".join(filter(None, (cited.body, where)))
    return f"{joined}." if joined else ""


def where(source: Source) -> str:
    """The file and the page in it: "pack.pdf, page 15 (printed 13)"."""
    return f"{source.citation.file}, {source.citation.sheet}"


def people(names: Sequence[str]) -> str:
    """Names in a sentence.

    >>> people(["Dr A", "Dr B", "Dr C"]), people(["Dr A"])
    ('Dr A, Dr B and Dr C', 'Dr A')
    """
    return " and ".join(part for part in (", ".join(names[:-1]), *names[-1:]) if part)
