"""An ingest that is killed: the run, where it can be cut, and what must hold afterwards.

As a program it waits for orders, one line of JSON each, and forks a run for each that it kills; so what a run needs is
imported once. One thread only: a fork takes no other along.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any

from api.intake import Intake, Watch
from api.settings import Settings
from api.walk import Candidate, walk
from search.add import remove
from search.embed import Encoded, Model
from search.library import Library
from search.lock import sole_writer
from search.searcher import Searcher
from tests.board import JANUARY, MARCH, paper_pdf
from tests.library import SMALL, encode, take

QUERIES = ("winter funding beds", "estates strategy laundry", "ambulance handovers", "what did the board approve")
SLOW = 0.004  # seconds that embedding one passage takes, so that it has a share of the run
CALLS = "write,pwrite64,fsync,fdatasync,rename,unlink,unlinkat,ftruncate,mkdir,openat"
OLDER = JANUARY.replace("until April", "until March")
WITHDRAWN = MARCH.replace("13 March", "14 November").replace("Ambulance handovers", "Patient transport")
TABLES = {
    "documents": "SELECT id, name, sha256, status, replaced_by, pages, passages, corrections FROM documents",
    "pages": "SELECT document, number, label, text, words FROM pages",
    "passages": "SELECT id, document, position, text, kind, item, title, presenters, spans, hash FROM passages",
    "decisions": "SELECT meetings.document, item, verb, decisions.text FROM decisions "
    "JOIN meetings ON meetings.row = decisions.meeting",
    "links": "SELECT (SELECT count(*) FROM seats), (SELECT count(*) FROM threads), (SELECT count(*) FROM follows)",
    "vectors": "SELECT hash, vector FROM vectors",
    "tokens": "SELECT hash, codes FROM token_vectors",
}


def papers(folder: Path) -> Path:
    """Four files, one of them a PDF."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "2025-01-board.md").write_text(JANUARY, encoding="utf-8")
    (folder / "2025-03-board.md").write_text(MARCH, encoding="utf-8")
    later = MARCH.replace("13 March", "15 May").replace("38 minutes", "31 minutes")
    (folder / "2025-05-board.md").write_text(later * 3, encoding="utf-8")
    paper_pdf(folder / "board.pdf")
    return folder


def prepare(folder: Path, given: Path) -> None:
    """A library that holds an older version of a paper, and one that the run takes out."""
    for name, text in (("2025-01-board.md", OLDER), ("2024-11-board.md", WITHDRAWN)):
        path = given / name
        kept = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(text, encoding="utf-8")
        take(folder, path)
        path.write_text(kept, encoding="utf-8") if kept else path.unlink()
    with Library.open(folder / "public", write=False) as library:
        Searcher(library, SMALL)


def slow() -> Model:
    """The honest small model, which takes its time over passages."""

    def encoded(texts: Sequence[str]) -> list[Encoded]:
        time.sleep(SLOW * len(texts))
        return encode(texts)

    return replace(SMALL, passages=encoded)


def run(folder: Path, given: Path, said: Callable[[str], Any] = lambda phase: None, model: Model = SMALL) -> None:
    """Take everything in, search, take one paper out, search. said is told what begins."""
    chosen = Settings(library=folder, workers=1)
    candidates = [each for each in walk([given]) if isinstance(each, Candidate)]
    total = 0

    def embedding(pages: int, passages: int) -> None:
        nonlocal total
        total = passages
        said("embedding")

    def embedded(done: int) -> None:
        if done == total:
            said("storing")

    watch = Watch(lambda name: said("reading"), embedding, embedded)
    target = chosen.folder("public")
    with sole_writer(target), Library.open(target, write=True) as library:
        for outcome in Intake(library, model, chosen).take(candidates, watch):
            assert outcome.status != "failed", outcome
        said("caching")
        Searcher(library, SMALL)
        said("taking out")
        for each in library.documents():
            if each.name == "2024-11-board.md":
                remove(library, each.id)
        Searcher(library, SMALL)
        said("over")


def states(folder: Path, given: Path) -> list[str]:
    """Every state that a run goes through, from before it to its end; folder then holds the last."""
    seen = [state(folder)]
    candidates = [each for each in walk([given]) if isinstance(each, Candidate)]
    chosen = Settings(library=folder)
    for candidate in candidates:
        with Library.open(chosen.folder("public"), write=True) as library:
            list(Intake(library, SMALL, chosen).take([candidate], Watch()))
        seen.append(state(folder))
    run(folder, given)
    return [*seen, state(folder)]


