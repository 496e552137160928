"""The sample papers keep their promises: marked fictional, quoted truly, dated and numbered rightly."""

import json
import re
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

CORPUS = Path(__file__).parents[2] / "corpus"
PDFS = sorted([*CORPUS.glob("papers/*.pdf"), *CORPUS.glob("restricted/*.pdf")])
PACKS = sorted(CORPUS.glob("papers/*-board-pack.pdf"))
MISPRINT = "Tuesday, 14 January 2024"
OPENINGS = {"2": "Register of Interests", "4.1": "Minutes of the Part I ICB Board Meeting", "5": "Action Log"}


@cache
def pages(path: Path) -> list[str]:
    """Text of each page: one space for white space, words broken at a line end made whole."""
    texts = (page.get_textpage().get_text_range() for page in pdfium.PdfDocument(path))
    return [re.sub(r"\s+", " ", re.sub("\ufffe\\s*", "-", text)) for text in texts]


def bare(text: str) -> str:
    """Text without white space and hyphens, which line breaks may add or take away."""
    return re.sub(r"[\s\-\u00ad\ufffe]+", "", text)


def rows(name: str) -> list[dict[str, Any]]:
    """The rows of one judged set."""
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines()]


def is_on_page(quote: str, file: str, page: int) -> bool:
    """True if each cell of the quote (one cell unless it holds tabs) is on that page, counted from 1."""
    text = bare(pages(CORPUS / "papers" / file)[page - 1])
    return all(bare(cell) in text for cell in quote.split("\t"))


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_page_is_marked_fictional(path: Path) -> None:
    assert all("FICTIONAL - sample papers for minutebook" in text for text in pages(path))


def test_restricted_papers_say_so_on_every_page() -> None:
    restricted = [path for path in PDFS if path.parent.name == "restricted"]
    assert restricted
    assert all("Part II - Confidential - not for publication" in text for path in restricted for text in pages(path))


def test_the_corpus_has_the_promised_size() -> None:
    assert 60 <= sum(len(pages(path)) for path in PDFS) <= 90
    assert (len(rows("questions.jsonl")), len(rows("unanswerable.jsonl"))) == (40, 12)
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 3_000_000


def test_every_gold_and_near_quote_is_on_its_page() -> None:
    golds = [gold for row in rows("questions.jsonl") for gold in row["gold"]]
    nears = [near for row in rows("unanswerable.jsonl") for near in row["near"]]
    assert [
        quote for quote in golds + nears if not is_on_page(**{k: quote[k] for k in ("quote", "file", "page")})
    ] == []


def test_identifiers_are_unique_and_parts_run_from_one() -> None:
    questions = rows("questions.jsonl")
    names = [row["id"] for row in questions + rows("unanswerable.jsonl")]
    assert len(names) == len(set(names))
    for row in questions:
        parts = {gold["part"] for gold in row["gold"]} if row["all_needed"] else {1}
        assert parts == set(range(1, len(parts) + 1))


def test_structure_quotes_are_on_their_pages() -> None:
    for meeting in json.loads((CORPUS / "structure.json").read_text(encoding="utf-8"))["meetings"]:
        for item in meeting["items"]:
            for found in [*item["decisions"], *item["actions"]]:
                assert is_on_page(found["quote"], meeting["file"], found["page"]), found["quote"]
            assert is_on_page(item["title"], meeting["file"], item["page"]), item["title"]


def test_weekdays_are_right_except_one_misprint() -> None:
    printed = re.compile(r"\b(\w+day), (\d{1,2} \w+ \d{4})")
    wrong = [
        f"{day}, {date}"
        for path in PDFS
        for text in pages(path)
        for day, date in printed.findall(text)
        if datetime.strptime(date, "%d %B %Y").strftime("%A") != day
    ]
    assert wrong == [MISPRINT]


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.stem)
def test_agenda_page_numbers_are_where_papers_start(pack: Path) -> None:
    source = (CORPUS / "sources" / f"{pack.stem}.md").read_text(encoding="utf-8")
    number, checked = "", 0
    for line in source.splitlines():
        cells = [cell.strip() for cell in line.strip("| ").split("|")]
        if len(cells) > 4 and re.fullmatch(r"\d+\.", cells[0]):
            number = cells[0].rstrip(".")
        if not cells[-1].startswith("[](#"):
            continue
        title, action, papers, lead = cells[-5:-1]
        sub = re.match(r"\d+\.\d+", title)
        own = sub[0] if sub else number
        shown = re.search(re.escape(f"{title} {action} {papers} {lead} ") + r"(\d+)\b", pages(pack)[0])
        assert shown, title
        start = pages(pack)[int(shown[1]) - 1]
        assert OPENINGS.get(own, f"Agenda Number: {own} ") in start, title
        checked += 1
    assert checked >= 9


def test_the_word_copy_has_headings_and_a_table() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document(str(next(CORPUS.glob("papers/*.docx"))))
    assert {"Heading 2", "Heading 3"} <= {paragraph.style.name for paragraph in document.paragraphs}
    assert document.tables[0].rows[1].cells[0].text == "WT ICB"
