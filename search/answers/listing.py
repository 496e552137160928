"""Several things of one kind: decisions of the register with a verb, in a period, of a body and about a subject."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from search.answers.decided import resolution_of
from search.answers.found import Found
from search.answers.item import TELLING, stretch
from search.answers.model import Statement
from search.answers.passages import quoted
from search.answers.verbs import SUPPOSED, verbs_of
from search.answers.weights import stems
from search.registers.decisions import decisions
from search.registers.entries import DecisionEntry, Slice, Wanted

MOST = 12  # entries that are shown
READ = 400  # newest decisions of a verb, period and body among which those about the subject are looked for
ABOUT = 0.5  # share of the subject's words that a decision and its item's title must hold
PASSAGES = 5  # passages that are shown where the list is not of decisions
# Words that name what is listed, and no subject.
_GENERAL = stems("decisions decided resolutions things matters items board committee panel group meeting meetings list")


def listed(found: Found) -> tuple[Statement, ...]:
    """The decisions asked for, newest meeting first, with how many there are; else the first passages as a list."""
    entries = list(_decisions(found))
    kept = [(entry, quotes) for entry in entries[:MOST] if (quotes := resolution_of(found, entry))]
    if not kept:
        return _passages(found)
    said = f"{len(entries)} decisions" if len(entries) > 1 else "1 decision"
    shown = f", of which {len(kept)} are shown" if len(kept) < len(entries) else ""
    count = Statement("count", said + shown, kept[0][0].citation, quoted=False)
    return (count, *dict.fromkeys(statement for _, quotes in kept for statement in quotes))


def _passages(found: Found) -> tuple[Statement, ...]:
    """What stands under the item of the first passage that is more than a line of an agenda, from there on."""
    first = next((hit for hit in found.hits if hit.kind not in ("contents", "agenda item")), None)
    if first is None:
        return ()
    if first.kind not in TELLING:
        return tuple(quoted(replace(found, hits=tuple(found.hits[first.rank - 1 :])), "entry", PASSAGES))
    under = [hit for hit in stretch(found, first.citation) if hit.kind in TELLING]
    at = next((at for at, hit in enumerate(under) if hit.id == first.id), 0)
    start = max(0, min(at, len(under) - PASSAGES))
    return tuple(quote for hit in under[start : start + PASSAGES] for quote in found.quoted(hit, "entry"))


def _decisions(found: Found) -> Iterator[DecisionEntry]:
    verbs = verbs_of(found.query.words)
    if not verbs:
        return
    times = [one for one in found.query.of("period") if one.held]
    bodies = [one.value for one in found.query.of("body") if one.held]
    since, until = (times[0].first, times[0].last) if times else ("", "")
    asked = Wanted(body=bodies[0] if bodies else "", since=since, until=until)
    subject = _subject(found)
    for entry in decisions(found.connection, asked, Slice(0, READ)).entries:
        if entry.decision.verb in verbs and _about(subject, entry):
            yield entry


def _subject(found: Found) -> frozenset[str]:
    """What the decisions are to be about: the question's words without its verb, body, period and words of the list."""
    taken = [one.printed for kind in ("body", "period") for one in found.query.of(kind)]
    said = found.query.words
    for words in taken:
        said = said.replace(words, " ")
    return stems(SUPPOSED.sub(" ", said)) - _GENERAL


def _about(subject: frozenset[str], entry: DecisionEntry) -> bool:
    words = stems(f"{entry.decision.text} {entry.citation.title}")
    return not subject or len(subject & words) >= ABOUT * len(subject)
