"""Precedents for a proposal, over one state of a library."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import islice

from ingest.model import Proposal, long_date
from search.embed import Model
from search.precedents.asking import asking
from search.precedents.held import Held, HeldMatter
from search.precedents.matter import whole
from search.precedents.model import Matter, Precedent, Precedents
from search.precedents.near import contrary, near
from search.precedents.points import points
from search.precedents.wording import wording
from search.retrieve import View

NO_DECISIONS = "Looked through no decisions: none are held here."
MOST = 100  # precedents that can be asked for
# Where there is no precedent: passages of a plain search that are looked at, and matters that are shown of them.
FOUND, NEAREST = 5, 2
Search = Callable[[str], Sequence[int]]  # the rows of the passages that a plain search finds for a text, best first


def precedents(
    view: View, model: Model, held: Held, proposal: Proposal, k: int = 10, search: Search = lambda text: ()
) -> Precedents:
    """The k matters (1 to 100) nearest to a proposal, strongest first; see chosen for contrary ones.

    Where there is none, what search finds for the first thing that is asked says which matters are nearest.
    """
    asked = asking(proposal)
    found = near(view, model, held, asked)
    k = max(1, min(k, MOST))
    made = (
        Precedent(rank, how.total, whole(view.connection, held, one), points(held, asked, one, how))
        for rank, (one, how) in enumerate(found, start=1)
        if rank <= k or _may_be_contrary(one)
    )
    kept = chosen(made, k)
    said = wording(view.connection, held, asked) if asked.texts else ()
    nearest = () if kept else tuple(_nearest(view, held, asked.texts, search))
    return Precedents(proposal, kept, said, looked(held), nearest)


def _nearest(view: View, held: Held, texts: Sequence[str], search: Search) -> Iterable[Matter]:
    rows = [row for text in texts[:1] for row in search(text)[:FOUND]]
    of = {row: one for one in held.matters for row in (*one.passages, *one.spoken) if row in rows}
    matters = {of[row].address: of[row] for row in rows if row in of}
    return (whole(view.connection, held, one) for one in islice(matters.values(), NEAREST))


def chosen(ranked: Iterable[Precedent], k: int) -> tuple[Precedent, ...]:
    """The first k of some precedents in their order, numbered from 1.

    Where none of them is contrary and a later one is, the first such one takes the last place: approvals alike, however
    many, do not hide that the like was once refused, put off or limited.
    """
    rest = iter(ranked)
    first = list(islice(rest, k))
    if len(first) == k and not any(one.matter.contrary for one in first):
        other = next((one for one in rest if one.matter.contrary), None)
        first[-1:] = [other] if other else first[-1:]
    return tuple(replace(one, rank=rank) for rank, one in enumerate(first, start=1))


def _may_be_contrary(one: HeldMatter) -> bool:
    """Whether a matter is worth reading whole to see: its decisions say so, or less may be given than papers ask."""
    return bool(one.papers) or contrary(one)


def looked(held: Held) -> str:
    """What was looked through, in one sentence.

    >>> looked(Held((), (), (), {}, {}, {}, {}, {}, {}, {}))
    'Looked through no decisions: none are held here.'
    """
    decisions = sum(len(one.rows) for one in held.matters)
    if not decisions:
        return NO_DECISIONS
    # a meeting without a date is told from others by its document
    meetings = len({(one.body, one.date, "" if one.date else one.document) for one in held.matters})
    return f"Looked through {_counted(decisions, 'decision')} of {_counted(meetings, 'meeting')}{_days(held)}."


def _days(held: Held) -> str:
    days: Sequence[str] = sorted(one.date for one in held.matters if one.date)
    if not days:
        return ""
    first, last = long_date(days[0]), long_date(days[-1])
    return f", {first} to {last}" if first != last else f", {first}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
