"""The addresses of the site's pages, from its root. Templates put the site's own path before them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from urllib.parse import quote, urlencode

from ingest.model import Span
from search.model import Citation

UNDATED = "undated"
SLUG = 120  # letters of a name in an address
STRETCHES = 20  # of a page's text that an address marks


def page_of(document: str, number: int, passage: str = "", at: str = "") -> str:
    """A page of a document, with a passage's words marked where one is given, or stretches of its text.

    >>> page_of("3f1c", 15, "3f1c-5d0f")
    '/documents/3f1c/pages/15?passage=3f1c-5d0f'
    >>> page_of("3f1c", 15, at="12-80,95-120")
    '/documents/3f1c/pages/15?at=12-80,95-120'
    """
    return with_query(f"/documents/{quote(document, safe='')}/pages/{number}", passage=passage, at=at)


def spanned(document: str, spans: Sequence[Span]) -> str:
    """The page where a fact begins, with its words there marked; the first page for a fact that stands nowhere.

    >>> spanned("3f1c", [Span(15, 12, 80), Span(15, 95, 120), Span(16, 0, 40)])
    '/documents/3f1c/pages/15?at=12-80,95-120'
    """
    number = spans[0].page if spans else 1
    there = [f"{span.start}-{span.end}" for span in spans if span.page == number]
    return page_of(document, number, at=",".join(there[:STRETCHES]))


def cited(citation: Citation, passage: str = "") -> str:
    """The page that a citation names."""
    return page_of(citation.document, citation.page, passage)


def marked(citation: Citation, spans: Sequence[Span]) -> str:
    """The page where a cited fact begins, its words marked; the page of its citation where no spans are known."""
    return spanned(citation.document, spans) if spans else cited(citation)


def meeting(body: str, date: str) -> str:
    """All that there is of a body's meeting on an ISO date; of a meeting without a date, its undated ones.

    >>> meeting("Quality & Safety Committee", "2025-01-16")
    '/meetings/quality-safety-committee/2025-01-16'
    >>> meeting("", "")
    '/meetings/-/undated'
    """
    return f"/meetings/{quote(slug(body), safe='')}/{quote(date, safe='') or UNDATED}"


def slug(name: str) -> str:
    """A name as a part of an address: its letters and figures in words joined by hyphens, "-" where it has none.

    >>> slug("Café Board (Part 2)"), slug("")
    ('cafe-board-part-2', '-')
    """
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    return "-".join(re.findall(r"[^\W_]+", plain.casefold()))[:SLUG] or "-"


def with_query(path: str, **fields: str | list[str]) -> str:
    """A path with those fields that are not empty.

    >>> with_query("/decisions", body="ICB Board", verb="")
    '/decisions?body=ICB+Board'
    """
    given = {name: value for name, value in fields.items() if value}
    return f"{path}?{urlencode(given, doseq=True, safe=',')}" if given else path
