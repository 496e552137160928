"""How much of the program a command loads, and what its start costs a processor."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from search.library import Library
from tests.search.readings import bag, put

HEAVY = ("torch", "faiss", "transformers", "sentence_transformers", "fastapi", "matplotlib", "sqlalchemy", "pydantic")
CODE = """
import json, sys
from api.cli import run
code = run(sys.argv[1:])
print(json.dumps([code, len(sys.modules), [name for name in {heavy} if name in sys.modules]]), file=sys.stderr)
"""


def started(*arguments: str) -> tuple[int, list[str], float]:
    """How many modules a command loaded, which of HEAVY among them, and how many seconds of a processor it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-c", CODE.format(heavy=HEAVY), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2], check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    code, modules, heavy = json.loads(done.stderr.splitlines()[-1])
    assert code == 0, done.stderr
    return modules, heavy, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def test_the_list_of_commands_is_shown_without_the_program_behind_it() -> None:
    modules, heavy, seconds = started("--help")
    assert not heavy
    assert modules < 300
    assert seconds < 1.5  # 0.15 on a quiet machine


@pytest.mark.parametrize("register", ["meetings", "interests"])
def test_a_register_is_printed_without_a_model_an_index_or_a_site(tmp_path: Path, register: str) -> None:
    with Library.open(tmp_path / "public", write=True) as library:
        put(library, "The lease of the clinic", model=bag())
    modules, heavy, seconds = started(register, "--library", str(tmp_path))
    assert set(heavy) <= {"sqlalchemy", "pydantic"}
    assert modules < 900
    assert seconds < 4  # 0.7 on a quiet machine


def test_a_question_is_answered_without_the_libraries_for_models(tmp_path: Path) -> None:
    with Library.open(tmp_path / "public", write=True) as library:
        put(library, "The lease of the clinic", model=bag("all-MiniLM-L6-v2", 384))
    _, heavy, _ = started("search", "lease", "--library", str(tmp_path))
    assert set(heavy) <= {"sqlalchemy", "pydantic", "faiss"}


def test_the_site_begins_without_what_only_some_requests_need() -> None:
    code = "import sys, api.app, api.server; print([name for name in {} if name in sys.modules])"
    models = ("torch", "transformers", "sentence_transformers")
    readers = ("pypdf", "pypdfium2", "PIL", "ingest.reading")
    later = (*models, *readers, "mcp", "authlib", "httpx2")
    done = subprocess.run([sys.executable, "-c", code.format(later)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_ingest_leaves_loading_what_reads_documents_to_the_processes_that_read_them(tmp_path: Path) -> None:
    (tmp_path / "board.md").write_text("# Minutes\n\nThe Board approved the lease.\n")
    code = CODE.format(heavy=("ingest.reading", "pypdf", "pypdfium2", "markdown_it"))
    command = [sys.executable, "-c", code, "ingest", str(tmp_path / "board.md"), "--library", str(tmp_path / "library")]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    assert (json.loads(done.stderr.splitlines()[-1])[::2], done.stdout[:7]) == ([0, []], "1 added")
