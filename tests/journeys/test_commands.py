from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from pathlib import Path

from ingest.errors import MinutebookError
from search.embed import DEFAULT
from search.library import Library
from search.service import audit
from search.service.service import Service
from tests.board import JANUARY, MINUTEBOOK, heed_interrupts, minutebook, papers
from tests.library import take

FIELDS = {
    *("rank", "score", "text", "file", "document", "page", "page_end", "page_label", "meeting_date", "committee"),
    *("item", "title", "item_title", "presenter", "kind", "line_start", "line_end"),
}


def test_a_question_is_answered_with_its_citation(library: Path) -> None:
    said = minutebook("ask", "what was decided on winter funding", library=library).stdout
    assert "approved winter funding" in said
    assert "16 January 2025" in said
    assert "board" in said


def test_an_answer_as_json_is_json_and_nothing_else(library: Path) -> None:
    said = minutebook("ask", "estates strategy", "--json", library=library)
    answer = json.loads(said.stdout)
    assert answer["answer"]["status"] == "answered"
    assert set(answer["hits"][0]) >= FIELDS


def test_a_file_of_questions_becomes_a_file_of_results(library: Path, tmp_path: Path) -> None:
    lines = [
        {"id": "Q1", "question": "winter funding", "kind": "decision"},
        {"id": 2, "question": ""},
        {"id": "Q3", "question": '\ud800 "unbalanced ( \x00 * NEAR' + "z" * 9000},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(line) + "\n\n" for line in lines), encoding="utf-8")
    minutebook(
        "search", "--queries", tmp_path / "in.jsonl", "--out", tmp_path / "out.jsonl", "--k", "4", library=library
    )
    results = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [result["id"] for result in results] == ["Q1", 2, "Q3"]
    assert [hit["rank"] for hit in results[0]["hits"]] == [1, 2, 3, 4]
    assert results[0]["answer"]["status"] == "answered"
    assert "The Board approved winter funding of £2.4 million for community beds." in results[0]["answer"]["text"]
    assert set(results[0]["hits"][0]) >= FIELDS
    assert (results[1]["abstain"], results[1]["hits"]) == (True, [])


def test_precedents_for_a_draft_are_found_and_written(library: Path, tmp_path: Path) -> None:
    draft = tmp_path / "estates.md"
    draft.write_text("# Estates strategy\n\n## Recommendation\n\nThe Board is asked to approve the estates strategy.\n")
    said = minutebook("precedents", draft, "--markdown", tmp_path / "out.md", "--json", library=library)
    found = json.loads(said.stdout)
    assert found["proposal"]["title"] == "Estates strategy"
    outcomes = {(one["matter"]["date"], one["matter"]["item"]): one["matter"]["outcome"] for one in found["precedents"]}
    assert outcomes["2025-01-16", "8"] == "deferred"
    assert outcomes["2025-03-13", "6"] == "granted"
    assert found["contrary"]
    assert "deferred the estates strategy to its next meeting" in (tmp_path / "out.md").read_text(encoding="utf-8")


def test_what_is_there_can_be_listed_exported_and_checked(library: Path, tmp_path: Path) -> None:
    held = json.loads(minutebook("documents", "--json", library=library).stdout)
    assert [document["name"] for document in held] == ["2025-01-board.md", "2025-03-board.md", "board.pdf"]
    table = minutebook("meetings", "--csv", library=library).stdout.splitlines()
    assert table[0].startswith("date,committee,kind,part,items,file,page,page_label,decisions,actions,state")
    assert {"place", "quorum", "date_printed", "date_note"} <= set(table[0].split(","))
    assert table[1].startswith("2025-01-16,")
    minutebook("export", "--structure", tmp_path / "structure.json", library=library)
    structure = json.loads((tmp_path / "structure.json").read_text(encoding="utf-8"))
    assert {"meetings", "action_log", "papers"} == set(structure)
    assert {"file", "attendees", "apologies", "items", "date_printed"} <= set(structure["meetings"][0])
    assert all(check["ok"] for check in json.loads(minutebook("doctor", "--json", library=library).stdout))


def test_failures_are_named_the_rest_goes_on_and_the_code_says_so(tmp_path: Path) -> None:
    folder = papers(tmp_path / "papers")
    (folder / "2025-02.pdf").write_bytes(b"%PDF-1.4 torn off")
    (folder / "2025-02.docx").write_bytes(b"PK\x03\x04 torn off")
    (folder / "empty.txt").write_bytes(b"")
    done = minutebook("ingest", folder, tmp_path / "none.pdf", library=tmp_path / "library", code=1)
    failures = [line for line in done.stderr.splitlines() if line.startswith("failed: ")]
    named = {line.split(": ")[1] for line in failures}
    assert named == {"2025-02.docx", "2025-02.pdf", "empty.txt", str(tmp_path / "none.pdf")}
    assert done.stdout.startswith("2 added")
    again = minutebook("ingest", folder / "2025-01-board.md", library=tmp_path / "library").stdout
    assert "1 skipped as unchanged" in again


