"""What is asked of an organisation that the papers seldom name, where no passage about the matter tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from search.answers.figures import NOT_TOLD
from search.answers.found import Found
from search.answers.matter import ASKING, Matter, matter, passages
from search.answers.refusals import refuse
from search.fulltext import having
from search.model import Hit, Refused
from search.rank.stems import stems

_KIND = r"(?:ICB|ICS|CCG|NHS|[Tt]rusts?|[Hh]ospitals?|[Cc]ouncil|University|Authority|Association|Agency|Registers)"
# The words of a name before the kind of organisation, or after it: "Upper Lower NHS Trust", "Registers of Somewhere".
_NAME = re.compile(
    rf"\b(?P<name>[A-Z][\w'-]{{1,40}}(?:,? (?:(?:and|of|&) )?[A-Z][\w'-]{{1,40}}){{0,6}}) {_KIND}\b|"
    rf"\b{_KIND} of (?P<of>[A-Z][\w'-]{{1,40}}(?: (?:and )?[A-Z][\w'-]{{1,40}}){{0,4}})"
)
_OPENING = re.compile(
    r"^(?:(?:What|Who|How|Why|When|Where|Which|Did|Does|Do|Is|Are|Was|Were|Has|Have|The|At|In|For|Of|And|Our)\b\s*)+"
)
_PLAIN = frozenset(stems("NHS trust foundation hospital council ICB integrated care board university and of the"))
_KINDS = re.compile(rf"\b{_KIND}\b")
# An organisation of which papers speak without its name is named often; only one that is not can be told to be missing.
SELDOM, SHARE = 20, 0.01
MOST = 3  # organisations of one question: more is a text, not a question
REST = 0.3  # share of the rest of the matter that a passage which names the organisation needs to tell of it
OTHERS = 0.75  # share of the rest that a passage of others holds where it is told of them alone

Name = tuple[str, ...]  # stems side by side


def elsewhere(found: Found) -> Refused | None:
    """A refusal where the question asks of such an organisation, and what is found is of others."""
    for printed, names in islice(_organisations(found), MOST):
        if all(names) and _seldom(found, names) and not _told_of(found, printed, names):
            said = f"No passage about this tells of {printed}."
            return refuse(found.connection, found.query, "not_recorded", found.hits, explained=said)
    return None


def _organisations(found: Found) -> Iterator[tuple[str, list[Name]]]:
    """Each organisation as the question has it, with the names that passages may have it by."""
    spots = found.query.of("abbreviation")
    for one in _NAME.finditer(found.query.words):
        printed = _OPENING.sub("", one["name"] or one["of"]).strip(" ,")
        if printed and not printed.isupper():
            others = [_told(spot.value) for spot in spots if printed.casefold() in spot.printed.casefold()]
            yield printed, [_told(printed), *others]
    for spot in spots:
        if spot.printed.isupper() and _KINDS.search(spot.value):
            yield spot.printed, [_told(spot.printed), _told(spot.value)]


def _told(name: str) -> Name:
    return tuple(stem for stem in stems(name) if stem not in _PLAIN)


def _seldom(found: Found, names: Sequence[Name]) -> bool:
    """Whether few passages of the library hold all the words of a name."""
    return having(found.connection, names) <= max(1, min(SELDOM, SHARE * passages(found)))


def _told_of(found: Found, printed: str, names: Sequence[Name]) -> bool:
    """Whether a passage that names it may tell what is asked: one does, and no passage of others tells it better."""
    lists = () if found.query.intent == "person" else NOT_TOLD
    naming = [hit for hit in found.hits if hit.kind not in lists and any(_holds(hit, name) for name in names)]
    apart = {stem for name in names for stem in name} | set(stems(printed)) | _PLAIN | ASKING
    rest = matter(found, found.query.words, frozenset(apart))
    if not naming or not rest.weights:
        return bool(naming)
    ids = {hit.id for hit in naming}
    others = [hit for hit in found.hits if hit.id not in ids]
    return _most(rest, naming) >= REST or _most(rest, others) < OTHERS


def _most(rest: Matter, hits: Sequence[Hit]) -> float:
    return max((rest.share(hit.text, *hit.headings) for hit in hits), default=0.0)


def _holds(hit: Hit, name: Name) -> bool:
    """Whether a passage or its place has the words of the name side by side."""
    held = _told(" ".join((hit.text, hit.citation.title, hit.citation.body, *hit.headings)))
    return any(held[at : at + len(name)] == name for at in range(len(held) - len(name) + 1))
