"""What is new of a topic, as the feed of it and the letters about it tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from search.model import Narrowed, Slice, Topic, Wanted
from web import feeds, followed
from web.atom import Feed
from web.catalogue import Catalogue
from web.feeds import LOOKED_AT, NEAREST, NEWEST, Arrivals
from web.registers import Registers
from web.site import Site


@dataclass(frozen=True, slots=True)
class News:
    """What the libraries of one reader hold of a topic."""

    catalogue: Catalogue
    registers: Registers
    site: Site

    def of(self, topic: Topic, most: int = NEWEST) -> Feed:
        """Its entries, those first that came last, at most so many."""
        arrivals, site = Arrivals.of(self.catalogue.documents()), self.site
        if topic.kind == "search":
            given = (topic.field(name) for name in ("body", "year", "kind", "presenter"))
            narrowed = Narrowed(*given)
            question = topic.field("q")
            found = self.catalogue.find(question, NEAREST, narrowed=narrowed)
            came = self.catalogue.came([hit.id for hit in found.entries])
            return feeds.search(found.entries, question, narrowed, came, site)
        part = Slice(0, LOOKED_AT)
        if topic.kind == "decisions":
            wanted = Wanted(**dict(topic.fields))
            return feeds.decisions(self.registers.decisions(wanted, part).entries, wanted, arrivals, site, most)
        if topic.kind == "item":
            # the story stands oldest first, so the newest of it is its end
            wanted = Wanted(**dict(topic.fields))
            total = self.registers.timeline(wanted, Slice(0, 1)).total
            last = self.registers.timeline(wanted, Slice(max(0, total - LOOKED_AT), LOOKED_AT))
            return followed.returning(last.entries, topic, arrivals, site, most)
        if topic.kind == "actions":
            held = self.registers.actions(Wanted(**dict(topic.fields)), part)
            return followed.actions(held.entries, topic, arrivals, site, most)
        today = date.today().isoformat()
        held = self.registers.actions(Wanted(status="overdue", as_of=today, **dict(topic.fields)), part)
        return followed.overdue(held.entries, topic, arrivals, site, most)
