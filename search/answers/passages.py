"""The plainest answer: the words of the best passage."""

from __future__ import annotations

from search.answers.found import Found
from search.answers.model import Kind, Statement


def best(found: Found) -> tuple[Kind, tuple[Statement, ...]] | None:
    """The best passage that its pages print, None where there is none. What a paper asks for is said to be that."""
    for hit in found.hits:
        asked = hit.kind == "recommendation"
        quoted = found.quoted(hit, "recommendation" if asked else "passage")
        if quoted:
            return "recommendation" if asked else "passage", quoted
    return None
