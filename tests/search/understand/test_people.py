"""People by name, surname, initials and post."""

from __future__ import annotations

import pytest

from tests.search.understand.house import read


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("what did Jana Fieldgate say about dredging", ["Jana Fieldgate"]),
        ("what did Ms Fieldgate say", ["Jana Fieldgate"]),
        ("what does Fieldgate think of it", ["Jana Fieldgate"]),
        ("what did fieldgate say", ["Jana Fieldgate"]),
        ("orla o’shea declared interests", ["Orla O'Shea"]),
        ("what did JF say", ["Jana Fieldgate", "Joss Farrow"]),
        ("what did JF say at the audit committee", ["Joss Farrow"]),
        ("what did the harbour master say", ["Orla O'Shea"]),
        ("what did MG say about the quay", ["Mark Green"]),
        ("who is HM", ["Hana May"]),
        ("was Orla at the board", ["Orla O'Shea"]),
        ("green strategy for the quay", []),
        ("what may be done about JFK", []),
        ("MG on the hulls of ferries", []),
        ("the report of the chief executive of the hospital", []),
        ("what was agreed in May", []),
    ],
)
def test_people_are_known_by_what_minutes_call_them(question: str, names: list[str]) -> None:
    assert [person.value for person in read(question).of("person")] == names


def test_somebody_who_says_or_does_something_is_the_source() -> None:
    assert read("what did Jana Fieldgate say").of("person")[0].source
    assert not read("Jana Fieldgate interests").of("person")[0].source
