"""A search as its address has it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from search.model import WHOLE, Narrowed, Sort
from web.address import with_query
from web.keeping.named import Offer, offers

SIZE = 10  # passages of a page
LAST = 10  # pages that a search can have


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked, and how it is to be shown. dropped are the keys of what was understood and taken back."""

    question: str
    dropped: tuple[str, ...] = ()
    narrowed: Narrowed = WHOLE
    sort: Sort = "relevance"
    page: int = 1

    @property
    def offset(self) -> int:
        """How many passages stand on the pages before."""
        return (self.page - 1) * SIZE

    @property
    def kept(self) -> dict[str, str]:
        """What the search is narrowed to, by the fields of its form."""
        asked = self.narrowed
        fields = {"body": asked.body, "year": asked.year, "kind": asked.kind, "presenter": asked.presenter}
        return {name: value for name, value in fields.items() if value}

    @property
    def address(self) -> str:
        """The page that shows it.

        >>> Search("leases", narrowed=Narrowed(year="2025"), page=2).address
        '/search?q=leases&year=2025&page=2'
        """
        sort = self.sort if self.sort != "relevance" else ""
        page = str(self.page) if self.page > 1 else ""
        return with_query("/search", q=self.question, drop=[*self.dropped], **self.kept, sort=sort, page=page)

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What can be kept up with: what comes to be found for it."""
        return offers({"q": self.question, **self.kept}, "search")

    def at(self, page: int) -> str:
        """The address of another page of it."""
        return replace(self, page=page).address

    def by(self, sort: Sort) -> str:
        """The address of the same in another order, from the first page."""
        return replace(self, sort=sort, page=1).address

    def without(self, *keys: str) -> str:
        """The address of the same with these keys taken back too."""
        return replace(self, dropped=(*self.dropped, *keys), page=1).address

    def restored(self, key: str) -> str:
        """The address of the same with a key put back."""
        return replace(self, dropped=tuple(one for one in self.dropped if one != key), page=1).address

    def within(self, narrowed: Narrowed) -> str:
        """The address of the same narrowed in another way."""
        return replace(self, narrowed=narrowed, page=1).address

    def instead(self, question: str) -> str:
        """The address of another question asked in its place; what was taken back belonged to the words before."""
        return replace(self, question=question, dropped=(), page=1).address