def state(folder: Path) -> str:
    """All that the public library of folder holds and finds, but for numbers of rows and times."""
    with Library.open(folder / "public", write=False) as library:
        assert library.sound() == ""
        with library.read() as connection:
            held = {name: sorted(map(repr, connection.exec_driver_sql(query))) for name, query in TABLES.items()}
        return json.dumps(held | {"found": found(library)}, indent=0)


def found(library: Library) -> list[tuple[str, str, str, float]]:
    """What the queries find, best first."""
    searcher = Searcher(library, SMALL)
    hits = [(query, hit) for query in QUERIES for hit in searcher.find(query, 20)]
    return [(query, hit.text, hit.citation.file, round(hit.score, 5)) for query, hit in hits]


def left(folder: Path, temporary: Path) -> list[str]:
    """The files that nothing owns, in the library's folder and in that for temporary files."""
    target = folder / "public"
    with Library.open(target, write=False) as library:
        owned = {f"files/{each.sha256}" for each in library.documents()}
    owned |= {"library.db", "library.db-wal", "library.db-shm", "vectors.faiss", ".lock", "files"}
    inside = {str(path.relative_to(target)) for path in target.rglob("*")}
    return sorted(inside - owned) + [str(path) for path in temporary.rglob("*")]


def alive(temporary: Path) -> list[int]:
    """The processes that have this folder for temporary files in their environment."""
    mark = f"TMPDIR={temporary}".encode()
    out = []
    for path in Path("/proc").glob("[0-9]*/environ"):
        try:
            if mark in path.read_bytes().split(b"\0"):
                out.append(int(path.parent.name))
        except OSError:
            continue
    return out


@dataclass(frozen=True, slots=True)
class Cut:
    """How one run ended: in which phase, after how many seconds, by which signal (0 where it ended by itself)."""

    phase: str
    seconds: float
    signal: int


class Nursery:
    """The program below, which runs and kills."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self._program, self.number = program, program.pid

    def cut(self, folder: Path, given: Path, seconds: float = 600, call: str = "", log: str = "") -> Cut:
        """Run, and kill after so many seconds, or at a system call such as "fsync:when=3"; log is for those calls."""
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        order = {"folder": str(folder), "papers": str(given), "seconds": seconds, "call": call, "log": log}
        self._program.stdin.write(json.dumps(order) + "\n")
        self._program.stdin.flush()
        return Cut(**json.loads(self._program.stdout.readline()))


@contextmanager
def nursery(temporary: Path) -> Iterator[Nursery]:
    """A nursery whose runs have this folder for temporary files."""
    root = Path(__file__).parents[1]
    given = {**os.environ, "PYTHONPATH": str(root), "TMPDIR": str(temporary), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-m", "tests.killed"]
    with subprocess.Popen(command, env=given, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as program:
        yield Nursery(program)
        assert program.stdin is not None
        program.stdin.close()


def _obey(order: dict[str, Any], out: IO[str]) -> None:
    go, told = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.read(go[0], 1)
        run(
            Path(order["folder"]), Path(order["papers"]), lambda phase: os.write(told[1], f"{phase}\n".encode()), slow()
        )
        os._exit(0)
    tracer = _traced(child, order)
    began = time.monotonic()
    os.write(go[1], b"!")
    while not (ended := os.waitpid(child, os.WNOHANG))[0]:
        if time.monotonic() - began > order["seconds"]:
            os.kill(child, 9)
            ended = os.waitpid(child, 0)
            break
        time.sleep(0.0005)
    seconds = time.monotonic() - began
    if tracer:
        tracer.wait()
    os.close(told[1])
    phases = os.read(told[0], 65536).decode().split("\n")[:-1]
    for end in (*go, told[0]):
        os.close(end)
    code = ended[1]
    how = os.WTERMSIG(code) if os.WIFSIGNALED(code) else 0
    assert how or not os.WEXITSTATUS(code), "the run failed by itself"
    cut = {"phase": phases[-1] if phases else "opening", "seconds": seconds, "signal": how}
    out.write(json.dumps(cut) + "\n")
    out.flush()


def _traced(child: int, order: dict[str, Any]) -> subprocess.Popen[str] | None:
    if not order["call"] and not order["log"]:
        return None
    wanted = ["-e", f"trace={CALLS}", "-o", order["log"] or os.devnull]
    if order["call"]:
        name, when = order["call"].split(":")
        wanted += ["-e", f"inject={name}:signal=SIGKILL:{when}"]
    tracer = subprocess.Popen(["strace", "-p", str(child), *wanted], stderr=subprocess.PIPE, text=True)
    assert tracer.stderr is not None
    assert "attached" in tracer.stderr.readline()
    return tracer


if __name__ == "__main__":
    for line in sys.stdin:
        _obey(json.loads(line), sys.stdout)
