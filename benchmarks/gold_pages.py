"""Give judged questions the page of each gold quote: where pdftotext, which is no part of what is judged, finds it.

    python benchmarks/gold_pages.py QUESTIONS.jsonl OUT.jsonl STEM=PDF...

STEM=PDF says which PDF was typeset from the gold's file of that name, its ending left out; the PDF's own name needs no
saying. In OUT a gold place of such a file names the PDF, and has "page" where its tokens stand in one run on exactly
one page (a row of a table: all its cells, on one page alone). Needs Debian's poppler-utils.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

from api.batch import lines
from search.judge import tokens

Pages = Sequence[Sequence[str]]


def pages_of(pdf: Path) -> Pages:
    """The tokens of each page, in the order of the page's own text; SystemExit where pdftotext is missing."""
    try:
        said = subprocess.run(["pdftotext", str(pdf), "-"], check=True, capture_output=True)
    except FileNotFoundError:
        raise SystemExit("pdftotext is missing: apt-get install poppler-utils") from None
    # A form feed ends each page.
    return [tokens(page) for page in said.stdout.decode("utf-8", "replace").split("\f")[:-1]]


def where(quote: str, pages: Pages) -> list[int]:
    """The 1-based pages that hold the quote: its tokens in one run, or each cell of a row.

    >>> where("38 beds", [["the", "board"], ["kept", "38", "beds", "open"]])
    [2]
    """
    cells = [f" {' '.join(tokens(cell))} " for cell in quote.split("\t") if tokens(cell)]
    bodies = [f" {' '.join(page)} " for page in pages]
    return [number for number, body in enumerate(bodies, start=1) if cells and all(cell in body for cell in cells)]


def paged(questions: Sequence[dict[str, Any]], pdfs: Mapping[str, Path]) -> tuple[list[dict[str, Any]], int, int]:
    """The questions with PDFs and pages, how many gold places got a page, and how many are of the PDFs in all.

    pdfs has each PDF by the stem of the file that it was typeset from.
    """
    texts = {stem: pages_of(pdf) for stem, pdf in pdfs.items()}
    given = places = 0
    every = []
    for question in questions:
        gold = []
        for place in question["gold"]:
            stem = PurePath(place["file"]).stem
            if stem in pdfs:
                on = where(place["quote"], texts[stem])
                places, given = places + 1, given + (len(on) == 1)
                kept = {name: value for name, value in place.items() if name not in ("line", "page")}
                place = kept | {"file": pdfs[stem].name} | ({"page": on[0]} if len(on) == 1 else {})
            gold.append(place)
        every.append({**question, "gold": gold})
    return every, given, places


def write(source: Path, out: Path, pdfs: Mapping[str, Path]) -> str:
    """Write source's questions with their pages to out; says how many got one."""
    questions, given, places = paged(list(lines(source, "id", "question", "gold")), pdfs)
    out.write_text("".join(json.dumps(question) + "\n" for question in questions), encoding="utf-8")
    return f"{given} of {places} gold places stand on exactly one page by pdftotext"


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("questions", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("pdfs", nargs="+", metavar="STEM=PDF")
    given = parser.parse_args(arguments)
    named = [one.rpartition("=") for one in given.pdfs]
    print(write(given.questions, given.out, {stem or Path(pdf).stem: Path(pdf) for stem, _, pdf in named}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