def test_a_removed_document_is_there_no_more(tmp_path: Path) -> None:
    minutebook("ingest", papers(tmp_path / "papers"), library=tmp_path / "library")
    held = json.loads(minutebook("documents", "--json", library=tmp_path / "library").stdout)
    assert "2025-01-board.md" in minutebook("remove", held[0]["id"], library=tmp_path / "library").stdout
    left = json.loads(minutebook("documents", "--json", library=tmp_path / "library").stdout)
    assert [document["name"] for document in left] == ["2025-03-board.md"]
    minutebook("remove", held[0]["id"], library=tmp_path / "library", code=2)


def test_unusable_arguments_and_libraries_end_in_one_line_and_a_code(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n')
    cases: list[tuple[int, list[str | Path]]] = [
        (2, ["ingest"]),
        (2, ["ingest", tmp_path / "none.pdf"]),
        (2, ["ingest", tmp_path / "folder"]),
        (2, ["ingest", tmp_path, "--ocr", "always"]),
        (2, ["ingest", tmp_path, "--collection", "secret"]),
        (2, ["search", "words", "--k", "0"]),
        (2, ["search", "--queries", tmp_path / "bad.jsonl"]),
        (2, ["unknown"]),
        (3, ["ask", "anything"]),
        (3, ["documents"]),
        (3, ["doctor"]),
    ]
    for code, arguments in cases:
        done = minutebook(*arguments, library=tmp_path / "library", code=code)
        assert len((done.stderr or done.stdout).strip().splitlines()) == 1, (arguments, done.stderr)
        assert "Traceback" not in done.stderr
    assert not (tmp_path / "library").exists()


def test_a_wrong_model_or_document_is_found_before_anything_is_read(library: Path, tmp_path: Path) -> None:
    paper = papers(tmp_path / "papers") / "2025-01-board.md"
    said = minutebook("ingest", paper, "--replaces", "nothing", library=library, code=2).stderr
    assert "no document nothing" in said
    minutebook("ingest", paper, "--replaces", "nothing", library=tmp_path / "none", code=3)
    assert not (tmp_path / "none").exists()
    take(tmp_path / "small", paper)
    said = minutebook("ingest", paper, "--model", DEFAULT, library=tmp_path / "small", code=3).stderr
    assert "made with the model small" in said


def test_recognised_meetings_are_measured_against_judged_ones(library: Path, tmp_path: Path) -> None:
    questions, judged = tmp_path / "questions.jsonl", tmp_path / "structure.json"
    gold = {"file": "2025-01-board.md", "quote": "The Board approved winter funding", "line": 14}
    questions.write_text(json.dumps({"id": 1, "question": "winter funding", "gold": [gold]}))
    minutebook("export", "--structure", judged, library=library)
    report = minutebook("evaluate", questions, "--structure", judged, "--json", library=library).stdout
    scores = json.loads(report)["structure"]
    assert scores["items"]["f1"] == scores["decisions"]["f1"] == 1
    minutebook("evaluate", questions, "--structure", questions, library=library, code=2)


def test_a_setting_of_the_environment_that_does_not_fit_is_named(tmp_path: Path) -> None:
    environment = os.environ | {"MINUTEBOOK_WORKERS": "none"}
    done = subprocess.run(
        [str(MINUTEBOOK), "documents"], capture_output=True, text=True, cwd=tmp_path, env=environment, check=False
    )
    assert done.returncode == 2
    assert "MINUTEBOOK_WORKERS" in done.stderr


def test_the_list_of_commands_comes_at_once() -> None:
    began = time.monotonic()
    subprocess.run([str(MINUTEBOOK), "--help"], check=True, capture_output=True)
    assert time.monotonic() - began < 2  # 0.2 s on an idle machine


def test_an_ingest_that_is_stopped_leaves_whole_documents_only(tmp_path: Path) -> None:
    # given more papers than can be read at once
    folder = tmp_path / "papers"
    folder.mkdir()
    for number in range(30):
        text = JANUARY.replace("£2.4 million", f"£{number} million") + f"\nPaper {number} was noted.\n" * 30
        (folder / f"{number:02}.md").write_text(text, encoding="utf-8")
    command = [str(MINUTEBOOK), "ingest", str(folder), "--library", str(tmp_path / "library")]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, preexec_fn=heed_interrupts
    ) as ingest:
        # when it is interrupted after the first documents
        deadline = time.monotonic() + 90
        while _held(tmp_path) < 2 and time.monotonic() < deadline and ingest.poll() is None:
            time.sleep(0.02)
        ingest.send_signal(signal.SIGINT)
        _, said = ingest.communicate(timeout=30)
    # then it says so, and every document that is there is whole
    assert ingest.returncode == 130
    assert "stopped: " in said
    with Library.open(tmp_path / "library" / "public", write=False) as library:
        documents = library.documents()
        assert 2 <= len(documents) < 30
        assert library.coverage().passages == sum(document.passages for document in documents)
        assert all(library.page(document.id, 1) and library.file(document.id).is_file() for document in documents)
    # and the audit log tells of each, but for one that was stored at that very moment
    with Service.open(tmp_path / "library") as service, service.read() as connection:
        told = {entry.about for entry in audit.entries(connection) if entry.deed == "ingest"}
    assert told <= {document.id for document in documents}
    assert len(told) >= len(documents) - 1


def _held(folder: Path) -> int:
    database = folder / "library" / "public" / "library.db"
    if not database.is_file():
        return 0
    try:
        with Library.open(database.parent, write=False) as library:
            return len(library.documents())
    except MinutebookError:  # being made at this moment
        return 0
