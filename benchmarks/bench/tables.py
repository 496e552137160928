"""What was measured as Markdown tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

NAMES = {"minutebook": "minutebook", "txtai": "txtai", "chroma": "Chroma"}
OURS, OTHERS = "minutebook", ("txtai", "chroma")


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown.

    >>> print(table(["", "s"], [["ours", "1"]]))
    |  | s |
    | --- | --- |
    | ours | 1 |
    """
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def beside(found: Mapping[str, Any]) -> str:
    """Every side's ingest and questions, and ours over theirs."""
    ours = found[OURS]
    rows = [
        _row("ingest, wall time", found, lambda one: f"{one['ingest']['wall']:.1f} s"),
        _row("minutebook's over it", found, lambda one: _ratio(ours["ingest"]["wall"], one["ingest"]["wall"])),
        _row("passages", found, lambda one: f"{one['ingest']['passages']:,}"),
        _row("question, p50", found, lambda one: f"{one['p50']:.1f} ms"),
        _row("minutebook's over it", found, lambda one: _ratio(ours["p50"], one["p50"])),
        _row("question, p95", found, lambda one: f"{one['p95']:.1f} ms"),
        _row("minutebook's over it", found, lambda one: _ratio(ours["p95"], one["p95"])),
        _row("question, processor time, p95", found, lambda one: f"{one['processor_p95']:.1f} ms"),
        _row("first passage answers", found, lambda one: f"{one['hit_1']:.3f}"),
        _row("one of the first five does", found, lambda one: f"{one['hit_5']:.3f}"),
        _row("mean reciprocal rank", found, lambda one: f"{one['mrr']:.3f}"),
    ]
    return table(["", *(NAMES[name] for name in found)], rows)


def split(found: Mapping[str, Any], floor: Mapping[str, float], library: Mapping[str, float]) -> str:
    """The stages of our ingest beside the model alone on the same passages: as we run it, and as its library does."""
    ingest = found[OURS]["ingest"]
    alone, by_library = (one["loading"] + one["embedding"] for one in (floor, library))
    names = {
        "reading": "reading (PDF to pages, in processes of its own)",
        "structure": "structure (pages to passages)",
        "loading": "loading the model",
        "embedding": "embedding, token vectors packed",
        "storing": "storing",
        "wall": "whole ingest, from start to end",
    }
    seconds = {said: ingest[name] for name, said in names.items()}
    seconds[f"the model alone, loaded, over the same {floor['passages']:,.0f} passages, as an ingest runs it"] = alone
    seconds["the same by sentence-transformers"] = by_library
    rows = [[said, f"{one:.1f} s", f"{one / alone:.2f}", f"{one / by_library:.2f}"] for said, one in seconds.items()]
    return table(["Stage", "seconds", "of the model alone", "of it by sentence-transformers"], rows)


def load(found: Mapping[str, Any]) -> str:
    """A server under many readers at once."""
    steady = found["steady"]
    rows = [
        ["requests", f"{steady['requests']:,}"],
        ["a second", f"{steady['a_second']:.1f}"],
        ["p50, p95, p99", ", ".join(f"{steady[name] / 1000:.1f} s" for name in ("p50", "p95", "p99"))],
        ["errors", str(steady["errors"])],
    ]
    return table(["", ""], rows)


def _row(said: str, found: Mapping[str, Any], form: Any) -> list[str]:
    return [said, *(form(one) for one in found.values())]


def _ratio(ours: float, theirs: float) -> str:
    return "1" if ours == theirs else f"**{ours / theirs:.2f}**"
