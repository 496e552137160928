"""What every page shows unless it says otherwise."""

from __future__ import annotations


class Plain:
    """The defaults of a page: no words in the search box, no place in the menu, not for search engines, usual width."""

    __slots__ = ()

    @property
    def query(self) -> str:
        """What stands in the search box."""
        return ""

    @property
    def section(self) -> str:
        """The part of the site's menu that the page belongs to, "" for none."""
        return ""

    @property
    def canonical(self) -> str:
        """The one address of what the page shows, from the site's root; "" where it is not for search engines."""
        return ""

    @property
    def width(self) -> str:
        """The class of a page that is wider than others, "" for the usual width."""
        return ""
