"""A typed page into HTML. The template sees `page`, and the length of the longest question."""

from __future__ import annotations

from typing import Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined

from web.wording import LONGEST

ENVIRONMENT = Environment(
    loader=PackageLoader("web"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
)
ENVIRONMENT.globals["longest"] = LONGEST


class WebPage(Protocol):
    """What every page class has: its template, the window's title and the words of the search box."""

    @property
    def template(self) -> str:
        """File name under templates/."""

    @property
    def title(self) -> str:
        """The window's title."""

    @property
    def query(self) -> str:
        """What stands in the search box."""


def render(page: WebPage) -> str:
    """The page as HTML, every value escaped."""
    return ENVIRONMENT.get_template(page.template).render(page=page)
