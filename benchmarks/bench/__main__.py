"""All that a reader would ask for, measured in one run: tables and pictures of docs/measurements.md.

    python -m benchmarks.bench PDF... --questions QUESTIONS.jsonl [--parts beside,growth,load] [--ingests 2]
        [--sizes N...] [--write]

What was measured goes to build/bench.json, the tables to standard output, and with --write to the page and to
docs/pictures. The sides it is compared with have an environment of their own (`make bench` makes it).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from api.evaluation.questions import judged
from benchmarks import million
from benchmarks.bench import pages, plots, tables
from benchmarks.bench.compared import Asked, compared
from benchmarks.bench.told import told

PAGE, PICTURES, KEPT = Path("docs/measurements.md"), Path("docs/pictures"), Path("build/bench.json")
ROUNDS = 5
SIZES = (1_000, 10_000, 100_000, 1_000_000)
GROWN = Path("build/growth")  # kept for the next run: the largest takes 11 GB and minutes to write
MINUTES, CLIENTS, WARM = 1.0, 32, 20.0


def main(given: argparse.Namespace) -> None:
    """Measure the parts asked for, and say it."""
    found: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        for part in given.parts:
            told(f"part: {part}")
            found |= PARTS[part](given, folder) | {f"{part}_on": _machine()}
            KEPT.parent.mkdir(exist_ok=True)
            KEPT.write_text(json.dumps(found, indent=1), encoding="utf-8")
    shown = shown_tables(found)
    for name, table in shown.items():
        print(f"{name}\n\n{table}\n")
    if given.write:
        PAGE.write_text(pages.replaced(PAGE.read_text(encoding="utf-8"), shown), encoding="utf-8")
        for name, picture in pictures(found).items():
            (PICTURES / f"{name}.svg").write_bytes(picture)


def shown_tables(found: dict[str, Any]) -> dict[str, str]:
    """The table of each part that was measured, with the day and what the machine had to do when it ended."""
    made = dict[str, str]()
    if "library" in found:  # the last of its part to be measured
        made |= {
            "beside": tables.beside(found["beside"]),
            "split": tables.split(found["beside"], found["floor"], found["library"]),
        }
    if "growth" in found:
        made["growth"] = million.table(found["growth"])
    if "load" in found:
        made["load"] = tables.load(found["load"])
    return {name: f"{_on(found, name)}\n\n{table}" for name, table in made.items()}


def pictures(found: dict[str, Any]) -> dict[str, bytes]:
    """The pictures of what was measured."""
    made = {"bench-ingest": plots.ingests(found["beside"])} if "beside" in found else {}
    return made | ({"bench-growth": plots.grown(found["growth"])} if "growth" in found else {})


def _beside(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    asked = Asked(given.questions, tuple(judged(given.questions)))
    found = compared(given.pdfs, asked, folder, given.ingests, ROUNDS)
    alone = ("benchmarks.beside.model_alone", "--library", str(folder / "minutebook"))
    return {"beside": found, "floor": _printed(*alone), "library": _printed(*alone, "--by", "sentence-transformers")}


def _growth(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    source = _library(given, folder) / "public"
    sizes = [str(size) for size in given.sizes]
    work = ["--work", str(GROWN), "--keep", "--json", "--sizes", *sizes]
    return {"growth": _printed("benchmarks.million", str(given.questions), str(source), *work)}


def _load(given: argparse.Namespace, folder: Path) -> dict[str, Any]:
    wanted = ["--minutes", str(MINUTES), "--clients", str(CLIENTS), "--warm", str(WARM)]
    library = str(_library(given, folder))
    return {"load": _printed("benchmarks.load", str(given.questions), "--library", library, *wanted)}


def _library(given: argparse.Namespace, folder: Path) -> Path:
    """The library of the PDFs, made where no part before has made it."""
    library = folder / "minutebook"
    if not library.is_dir():
        command = [str(Path(sys.executable).with_name("minutebook")), "ingest", *given.pdfs, "--library", str(library)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return library


PARTS: dict[str, Callable[[argparse.Namespace, Path], dict[str, Any]]] = {
    "beside": _beside,
    "growth": _growth,
    "load": _load,
}


def _printed(module: str, *arguments: str) -> Any:
    told(f"{module} {' '.join(arguments)}")
    done = subprocess.run([sys.executable, "-m", module, *arguments], check=False, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def _machine() -> dict[str, Any]:
    return {"day": date.today().isoformat(), "busy": round(os.getloadavg()[0], 1), "processors": os.cpu_count()}


def _on(found: dict[str, Any], name: str) -> str:
    on = found["beside_on" if name == "split" else f"{name}_on"]
    return f"{on['day']}, {on['processors']} processors, {on['busy']} processes at work when it ended."


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Measure everything in one run.")
    parser.add_argument("pdfs", nargs="+")
    parser.add_argument("--questions", type=Path, required=True)
    parser.add_argument("--parts", type=lambda text: text.split(","), default=list(PARTS))
    parser.add_argument("--ingests", type=int, default=1, help="how often each side ingests; its fastest counts")
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="passages of the libraries that grow")
    parser.add_argument("--write", action="store_true", help="write the tables and pictures into docs")
    main(parser.parse_args())
