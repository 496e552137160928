"""A file of judged questions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from api.batch import lines
from api.errors import UnusableArgument
from search.judge import Gold, Judged


def judged(path: Path, answerable: bool = True) -> list[Judged]:
    """The questions of a JSON Lines file.

    Raises UnusableArgument that names the line where a field is missing, or an id that is given twice.
    """
    needed = ("id", "question", "gold") if answerable else ("id", "question")
    asked = [_judged(path, number, line) for number, line in enumerate(lines(path, *needed), start=1)]
    if not asked:
        raise UnusableArgument(f"{path}: holds no question")
    seen: set[str] = set()
    for question in asked:
        if question.id in seen:
            raise UnusableArgument(f"{path}: the id {question.id!r} is given to two questions")
        seen.add(question.id)
    return asked


def _judged(path: Path, number: int, line: dict[str, Any]) -> Judged:
    try:
        places = [
            Gold(
                file=str(gold["file"]),
                quote=str(gold["quote"]),
                part=int(gold.get("part") or 1) if line.get("all_needed") else 1,
                line=int(gold.get("line") or 0),
                date=_field(line, gold, "meeting_date"),
                body=_field(line, gold, "committee"),
                item=_field(line, gold, "item"),
                presenter=_field(line, gold, "presenter"),
                pages=_pages(gold.get("page")),
            )
            for gold in line.get("gold", [])
        ]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise UnusableArgument(f'{path}, question {number}: "gold" does not fit ({error})') from error
    kind, answer = (str(line.get(name) or "") for name in ("kind", "answer"))
    return Judged(str(line["id"]), line["question"], kind, tuple(places), answer)


def _field(line: dict[str, Any], gold: dict[str, Any], name: str) -> str:
    """A gold place's own value, else its question's; "" for one that is not judged."""
    return str((gold[name] if name in gold else line.get(name)) or "")


def _pages(given: Any) -> tuple[int, ...]:
    """The right pages from a number or a list of numbers."""
    return tuple(int(page) for page in (given if isinstance(given, list) else [given] if given else []))
