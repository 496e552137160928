"""Items, references, phrases, abbreviations and misspellings."""

from __future__ import annotations

import pytest

from search.understand.query import ConstraintKind
from tests.search.understand.house import read


@pytest.mark.parametrize(
    ("question", "kind", "value", "held"),
    [
        ("what was item 7 about", "item", "7", True),
        ("agenda item 12.1", "item", "12.1", True),
        ("who wrote paper no. 12.1", "item", "12.1", True),
        ("status of action 41", "reference", "41", True),
        ("action log 99 owner", "reference", "99", False),
        ("what is HB/2425/017", "reference", "HB/2425/017", True),
        ("what is GB/2425/101", "reference", "GB/2425/101", False),
        ('papers on "direct award" of ferries', "phrase", "direct award", True),
        ("papers on “direct award” of ferries", "phrase", "direct award", True),
        ("papers on 'direct award' of ferries", "phrase", "direct award", True),
    ],
)
def test_numbers_references_and_phrases_are_read(question: str, kind: ConstraintKind, value: str, held: bool) -> None:
    (one,) = read(question).of(kind)
    assert (one.value, one.held, one.source, one.strict) == (value, held, True, kind == "phrase")


@pytest.mark.parametrize(
    "question",
    [
        "7 items on dredging",
        "papers 2 weeks late",
        "the directors' and users' views",
        "and/or 24/7",
        "item on dredging",
        '""',
    ],
)
def test_other_numbers_and_marks_are_none(question: str) -> None:
    query = read(question)
    assert not [one for one in query.constraints if one.kind in ("item", "reference", "phrase")]


@pytest.mark.parametrize(
    ("question", "expansions"),
    [
        ("VTS outage", ("Vessel Traffic Service",)),
        ("vts outage", ("Vessel Traffic Service",)),
        ("vessel traffic services outage", ("VTS",)),
        ("VTS, the vessel traffic service", ()),
        ("can it be repaired", ()),
        ("CAN upgrade", ("Coastal Area Network",)),
        ("IRF deadline", ()),
        ("what did the audit committee say on the IRF", ("Incident Report Form",)),
        ("what does IRF stand for", ("Incident Report Form", "Integrated Route Forecast")),
    ],
)
def test_abbreviations_are_written_out_where_one_thing_is_meant(question: str, expansions: tuple[str, ...]) -> None:
    assert read(question).expansions == expansions


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("dreging of the harbuor", "dredging of the harbour"),
        ("Goverance review", "Governance review"),
        ("dredging conract", "dredging conract"),  # contract and contact are as near
        ("the quayy", "the quay"),
        ("pontoon and quays", "pontoon and quays"),
        ("refurbishment of the aquarium", "refurbishment of the aquarium"),
        ("what did fieldgate say", "what did fieldgate say"),
        ("DREGING", "DREGING"),
        ("dreging2", "dreging2"),
        ('"dreging"', '"dreging"'),
        ("whos dredging", "whos dredging"),
    ],
)
def test_only_what_is_clearly_misspelt_is_put_right(question: str, words: str) -> None:
    assert read(question).words == words


def test_what_is_put_right_is_understood_and_shown_as_it_was_typed() -> None:
    query = read("what did the audit comittee approve about the dreging of VTS")
    assert query.words == "what did the audit committee approve about the dredging of VTS"
    assert [(one.kind, one.printed) for one in query.constraints] == [
        ("body", "audit comittee"),
        ("spelling", "comittee"),
        ("spelling", "dreging"),
        ("abbreviation", "VTS"),
    ]


def test_a_correction_taken_back_leaves_the_word() -> None:
    query = read("dreging of the harbuor", "spelling:dredging")
    assert (query.words, query.dropped) == ("dreging of the harbour", ("spelling:dredging",))


def test_ligatures_wide_letters_dashes_and_accents_are_one_with_their_plain_form() -> None:
    assert read("ﬁnance ＆ estates – “quay”").text == 'finance & estates - "quay"'
    assert read("what did Orla O’Shéa say").of("person")
    assert read("VTS out\u00adage").text == "VTS outage"


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("was the zyzzogeton contract approved", ("zyzzogeton",)),
        ("what happened to Plimbrook House", ("Plimbrook",)),
        ("dreging of the harbuor", ()),  # misspelt
        ("has it been shut down by a plumber", ()),  # plain English, though no paper says so
        ("what does the ZZQX say of Q7PX and xqz", ()),  # letters that may stand for anything
        ('was "zyzzogeton" said', ()),  # quoted words have to match anyway
    ],
)
def test_names_of_what_no_paper_tells_of_are_known_for_that(question: str, strange: tuple[str, ...]) -> None:
    assert read(question).strange == strange
