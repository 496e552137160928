"""Whatever the house style, minutes are read for what they say: every property holds over generated minutes."""

from __future__ import annotations

from hypothesis import HealthCheck, Phase, assume, given, settings

from ingest.model import Meeting
from ingest.reading import read_bytes
from tests.ingest.house_styles import Minutes, minutes

# An example is short as drawn: shrinking it would take a minute and show no more.
OFTEN = settings(
    derandomize=True, max_examples=20, deadline=None, database=None, phases=[Phase.generate], report_multiple_bugs=False
)
SELDOM = settings(OFTEN, max_examples=6)


def read(paper: Minutes) -> Meeting:
    """The one meeting that a document records."""
    meetings = read_bytes(paper.name, paper.content).meetings
    assert len(meetings) == 1
    return meetings[0]


def items_rightly_read(paper: Minutes) -> None:
    """Every item by its number and title, and no other."""
    found = [(item.number.removesuffix(".0"), item.title) for item in read(paper).items]
    assert found == [(matter.number, matter.title) for matter in paper.matters]


def marked_off(paper: Minutes) -> bool:
    """Whether something parts an action from the decision before it: a label, a blank line, a cell."""
    return not (paper.style.bare and (paper.style.tight or (paper.style.labelled and paper.style.deciding == 6)))


def decisions_rightly_read(paper: Minutes) -> None:
    """Every resolution under its item with its verb, and nothing beside them."""
    found = [(one.item.removesuffix(".0"), one.verb, one.text.rstrip(".;")) for one in read(paper).decisions]
    wanted = [(matter.number, one.verb, one.words) for matter in paper.matters for one in matter.resolved]
    assert [one[:2] for one in found] == [one[:2] for one in wanted]
    assert all(words.casefold() in text.casefold() for (_, _, text), (_, _, words) in zip(found, wanted, strict=True))


def actions_rightly_read(paper: Minutes) -> None:
    """Every action under its item with its owner, and nothing beside them."""
    found = [(one.item.removesuffix(".0"), one.owner) for one in read(paper).actions]
    assert found == [(matter.number, (one.owner.name,)) for matter in paper.matters for one in matter.asked]
    for one, wanted in zip(read(paper).actions, [one for matter in paper.matters for one in matter.asked], strict=True):
        assert wanted.words.casefold() in one.text.casefold()


@given(minutes())
@OFTEN
def test_the_body_and_the_day_are_read(paper: Minutes) -> None:
    meeting = read(paper)
    assert (meeting.body.casefold(), meeting.date) == (paper.body.casefold(), paper.day)


@given(minutes())
@OFTEN
def test_everybody_on_the_list_is_read_with_their_standing(paper: Minutes) -> None:
    found = {(person.name, person.status) for person in read(paper).attendance}
    assert found == {(person.name, person.standing) for person in paper.people}


@given(minutes())
@OFTEN
def test_every_item_is_read_with_its_number_and_no_other(paper: Minutes) -> None:
    items_rightly_read(paper)


@given(minutes())
@OFTEN
def test_every_resolution_is_found_under_its_item_with_its_verb(paper: Minutes) -> None:
    assume(marked_off(paper))
    decisions_rightly_read(paper)


@given(minutes())
@OFTEN
def test_what_is_recommended_or_was_agreed_elsewhere_is_never_a_decision(paper: Minutes) -> None:
    for decision in read(paper).decisions:
        assert not any(matter.advised in decision.text.casefold() for matter in paper.matters), decision.text


@given(minutes())
@OFTEN
def test_every_action_is_found_under_its_item_with_its_owner(paper: Minutes) -> None:
    assume(marked_off(paper))
    actions_rightly_read(paper)


@given(minutes(media=("docx",)))
@SELDOM
def test_minutes_in_a_word_table_say_what_prose_says(paper: Minutes) -> None:
    items_rightly_read(paper)
    decisions_rightly_read(paper)
    actions_rightly_read(paper)


@given(minutes(media=("pdf",)))
@SELDOM
def test_a_pdf_says_what_its_text_says(paper: Minutes) -> None:
    assume(marked_off(paper))
    meeting = read(paper)
    assert (meeting.body.casefold(), meeting.date) == (paper.body.casefold(), paper.day)
    items_rightly_read(paper)
    decisions_rightly_read(paper)
    actions_rightly_read(paper)


@given(minutes(media=("text",)))
@settings(OFTEN, max_examples=40, suppress_health_check=[HealthCheck.filter_too_much])
def test_an_action_that_nothing_marks_off_is_no_part_of_the_decision_before_it(paper: Minutes) -> None:
    assume(not marked_off(paper))
    decisions_rightly_read(paper)
    actions_rightly_read(paper)
