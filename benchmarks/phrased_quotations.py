"""How many quotations of a library's passages stand the check of phrased sentences, and how many with a figure changed.

    .venv/bin/python benchmarks/phrased_quotations.py LIBRARY/public

Rows of tables are left out: what they say is no sentence.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from pathlib import Path

from sqlalchemy import select

from api.phrasing.checked import check
from api.phrasing.model import Sentence
from api.phrasing.spoken import LONGEST
from ingest.structure.sentences import sentences
from search.library import Library
from search.model import Citation, Hit
from search.schema import passages

CITED = Citation("a", "a", 1, 1, "", "", "", "", "", ())


def main(folder: Path) -> None:
    """Print the counts by what became of the sentences."""
    quoted: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    chance = random.Random(1)
    with Library.open(folder, write=False) as library, library.read() as connection:
        rows = connection.execute(select(passages.c.kind, passages.c.text)).all()
    for kind, text in rows:
        if "\t" in text:
            continue
        hits = [Hit(1, 1.0, "a", text, kind, (), CITED)]
        for sentence in (each for line in text.splitlines() for each in sentences(line)):
            if len(sentence.split()) < 3 or len(sentence) > LONGEST - 100:
                continue
            quoted[_fate(sentence, hits)] += 1
            figures = list(re.finditer(r"\d+", sentence))
            if figures:
                one = chance.choice(figures)
                lie = f"{sentence[: one.start()]}{int(one[0]) + chance.choice((1, 2, 10))}{sentence[one.end() :]}"
                changed[_fate(lie, hits)] += 1
    print(f"quoted whole: {dict(quoted.most_common())}")
    print(f"with one figure changed: {dict(changed.most_common())}")


def _fate(sentence: str, hits: list[Hit]) -> str:
    result = check(f"{sentence} [1]", hits)
    return "stands" if isinstance(result, Sentence) else result.why


if __name__ == "__main__":
    main(Path(sys.argv[1]))
