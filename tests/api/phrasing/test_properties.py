"""Quotations always stand; a changed figure, name or verb of deciding never does."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from api.phrasing.checked import check
from api.phrasing.model import Dropped, Sentence
from ingest.model import PassageKind
from tests.api.phrasing.passages import passage

VERBS = ["approved", "noted", "endorsed", "rejected", "deferred", "adopted", "ratified", "supported", "agreed"]
NAMES = ["Dr Ann Grey", "Mr Low", "Prof Jane Hall", "ICB", "NHS England", "RP"]
WORDS = [
    *("winter", "beds", "funding", "of", "for", "the", "with", "service", "plan", "review", "and", "in", "from"),
    *("contract", "policy", "not", "risk", "was", "long-term", "Trust", "(part one)", "utilisation", "report's"),
]
figures = st.one_of(
    st.integers(2, 9_999).map(str),
    st.integers(1, 999).map(lambda n: f"£{n}.{n % 9 + 1} million"),
    st.integers(1_000, 999_999).map(lambda n: f"{n:,}"),
    st.integers(1, 99).map(lambda n: f"{n}%"),
    st.integers(1, 99).map(lambda n: f"{n} per cent"),
)
dates = st.tuples(st.integers(1, 28), st.sampled_from(["January", "June", "October"]), st.integers(2019, 2030)).map(
    lambda day: f"{day[0]} {day[1]} {day[2]}"
)
pieces = st.one_of(st.sampled_from(WORDS), st.sampled_from(NAMES), figures, dates)
tails = st.lists(pieces, min_size=2, max_size=14).map(" ".join)
decisions = st.builds(
    lambda body, verb, rest: f"{body} {verb} {rest}.",
    st.sampled_from(["The Board", "The Committee", "It was", "The plan was"]),
    st.sampled_from(VERBS),
    tails,
)
told = tails.map(lambda rest: f"Patients waited {rest}.")


@settings(max_examples=200, deadline=None)
@given(st.lists(decisions, min_size=1, max_size=4), st.data())
def test_a_quotation_of_a_decision_always_stands(said: list[str], data: st.DataObject) -> None:
    hits = [passage(1, f"Resolved: {' '.join(said)}", "decision"), passage(2, "Other words.", "report")]
    assert isinstance(check(f"{data.draw(st.sampled_from(said))} [1]", hits), Sentence)


@settings(max_examples=200, deadline=None)
@given(st.lists(told, min_size=1, max_size=4), st.data())
def test_a_quotation_of_what_was_told_always_stands(said: list[str], data: st.DataObject) -> None:
    hits = [passage(1, "\n".join(said), "discussion")]
    assert isinstance(check(f"{data.draw(st.sampled_from(said))} [1]", hits), Sentence)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(decisions, told), min_size=1, max_size=3), figures, figures, tails, st.data())
def test_a_changed_figure_never_stands(
    before: list[str], figure: str, other: str, rest: str, data: st.DataObject
) -> None:
    sentence = data.draw(st.sampled_from(["The Board approved funding of", "The trust counted in all"]))
    said = f"{sentence} {figure} {rest}."
    hits = [passage(1, " ".join([*before, said]), "decision")]
    lie = f"{sentence} {other} {rest}. [1]"
    same = _value(figure) == _value(other)
    assert isinstance(check(lie, hits), Sentence if same else Dropped)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(VERBS), st.sampled_from(VERBS), st.sampled_from(NAMES), st.sampled_from(NAMES), tails)
def test_a_changed_verb_or_name_never_stands(verb: str, lie: str, name: str, other: str, rest: str) -> None:
    hits = [passage(1, f"Resolved: The Board {verb} the report of {name} {rest}.", "decision")]
    kept = verb == lie and name == other
    result = check(f"The Board {lie} the report of {other} {rest}. [1]", hits)
    assert isinstance(result, Sentence if kept else Dropped)


@settings(max_examples=200, deadline=None)
@given(decisions, st.sampled_from(["recommendation", "report", "discussion", "plan", "action"]))
def test_a_decision_stands_in_no_other_kind_of_passage(said: str, kind: PassageKind) -> None:
    hits = [passage(1, said, kind)]
    assert check(f"{said} [1]", hits) == Dropped("not_a_decision")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_whatever_the_model_writes_is_a_plain_cited_sentence_or_dropped(line: str, text: str) -> None:
    hits = [passage(1, text, "decision"), passage(2, line, "decision")]
    for said in (line, f"{line} [1]", f"{text} [2][1]"):
        result = check(said, hits)
        if isinstance(result, Sentence):
            assert set(result.citations) <= {1, 2}
            assert result.text.isprintable()
            assert not set(result.text) & set("<>`[]{}|*")


def _value(figure: str) -> str:
    """The figure with its unit, by rules of this test's own."""
    number = float(re.sub(r"[^\d.]", "", figure)) * (1e6 if "million" in figure else 1)
    return f"{'£' if '£' in figure else ''}{number:.0f}{'%' if '%' in figure or 'per cent' in figure else ''}"
