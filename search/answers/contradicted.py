"""A question that supposes what the minutes contradict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import Connection

from search.answers.decided import resolution_of
from search.answers.found import Found, found
from search.answers.model import Statement
from search.answers.refusals import refuse
from search.answers.verbs import SUPPOSED, Polarity, polarity, verbs_of, way_of
from search.answers.weights import stems
from search.engines.counted import Counts
from search.model import Hit, Refused
from search.registers.decisions import decisions_under
from search.registers.entries import DecisionEntry
from search.understand.query import Query

NEAR = 5  # hits under whose items the record is looked for
ABOUT = 0.6  # share of the words of the matter that a decision must hold to be about it
# Questions that take for granted what they ask about; a question whether something was refused supposes nothing.
_SUPPOSES = re.compile(
    r"^\s*(?:so |and |but )?(?:why|when|who|how come|for what reason|on what grounds|what reason)\b", re.IGNORECASE
)
_VOTED = re.compile(r"\bvot(?:ed?|es|ing)\b|\babstain\w*", re.IGNORECASE)
_WHICH = re.compile(
    r"^\s*which (?:[\w'-]+ ){0,2}?(?:members?|directors?|councillors?|people|trustees?|governors?)\b", re.IGNORECASE
)
# A vote with the name or the initials of one who cast it: "FP voted against", "voting for: First Person".
_NAMED = re.compile(
    r"\b[A-Z][\w.'-]{0,40} (?:[\w.'-]{1,40} )?(?:vot(?:ed|ing)|abstain)|"
    r"\b(?:vot(?:ed|ing) (?:for|against)|abstain\w*):? ?\(?[A-Z]"
)
_NO_VOTE = "The minutes record this decision, and no vote on it."
# What a record says of a matter that is still to be approved.
_PENDING = re.compile(
    r"\b(?:for|await\w*|before|pending|prior to|seek\w*|to be) (?:\w+ ){0,2}?"
    r"(?:approv\w*|adopt\w*|ratif\w*|sign(?:ed)?[- ]off)",
    re.IGNORECASE,
)
_GENERAL = stems("board committee panel group meeting council decision people anyone")


def contradicted(
    connection: Connection, query: Query, hits: Sequence[Hit], counts: Counts | None = None
) -> Refused | None:
    """A refusal where the question supposes that a body decided one way and its minutes record the other, else None.

    Where it asks who voted and the minutes record the decision without a vote, the vote is not recorded.
    """
    voted = bool(_VOTED.search(query.text))
    way = polarity(query.words)
    if not hits or not (_SUPPOSES.search(query.text) or (voted and _WHICH.search(query.text))) or not (way or voted):
        return None
    held = found(connection, query, hits, counts)
    about = _records(held)
    if not about:
        return None
    if voted:
        return _unvoted(held, about[0], any(entry.decision.vote for entry in about))
    against = _against(held, way, about) if way else None
    contrary = _contrary(held, against) if against else ()
    if not against or not contrary:
        return None
    went = f"that it was {against.decision.verb}" if way_of(against.decision.verb) else "no approval yet"
    return refuse(connection, query, "false_premise", hits, contrary, f"The minutes record {went}.")


def _unvoted(found: Found, entry: DecisionEntry, counted: bool) -> Refused | None:
    """A refusal where no vote is recorded, or the votes are only counted and it is asked whose they were."""
    asked = bool(_WHICH.search(found.query.text) or re.match(r"\W*who\b", found.query.text, re.IGNORECASE))
    if counted and (not asked or any(_NAMED.search(hit.text) for hit in found.hits[:NEAR])):
        return None
    said = "The minutes record how many voted, and not who." if counted else _NO_VOTE
    contrary = _contrary(found, entry)
    return refuse(found.connection, found.query, "not_recorded", found.hits, contrary, said) if contrary else None


def _against(found: Found, way: Polarity, about: Sequence[DecisionEntry]) -> DecisionEntry | None:
    """The record that went another way than is supposed, None where one went so or a passage says that it did."""
    ways = [way_of(entry.decision.verb) for entry in about]
    if way in ways or _told_so(found, way):
        return None
    for entry, went in zip(about, ways, strict=True):
        if went or (way == "for" and _PENDING.search(entry.decision.text)):
            return entry
    return None


def _contrary(found: Found, entry: DecisionEntry) -> tuple[Statement, ...]:
    made = entry.decision
    quotes = [one for one in resolution_of(found, entry) if one.role == "resolution" or not verbs_of(made.text)]
    return tuple(Statement("contrary", one.text, one.citation, True, one.passage, one.verb) for one in quotes)


def _records(found: Found) -> list[DecisionEntry]:
    """The decisions under the items of the first passages that are about the question's matter, the likest first."""
    matter = _matter(found.query)
    entries: dict[tuple[str, str], tuple[float, DecisionEntry]] = {}
    for hit in found.hits[:NEAR] if matter else ():
        if hit.citation.date and found.asked_of(hit.citation):
            for entry in decisions_under(found.connection, hit.citation):
                words = stems(f"{entry.decision.text} {entry.citation.title}")
                share = len(matter & words) / len(matter)
                if share >= ABOUT:
                    entries.setdefault((entry.citation.document, entry.decision.text), (share, entry))
    return [entry for _, entry in sorted(entries.values(), key=lambda one: -one[0])]


def _matter(query: Query) -> frozenset[str]:
    """The telling words of what was decided on: without the verb, and the body and period that it is asked of."""
    said = _VOTED.sub(" ", SUPPOSED.sub(" ", query.words))
    for one in (*query.of("body"), *query.of("period"), *query.of("person")):
        if one.source or one.kind == "person":
            said = said.replace(one.printed, " ")
    return stems(said) - _GENERAL


def _told_so(found: Found, way: Polarity) -> bool:
    """Whether a passage about the matter says in other words that it went the way that the question supposes."""
    matter = _matter(found.query)
    for hit in found.hits[:NEAR]:
        for sentence in re.split(r"(?<=[.;])\s+|\n", hit.text):
            about = len(matter & stems(f"{sentence} {hit.citation.title}")) >= ABOUT * len(matter)
            if about and polarity(sentence) == way and not _PENDING.search(sentence):
                return True
    return False
