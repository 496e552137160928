"""An answer in plain words, for `minutebook ask --phrase`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from api.commands.options import say

if TYPE_CHECKING:
    from api.phrasing.model import Phrased, Unphrased
    from api.settings import Settings
    from search.model import Answer


@dataclass(frozen=True, slots=True)
class Said:
    """What phrasing gave for an answer."""

    answer: Answer
    result: Phrased | Unphrased

    @property
    def fields(self) -> dict[str, Any]:
        """As api.phrasing.fields has them: phrased and phrased_reason."""
        from api.phrasing.fields import phrased_fields

        return phrased_fields(self.result)

    def show(self) -> None:
        """The sentences and where each can be checked, on standard output; why there are none, on standard error."""
        from api.phrasing.model import Unphrased
        from search.model import Answered

        if isinstance(self.result, Unphrased):
            say(f"not put in plain words: {self.result.reason.replace('_', ' ')}")
            return
        print(f"\nIn plain words: {self.result.text}")
        cited = {rank for sentence in self.result.sentences for rank in sentence.citations}
        for hit in self.answer.hits if isinstance(self.answer, Answered) else ():
            if hit.rank in cited:
                place = f"{hit.citation.place} - {hit.citation.sheet} of {hit.citation.file}"
                print(f"[{hit.rank}] {''.join(mark if mark.isprintable() else ' ' for mark in place)}")


def phrasing(chosen: Settings) -> Callable[[Answer], Said]:
    """What phrases an answer. Raises SwitchedOff, at once, where the settings do not allow it."""
    from api.phrasing.chosen import phraser

    asked = phraser(chosen, [chosen.collection])
    return lambda answer: Said(answer, asked.phrase(answer))
