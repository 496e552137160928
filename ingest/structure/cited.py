"""A meeting's facts with spans that hold their own words and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.model import Meeting, Page, Paper, Span
from ingest.structure.sentences import sentences

ENOUGH = 12  # letters and digits by which the ends of a text are found where marks stand within it


def cited(meeting: Meeting, pages: Sequence[Page]) -> Meeting:
    """The meeting with the spans of its decisions, actions and declarations drawn close around what each one says."""
    known: dict[tuple[Span, ...], Letters] = {}
    return replace(
        meeting,
        decisions=tuple(replace(one, spans=narrowed(one.text, one.spans, pages, known)) for one in meeting.decisions),
        actions=tuple(replace(one, spans=narrowed(one.text, one.spans, pages, known)) for one in meeting.actions),
        declarations=tuple(
            replace(one, spans=narrowed(one.text, one.spans, pages, known)) for one in meeting.declarations
        ),
    )


def cited_paper(paper: Paper, pages: Sequence[Page]) -> Paper:
    """The paper with the spans of its recommendations drawn close around what each one asks."""
    known: dict[tuple[Span, ...], Letters] = {}
    close = [replace(one, spans=narrowed(one.text, one.spans, pages, known)) for one in paper.recommendations]
    return replace(paper, recommendations=tuple(close))


def narrowed(
    text: str, spans: tuple[Span, ...], pages: Sequence[Page], known: dict[tuple[Span, ...], Letters] | None = None
) -> tuple[Span, ...]:
    """The parts of the spans that hold the text, found by its letters and digits, which reading leaves as they are.

    A text that was put together from several places is found sentence by sentence, one with a format's marks within it
    by its ends. Spans that do not hold the text stay as they are. known keeps what was read of the same spans before.
    """
    known = {} if known is None else known
    letters = known.setdefault(spans, Letters(spans, pages))
    told = [text, *([] if len(parts := sentences(text)) < 2 else parts)]
    whole = letters.find(told[0], 0)
    found = [whole] if whole else letters.each(told[1:]) or letters.ends(text)
    return letters.spans(found) or spans


class Letters:
    """The letters and digits that some spans hold, each with the span and the place that it stands at."""

    def __init__(self, spans: tuple[Span, ...], pages: Sequence[Page]) -> None:
        self.pages = {span.page: pages[span.page - 1] for span in spans}
        self.within = spans
        self.places = [
            (number, at)
            for number, span in enumerate(spans)
            for at in range(span.start, span.end)
            if self.pages[span.page].text[at].isalnum()
        ]
        self.text = "".join(self.pages[spans[number].page].text[at] for number, at in self.places)

    def find(self, text: str, start: int) -> tuple[int, int] | None:
        """Where a text's letters stand, as the first and the one after the last."""
        wanted = _bare(text)
        at = self.text.find(wanted, start) if wanted else -1
        return (at, at + len(wanted)) if at >= 0 else None

    def each(self, parts: Sequence[str]) -> list[tuple[int, int]]:
        """Where each part stands after the one before it; [] where one does not."""
        out: list[tuple[int, int]] = []
        for part in parts:
            found = self.find(part, out[-1][1] if out else 0)
            if not found:
                return []
            out.append(found)
        return out

    def ends(self, text: str) -> list[tuple[int, int]]:
        """Where a text stands whose letters have a format's marks among them: from its first words to its last."""
        wanted = _bare(text)
        first = self.text.find(wanted[:ENOUGH])
        last = self.text.find(wanted[-ENOUGH:], first + 1) if first >= 0 else -1
        end = last + min(ENOUGH, len(wanted))
        return [(first, end)] if last >= 0 and len(wanted) <= end - first <= 3 * len(wanted) else []

    def spans(self, found: Sequence[tuple[int, int]]) -> tuple[Span, ...]:
        """The stretches as spans, one for each of the spans that they run through."""
        out: list[Span] = []
        for first, last in found:
            inside: dict[int, list[int]] = {}
            for number, at in self.places[first:last]:
                inside.setdefault(number, []).append(at)
            for number, run in inside.items():
                page, whole = self.pages[self.within[number].page], self.within[number]
                out.append(page.span(run[0], _closed(page.text, run[-1] + 1, whole.end)))
        return tuple(out)


def _bare(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


def _closed(text: str, end: int, limit: int) -> int:
    """The end moved over the stop, quote or bracket that closes the last word."""
    while end < limit and text[end] in ".;,:!?)]”’\"'":
        end += 1
    return end
