"""The plainest answer: the words of the best passage, and of the ones after it."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from search.answers.attendance import initialled
from search.answers.found import Found
from search.answers.model import Kind, Role, Statement

LIKE = 0.5  # of what the hit most about the question holds of its words, which a passage needs to stand beside
FIRST = 3  # ranks whose passages need not hold the question's own words: they rank high for what they mean
SHOWN = 3  # passages in all that an answer shows; a question of several parts shows one for each


def best(found: Found) -> tuple[Kind, tuple[Statement, ...]] | None:
    """The best passages that their pages print, None where there is none. What a paper asks for is said to be that."""
    quotes = tuple(quoted(found, "passage", SHOWN + max(0, len(found.query.parts) - 1)))
    if not quotes:
        return None
    kind: Kind = "recommendation" if quotes[0].role == "recommendation" else "passage"
    return kind, (*quotes[:1], *initialled(found, quotes[:1]), *quotes[1:])


def quoted(found: Found, role: Role, most: int, shown: Collection[str] = ()) -> Iterator[Statement]:
    """At most so many passages in rank order, the first in its role and the others beside it.

    shown are passages that the answer holds already.
    """
    first = True
    least = LIKE * max((found.about(hit) for hit in found.hits), default=0.0)
    for hit in found.hits:
        if most <= 0:
            return
        further = (role == "also" or not first) and hit.rank > FIRST
        if hit.id in shown or (further and (found.about(hit) < least or (least and not found.share(hit.text)))):
            continue
        asked = hit.kind == "recommendation"
        for quote in found.quoted(hit, "recommendation" if asked else role if first else "also"):
            yield quote
            first, most = False, most - 1
