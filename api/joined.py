"""What several collections give, as one: results are merged by rank, never by score."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import chain, zip_longest

from ingest.model import Proposal
from search.find import BEHIND, DEEPEST
from search.model import UNDATED, Answer, Answered, Coverage, Facets, Hit, Precedents, Query, Reason, Refused, Results
from search.paging import doubted
from search.precedents.find import NO_DECISIONS, chosen
from search.precedents.wording import MOST
from search.within import in_order

# Why there is no answer, the reason that says most first: it is given where collections differ.
TELLING: tuple[Reason, ...] = ("false_premise", "not_recorded", "outside_coverage", "nothing_found", "empty_library")


def results_joined(found: Sequence[Results]) -> Results:
    """The whole results of one question over all collections; a suggestion only where the answer is still doubted."""
    if len(found) == 1:
        return found[0]
    answer = answers_joined(found[0].answer.question, [one.answer for one in found])
    better = next((one.suggestion for one in found if one.suggestion), "") if doubted(answer) else ""
    every = merged([one.passages for one in found], DEEPEST)
    understood = readings_joined([one.understood for one in found])
    return replace(found[0], understood=understood, answer=answer, passages=every, total=len(every), suggestion=better)


def answers_joined(question: str, answers: Sequence[Answer]) -> Answer:
    """One answer of several: the first that is more than a passage, else the first; behind it the passages of all."""
    if len(answers) == 1:
        return answers[0]
    answered = [answer for answer in answers if isinstance(answer, Answered)]
    if answered:
        best = next((answer for answer in answered if answer.kind != "passage"), answered[0])
        order = [best, *(answer for answer in answered if answer is not best)]
        return replace(best, hits=merged([answer.hits for answer in order], BEHIND))
    refused = [answer for answer in answers if isinstance(answer, Refused)]
    best_told = min(refused, key=lambda answer: TELLING.index(answer.reason))
    nearest = merged([answer.nearest for answer in refused], BEHIND)
    coverage = coverages_joined([answer.coverage for answer in refused])
    return replace(best_told, question=question, coverage=coverage, nearest=nearest)


def readings_joined(read: Sequence[Query]) -> Query:
    """A question as the collections together understand it: what one of them holds, else what the first took it for."""
    first, *others = read
    constraints = {one.key: one for query in read for one in query.constraints if one.held}
    constraints |= {one.key: one for one in first.constraints if one.key not in constraints}
    strange = tuple(word for word in first.strange if all(word in other.strange for other in others))
    return replace(first, constraints=tuple(constraints.values()), strange=strange) if others else first


def facets_joined(found: Sequence[Facets]) -> Facets:
    """The values of all collections, each once."""
    years = {year for one in found for year in one.years}
    return in_order(
        {name for one in found for name in one.bodies},
        (*sorted(years - {UNDATED}, reverse=True), *({UNDATED} & years)),
        {kind for one in found for kind in one.kinds},
        {name for one in found for name in one.presenters},
    )


def coverages_joined(held: Sequence[Coverage]) -> Coverage:
    """What all collections hold together."""
    dates = [day for each in held for day in (each.first, each.last) if day]
    return Coverage(
        sum(each.documents for each in held),
        sum(each.pages for each in held),
        sum(each.passages for each in held),
        sum(each.meetings for each in held),
        min(dates, default=""),
        max(dates, default=""),
    )


def precedents_joined(proposal: Proposal, found: Sequence[Precedents], k: int) -> Precedents:
    """The precedents of all collections dealt out in turn, first ranks first, the strongest contrary one among them.

    The wordings most used come first; what was looked through is said of each collection.
    """
    if len(found) == 1:
        return found[0]
    dealt = [one for one in chain.from_iterable(zip_longest(*(each.precedents for each in found))) if one is not None]
    wording = sorted(chain(*(each.wording for each in found)), key=lambda one: -len(one.citations))
    looked = " ".join(each.looked for each in found)
    nearest = () if dealt else tuple(one for each in found for one in each.nearest)
    return Precedents(proposal, chosen(dealt, k), tuple(wording[:MOST]), looked or NO_DECISIONS, nearest)


def merged(rankings: Collection[tuple[Hit, ...]], k: int) -> tuple[Hit, ...]:
    """The rankings dealt out in turn, first ranks first, and numbered again."""
    dealt = [hit for hit in chain.from_iterable(zip_longest(*rankings)) if hit is not None]
    return tuple(replace(hit, rank=rank) for rank, hit in enumerate(dealt[:k], start=1))
