"""Does the time of a reply tell a public reader that there is something that they may not see?

python -m benchmarks.leak_timing [--pairs 2000]

Two addresses are asked in turn, many times, in an order that is drawn for each pair: one that names something of the
restricted library, one that names what is nowhere. Of either kind there are as many, words of the same lengths. The
last rows ask the same of a server that never had the secret papers: what differs there is the words' own, and tells
nothing.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from fastapi.testclient import TestClient

from tests.leaks.papers import CANARIES, Folders, build
from tests.leaks.readers import everybody

WARM = 50  # pairs that are not counted
DRAWS = 2_000
READERS = ("anybody at a public server", "a key of the public library", "board shut out of them")
CONTROL = "where there is none of it"
ALPHA = 0.05 / 12
CONSONANTS, VOWELS = "bdfgklmnprstvz", "aeiou"
Ask = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Compared:
    """Seconds of each kind, pair by pair."""

    secret: np.ndarray
    nothing: np.ndarray

    @property
    def apart(self) -> np.ndarray:
        """How much longer the secret one took, for each pair, in microseconds."""
        return np.asarray((self.secret - self.nothing) * 1e6)

    def interval(self, draw: np.random.Generator) -> tuple[float, float]:
        """The 95% interval of the median of that: percentile bootstrap over pairs."""
        apart = self.apart
        medians = [float(np.median(apart[draw.integers(0, len(apart), len(apart))])) for _ in range(DRAWS)]
        return float(np.percentile(medians, 2.5)), float(np.percentile(medians, 97.5))

    def p(self) -> float:
        """Mann-Whitney, two-sided, by its normal approximation: that one kind takes longer than the other."""
        both = np.concatenate([self.secret, self.nothing])
        order = both.argsort(kind="stable")
        ranks = np.empty(len(both))
        ranks[order] = np.arange(1, len(both) + 1)  # nanoseconds: ties hardly happen
        count = len(self.secret)
        u = ranks[:count].sum() - count * (count + 1) / 2
        wide = (count * count * (2 * count + 1) / 12) ** 0.5
        return 2 * (1 - statistics.NormalDist().cdf(abs(u - count * count / 2) / wide))


def unknown(draw: random.Random, letters: int) -> str:
    """A word of so many letters that nothing says."""
    return "".join(draw.choice(VOWELS if place % 2 else CONSONANTS) for place in range(letters))


def measured(client: TestClient, secret: Ask, nothing: Ask, pairs: int, draw: random.Random) -> Compared:
    """So many pairs, in turn, each pair in an order of its own."""
    took: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(pairs + WARM):
        for kind in draw.sample((True, False), 2):
            address = secret() if kind else nothing()
            began = time.perf_counter()
            client.get(address)
            took[kind].append(time.perf_counter() - began)
    return Compared(np.array(took[True][WARM:]), np.array(took[False][WARM:]))


def rows(folders: Folders, draw: random.Random) -> dict[str, tuple[Ask, Ask]]:
    """What is compared, by its name."""
    secrets = sorted(folders.secrets)
    none = [f"{draw.getrandbits(48):012x}" for _ in secrets]
    words = [word for name, word in CANARIES.items() if name not in ("short", "reference")]
    nothing = [unknown(draw, len(word)) for word in words]

    def of(form: str, choose: Sequence[str]) -> Ask:
        return lambda: form.format(draw.choice(choose))

    def both(form: str, one: Sequence[str], other: Sequence[str]) -> tuple[Ask, Ask]:
        return of(form, one), of(form, other)

    return {
        "a restricted document's file": both("/api/v1/documents/{}/file", secrets, none),
        "a restricted document's page": both("/documents/{}/pages/1", secrets, none),
        "a search for a word of it": both("/api/v1/search?q={}", words, nothing),
        "a question about a word of it": both("/api/v1/answer?q=what+was+decided+on+{}", words, nothing),
    }


def main() -> int:
    """Print a line for each comparison; 1 where one is told apart."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw, numbers = random.Random(given.seed), np.random.default_rng(given.seed)
    told = count = 0
    with TemporaryDirectory() as folder, everybody(build(Path(folder))) as house:
        print(f"{given.pairs:,} pairs each, seed {given.seed}; differences are secret less nothing, in microseconds")
        print(f"{'reader':<28}{'asked for':<36}{'median ms':>10}{'difference':>12}{'95% interval':>20}{'p':>8}")
        asked_for, first = rows(house.folders, draw), house.reader(READERS[0])
        for name, client in [(one, house.reader(one).here) for one in READERS] + [(CONTROL, first.there)]:
            for asked, (secret, nothing) in asked_for.items():
                found = measured(client, secret, nothing, given.pairs, draw)
                (low, high), p = found.interval(numbers), found.p()
                count, told = count + 1, told + (p < ALPHA and name != CONTROL)
                middle = float(np.median(found.nothing)) * 1e3
                print(
                    f"{name:<28}{asked:<36}{middle:>10.2f}{float(np.median(found.apart)):>12.1f}"
                    f"{f'{low:.1f} to {high:.1f}':>20}{p:>8.3f}",
                    flush=True,
                )
    print(f"{count} comparisons, told apart at p < {ALPHA:.4f} (0.05 over twelve), the control left out: {told}")
    return 1 if told else 0


if __name__ == "__main__":
    raise SystemExit(main())
