"""What a server prepares behind its first readers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from api.preparing import prepare
from search.errors import LibraryUnusable
from search.library import Library
from search.searcher import Searcher
from tests.library import SMALL, take

MINUTES = "# Testford Board\n\n## Minutes, 3 March 2025\n\n1. Budget\n\nRESOLVED: The Board approved the budget.\n"


def test_the_model_is_loaded_also_where_a_library_cannot_be_read(tmp_path: Path) -> None:
    paper, loaded = tmp_path / "minutes.md", list[str]()
    paper.write_text(MINUTES, encoding="utf-8")
    take(tmp_path, paper)
    model = replace(SMALL, ready=lambda: loaded.append("model"))
    ready = Searcher(Library.open(tmp_path / "public", write=False), model)
    (tmp_path / "public" / "library.db").write_bytes(b"no database" * 1000)
    with pytest.raises(LibraryUnusable):
        prepare([ready], staff=True)
    assert loaded == ["model"]
