"""What the sides of a comparison share: pages cut into chunks, and questions asked one at a time.

Imports nothing but what every side's own environment has.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

CHUNK = 800  # characters
DEPTH = 10
WARM = 20  # questions asked before any is timed

Find = Callable[[str], Sequence[str]]


def chunks(paths: Sequence[str]) -> Iterator[str]:
    """The text of every page, as pypdf reads it, cut at CHUNK characters."""
    from pypdf import PdfReader

    for path in paths:
        for page in PdfReader(path).pages:
            text = " ".join(page.extract_text().split())
            yield from (text[start : start + CHUNK] for start in range(0, len(text), CHUNK))


def asked(find: Find, questions: Path) -> dict[str, Any]:
    """Milliseconds of each question of a JSON Lines file, the processor's as well, and the texts found for it.

    find gives at most DEPTH passages, best first.
    """
    texts = [json.loads(line)["question"] for line in questions.read_text(encoding="utf-8").splitlines() if line]
    for text in texts[:WARM]:
        find(text)
    times, worked, found = [], [], []
    for text in texts:
        began, before = perf_counter(), process_time()
        hits = list(find(text))
        times.append(round((perf_counter() - began) * 1000, 3))
        worked.append(round((process_time() - before) * 1000, 3))
        found.append(hits)
    return {"milliseconds": times, "processor": worked, "found": found}
