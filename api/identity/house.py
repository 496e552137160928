"""The sites of one server: one for each kind of access, made when somebody first has it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from threading import Lock

from cachetools import LRUCache
from starlette.datastructures import Headers
from starlette.types import ASGIApp

from api.identity.callers import Callers
from api.identity.model import Access, Caller
from api.identity.roles import access, fitting
from api.settings import Settings
from search.apart import Apart
from search.searcher import Searcher
from search.service import audit
from search.service.access import Deed
from search.service.service import Service

SITES = 16  # that are kept; one for readers who are shut out of something takes the memory of a library
Build = Callable[[Access, Mapping[str, Searcher]], ASGIApp]


class House:
    """Knows callers, and the site that each may see. Safe to share between threads.

    A site is built over the searchers of the collections that its readers may see and over no other. For somebody who
    is shut out of a document it is built over copies without it, again whenever the library changes.
    """

    def __init__(self, settings: Settings, service: Service, searchers: Mapping[str, Searcher], build: Build) -> None:
        """Raises UnusableArgument where a setting that signing in needs is missing."""
        fitting(settings)
        self.settings, self.service, self.callers = settings, service, Callers(settings, service)
        self._searchers, self._build = searchers, build
        self._sites: LRUCache[Access, tuple[str, ASGIApp]] = LRUCache(SITES)
        self._building, self._keeping = Lock(), Lock()

    @property
    def signs_in(self) -> bool:
        """Whether people can sign in here; programs can show a key in any case."""
        return bool(self.settings.oidc_issuer)

    def known(self, headers: Headers) -> tuple[Caller, Access]:
        """Who a request is from and what they may do. Raises NotSignedIn where it shows a key that does not work."""
        caller = self.callers.of(headers)
        return caller, self.access(caller)

    def access(self, caller: Caller) -> Access:
        """What a caller may see and do."""
        return access(self.settings, self._searchers, caller, self.callers.shut(caller))

    def site(self, wanted: Access) -> ASGIApp:
        """The site of this access, of the present state of the libraries."""
        seen = {name: each for name, each in self._searchers.items() if name in wanted.reads}
        state = _state(seen) if wanted.shut else ""
        found = self._kept(wanted, state)
        if found is None:
            with self._building:
                found = self._kept(wanted, state)
                if found is None:
                    if wanted.shut:
                        seen = {name: _without(each, wanted.shut) for name, each in seen.items()}
                    found = self._build(wanted, seen)
                    with self._keeping:
                        self._sites[wanted] = (state, found)
        return found

    def _kept(self, wanted: Access, state: str) -> ASGIApp | None:
        with self._keeping:
            kept = self._sites.get(wanted)
        return kept[1] if kept and kept[0] == state else None

    def noted(self, caller: Caller, deed: Deed, about: str, detail: str = "") -> None:
        """Write one line into the audit log. Raises a LibraryError where it cannot be written."""
        with self.service.change() as connection:
            audit.record(connection, caller.who, caller.name, deed, about, detail)


def _state(searchers: Mapping[str, Searcher]) -> str:
    return "-".join(str(each.library.generation) for each in searchers.values())


def _without(whole: Searcher, documents: frozenset[str]) -> Searcher:
    """A searcher of a copy, with the same models; the library itself where none of these documents is in it."""
    if not documents & {one.id for one in whole.library.documents()}:
        return whole
    return whole.over(Apart(whole.library.folder, documents))
