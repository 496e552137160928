"""A brief as Markdown (CommonMark with GitHub's tables and footnotes), in which words of papers are only words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from api.drafts.brief import Block, Brief, Bullets, Heading, Jump, Line, Paragraph, Source, Table, Words, shown
from api.drafts.sources import paged, told, where
from ingest.model import long_date

# Backslash takes away what each could begin. Source: CommonMark 0.31, sections 2.4 and 6; GFM, extensions.
INLINE = re.compile(r"[\\`*_\[\]<>&|~$^{}]")
OPENING = re.compile(r"^(#|[-+=:]|\d{1,9}(?=[.)]))")  # what begins a heading, a list or a rule at a line's start
QUOTED = ("lead", "quote", "note")
ADDRESS = re.compile(r"(?i)\b(https?|ftp)(?=://)|\bwww(?=\.)")


def markdown(brief: Brief) -> bytes:
    """The brief in UTF-8."""
    foot: list[Source] = []
    made = f"From {escaped(brief.made_by)}, {long_date(brief.day.isoformat())}."
    parts = [f"# {escaped(brief.title)}", made]
    parts += [_block(block, foot) for block in brief.blocks]
    parts += [f"[^{number}]: {_footnote(source)}" for number, source in enumerate(foot, start=1)]
    return ("\n\n".join(parts) + "\n").encode(errors="replace")


def escaped(text: str) -> str:
    r"""Words on one line with a backslash before what could be taken for a mark.

    >>> print(escaped("1. *Beds* <b>at</b> https://example.org"))
    1\. \*Beds\* \<b\>at\</b\> https\://example.org
    """
    plain = INLINE.sub(r"\\\g<0>", shown(text))
    return ADDRESS.sub(r"\g<0>\\", OPENING.sub(_opened, plain))


def _opened(found: re.Match[str]) -> str:
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def _block(block: Block, foot: list[Source]) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (block.level + 1)} {escaped(block.text)}"
    if isinstance(block, Paragraph):
        return f"{'> ' if block.kind in QUOTED else ''}{_line(block.line, foot)}"
    if isinstance(block, Bullets):
        return "\n".join(f"- {_line(entry, foot)}" for entry in block.entries)
    return "\n".join((f"{escaped(block.caption)}:", "", *_rows(block, foot)))


def _rows(table: Table, foot: list[Source]) -> Iterator[str]:
    yield _row(map(escaped, table.heads))
    yield _row("---" for _ in table.heads)
    for row in table.rows:
        yield _row(_line(cell, foot) for cell in row)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(line: Line, foot: list[Source]) -> str:
    """Runs as one line; footnotes are counted from 1 as they come."""
    parts = []
    for run in line:
        if isinstance(run, Words | Jump):
            lead, trail = " " * run.text.startswith(" "), " " * run.text.endswith(" ")
            text = escaped(run.text)
            strong = isinstance(run, Words) and run.mark and text
            parts.append(f"{lead}{f'**{text}**' if strong else text}{trail}")
        else:
            foot.append(run.source)
            parts.append(f"[^{len(foot)}]")
    return "".join(parts).strip()


def _footnote(source: Source) -> str:
    """Where it can be checked, the page linked to the site and the file to its page where the address is known."""
    parts = [escaped(told(source))] if told(source) else []
    parts.append(f"[{escaped(where(source))}](<{source.viewer}>)." if source.viewer else f"{escaped(where(source))}.")
    if source.file:
        parts.append(f"[{file_named(source)}](<{source.file}>).")
    return " ".join(parts)


def file_named(source: Source) -> str:
    """What the link to the file itself is called."""
    cited = source.citation
    return f"The PDF, at page {cited.page}" if paged(cited) else "The file itself"
