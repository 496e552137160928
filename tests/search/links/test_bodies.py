from __future__ import annotations

from collections.abc import Mapping, Sequence

from search.links.bodies import aliases, folded

FINANCE = "Finance and Performance Committee"


def meant(
    names: Mapping[str, int], terms: Sequence[tuple[str, str]] = (), together: bool = True
) -> tuple[dict[str, str], dict[str, str]]:
    """The body of each printed name, and of each further abbreviation."""
    found = aliases(names, terms, lambda name, prefix: together)
    return (
        {one.spelling: one.name for one in found if one.printed},
        {one.alias: one.name for one in found if not one.printed},
    )


def test_spellings_of_one_name_are_one_body() -> None:
    printed, _ = meant({FINANCE: 3, "Finance & Performance Committee": 1, "The Finance and Performance Committee": 1})
    assert set(printed.values()) == {FINANCE}


def test_a_body_is_found_by_its_initials_and_their_shorter_forms() -> None:
    _, short = meant({FINANCE: 3, "Audit Committee": 1})
    assert {form for form, name in short.items() if name == FINANCE} == {"fpc", "f and p", "f and pc"}
    assert folded("F&P") in short


def test_initials_that_two_bodies_share_mean_neither() -> None:
    printed, short = meant({FINANCE: 3, "Family Practice Committee": 1, "FPC": 1})
    assert "fpc" not in short
    assert printed["FPC"] == "FPC"


def test_a_glossary_says_which_body_initials_mean() -> None:
    terms = [("FPC", "Family Practice Committee")]
    printed, _ = meant({FINANCE: 3, "Family Practice Committee": 1, "FPC": 1}, terms)
    assert printed["FPC"] == "Family Practice Committee"


def test_a_glossary_that_gives_initials_another_meaning_keeps_them_from_a_body() -> None:
    printed, short = meant({FINANCE: 3, "FPC": 1}, [("FPC", "Fixed Penalty Charge")])
    assert printed["FPC"] == "FPC"
    assert "fpc" not in short


def test_two_meanings_in_two_glossaries_are_none() -> None:
    _, short = meant({FINANCE: 3, "Audit Committee": 1}, [("AC", "Audit Committee"), ("AC", FINANCE)])
    assert "ac" not in short


def test_an_organisation_before_a_name_makes_no_other_body_where_the_papers_name_it() -> None:
    names = {"Quality Committee": 3, "NHS Northshire ICB Quality Committee": 1}
    printed, _ = meant(names)
    assert set(printed.values()) == {"Quality Committee"}
    printed, _ = meant(names, together=False)
    assert len(set(printed.values())) == 2


def test_a_name_that_may_be_of_two_organisations_is_joined_to_neither() -> None:
    names = {"Quality Committee": 3, "North Trust Quality Committee": 1, "South Trust Quality Committee": 1}
    printed, _ = meant(names)
    assert len(set(printed.values())) == 3


def test_words_before_a_name_that_are_no_organisation_make_another_body() -> None:
    printed, _ = meant({"Quality Committee": 3, "Joint Quality Committee": 1, "Board": 1, "Trust Board": 1})
    assert len(set(printed.values())) == 4
