"""How large a library of so many bodies becomes, and what it takes: arithmetic over measured figures and assumptions.

    python benchmarks/sizing.py

Prints the two tables of docs/sizing.md, which a test holds to be there word for word: change a figure here, print, and
put the tables there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

YEARS = 10
HOUR, MEGA, GIGA = 3600.0, 1e6, 1e9
POOL = 64  # processors of the cluster that an ingest is shared among
HALF = 0.5  # share of its processors that a server may need in its busiest hour


@dataclass(frozen=True, slots=True)
class Figure:
    """One number that the arithmetic starts from, and where it is from."""

    meaning: str
    value: float
    source: str


PASSAGES = Figure("passages a page", 7.14, "measured: 1,449 over 203 pages, the two real PDFs")
DATABASE = Figure("bytes of database a passage", 11_282, "measured: 16.3 MB, the same")
TOKENS = Figure("of these, token vectors", 6_010, "measured: `dbstat`, with their index")
VECTORS = Figure("bytes of vector files a passage", 800, "384 numbers of two bytes, rows and lists (decision 22)")
WORDS = Figure("bytes of word files a passage", 97, "measured: 9.7 MB for 100,000 (decision 22)")
MEMORY = Figure("bytes of memory a passage in a server", 28, "measured (decision 22); the files are mapped and shared")
SERVER = Figure("megabytes of memory of a server besides", 900, "measured: 869 under load (reliability)")
READING = Figure("processor seconds to read a page", 0.024, "measured: 4.55 for 191 pages, its process included")
EMBEDDED = Figure("passages embedded a second by one processor", 36, "measured: 121 in 3.36 s (decision 21)")
WRITING = Figure("processor seconds of the writer a page", 0.0042, "measured: 0.8 for 191 pages, opened and stored")
QUERY = Figure("processor seconds a request", 0.103, "measured: 16.3 a second on two processors (reliability)")
ORIGINAL = Figure("bytes of the file a page", 50_000, "assumed; the two real PDFs have 3,600, scans 100,000 and more")
BOARD = Figure("pages a year of an NHS body", 1_440, "assumed: 6 packs of 200, 12 papers of committees of 20")
COUNCIL = Figure("pages a year of a council", 8_400, "assumed: 120 meetings with packs of 70")
DOCUMENT = Figure("pages a document", 70, "assumed")
READERS = Figure("requests in the busiest hour, a body", 400, "assumed: a fifth of 200 readers' 10 each")
MEASURED = (PASSAGES, DATABASE, TOKENS, VECTORS, WORDS, MEMORY, SERVER, READING, EMBEDDED, WRITING, QUERY)
ASSUMED = (ORIGINAL, BOARD, COUNCIL, DOCUMENT, READERS)


@dataclass(frozen=True, slots=True)
class Case:
    """So many NHS bodies and councils, all of whose papers of YEARS years are held."""

    name: str
    bodies: int
    councils: int

    @property
    def pages(self) -> float:
        """Of all their papers."""
        return YEARS * (self.bodies * BOARD.value + self.councils * COUNCIL.value)

    @property
    def passages(self) -> float:
        """Of all their papers."""
        return self.pages * PASSAGES.value

    @property
    def processor_hours(self) -> float:
        """To read and embed all of it."""
        return (self.pages * READING.value + self.passages / EMBEDDED.value) / HOUR

    @property
    def writer_hours(self) -> float:
        """That the one writer works on all of it."""
        return self.pages * WRITING.value / HOUR

    @property
    def requests(self) -> float:
        """A second, in the busiest hour."""
        return (self.bodies + self.councils) * READERS.value / HOUR


CASES = (Case("one board", 1, 0), Case("one region", 28, 12), Case("England", 247, 317))


def rows(case: Case) -> Iterator[tuple[str, str]]:
    """What a case comes to, by name."""
    yield "NHS bodies, councils", f"{case.bodies}, {case.councils}"
    yield "documents", f"{_round(case.pages / DOCUMENT.value)}"
    yield "pages", _round(case.pages)
    yield "passages", _round(case.passages)
    yield "files as they came", _bytes(case.pages * ORIGINAL.value)
    yield "database", _bytes(case.passages * DATABASE.value)
    yield "of it, token vectors", _bytes(case.passages * TOKENS.value)
    yield "files of vectors and words", _bytes(case.passages * (VECTORS.value + WORDS.value))
    yield "a server's own memory", _bytes(SERVER.value * MEGA + case.passages * MEMORY.value)
    yield "first ingest, processor hours", _hours(case.processor_hours)
    yield "first ingest on 2 processors, hours", _hours(case.processor_hours / 2)
    yield f"first ingest on {POOL} processors, hours", _hours(max(case.processor_hours / POOL, case.writer_hours))
    yield "of it, the writer's hours", _hours(case.writer_hours)
    yield "a day's new papers, processor minutes", _hours(60 * case.processor_hours / YEARS / 365)
    yield "requests a second in the busiest hour", f"{case.requests:.1f}"
    yield "processors for them, half of each in use", _hours(case.requests * QUERY.value / HALF)


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A table in Markdown."""
    return "\n".join(f"| {' | '.join(line)} |" for line in (heads, ["---"] * len(heads), *lines))


def assumptions() -> str:
    """The figures that everything is computed from."""
    given = [[each.meaning, f"{each.value:,g}", each.source] for each in (*MEASURED, *ASSUMED)]
    return table(["Figure", "Value", "From"], [*given, ["years", f"{YEARS}", "chosen"]])


def sizes() -> str:
    """The cases side by side."""
    columns = [dict(rows(case)) for case in CASES]
    lines = [[name, *(column[name] for column in columns)] for name in columns[0]]
    return table(["", *(case.name for case in CASES)], lines)


def workers_of_one_writer() -> int:
    """How many processors read and embed as much as one writer stores."""
    return round((READING.value + PASSAGES.value / EMBEDDED.value) / WRITING.value)


def _round(number: float) -> str:
    """Three figures are more than the assumptions bear; two are written."""
    size = 10 ** max(0, len(str(int(number))) - 2)
    return f"{round(number / size) * size:,}"


def _hours(number: float) -> str:
    return _round(number) if number >= 10 else f"{number:.1f}"


def _bytes(number: float) -> str:
    if number >= 1000 * GIGA:
        return f"{number / GIGA / 1000:.1f} TB"
    return f"{_round(number / GIGA)} GB" if number >= 10 * GIGA else f"{number / GIGA:.1f} GB"


if __name__ == "__main__":
    print(assumptions(), sizes(), f"one writer keeps up with {workers_of_one_writer()} processors", sep="\n\n")
