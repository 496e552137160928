"""Bulk data of a library in which every register has something, and how such data are made in tests."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from api.bulk.held import held
from api.bulk.made import Licence, Made, Publisher, make
from ingest.model import Interest
from search.library import Library
from tests.api.stated import APPROVAL, fill
from tests.search.readings import SPAN, action, minutes, state
from tests.search.readings import Made as Resolved

PUBLISHER = Publisher(
    "Board papers", "An ICB", "https://papers.example.org", Licence("Open Licence", "https://example.org/licence")
)
RESCINDED = "The decision of 16 January 2025 on the estates strategy for 2025 was rescinded."
AGAIN: Resolved = ("9", "Estates strategy", "agreed", RESCINDED)
FORMULA = '=HYPERLINK("http://127.0.0.1:9","x")'
Rows = dict[str, list[dict[str, Any]]]


def more(library: Library) -> None:
    """Beside what fill has: a part II, two decisions in the same words, an undated meeting, and cells that harm."""
    twice: Resolved = ("4", "Reports", "noted", "The Board noted the report.")
    owned = action(f"{FORMULA} to be looked at", "4", "Reports", "June 2025")
    board = minutes(
        "ICB Board",
        "2025-05-08",
        *(APPROVAL, AGAIN, twice, twice),
        people=["Dr Ann Other", "Bo Nobody"],
        actions=[replace(owned, owner=("Bo Nobody", "Someone"))],
    )
    private = replace(minutes("ICB Board", "2025-05-08", twice), part="II")
    state(library, "may.pdf", meetings=(board, private))
    state(library, "undated.pdf", meetings=(minutes("Audit Committee", "", twice, people=["A Other"]),))
    shell = Interest(
        *("ICB Board", "2025-05-08", "Bo Nobody", "Member", "@SUM(A1)", "-1 share; «owner»\nof a firm"),
        *("financial", "indirect", "2021", "Ongoing", "+", (SPAN,)),
    )
    state(library, "may register.pdf", interests=(shell,))


@dataclass(frozen=True, slots=True)
class Data:
    """What was made, with the rows of each table as JSON Lines and as CSV have them."""

    made: Made
    rows: Rows
    sheets: dict[str, list[dict[str, str]]]
    descriptor: dict[str, Any]


def read(made: Made) -> Data:
    """The files of a folder read back as others read them."""
    rows: Rows = {}
    sheets = {}
    for one in made.filled:
        lines = (made.folder / one.jsonl.name).read_text(encoding="utf-8").splitlines()
        rows[one.table.name] = [json.loads(line) for line in lines]
        with (made.folder / one.csv.name).open(encoding="utf-8", newline="") as sheet:
            sheets[one.table.name] = list(csv.DictReader(sheet))
    return Data(made, rows, sheets, json.loads((made.folder / "datapackage.json").read_text(encoding="utf-8")))


def data_of(library: Library, folder: Path) -> Data:
    """The data of a library, made in a new folder."""
    folder.mkdir()
    with library.read() as connection:
        everything = held(connection)
    return read(make(folder, everything, library.state, PUBLISHER))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with Library.open(tmp_path_factory.mktemp("bulk") / "public", write=True) as library:
        fill(library)
        more(library)
        yield library


@pytest.fixture(scope="session")
def data(filled: Library, tmp_path_factory: pytest.TempPathFactory) -> Data:
    return data_of(filled, tmp_path_factory.mktemp("made") / "data")
