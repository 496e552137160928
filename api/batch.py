"""A file of questions into a file of results, as one line each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from api.errors import UnusableArgument
from api.shape import as_json, line_fields
from search.searcher import Searcher


def lines(path: Path, *needed: str) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file in order, blank lines left out.

    Raises UnusableArgument that names the file and line where one is not an object with the needed fields; question,
    where it is needed, must be text.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnusableArgument(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError:
        raise UnusableArgument(f"{path}: is not UTF-8 text; save it as UTF-8") from None
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _object(f"{path}, line {number}", line, needed)


def answer_file(open_searcher: Callable[[], Searcher], queries: Path, out: Path, k: int) -> None:
    """Write one result for each question of queries to out, in order; out appears whole or not at all.

    Raises UnusableArgument for a line that is no question, before anything is searched, or where out cannot be written.
    """
    asked = list(lines(queries, "id", "question"))
    searcher = open_searcher()
    part = out.with_name(f"{out.name}.part")
    try:
        with part.open("w", encoding="utf-8") as results:
            # One state of the library for all: an ingest meanwhile does not divide the file in two.
            answers = searcher.batch([query["question"] for query in asked], k)
            for query, answer in zip(asked, answers, strict=True):
                results.write(as_json({"id": query["id"], **line_fields(answer)}) + "\n")
        part.replace(out)
    except OSError as error:
        raise UnusableArgument(f"{out}: cannot be written ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)


def _object(place: str, line: str, needed: tuple[str, ...]) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        raise UnusableArgument(f"{place}: is not JSON; write one object a line") from None
    if not isinstance(value, dict):
        raise UnusableArgument(f"{place}: is not a JSON object; write one object a line")
    for name in needed:
        if name not in value:
            raise UnusableArgument(f'{place}: has no "{name}"')
    if "question" in needed and not isinstance(value["question"], str):
        raise UnusableArgument(f'{place}: "question" is not text')
    return value
