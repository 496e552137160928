"""Whether the matters found for a request are the precedents that a judge named.

The rule. A judged matter is one item of one meeting of one body; a matter found is that one where the day, the item's
number and the body agree (bodies as `judge.same_body` has them). A matter that the judge marked as partly right counts
neither for nor against and is taken out of the list first.

- precision@3: of the first three found, or of fewer where fewer are found, the share that are judged relevant; 0 where
  nothing is found although something is relevant;
- recall@5: relevant matters among the first five found, over the relevant ones, of which five count at most;
- contrary: 1 where every matter that is judged contrary is somewhere in the list, or among the nearest that are shown
  where the list is empty, else 0;
- none found: for a request without anything relevant, 1 where nothing is found, else 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from search.judge import same_body, same_item
from search.precedents.model import Matter

PRECISION, RECALL = 3, 5


@dataclass(frozen=True, slots=True)
class Place:
    """The matter that a judge means: the ISO day of the meeting, its body, the item's number."""

    date: str
    body: str
    item: str

    def is_at(self, matter: Matter) -> bool:
        """Whether a matter is this one."""
        cited = matter.citation
        return (
            matter.date == self.date
            and same_body(matter.body or cited.body, self.body)
            and same_item(cited.item, self.item)
        )


@dataclass(frozen=True, slots=True)
class JudgedRequest:
    """A request with the matters that are precedents for it, the contrary ones among them, and those partly so.

    request is a sentence, or the name of the draft's file.
    """

    id: str
    request: str
    draft: bool
    kind: str
    relevant: tuple[Place, ...]
    contrary: tuple[Place, ...] = ()
    partly: tuple[Place, ...] = ()


def figures(judged: JudgedRequest, found: Sequence[Matter], nearest: Sequence[Matter] = ()) -> dict[str, float]:
    """The measures that apply to a request, each in [0, 1], for the matters found, best first.

    nearest are those that are shown where none is found; they count as shown, not as found.
    """
    if not judged.relevant:
        return {"none_found": float(not found)}
    counted = [matter for matter in found if not _any(judged.partly, matter)]
    first = [_any(judged.relevant, matter) for matter in counted[:PRECISION]]
    held = [place for place in judged.relevant if any(place.is_at(matter) for matter in counted[:RECALL])]
    out = {
        f"precision@{PRECISION}": sum(first) / len(first) if first else 0.0,
        f"recall@{RECALL}": min(len(held) / min(RECALL, len(judged.relevant)), 1.0),
    }
    if judged.contrary:
        out["contrary"] = float(all(_shown(place, (*found, *nearest)) for place in judged.contrary))
    return out


def _shown(place: Place, matters: Sequence[Matter]) -> bool:
    return any(place.is_at(matter) for matter in matters)


def missed(judged: JudgedRequest, found: Sequence[Matter]) -> tuple[Place, ...]:
    """The relevant matters that are not among the first five, and contrary ones that are nowhere in the list."""
    late = (place for place in judged.relevant if not any(place.is_at(matter) for matter in found[:RECALL]))
    hidden = (place for place in judged.contrary if not any(place.is_at(matter) for matter in found))
    return tuple(dict.fromkeys((*late, *hidden)))


def wrong(judged: JudgedRequest, found: Sequence[Matter]) -> tuple[Matter, ...]:
    """The matters among the first three that are no precedents."""
    return tuple(matter for matter in found[:PRECISION] if not _any((*judged.relevant, *judged.partly), matter))


def _any(places: Sequence[Place], matter: Matter) -> bool:
    return any(place.is_at(matter) for place in places)
