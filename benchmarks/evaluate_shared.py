"""Measure the search on judged questions over real papers, and fail where a figure is below its floor.

    python benchmarks/evaluate_shared.py --shared ../shared

The folder holds packs/*.pdf, seeds/*.txt, eval/questions.jsonl, eval/unanswerable.jsonl, eval/score.py and
eval/otherboards; it is beside the checkout, not in it. Exit code 1 where a figure of floors.json is not reached; those
without a floor are printed after the others. --texts scores the structure read from the texts as well, and prints it.
Right pages are those on which pdftotext (Debian's poppler-utils) finds the gold quotes, by gold_pages.py.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
GOLD_PAGES = Path(__file__).with_name("gold_pages.py")
MINUTEBOOK = Path(sys.executable).with_name("minutebook")
PLACE = ("meeting_date", "committee", "item")
# What `minutebook evaluate` measures and the shared scorer does not, or as it does.
MORE = (
    *("cite_page", "cite_presenter", "complete@5", "answer_holds", "answered_right"),
    *("unanswerable_declined", "answerable_declined"),
)


def main() -> int:
    """Ingest, search, score, compare; the exit code."""
    parser = argparse.ArgumentParser(description="Judge the search over real papers.")
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("MINUTEBOOK_SHARED", "../shared")))
    parser.add_argument("--out", type=Path, help="keep the results here")
    parser.add_argument("--texts", action="store_true", help="score the structure of the texts too")
    given = parser.parse_args()
    questions = given.shared / "eval" / "questions.jsonl"
    with tempfile.TemporaryDirectory() as folder:
        library, results = Path(folder, "library"), given.out or Path(folder, "results.jsonl")
        packs = sorted(map(str, (given.shared / "packs").glob("*.pdf")))
        _minutebook("ingest", *packs, "--library", str(library))
        _minutebook("search", "--queries", str(questions), "--out", str(results), "--library", str(library))
        score = given.shared / "eval" / "score.py"
        scored = subprocess.run(
            [sys.executable, str(score), str(questions), str(results), "--json"], check=True, capture_output=True
        )
        overall = json.loads(scored.stdout)["overall"] | {"cite_place": place(_module(score), questions, results)}
        overall |= structure(given.shared / "eval", library, Path(folder, "structure.json"))
        overall |= measured(_module(score), given.shared, library, Path(folder, "paged.jsonl"))
        boards = given.shared / "eval" / "otherboards"
        overall |= {f"other_{name}": figure for name, figure in read_apart(boards, boards / "docs", folder).items()}
        if given.texts:
            for name, figure in read_apart(given.shared / "eval", given.shared / "seeds", folder).items():
                print(f"from the texts: {name:<24}  {figure}")
    return verdict(overall, json.loads(FLOORS.read_text(encoding="utf-8")))


def place(score: ModuleType, questions: Path, results: Path) -> float:
    """The share of first hits that cite date, body and item rightly, where they are judged."""
    found = {line["id"]: line["hits"] for line in score.read_jsonl(results)}
    rights: list[bool] = []
    for question in score.read_jsonl(questions):
        scores: dict[str, Any] = score.score_question(question, found.get(question["id"], []))
        judged = [scores[f"cite_{name}"] for name in PLACE if scores[f"cite_{name}"] is not None]
        if judged:
            rights.append(all(judged))
    return sum(rights) / len(rights) if rights else 0.0


def measured(score: ModuleType, shared: Path, library: Path, paged: Path) -> dict[str, float]:
    """What `minutebook evaluate` says over the questions, their gold places moved to the PDFs and given pages."""
    packs = {pdf.stem: pdf for pdf in (shared / "packs").glob("*.pdf")}
    typeset = [f"{text}={packs[name]}" for name, text in score.SAME_TEXT.items() if name in packs]
    judge = [sys.executable, str(GOLD_PAGES), str(shared / "eval" / "questions.jsonl"), str(paged), *typeset]
    subprocess.run(judge, check=True)
    hopeless = shared / "eval" / "unanswerable.jsonl"
    command = [str(MINUTEBOOK), "evaluate", str(paged), "--unanswerable", str(hopeless), "--library", str(library)]
    said = json.loads(subprocess.run([*command, "--json"], check=True, capture_output=True).stdout)["overall"]
    answered = {"answerable_answered": 1 - said["answerable_declined"]}
    return {name: said[name] for name in MORE if name in said} | answered


def structure(judged: Path, library: Path, out: Path) -> dict[str, float]:
    """What score_structure.py says of the library's own export, one figure a name."""
    _minutebook("export", "--structure", str(out), "--library", str(library))
    command = [sys.executable, str(judged / "score_structure.py"), str(judged / "structure.json"), str(out), "--json"]
    said = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    overall = said.get("overall", said)
    return {f"{part}_{name}": figure for part, figures in overall.items() for name, figure in figures.items()}


def read_apart(judged: Path, documents: Path, folder: str) -> dict[str, float]:
    """The structure of a folder's documents, in a library of their own, by the scorer beside the judgement."""
    library = Path(folder, documents.parent.name + documents.name)
    _minutebook("ingest", str(documents), "--library", str(library))
    return structure(judged, library, library.with_suffix(".json"))


def verdict(overall: dict[str, float], floors: dict[str, float]) -> int:
    """Print each figure beside its floor, then those of MORE that have none; 1 where one is below.

    >>> verdict({"mrr@10": 0.7, "answer_holds": 0.5}, {"mrr@10": 0.66})
    measure                   floor   here
    mrr@10                    0.660  0.700
    answer_holds                  -  0.500
    0
    """
    print(f"{'measure':<24}  {'floor':>5}  {'here':>5}")
    for name, floor in floors.items():
        print(f"{name:<24}  {floor:.3f}  {overall[name]:.3f}{'' if overall[name] >= floor else '  BELOW'}")
    for name in MORE:
        if name in overall and name not in floors:
            print(f"{name:<24}  {'-':>5}  {overall[name]:.3f}")
    return int(any(overall[name] < floor for name, floor in floors.items()))


def _minutebook(*arguments: str) -> None:
    subprocess.run([str(MINUTEBOOK), *arguments], check=True)


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: cannot be loaded")
    sys.dont_write_bytecode = True  # the folder beside the checkout is not ours to write in
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
