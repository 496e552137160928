"""Bodies by their aliases, by a part of their name, and those that the library does not know."""

from __future__ import annotations

import pytest

from tests.search.understand.house import AUDIT, BOARD, FINANCE, PANEL, read


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("what did the audit committee decide", AUDIT),
        ("what did FEC agree on dredging", FINANCE),
        ("what did fec agree on dredging", FINANCE),
        ("TTC: what did F&E decide", FINANCE),
        ("what was noted at the finance committee", FINANCE),
        ("did finance and estates approve the lease", FINANCE),
        ("who chairs the ferry panel", PANEL),
        ("what did the ferry + users panel say", PANEL),
        ("did the board sign it off", BOARD),
        ("did F and E sign it off", FINANCE),
        ("who's on the board?", BOARD),
        ("the Board's decision on pontoons", BOARD),
        ("what did the public ask the Board", BOARD),
        ("audit committee decisions", AUDIT),
        ("AC minutes 8 October 2024", AUDIT),
        ("Ferry Users Panel pontoon extension", PANEL),
    ],
)
def test_a_body_that_is_asked_is_known_by_any_of_its_names(question: str, name: str) -> None:
    (body,) = read(question).of("body")
    assert (body.value, body.source, body.held) == (name, True, True)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("lease of the audit committee's room", AUDIT),
        ("what is the plan for sharing the tracker with the finance committee", FINANCE),
    ],
)
def test_a_body_that_is_only_mentioned_is_no_source(question: str, name: str) -> None:
    (body,) = read(question).of("body")
    assert (body.value, body.source) == (name, False)


@pytest.mark.parametrize(
    ("question", "printed"),
    [
        ("what did the People Board decide on workforce", "People Board"),
        ("remuneration committee decision on executive pay", "remuneration committee"),
        ("what did the Health Users Panel decide", "Health Users Panel"),
        ("what did the Part II Board decide", "Part II Board"),
    ],
)
def test_a_body_that_is_not_known_stays_and_says_so(question: str, printed: str) -> None:
    (body,) = read(question).of("body")
    assert (body.printed, body.value, body.source, body.held) == (printed, printed, True, False)


@pytest.mark.parametrize(
    "question",
    [
        "board assurance framework risks",
        "savings across the board",
        "does she sit on the River Trust board",
        "how much has Seaton council saved",
        "white board pens",
        "can the ac be switched off",
        "what is an advisory group",
    ],
)
def test_other_words_are_no_body(question: str) -> None:
    assert not [body for body in read(question).of("body") if body.source]
