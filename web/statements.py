"""The texts that the organisation answers for, as it may replace them."""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markupsafe import Markup

# Words of documents or readers never come here: these are the operator's own files. No HTML is taken from them either.
MARKDOWN = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True, slots=True)
class Statements:
    """Markdown texts that stand in place of the site's own; "" keeps its own."""

    about: str = ""
    accessibility: str = ""
    privacy: str = ""


STATEMENTS = Statements()


def prose(text: str) -> Markup:
    r"""A statement as HTML; what looks like HTML in it is shown as it is typed.

    >>> str(prose("## Who we are"))
    '<h2>Who we are</h2>\n'
    >>> str(prose("<b>"))
    '<p>&lt;b&gt;</p>\n'
    """
    return Markup(MARKDOWN.render(text))
