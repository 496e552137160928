"""The addresses of the site's pages, from its root. Templates put the site's own path before them."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from search.model import Citation


def page_of(document: str, number: int, passage: str = "") -> str:
    """A page of a document, with a passage's words marked where one is given.

    >>> page_of("3f1c", 15, "3f1c-5d0f")
    '/documents/3f1c/pages/15?passage=3f1c-5d0f'
    """
    return with_query(f"/documents/{quote(document, safe='')}/pages/{number}", passage=passage)


def cited(citation: Citation, passage: str = "") -> str:
    """The page that a citation names."""
    return page_of(citation.document, citation.page, passage)


def with_query(path: str, **fields: str | list[str]) -> str:
    """A path with those fields that are not empty.

    >>> with_query("/decisions", body="ICB Board", verb="")
    '/decisions?body=ICB+Board'
    """
    given = {name: value for name, value in fields.items() if value}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path
