"""What came of a matter is what the minutes' own words say, and never more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.model import Decision, Verb
from search.citation import Citation
from search.precedents.model import Outcome
from search.precedents.outcomes import WORST, months, of_words, outcome
from search.registers.entries import Asked, DecisionEntry

PLACE = Citation("3f1c9a2b7d10", "minutes.md", 1, 1, "", "2024-03-05", "Parish Council", "3", "Grass", ())
GRANTING: tuple[Verb, ...] = ("approved", "endorsed", "supported", "agreed", "adopted", "ratified", "delegated")


def entry(verb: Verb, text: str, condition: str = "", asked: str = "") -> DecisionEntry:
    made = Decision("3", "Grass", verb, text, "", condition, ())
    wanted = (Asked(asked, PLACE),) if asked else ()
    return DecisionEntry(PLACE, made, "draft", None, "", wanted, (), (), ())


@pytest.mark.parametrize(
    ("verb", "text", "came"),
    [
        ("approved", "The Council approved the award of the contract.", "granted"),
        ("approved", "The motion was carried, with four votes against.", "granted"),
        ("delegated", "Authority was delegated to the Clerk to sign the lease.", "granted"),
        ("approved", "The Council approved the lease, subject to a survey.", "conditional"),
        ("approved", "The Council approved the plan in principle.", "conditional"),
        (
            "supported",
            "The Panel supported the plan with the safeguards named, to be reviewed before it goes on.",
            "conditional",
        ),
        ("approved", "The budget was approved as amended.", "conditional"),
        ("approved", "The Council approved a reduced grant.", "conditional"),
        ("approved", "Items 1 to 3 were approved and item 4 was deferred.", "deferred"),
        ("approved", "The Council approved the survey but declined the sale.", "rejected"),
        ("agreed", "It was agreed to postpone the sale to a later date.", "deferred"),
        ("agreed", "The trustees agreed that the matter be considered further at the next meeting.", "deferred"),
        ("agreed", "It was agreed not to sell the field.", "rejected"),
        ("agreed", "It was agreed that a survey may be useful.", "not recorded"),
        ("agreed", "The Council resolved to seek legal advice.", "not recorded"),
        ("approved", "The Council approved the sale that it had deferred in March.", "granted"),
        ("noted", "The Council noted the report.", "noted"),
        ("received", "The accounts were received.", "noted"),
        ("other", "The Council was not assured.", "not recorded"),
        ("deferred", "The Council deferred the sale.", "deferred"),
        ("rejected", "The sale was not approved.", "rejected"),
    ],
)
def test_one_decision_comes_to_what_its_words_say(verb: str, text: str, came: Outcome) -> None:
    assert of_words(verb, text) == came


def test_a_matter_of_several_decisions_is_named_by_the_worst_of_them() -> None:
    granted = entry("approved", "Approved the contract.")
    assert outcome([granted, entry("noted", "Noted the risk.")]) == "granted"
    assert outcome([granted, entry("approved", "Approved the lease.", "subject to a survey.")]) == "conditional"
    assert outcome([granted, entry("deferred", "Deferred the sale.")]) == "deferred"
    assert outcome([entry("deferred", "Deferred the sale."), entry("rejected", "Rejected the gift.")]) == "rejected"
    assert outcome([]) == "not recorded"


def test_less_money_or_a_shorter_term_than_was_asked_is_no_plain_yes() -> None:
    text = "Approved a two-year contract at £40,000."
    assert outcome([entry("approved", text, asked="Approve a two-year contract at £40,000.")]) == "granted"
    assert outcome([entry("approved", text, asked="Approve a two-year contract at £0.1 million.")]) == "conditional"
    assert outcome([entry("approved", text, asked="Approve a contract for five years.")]) == "conditional"


@given(st.sampled_from(GRANTING), st.text(max_size=80), st.text(min_size=1, max_size=30))
def test_a_decision_with_a_condition_is_never_granted_whatever_it_says(verb: Verb, text: str, condition: str) -> None:
    assert of_words(verb, text, condition) != "granted"


@given(st.sampled_from(["noted", "received", "other", "deferred", "rejected"]), st.text(max_size=200))
def test_a_verb_that_grants_nothing_is_never_granted_whatever_the_text(verb: str, text: str) -> None:
    assert of_words(verb, text) != "granted"


@given(
    st.lists(st.sampled_from([entry("approved", "Approved."), entry("deferred", "Put off."), entry("noted", "Noted.")]))
)
def test_one_part_that_was_put_off_is_never_outvoted(decided: list[DecisionEntry]) -> None:
    came = outcome(decided)
    assert came in WORST
    assert (came == "deferred") == any(one.decision.verb == "deferred" for one in decided)
    assert outcome([replace(one) for one in reversed(decided)]) == came


@given(st.text(max_size=200))
def test_terms_are_read_from_any_text(text: str) -> None:
    assert months([text]) >= 0
