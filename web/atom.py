"""Feeds in Atom's form. Source: RFC 4287."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from web.elements import Element, document, plain

ATOM = "http://www.w3.org/2005/Atom"
NEVER = "1970-01-01T00:00:00+00:00"  # when a feed without entries was changed
UNNAMED = "Unnamed body"
MEDIA = "application/atom+xml"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is new. address is its page from the site's root; key is what it stays known by.

    updated and published are ISO times with their zone; author is who says it; text is plain. It begins with words,
    where they are a quotation, and goes on with what is said of them.
    """

    key: str
    title: str
    address: str
    author: str
    text: str
    published: str
    updated: str
    label: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its own address and that of the page of the same, both from the site's root; entries newest first."""

    title: str
    subtitle: str
    address: str
    page: str
    author: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """When any of it last changed."""
        return max((entry.updated for entry in self.entries), default=NEVER)


def urn(key: str) -> str:
    """An identifier that stays, wherever the site stands.

    >>> urn("a") == urn("a") != urn("b"), urn("a")[:9]
    (True, 'urn:uuid:')
    """
    return f"urn:uuid:{uuid5(NAMESPACE_URL, key.encode('utf-8', 'backslashreplace').decode())}"


def atom(feed: Feed, base: str) -> bytes:
    """A feed as a document; base is the site's absolute address without a slash at its end."""
    head = (
        Element("id", urn(f"{base}{feed.address}")),
        Element("title", feed.title),
        Element("subtitle", feed.subtitle),
        Element("updated", feed.updated),
        _author(feed.author),
        _link("self", f"{base}{feed.address}", MEDIA),
        _link("alternate", f"{base}{feed.page}", "text/html"),
        Element("generator", "minutebook"),
    )
    return document(Element("feed", children=(*head, *(_entry(entry, base) for entry in feed.entries))), ATOM)


def _entry(entry: Entry, base: str) -> Element:
    parts = (
        Element("id", urn(entry.key)),
        Element("title", entry.title),
        Element("published", entry.published),
        Element("updated", entry.updated),
        _author(entry.author),
        _link("alternate", f"{base}{entry.address}", "text/html"),
        Element("category", attributes={"term": entry.label}),
        Element("content", entry.text, attributes={"type": "text"}),
    )
    return Element("entry", children=parts)


def _author(name: str) -> Element:
    """Who says it; an entry without an author is none."""
    return Element("author", children=(Element("name", plain(name).strip() or UNNAMED),))


def _link(relation: str, address: str, media: str) -> Element:
    return Element("link", attributes={"rel": relation, "type": media, "href": address})
