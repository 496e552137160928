"""What a question is about, by its words without those that only say what is asked of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from search.answers.found import Found
from search.answers.model import Statement
from search.model import Hit
from search.rank.signals import rarity
from search.rank.stems import asked_stems, stems

# Words that only say what kind of figure is asked.
ASKING = frozenset(
    asked_stems(
        ["how much many cost costs pound paid pay money price worth spend spent amount more extra go into number"]
    )
)
_PASSAGES = "SELECT coalesce(sum(passages), 0) FROM documents"
_END = re.compile(r"(?<=[.;?!])\s+(?=[A-Z£•\"'(\[])|\n(?=[^a-z])|(?=•)")


@dataclass(frozen=True, slots=True)
class Matter:
    """The stems that a matter is told by, each with a weight above 0, higher for a rarer one.

    alike are the stems of each abbreviation as the question has it, and as papers may write it instead.
    """

    weights: Mapping[str, float]
    alike: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()

    def share(self, *texts: str) -> float:
        """Which share of the matter the texts hold together, in [0, 1]; 0 where there is none."""
        held = frozenset(stems(" ".join(texts)))
        held = held.union(*(printed for printed, other in self.alike if other and other <= held))
        every = sum(self.weights.values())
        return sum(weight for stem, weight in self.weights.items() if stem in held) / every if every else 0.0


def passages(found: Found) -> int:
    """How many passages there are, those of superseded documents among them; none of them is counted anew."""
    return int(found.connection.exec_driver_sql(_PASSAGES).scalar() or 0)


def matter(found: Found, text: str, apart: Collection[str] = ()) -> Matter:
    """The matter of a text, the question or a part of it, without some stems."""
    total = passages(found)
    kept = [stem for stem in asked_stems([text]) if stem not in apart]
    held = found.counts(kept)
    weights = {stem: rarity(total, min(total, held.get(stem, 0))) for stem in kept}
    spots = found.query.of("abbreviation")
    return Matter(weights, tuple((frozenset(stems(one.printed)), frozenset(asked_stems([one.value]))) for one in spots))


def sentences(text: str) -> list[str]:
    """Sentences, bullets and lines in order; a line that begins in lower case goes on with the one before it."""
    return [one.strip() for one in _END.split(text) if one.strip()]


def around(text: str) -> list[tuple[str, str]]:
    """Each sentence, and the same with its neighbours."""
    parts = sentences(text)
    return [(part, " ".join(parts[max(0, at - 1) : at + 2])) for at, part in enumerate(parts)]


def contrary(found: Found, hit: Hit, text: str = "") -> tuple[Statement, ...]:
    """A sentence of a passage, or all of it, as what the record says; () where its pages do not print it."""
    return (Statement("contrary", text or hit.text, hit.citation, True, hit.id),) if found.prints.holds_hit(hit) else ()
