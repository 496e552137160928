"""Who leads or wrote a paper, as its cover sheet says."""

from __future__ import annotations

from collections.abc import Iterator

from search.answers.found import Found, place
from search.answers.model import Statement
from search.registers.entries import Wanted
from search.registers.papers import papers

NEAR = 3  # hits among which the paper stands that is asked about


def authors(found: Found) -> Iterator[Statement]:
    """The lead and the authors of the paper that one of the first passages stands under."""
    for hit in found.hits[:NEAR]:
        cited = hit.citation
        if not cited.date or not found.share(cited.title):
            continue
        asked = Wanted(body=cited.body, since=cited.date, until=cited.date)
        for entry in papers(found.connection, asked).entries:
            if place(entry.citation)[1:] == place(cited)[1:]:
                names = {"Lead": entry.paper.lead, "Authors": entry.paper.authors}
                for name, people in names.items():
                    if people:
                        yield Statement("presenter", f"{name}: {'; '.join(people)}", entry.citation, quoted=False)
                return
