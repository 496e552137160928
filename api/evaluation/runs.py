"""What a library came to on a set of questions, kept in a file for comparison."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from api.errors import UnusableArgument
from api.evaluation.scored import Scored


@dataclass(frozen=True, slots=True)
class Run:
    """The scored questions of one run, those without an answer last. questions names the file, model the models."""

    questions: str
    model: str
    scored: tuple[Scored, ...]
    form: Literal["minutebook run 1"] = "minutebook run 1"

    @property
    def answerable(self) -> tuple[Scored, ...]:
        """Those that the documents answer."""
        return tuple(one for one in self.scored if one.answerable)

    @property
    def hopeless(self) -> tuple[Scored, ...]:
        """Those that the documents do not answer."""
        return tuple(one for one in self.scored if not one.answerable)


RUN = TypeAdapter(Run)


def save(run: Run, path: Path) -> None:
    """Write a run as JSON. Raises UnusableArgument where path cannot be written."""
    written(path, RUN.dump_json(run, indent=1).decode() + "\n")


def saved(path: Path) -> Run:
    """A run that save wrote. Raises UnusableArgument where it cannot be read or is no such file."""
    try:
        return RUN.validate_json(path.read_bytes())
    except OSError as error:
        raise UnusableArgument(f"{path}: cannot be read ({error.strerror})") from error
    except ValidationError:
        raise UnusableArgument(f"{path}: is no run that `minutebook evaluate --save` wrote") from None


def written(path: Path, text: str) -> None:
    """Write text to path, which appears whole or not at all. Raises UnusableArgument where that cannot be done."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_text(text, encoding="utf-8")
        part.replace(path)
    except OSError as error:
        raise UnusableArgument(f"{path}: cannot be written ({error.strerror})") from error
    finally:
        part.unlink(missing_ok=True)
