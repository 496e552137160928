"""Where words stand, as an agent is told it: enough to check it, and to cite it in one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field

from api.catalogue import Catalogue
from api.drafts.sources import Sources
from ingest.model import Span
from search.model import Citation


class Cited(BaseModel):
    """Where words stand: the file and page, and the meeting and item that they belong to, each "" where it has none."""

    says: str = Field(description="The citation in one line, to be given with what is quoted.")
    file: str
    document: str = Field(description="The document's id, by which the tool page reads it.")
    page: int = Field(description="Page of the file, from 1.")
    page_label: str = Field(description='The number printed on that page, or "".')
    body: str
    date: str = Field(description='ISO day of the meeting, or "".')
    item: str
    title: str
    presenter: str
    link: str | None = Field(description="Address of the page, its words marked where they are known; null where none.")


@dataclass(frozen=True, slots=True)
class Held:
    """What one reader may see. address is that of the site, without a slash at its end, "" where none is known."""

    catalogue: Catalogue
    address: str = ""

    def cited(self, citation: Citation, passage: str = "", spans: Sequence[Span] = ()) -> Cited:
        """Where words stand; passage is the address of the passage that holds them, spans are the words themselves."""
        return Cited(
            says=f"{citation.place}; {citation.sheet} of {citation.file}",
            file=citation.file,
            document=citation.document,
            page=citation.page,
            page_label=citation.page_label,
            body=citation.body,
            date=citation.date,
            item=citation.item,
            title=citation.title,
            presenter="; ".join(citation.presenters),
            link=self._link(citation, passage, spans),
        )

    def _link(self, citation: Citation, passage: str, spans: Sequence[Span]) -> str | None:
        """The address of the page on the site, None where the site has none."""
        if not self.address:
            return None
        there = [span for span in spans if span.page == citation.page]
        return f"{Sources(self.address).of(citation, there).viewer}{f'?passage={passage}' if passage else ''}"
