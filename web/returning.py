"""Where a reader came from, where that is a page of this site: the way back, and the page that is spoken of."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

LONGEST = 4_096  # what browsers send of the address that a reader came from
# What a path is made of: no space or control character, no backslash, which browsers read as a slash.
PATH = re.compile(r"/(?![/\\])[!-\[\]-~]*")
NOT_BACK = ("/feedback", "/report", "/embed", "/api/")


def own(address: str) -> str:
    """The address where it is a path of this site that a reader can go back to, else "".

    >>> own("/search?q=beds"), own("//example.org"), own("https://example.org/"), own("/a b")
    ('/search?q=beds', '', '', '')
    """
    if len(address) > LONGEST or not PATH.fullmatch(address) or address.startswith(NOT_BACK):
        return ""
    return address


def came_from(referer: str, host: str, root: str) -> str:
    """The page of this site that a request came from, from the site's root; "" for any other place.

    referer and host are the request's headers, root the path that the site stands under.

    >>> came_from("https://papers.example.org/board/search?q=a", "papers.example.org", "/board")
    '/search?q=a'
    >>> came_from("https://elsewhere.example.org/search?q=a", "papers.example.org", "")
    ''
    """
    try:
        parts = urlsplit(referer)
    except ValueError:
        return ""
    if not host or parts.netloc.lower() != host.lower() or not parts.path.startswith(f"{root}/"):
        return ""
    return own(parts.path.removeprefix(root) + (f"?{parts.query}" if parts.query else ""))
