"""A cross-encoder named on the command line, or in the environment."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.board import minutebook
from tests.search.tiny_models import cross_encoder


def _hits(*options: str | Path, library: Path) -> list[dict[str, Any]]:
    said = minutebook("search", "estates strategy", "--json", *options, library=library).stdout
    hits: list[dict[str, Any]] = json.loads(said)["hits"]
    return hits


def test_a_cross_encoder_is_one_option_away(library: Path, tmp_path: Path) -> None:
    ours = _hits(library=library)
    theirs = _hits("--reranker", cross_encoder(tmp_path / "cross"), library=library)
    assert [hit["id"] for hit in theirs] != [hit["id"] for hit in ours]
    assert {hit["id"] for hit in theirs} == {hit["id"] for hit in ours}


def test_a_cross_encoder_that_is_not_there_is_refused_in_one_line(library: Path, tmp_path: Path) -> None:
    missing = tmp_path / "none"
    said = minutebook("ask", "estates", "--reranker", missing, library=library, code=2).stderr
    assert said.startswith(f"minutebook: model {missing}: ")
    assert len(said.splitlines()) == 1
