"""From a draft to the Word file of all precedents that are found for it.

    python -m benchmarks.draft_to_word DRAFT --library DIR [--times N]

Prints JSON, in seconds: reading the draft in a process of its own, then for the first time and as the median of the
others, finding its precedents in the public library and writing the file; how many matters and footnotes it has and how
large it is.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TypeVar

from api.catalogue import Catalogue
from api.commands.options import model, settings
from api.drafted import drafted
from api.drafts.composed import composed
from api.drafts.export import exported
from api.drafts.picked import everything
from search.library import Library
from search.searcher import Searcher
from search.service.questions import today

T = TypeVar("T")
ADDRESS = "https://papers.example.org"


def main(draft: Path, library: Path, times: int) -> dict[str, object]:
    """The measurements of one draft."""
    chosen = settings(library=library, address=ADDRESS)
    held = Library.open(chosen.folder("public"), write=False)
    catalogue = Catalogue({"public": Searcher(held, model(chosen, held))})
    proposal, reading = _timed(lambda: drafted(draft.name, draft.read_bytes()))
    finding, writing = list[float](), list[float]()
    for _ in range(times + 1):
        found, took = _timed(lambda: catalogue.precedents(proposal))
        finding.append(took)
        selection = everything(found, today(), draft.name)
        content, took = _timed(partial(exported, selection, "docx", chosen))
        writing.append(took)
    brief = composed(selection, ADDRESS, chosen.service_name)
    return {
        "reading": round(reading, 2),
        "finding": {"first": round(finding[0], 2), "others": round(median(finding[1:]), 2)},
        "writing": {"first": round(writing[0], 2), "others": round(median(writing[1:]), 2)},
        "matters": len(selection.matters),
        "places cited": len(brief.sources),
        "bytes": len(content),
    }


def _timed(act: Callable[[], T]) -> tuple[T, float]:
    began = perf_counter()
    done = act()
    return done, perf_counter() - began


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("draft", type=Path)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    print(json.dumps(main(given.draft, given.library, given.times), indent=2))
