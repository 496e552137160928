"""What the site tells programs about itself: its search, its pages, and where they may go."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from search.model import MeetingLine, StoredDocument
from web.address import meeting, page_of
from web.elements import Element, document
from web.site import Site

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
OPENSEARCH = "http://a9.com/-/spec/opensearch/1.1/"
MEDIA = "application/opensearchdescription+xml"
MOST = 50_000  # addresses of one sitemap. Source: sitemaps.org
SHORT, LONG, TOLD = 16, 48, 1_024  # letters that OpenSearch allows a name, a long name and a description
STANDING = ("/", "/about", "/accessibility", "/privacy", "/report", "/reuse", "/data")
LISTS = ("/meetings", "/decisions", "/actions", "/interests")
# Pages that are made for one question or one reader, and what programs fetch by other ways.
BARRED = (
    *("/search", "/similar/", "/timeline", "/staff", "/feedback", "/keep-up", "/embed"),
    *("/api/", "/charts/", "/data/"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """One address of the site, from its root, and the ISO day or time of its last change, "" where none is known."""

    address: str
    changed: str = ""


def places(meetings: Iterable[MeetingLine], documents: Iterable[StoredDocument]) -> list[Place]:
    """What search engines should know: the standing pages, the registers, each meeting, each current document once."""
    held = [one for one in documents if one.status == "current"]
    last = max((one.added for one in held), default="")
    met = dict.fromkeys(meeting(line.citation.body, line.citation.date) for line in meetings)
    return [
        *map(Place, STANDING),
        *(Place(address, last) for address in LISTS),
        *map(Place, met),
        *(Place(page_of(one.id, 1), one.added) for one in held),
    ]


def sitemap(found: Sequence[Place], base: str) -> bytes:
    """One sitemap of at most MOST places."""
    entries = tuple(_place("url", place.address, place.changed, base) for place in found[:MOST])
    return document(Element("urlset", children=entries), SITEMAP)


def sitemap_index(total: int, base: str) -> bytes:
    """The sitemaps that so many places are parted into."""
    parts = range(1, -(-total // MOST) + 1)
    entries = tuple(_place("sitemap", f"/sitemaps/{number}.xml", "", base) for number in parts)
    return document(Element("sitemapindex", children=entries), SITEMAP)


def _place(name: str, address: str, changed: str, base: str) -> Element:
    told = (Element("lastmod", changed),) if changed else ()
    return Element(name, children=(Element("loc", f"{base}{address}"), *told))


def description(site: Site, base: str) -> bytes:
    """How browsers and programs search this site. Source: OpenSearch 1.1, draft 6."""
    whose = f" of {site.organisation}" if site.organisation else ""
    search, feed = f"{base}/search?q={{searchTerms}}", f"{base}/feeds/search.atom?q={{searchTerms}}"
    parts = (
        Element("ShortName", site.service[:SHORT].strip()),
        Element("LongName", site.named[:LONG].strip()),
        Element("Description", f"Search the board papers{whose}"[:TOLD]),
        Element("Url", attributes={"type": "text/html", "method": "get", "template": search}),
        Element("Url", attributes={"type": "application/atom+xml", "template": feed}),
        Element("Url", attributes={"type": MEDIA, "rel": "self", "template": f"{base}/opensearch.xml"}),
        Element("Image", f"{base}/static/icon.svg", attributes={"type": "image/svg+xml"}),
        Element("Language", "en-GB"),
        Element("InputEncoding", "UTF-8"),
        Element("OutputEncoding", "UTF-8"),
    )
    return document(Element("OpenSearchDescription", children=parts), OPENSEARCH)


def robots(site: Site) -> str:
    """What programs that read the web may read here."""
    barred = [f"Disallow: {site.link(path)}" for path in BARRED]
    map_of_it = [f"Sitemap: {site.absolute('/sitemap.xml')}"] if site.address else []
    return "\n".join(("User-agent: *", *barred, *map_of_it, ""))
