"""How well a library's papers and action logs agree with judged ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from api.errors import UnusableArgument
from api.structure_file import plain_number, structure
from api.structure_scores import Scores, held_in, people, share
from ingest.model import dates
from search.judge import tokens

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JudgedPaper:
    """One paper: its item's number, the ISO day of its meeting, its leads and the words of its recommendations."""

    number: str
    date: str
    leads: frozenset[tuple[str, str]]
    asked: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """One row of an action log: stem of its file, number or "", words of the action, leads, and when it is due."""

    stem: str
    number: str
    words: Words
    leads: frozenset[tuple[str, str]]
    due: str


Judged = tuple[list[JudgedPaper], list[JudgedRow]]


def judged_papers(path: Path) -> Judged:
    """The papers and log rows of a file in the form of `export --structure`, none where it holds none.

    Raises UnusableArgument that names the file.
    """
    held = structure(path)
    try:
        return papers_of(held if isinstance(held, dict) else {})
    except (AttributeError, KeyError, TypeError) as error:
        raise UnusableArgument(f'{path}: "papers" or "action_log" does not fit ({error})') from error


def papers_of(held: dict[str, Any]) -> Judged:
    """The papers and log rows among exported fields. Raises KeyError, TypeError or AttributeError where they misfit."""
    papers = [
        JudgedPaper(
            plain_number(one.get("agenda_number")),
            str(one.get("meeting_date") or ""),
            _names(one.get("executive_lead")),
            tuple(tuple(tokens(str(asked["quote"]))) for asked in one.get("recommendations") or ()),
        )
        for one in held.get("papers") or ()
    ]
    rows = [
        JudgedRow(
            PurePath(str(one.get("file") or "")).stem.lower(),
            str(one.get("action_no") or ""),
            tuple(tokens(str(one["quote"]))),
            _names(one.get("leads")),
            _due(str(one.get("deadline") or "")),
        )
        for one in held.get("action_log") or ()
    ]
    return papers, rows


def paper_scores(gold: Judged, found: Judged) -> Scores:
    """Papers by item number and day, with leads and recommendations; log rows with leads and day due; all in [0, 1].

    A log row is one found with its number, or with its words where it has none. Nothing is scored that is not judged.
    """
    papers, rows = gold
    pairs = [(want, _paper(want, found[0])) for want in papers]
    led = [(want, have) for want, have in pairs if want.leads]
    asked = sum(len(want.asked) for want in papers)
    kept = sum(
        any(held_in(quote, words) for words in have.asked) for want, have in pairs if have for quote in want.asked
    )
    listed = [(want, _row(want, found[1])) for want in rows]
    right = [want for want, have in listed if have and have.leads == want.leads and have.due == want.due]
    scores: Scores = {}
    if papers:
        scores["papers"] = {
            "n": len(papers),
            "recall": share(sum(have is not None for _, have in pairs), len(papers)),
            "lead_accuracy": share(sum(have is not None and have.leads == want.leads for want, have in led), len(led)),
            "recommendation_recall": share(kept, asked),
        }
    if rows:
        there = sum(have is not None for _, have in listed)
        scores["action_log"] = {
            "n": len(rows),
            "recall": share(there, len(rows)),
            "row_accuracy": share(len(right), len(rows)),
        }
    return scores


def _paper(want: JudgedPaper, found: Sequence[JudgedPaper]) -> JudgedPaper | None:
    fits = [one for one in found if one.number == want.number and (not want.date or one.date in ("", want.date))]
    return max(fits, key=lambda one: len(one.asked), default=None) if want.number else None


def _row(want: JudgedRow, found: Sequence[JudgedRow]) -> JudgedRow | None:
    """The row of the judged number and words, of the judged file if any: logs repeat rows until they close."""
    numbered = [one for one in found if want.number and one.number == want.number]
    fits = [one for one in numbered or found if held_in(want.words, one.words)]
    return next((one for one in fits if one.stem == want.stem), next(iter(fits), None))


def _names(given: object) -> frozenset[tuple[str, str]]:
    return frozenset(people("; ".join(map(str, given)) if isinstance(given, list) else str(given or "")))


def _due(printed: str) -> str:
    found = dates(printed)
    return found[0].day.isoformat() if found else " ".join(tokens(printed))
