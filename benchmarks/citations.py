"""Whether what is quoted stands where it is cited: facts drawn at random from readings, held against their pages.

Run: python benchmarks/citations.py [--facts 200] [--seed 0] FILE...

A FILE is a PDF or of any other format that is read. A fact's quoted text must equal the text of its page at its spans,
but for white space, hyphens, list marks and the format's own marks; a name, a title or a cell must stand within them.
The words of a fact of a PDF must also stand on its pages as other extractors read those: pypdf, and pdftotext where it
is installed. Prints counts by kind and every failure, "wider" where the quote is only a part of what stands at
its spans and "astray" where it does not stand there; exits with 1 if there is one.
"""

from __future__ import annotations

import argparse
import html
import io
import random
import re
import shutil
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from pypdf import PdfReader

from ingest.model import Reading, Span
from ingest.reading import read_bytes

MARK = re.compile(r"^\W*(?:(?:\(?[a-z]{1,4}|\(?\d{1,3}(?:\.\d{1,3})*)[.)]\s+)?")


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a reading states: what it quotes and where it says that this stands.

    whole says that the quote is all that stands at the spans; otherwise it stands within them.
    """

    kind: str
    quote: str
    spans: tuple[Span, ...]
    whole: bool


def facts(reading: Reading) -> Iterator[Fact]:
    """Every fact of a reading that quotes something, in order; a row of a table gives one for each filled cell."""
    for meeting in reading.meetings:
        for item in meeting.items:
            yield Fact("item", item.title, (item.span,), False)
        for person in meeting.attendance:
            yield Fact("attendance", person.name, (person.span,), False)
        for decision in meeting.decisions:
            yield Fact("decision", decision.text, decision.spans, True)
        for action in meeting.actions:
            yield Fact("action", action.text, action.spans, True)
        for declared in meeting.declarations:
            yield Fact("declaration", declared.text, declared.spans, True)
    for paper in reading.papers:
        yield Fact("paper", paper.title, (paper.span,), False)
        for advised in paper.recommendations:
            yield Fact("recommendation", advised.text, advised.spans, True)
    for entry in reading.log:
        for cell in (entry.text, entry.printed, entry.due, entry.update, entry.status):
            yield Fact("action log", cell, entry.spans, False)
    for interest in reading.interests:
        for cell in (interest.person, interest.organisation, interest.nature, interest.mitigation):
            yield Fact("interest", cell, interest.spans, False)
    for term in reading.terms:
        yield Fact("term", term.long, (term.span,), False)


def plain(text: str) -> str:
    """A text as it is compared: without white space, hyphens, soft hyphens and the marks of Markdown and HTML.

    >>> plain("a co- ordinated **plan**") == plain("a coordinated plan")
    True
    """
    text = re.sub(
        r"\]\([^)\s]*\)|</?[a-zA-Z][^<>]*>|[*_`\\\[\]]", "", unicodedata.normalize("NFKC", html.unescape(text))
    )
    return re.sub(r"[\s\u00ad\u200b\u2010\u2011-]+", "", text)


def unmarked(text: str) -> str:
    """A text without the list mark or number that it opens with and the stop that it ends with, compared as plain.

    >>> unmarked("a) Approved the plan.") == unmarked("• Approved the plan;")
    True
    """
    return plain(MARK.sub("", text)).rstrip(".;:,")


def fault(reading: Reading, fact: Fact) -> str:
    """What is wrong with where a fact is cited, with the text that stands there; nothing ("") where it stands there."""
    pages = {page.number: page.text for page in reading.document.pages}
    cited = " ".join(pages[span.page][span.start : span.end] for span in fact.spans)
    quoted, printed = unmarked(fact.quote), unmarked(cited)
    if quoted == printed or plain(fact.quote) == plain(cited):
        return ""
    if quoted and quoted in plain(cited):
        return f"wider: {cited!r}" if fact.whole else ""
    return f"astray: {cited!r}"


@lru_cache(maxsize=64)
def extracted(path: Path, number: int) -> str:
    """The words of one page of a PDF, numbered from 1, as other extractors read them.

    pdftotext leaves out letters that run over the page's edge, so pypdf is always asked too.
    """
    texts = [opened(path).pages[number - 1].extract_text()]
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-raw", "-f", str(number), "-l", str(number), str(path), "-"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=60)
        texts.insert(0, done.stdout.decode("utf-8", "replace"))
    return "\n".join(texts)


@lru_cache(maxsize=2)
def opened(path: Path) -> PdfReader:
    """A PDF opened by pypdf."""
    return PdfReader(io.BytesIO(path.read_bytes()))


def missing(path: Path, fact: Fact) -> list[str]:
    """Words of a fact of a PDF that its pages do not hold by another extractor."""
    page = plain(" ".join(extracted(path, number) for number in sorted({span.page for span in fact.spans}))).casefold()
    return [word for word in re.findall(r"\w{2,}", fact.quote) if plain(word).casefold() not in page]


def drawn(path: Path, count: int, seed: int) -> tuple[Reading, list[Fact]]:
    """A file's reading and count of its facts, at random but the same for the same seed."""
    reading = read_bytes(path.name, path.read_bytes())
    every = [fact for fact in facts(reading) if fact.quote.strip()]
    return reading, random.Random(seed).sample(every, min(count, len(every)))


def checked(path: Path, count: int, seed: int) -> int:
    """One file's table and failures, printed; how many failures."""
    reading, chosen = drawn(path, count, seed)
    failures = []
    for fact in chosen:
        wrong = fault(reading, fact)
        if not wrong and reading.document.source.media == "pdf" and (lost := missing(path, fact)):
            wrong = f"not on the page by another extractor: {' '.join(lost)}"
        if wrong:
            failures.append((fact, wrong))
    bad = Counter(fact.kind for fact, _ in failures)
    kinds = Counter(fact.kind for fact in chosen)
    print(f"{path.name}: {len(chosen)} facts, {len(failures)} failures")
    print("  " + ", ".join(f"{kind} {number - bad[kind]}/{number}" for kind, number in sorted(kinds.items())))
    for fact, why in failures:
        print(f"  {fact.kind}, page {', '.join(str(span.page) for span in fact.spans)}: {fact.quote!r}\n    {why}")
    return len(failures)


def main(arguments: Sequence[str] | None = None) -> int:
    """Check every file; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--facts", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    return 1 if sum(checked(path, options.facts, options.seed) for path in options.files) else 0


if __name__ == "__main__":
    sys.exit(main())
