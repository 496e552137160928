"""An answer printed for a terminal: quotes set apart by a bar, fields named, each place under what was read there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from search.model import Answer, Hit, Statement


def answered(answer: Answer) -> str:
    """The answer, or why there is none with the passages that come nearest; it ends without a line's end."""
    from search.model import Answered

    if isinstance(answer, Answered):
        return "\n\n".join(_statements(answer.statements))
    blocks = [f"No answer. {answer.explained}".strip(), *_statements(answer.contrary)]
    if answer.nearest:
        blocks.append("These passages come nearest and do not answer:")
        blocks += [passage(hit) for hit in answer.nearest]
    return "\n\n".join(blocks)


def passage(hit: Hit) -> str:
    """One passage with its rank, where it stands, who presented the item, and its words."""
    from search.answers.wording import where

    presented = f"\nPresented by {'; '.join(hit.citation.presenters)}" if hit.citation.presenters else ""
    return plain(f"{hit.rank}. {where(hit.citation)}{presented}\n{_bars(hit.text)}")


def plain(text: str) -> str:
    """Text for a terminal, and nothing that it would obey."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)


def _statements(statements: Sequence[Statement]) -> Iterator[str]:
    from search.answers.wording import heading

    for where, held in groupby(statements, heading):
        lines = [line for statement in held for line in _lines(statement)]
        yield plain("\n".join([*lines, f"  {where}"]))


def _lines(statement: Statement) -> Iterator[str]:
    if not statement.quoted:
        yield f"  {statement.said}"
        return
    if statement.name:
        yield f"  {statement.name}:"
    yield from (f"  | {line}" for line in _bars(statement.text).splitlines())


def _bars(text: str) -> str:
    """The cells of a row set apart."""
    return text.replace("\t", " | ")
