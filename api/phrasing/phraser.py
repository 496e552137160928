"""An answer phrased: the model asked, and each of its lines checked as it comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from threading import BoundedSemaphore

from api.phrasing.checked import check
from api.phrasing.endpoint import Endpoint, Failed, pieces
from api.phrasing.model import Dropped, Phrased, Sentence, Unphrased
from api.phrasing.prompt import fitting, messages
from api.phrasing.spoken import LONGEST
from search.model import Answer, Answered

Step = Sentence | Phrased | Unphrased
AT_ONCE = 4  # answers that are phrased at the same time
MOST_SENTENCES = 12
MOST_LINES = 60  # that are dropped before the rest is not read any more
LONGEST_LINE = 4 * LONGEST  # characters


class Phraser:
    """Phrases answers by the model of one endpoint, from any number of threads."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._free = BoundedSemaphore(AT_ONCE)

    def phrase(self, answer: Answer) -> Phrased | Unphrased:
        """The answer in checked sentences, or why the extractive answer stands alone. Runs a loop of its own."""
        return asyncio.run(self._last(answer))

    async def stream(self, answer: Answer) -> AsyncGenerator[Step]:
        """Each sentence once it was checked; last the whole, or why it does not count.

        After an Unphrased the sentences before it do not count either: the model's reply was not whole.
        """
        if not isinstance(answer, Answered):
            yield Unphrased("not_answered")
            return
        if not self._free.acquire(blocking=False):
            yield Unphrased("busy")
            return
        try:
            async with aclosing(self._checked(answer)) as steps:
                async for step in steps:
                    yield step
        finally:
            self._free.release()

    async def _last(self, answer: Answer) -> Phrased | Unphrased:
        last: Step = Unphrased("unsupported")
        async with aclosing(self.stream(answer)) as steps:
            async for step in steps:
                last = step
        return Unphrased("unsupported") if isinstance(last, Sentence) else last

    async def _checked(self, answer: Answered) -> AsyncGenerator[Step]:
        passages = fitting(answer.hits)
        kept: list[Sentence] = []
        dropped = 0
        try:
            async with aclosing(_lines(pieces(self._endpoint, messages(answer.question, passages)))) as lines:
                async for line in lines:
                    result = check(line, passages)
                    if isinstance(result, Dropped):
                        dropped += 1
                    elif result not in kept:
                        kept.append(result)
                        yield result
                    if len(kept) == MOST_SENTENCES or dropped == MOST_LINES:
                        break
        except Failed as failure:
            yield Unphrased(failure.reason)
            return
        yield Phrased(tuple(kept), dropped) if kept else Unphrased("unsupported")


async def _lines(texts: AsyncGenerator[str]) -> AsyncGenerator[str]:
    """The lines that hold anything, the last one too once the reply has ended. Raises Failed where one has no end."""
    held = ""
    async with aclosing(texts):
        async for text in texts:
            *whole, held = (held + text).split("\n")
            for line in whole:
                if line.strip():
                    yield line
            if len(held) > LONGEST_LINE:
                raise Failed("too_much")
    if held.strip():
        yield held
