"""What holds for every question, whatever it says."""

from __future__ import annotations

import time

from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.understand.english import english
from tests.search.understand.house import read

PIECES = st.sampled_from(
    [
        *(
            "what did",
            "the",
            "January",
            "board",
            "audit committee",
            "decide",
            "JF",
            "say",
            "item 7",
            "VTS",
            "and",
            "who",
        ),
        *(
            "since 2023",
            "16/01/25",
            '"',
            "'",
            "dreging",
            "last year",
            "HB/2425/017",
            "between",
            "to",
            "F&E",
            "NEAR(",
            "*",
        ),
        *(
            "AND",
            "OR",
            "NOT",
            "^",
            "31/02/2024",
            "99/99/99",
            "0000-00-00",
            "2024/25",
            "Q4",
            "\x00",
            "\u202e",
            "ﬁ",
            "İ",
            "ß",
        ),
    ]
)
QUESTIONS = st.one_of(
    st.lists(PIECES, max_size=30).map(" ".join),
    st.lists(PIECES, max_size=30).map("".join),
    st.text(max_size=300),
    st.text(st.characters(categories=["Cc", "Cs", "Cf", "Mn", "Zs", "Nd", "No", "Po", "Sm"]), max_size=100),
)


@given(text=QUESTIONS)
@example(text="what did " * 600)
@example(text="January 2025 " * 400)
@example(text='"' * 5000)
@example(text="dreging " * 700)
@example(text="committee " * 500)
@example(text="A" * 5000)
@example(text="1/" * 2500)
@example(text="(" * 2500 + ")" * 2500)
@example(text="\ufdfa" * 5000)
@example(text="between January and " * 250)
@example(text="' " * 2500)
@example(text=" and what was it" * 300)
@settings(max_examples=300, deadline=None)
def test_any_text_is_understood_and_every_constraint_is_of_its_words(text: str) -> None:
    query = read(text)
    assert len(query.text) <= 5000
    for one in query.constraints:
        assert one.printed
        assert one.printed in query.text
        assert one.value
    assert len({one.key for one in query.constraints}) == len(query.constraints)
    assert bool(query.text) == bool(query.parts)


@given(text=QUESTIONS)
@settings(max_examples=150, deadline=None)
def test_what_is_taken_back_is_gone_and_nothing_comes_in_its_place(text: str) -> None:
    keys = [one.key for one in read(text).constraints]
    for key in keys[:3]:
        left = [one.key for one in read(text, key).constraints]
        if key.startswith("spelling:"):
            assert set(left) <= set(keys) - {key}  # what was read from the word put right goes with it
        else:
            assert left == [other for other in keys if other != key]
    bare = read(text, *keys)
    assert bare.constraints == ()
    assert bare.words == bare.text


@given(text=QUESTIONS)
@settings(max_examples=150, deadline=None)
def test_what_was_understood_is_understood_alike_again(text: str) -> None:
    query = read(text)
    assert read(query.text) == query
    assert read(query.words).words == query.words


def test_any_question_takes_little_time() -> None:
    english("warm")
    texts = [
        "what did the January board decide on dreging " * 100,
        "committee and " * 350,
        "x" * 5000,
        "1 January 2025 to " * 270,
        "'a b " * 1000,
        "q1 may sat " * 450,
        "who and what " * 380,
        "what is " * 600,
        "which boards are " * 300,
        "the board " * 500,
    ]
    for text in texts:
        taken = []
        for _ in range(3):  # the collection of garbage may fall into one of them
            began = time.process_time()
            read(text)
            taken.append(time.process_time() - began)
        assert min(taken) < 0.05, text[:40]
