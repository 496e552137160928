"""What is new in the papers, as feeds: decisions, and the passages of a search that is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from search.model import Citation, DecisionEntry, Hit, Narrowed, StoredDocument, Wanted
from web.address import cited, spanned, with_query
from web.atom import NEVER, Entry, Feed
from web.site import Site

NEWEST = 100  # decisions of one feed
LOOKED_AT = 1_000  # decisions of the newest meetings among which those are looked for that came last
NEAREST = 30  # passages that fit a search best; those further down would be new without being of it


@dataclass(frozen=True, slots=True)
class Arrivals:
    """When each document came, by its id: ISO times with their zone."""

    added: dict[str, str]

    @classmethod
    def of(cls, documents: Iterable[StoredDocument]) -> Arrivals:
        """Of documents."""
        return cls({document.id: document.added for document in documents})

    def time(self, citation: Citation | None) -> str:
        """When the document came that a citation names."""
        return self.added.get(citation.document, NEVER) if citation else NEVER


def decisions(
    found: Sequence[DecisionEntry], wanted: Wanted, arrivals: Arrivals, site: Site, most: int = NEWEST
) -> Feed:
    """The decisions that came last; one is changed when a later meeting approves the minutes that print it."""
    fields = {name: getattr(wanted, name) for name in ("body", "since", "until", "verb", "person", "text", "status")}
    said = ", ".join(value for value in fields.values() if value)
    seen: Counter[str] = Counter()
    entries = [_decision(one, arrivals, site, seen) for one in found]
    entries.sort(key=lambda entry: entry.updated, reverse=True)
    return Feed(
        f"Decisions: {said}" if said else "Decisions",
        f"What was decided, from the minutes held by {site.named}",
        with_query("/feeds/decisions.atom", **fields),
        with_query("/decisions", **fields),
        site.organisation or site.service,
        tuple(entries[:most]),
    )


def search(hits: Sequence[Hit], question: str, narrowed: Narrowed, came: Mapping[str, str], site: Site) -> Feed:
    """The passages that fit a search best, those first whose words came last, which came gives by the passages' ids."""
    fields = {"q": question, "body": narrowed.body, "year": narrowed.year}
    fields |= {"kind": narrowed.kind, "presenter": narrowed.presenter}
    said = f" ({narrowed.said})" if narrowed.anything else ""
    newest = sorted(hits, key=lambda hit: (came.get(hit.id, NEVER), hit.citation.date, -hit.rank), reverse=True)
    seen: Counter[str] = Counter()
    return Feed(
        f"Search: {question}{said}",
        f"Passages found by {site.named}. They are near to what was asked and need not answer it",
        with_query("/feeds/search.atom", **fields),
        with_query("/search", **fields),
        site.organisation or site.service,
        tuple(_passage(hit, came.get(hit.id, NEVER), site, seen) for hit in newest),
    )


def _decision(one: DecisionEntry, arrivals: Arrivals, site: Site, seen: Counter[str]) -> Entry:
    """Known by its meeting, item and words, so that another printing of the same minutes is not news."""
    at, words = one.citation, one.decision
    meeting = (at.body, at.date) if at.date else (at.body, at.document)
    key = "\x1f".join(("decision", *meeting, at.item, words.text))
    seen[key] += 1
    came = arrivals.time(at)
    state = "From confirmed minutes." if one.state == "confirmed" else "From draft minutes, not confirmed yet."
    more = [part for part in (words.condition, words.vote) if part not in words.text]
    amended = f"To be changed in these minutes: {one.amendment}" if one.amendment else ""
    quoted = "\n\n".join(part for part in (words.lead, words.text, *more) if part)
    parts = (quoted, amended, state, f"{at.file}, {at.sheet}.")
    return Entry(
        key if seen[key] == 1 else f"{key}\x1f{seen[key]}",
        f"{'Decided' if words.verb == 'other' else words.verb.capitalize()}: {at.place}",
        spanned(at.document, words.spans),
        at.body or site.organisation or site.service,
        "\n\n".join(part for part in parts if part),
        came,
        max(came, arrivals.time(one.confirmed_by)),
        words.verb,
        quoted,
    )


def _passage(hit: Hit, came: str, site: Site, seen: Counter[str]) -> Entry:
    """Known by its meeting, item and words, so that a newer version or another printing of a paper is not news."""
    at = hit.citation
    key = "\x1f".join(("passage", at.body, at.date, at.item, at.title, " ".join(hit.text.split())))
    seen[key] += 1
    return Entry(
        key if seen[key] == 1 else f"{key}\x1f{seen[key]}",
        at.place,
        cited(at, hit.id),
        at.body or site.organisation or site.service,
        f"{hit.text}\n\n{at.file}, {at.sheet}.",
        came,
        came,
        hit.kind,
        hit.text,
    )
