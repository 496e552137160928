"""Whether what the model wrote stands in the passages that it cites. Anything doubtful is dropped.

A sentence stands where its words, figures, names and dates are those of one stretch of one cited passage, in the same
order, from the stretch's beginning to its end or to a place where it may be cut. It may put plain words for official
ones, leave out what stands in brackets, and, where it states a decision, say in front when and by whom.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from api.phrasing.model import Dropped, Phrased, Sentence
from api.phrasing.places import openings
from api.phrasing.spoken import spoken
from api.phrasing.stretches import Stretch, stretches
from api.phrasing.tokens import Token, tokens
from api.phrasing.vocabulary import AUXILIARY, FREE, OPENING, guarded
from search.model import Hit

SHORTEST = 3  # tokens of a sentence
_PASSIVE = frozenset(["was", "were", "is", "are", "be", "been", "being"])


def checked(lines: Iterable[str], passages: Sequence[Hit]) -> Phrased | None:
    """The sentences among the lines that stand, None where none does."""
    results = [check(line, passages) for line in lines]
    stand = tuple(dict.fromkeys(result for result in results if isinstance(result, Sentence)))
    return Phrased(stand, sum(isinstance(result, Dropped) for result in results)) if stand else None


def check(line: str, passages: Sequence[Hit]) -> Sentence | Dropped:
    """One line of the model's as a sentence with the citations that bear it, or why it is dropped.

    A citation that exists but does not bear the sentence is left out; one that does not exist drops it.
    """
    said = spoken(line)
    if isinstance(said, Dropped):
        return said
    text, numbers = said
    ranks = {hit.rank: hit for hit in passages}
    if not set(numbers) <= set(ranks):
        return Dropped("unknown_citation")
    words = tokens(text)
    decides = any(word.deciding for word in words)
    cited = [ranks[number] for number in numbers if not decides or ranks[number].kind == "decision"]
    if not cited:
        return Dropped("not_a_decision")
    bearing = tuple(hit.rank for hit in cited if _bears(hit, words, decides))
    return Sentence(text, bearing) if bearing else Dropped("unsupported")


def _bears(hit: Hit, words: list[Token], decides: bool) -> bool:
    if len(words) < SHORTEST:
        return False
    wanted = {keys for rest in openings(words, hit.citation, decides) for keys in _orders(rest)}
    return any(keys in wanted for stretch in stretches(hit.text) for keys in _parts(stretch, decides))


def _parts(stretch: Stretch, decides: bool) -> Iterator[tuple[str, ...]]:
    """What may be said of a stretch: all of it, or its beginning up to a place where it may be cut."""
    whole = stretch.tokens
    if stretch.taken_back and decides:
        return
    for end in range(1, len(whole) + 1):
        if end == len(whole) or _may_end(whole, end, decides):
            part = whole[:end]
            yield _keys(part)
            deep = [word for word in part if word.deep]
            if deep and not any(guarded(word.key) or word.deciding for word in deep):
                yield _keys([word for word in part if not word.deep])


def _may_end(whole: Sequence[Token], end: int, decides: bool) -> bool:
    """Whether what stands before whole[end] says the same with the rest left out."""
    after, last = whole[end], whole[end - 1]
    if after.key in AUXILIARY or any(guarded(word.key) for word in whole[end:]):
        return False
    if decides:
        # "The Board approved" leaves out what; "the plan was approved" does not.
        hanging = last.deciding and not (end > 1 and whole[end - 2].key in _PASSIVE)
        return not hanging and (after.stop or after.key == "and")
    return after.stop or after.key in OPENING


def _orders(words: Sequence[Token]) -> Iterator[tuple[str, ...]]:
    """The keys of a sentence in its own order, and with "£2 million of funding" as "funding of £2 million"."""
    kept = _keys(words)
    yield kept
    for place, key in enumerate(kept[:-2]):
        if key[0] in "£$€" and kept[place + 1] == "of":
            for end in range(place + 3, min(place + 7, len(kept)) + 1):
                yield (*kept[:place], *kept[place + 2 : end], "of", key, *kept[end:])


def _keys(words: Iterable[Token]) -> tuple[str, ...]:
    return tuple(word.key for word in words if word.key not in FREE)
