"""What was decided: the resolution in its own words, all of it, with what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.model import long_date
from search.answers.found import Found, place
from search.answers.model import Statement
from search.answers.prints import letters
from search.answers.recommended import resolved_by
from search.model import Citation
from search.registers.decisions import decisions_under
from search.registers.entries import DecisionEntry

NEAR = 5  # hits among which a resolution may stand that answers
LIKE = 0.8  # of what the hit most about the question holds of its words, which an item needs to answer it
MOST = 20  # decisions of one item that are shown


def decided(found: Found) -> tuple[Statement, ...]:
    """All decisions of the item that the question is about, () where no resolution among the first hits fits it.

    What a paper asks for is no decision; where minutes resolved it, theirs is shown.
    """
    items = [item for part in _by_period(found) if (item := resolution(part))]
    if items:
        said = [one for item in dict.fromkeys(items) for one in under(found, item)]
        return tuple(dict.fromkeys([*said, *(_elsewhen(found, items[0], said) if said else ())]))
    first = found.hits[0]
    resolved = resolved_by(found, first) if first.kind == "recommendation" else None
    return under(found, resolved) if resolved and found.asked_of(resolved) else ()


def _elsewhen(found: Found, item: Citation, said: Sequence[Statement]) -> Iterator[Statement]:
    """What the same body resolved on the same matter at other meetings, where no link of the register tells of it."""
    known = {letters(one.text) for one in said if one.role in ("resolution", "earlier", "followed")}
    shown = {one.passage for one in said}
    least = LIKE * max((found.about(hit) for hit in found.hits), default=0.0)
    for hit in found.hits:
        cited = hit.citation
        alike = hit.kind == "decision" and (cited.body, cited.title) == (item.body, item.title) and cited.date
        if not alike or cited.date == item.date or hit.id in shown or found.about(hit) < least:
            continue
        if not any(one in letters(hit.text) for one in known):
            yield from found.quoted(hit, "followed" if cited.date > item.date else "earlier")


def _by_period(found: Found) -> list[Found]:
    """The passages for each of several periods that the question names; all of them where it names one or none."""
    times = [one for one in found.query.of("period") if one.held]
    if len(times) < 2:
        return [found]
    parts = [[hit for hit in found.hits if one.first <= hit.citation.date <= (one.last or "9999")] for one in times]
    return [replace(found, hits=tuple(part)) for part in parts if part] or [found]


def under(found: Found, cited: Citation) -> tuple[Statement, ...]:
    """The decisions of the item that a citation names, with what is known of them; () where none is printed there."""
    entries = decisions_under(found.connection, cited)[:MOST]
    kept = [(entry, quotes) for entry in entries if (quotes := resolution_of(found, entry))]
    if not kept:
        return ()
    resolved: list[Statement] = []
    for statement in (one for _, quotes in kept for one in quotes):
        introduced = [one.text for one in resolved if one.role == "lead"][-1:]
        if statement.role != "lead" or [statement.text] != introduced:
            resolved.append(statement)
    return tuple(dict.fromkeys([*resolved, *_fields(found, [entry for entry, _ in kept])]))


def resolution(found: Found) -> Citation | None:
    """The item that answers: that of the first hit which is a resolution, or was said under an item that has one.

    Either must be about the question nearly as much as the hit that is most so; a decision on a like matter is none.
    """
    near = [hit for hit in found.hits[:NEAR] if found.asked_of(hit.citation)]
    held = {hit.id: found.about(hit) for hit in found.hits[:NEAR]}
    most = max(held.values(), default=0.0)
    fullest = {place(hit.citation) for hit in near if held[hit.id] >= LIKE * most and hit.citation.date}
    for hit in near:
        if hit.kind == "decision" and (held[hit.id] >= LIKE * most or place(hit.citation) in fullest):
            return hit.citation
    first = near[0] if near else None
    if first and first.kind in ("discussion", "action") and place(first.citation) in fullest:
        return first.citation
    return None


def resolution_of(found: Found, entry: DecisionEntry) -> tuple[Statement, ...]:
    """A decision in its own words, after the line that introduces it; () where its page does not print it."""
    made, cited = entry.decision, entry.citation
    if not found.prints.holds(cited.document, made.spans, made.text):
        return ()
    passage = found.prints.passage_at(cited.document, made.spans)
    said = Statement("resolution", made.text, cited, True, passage, made.verb)
    if made.lead and found.prints.page_holds(cited, made.lead):
        return Statement("lead", made.lead, cited, True, passage), said
    return (said,)


def _fields(found: Found, entries: Sequence[DecisionEntry]) -> Iterator[Statement]:
    cited = entries[0].citation
    if cited.presenters:
        yield Statement("presenter", "; ".join(cited.presenters), cited, quoted=False)
    for entry in entries:
        vote = entry.decision.vote
        if vote and vote not in entry.decision.text and found.prints.page_holds(entry.citation, vote):
            yield Statement("vote", vote, entry.citation)
    yield _state(entries[0])
    for entry in entries:
        if entry.amendment and entry.confirmed_by and found.prints.page_holds(entry.confirmed_by, entry.amendment):
            yield Statement("amended", entry.amendment, entry.confirmed_by)
        for earlier in entry.follows:
            if earlier.text and found.prints.page_holds(earlier.citation, earlier.text):
                yield Statement("earlier", earlier.text, earlier.citation)
        for later in entry.followed_by:
            if later.text and found.prints.page_holds(later.citation, later.text):
                yield Statement("followed", later.text, later.citation)


def _state(entry: DecisionEntry) -> Statement:
    if entry.confirmed_by:
        by = entry.confirmed_by
        return Statement("state", f"confirmed by {by.body} on {long_date(by.date)}", by, quoted=False)
    if entry.state == "confirmed":
        return Statement("state", "confirmed, as their own title says", entry.citation, quoted=False)
    return Statement("state", "draft; no later minutes here confirm them", entry.citation, quoted=False)
