"""Drafts and baskets: whose they are, what is kept of them, and that what is deleted is in no file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from api.drafts.desk import MOST_DRAFTS, MOST_MATTERS, NOTE, DraftDesk
from api.errors import NotFound
from api.identity.model import Caller
from api.identity.present import PRESENT
from api.settings import Settings
from api.staff.worker import Worker
from ingest.model import Proposal
from search.model import Declined, Matter, Precedent, Precedents
from search.service import audit, drafts
from search.service.service import Service
from tests.api.drafts.selections import POINTS
from tests.library import SMALL
from tests.web.drafting import MATTERS

CANARY = "qzxdraftvwkyj"
ASKED = Proposal("Patient transport", recommendations=("Approve the award.", "Note the risk."))
ADDRESSES = tuple(one.address for one in MATTERS)


@dataclass
class Held:
    """Matters by their address; all of them are near to any proposal."""

    matters: dict[str, Matter] = field(default_factory=lambda: {one.address: one for one in MATTERS})
    begun: int = 0

    def begin_precedents(self) -> None:
        self.begun += 1

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        found = tuple(self.matters.values())[:k]
        near = tuple(Precedent(rank, 1 / rank, one, POINTS) for rank, one in enumerate(found, start=1))
        return Precedents(proposal, near, (), "")

    def matter(self, address: str) -> Matter:
        if address not in self.matters:
            raise NotFound(f"there is no matter {address} here")
        return self.matters[address]


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Service]:
    with Service.open(tmp_path) as opened:
        yield opened


@pytest.fixture
def desk(service: Service, held: Held) -> DraftDesk:
    return DraftDesk(Settings(library=service.folder, address="https://papers.example.org"), service, held)


@contextmanager
def signed_in(who: str) -> Iterator[None]:
    """Requests are from this person."""
    token = PRESENT.set(Caller(who, f"Name of {who}"))
    try:
        yield
    finally:
        PRESENT.reset(token)


def chosen(desk: DraftDesk, draft: str) -> list[str]:
    return [one.matter for one in desk.draft(draft).basket]


def holds(folder: Path, word: str) -> list[str]:
    """The files that hold a word."""
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_precedents_are_got_ready_while_somebody_looks_at_their_drafts(desk: DraftDesk, held: Held) -> None:
    assert held.begun == 0
    desk.drafts()
    assert held.begun == 1


def test_a_file_is_read_for_what_it_asks_and_is_not_kept(desk: DraftDesk, service: Service) -> None:
    text = f"# Patient transport\n\nVans are {CANARY}.\n\n## Recommendation\n\nThe Board is asked to approve £2.4m.\n"
    found = desk.take("../my draft.md", io.BytesIO(text.encode()), "A Writer")
    assert (found.name, found.who) == ("my draft.md", "A Writer")
    assert found.proposal.money == ("£2.4m",)
    assert desk.draft(found.id) == found
    assert holds(service.folder, CANARY) == []


def test_a_sentence_that_is_typed_is_read_and_a_whole_proposal_is_taken_as_it_is(desk: DraftDesk) -> None:
    typed = desk.begin(Proposal(recommendations=("Award a contract of £310,000 for beds.",)), "")
    assert typed.proposal.money == ("£310,000",)
    assert typed.who == "staff"
    assert desk.begin(ASKED, "").proposal == ASKED


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 and nothing else"])
def test_what_cannot_be_read_is_declined_with_its_name(desk: DraftDesk, content: bytes) -> None:
    with pytest.raises(Declined, match=r"^draft\.pdf "):
        desk.take("draft.pdf", io.BytesIO(content), "")
    assert desk.drafts() == ()


def test_what_was_read_is_put_right(desk: DraftDesk) -> None:
    made = desk.begin(ASKED, "")
    desk.correct(made.id, replace(ASKED, title="Vans"))
    assert desk.draft(made.id) == replace(made, proposal=replace(ASKED, title="Vans"))
    with pytest.raises(Declined, match="shorten"):
        desk.correct(made.id, replace(ASKED, purpose="a" * 200_000))


def test_a_draft_is_there_for_who_made_it_and_for_nobody_else(desk: DraftDesk) -> None:
    with signed_in("p1"):
        made = desk.begin(ASKED, "Somebody Else")
        assert made.who == "Name of p1"
    for who in ("p2", ""):
        with signed_in(who):
            assert desk.drafts() == ()
            acts = (
                lambda draft: desk.draft(draft),
                lambda draft: desk.correct(draft, ASKED),
                lambda draft: desk.forget(draft),
                lambda draft: desk.choose(draft, ADDRESSES[0]),
                lambda draft: desk.drop(draft, ADDRESSES[0]),
                lambda draft: desk.order(draft, ADDRESSES),
                lambda draft: desk.note(draft, ADDRESSES[0], "mine"),
                lambda draft: desk.export(draft, "md"),
            )
            for act in acts:
                with pytest.raises(NotFound) as theirs:
                    act(made.id)
                with pytest.raises(NotFound) as nobodys:
                    act("0" * 16)
                assert str(theirs.value).replace(made.id, "") == str(nobodys.value).replace("0" * 16, "")
    with signed_in("p1"):
        assert desk.drafts() == (made,)


def test_a_basket_keeps_its_order_and_its_notes(desk: DraftDesk) -> None:
    made = desk.begin(ASKED, "").id
    for address in (*ADDRESSES, ADDRESSES[0]):
        desk.choose(made, address)
    assert chosen(desk, made) == list(ADDRESSES)
    desk.note(made, ADDRESSES[2], "Ask the clerk. ")
    desk.order(made, [ADDRESSES[2], "no such", ADDRESSES[2]])
    assert chosen(desk, made) == [ADDRESSES[2], ADDRESSES[0], ADDRESSES[1]]
    assert desk.draft(made).basket[0].note == "Ask the clerk."
    desk.drop(made, ADDRESSES[0])
    desk.drop(made, ADDRESSES[0])
    assert chosen(desk, made) == [ADDRESSES[2], ADDRESSES[1]]
    desk.choose(made, ADDRESSES[0])
    assert chosen(desk, made) == [ADDRESSES[2], ADDRESSES[1], ADDRESSES[0]]
    desk.note(made, ADDRESSES[2], "")
    assert desk.draft(made).basket[0].note == ""


def test_baskets_notes_and_drafts_are_bounded_and_hold_matters_alone(desk: DraftDesk, service: Service) -> None:
    made = desk.begin(ASKED, "").id
    with service.change() as connection:
        for at in range(MOST_MATTERS):
            drafts.choose(connection, made, f"a-1-{at}")
        for _ in range(MOST_DRAFTS - 1):
            drafts.add(connection, "", "", "", drafts.packed(ASKED), date(2099, 1, 1))
    with pytest.raises(Declined, match="full"):
        desk.choose(made, ADDRESSES[0])
    with pytest.raises(Declined, match="2,000"):
        desk.note(made, "a-1-0", "a" * (NOTE + 1))
    with pytest.raises(Declined, match="no longer"):
        desk.note(made, ADDRESSES[0], "a note")
    with pytest.raises(NotFound):
        desk.choose(made, "no such")
    with pytest.raises(Declined, match="Delete one"):
        desk.begin(ASKED, "")


def test_a_matter_that_has_gone_is_shown_as_gone_and_none_of_its_words_are_left(desk: DraftDesk, held: Held) -> None:
    made = desk.begin(ASKED, "").id
    for address in ADDRESSES[:2]:
        desk.choose(made, address)
    desk.note(made, ADDRESSES[0], "The one of 2019.")
    before = desk.export(made, "md").decode()
    assert "The Board approved the lease" in before
    assert "**Alike:** both ask to approve" in before
    assert "1 of 2 did not go through as asked" in before
    del held.matters[ADDRESSES[0]]
    after = desk.export(made, "md").decode()
    assert "lease" not in after
    assert "A matter that is no longer here" in after
    assert "The one of 2019." in after


def test_that_it_was_exported_is_in_the_audit_log_without_a_word_of_the_draft(
    desk: DraftDesk, service: Service
) -> None:
    with signed_in("p1"):
        made = desk.begin(ASKED, "").id
        with pytest.raises(Declined, match="empty"):
            desk.export(made, "docx")
        desk.choose(made, ADDRESSES[0])
        exported = desk.export(made, "docx")
    assert Document(io.BytesIO(exported)).core_properties.title == "Precedents for Patient transport"
    with service.read() as connection:
        lines = [(one.who, one.deed, one.about, one.detail) for one in audit.entries(connection)]
    assert lines == [("p1", "export", f"/staff/precedents/{made}", "docx")]


def secret(desk: DraftDesk) -> str:
    """A draft with a canary in all that it keeps."""
    made = desk.begin(replace(ASKED, title=CANARY), CANARY).id
    desk.choose(made, ADDRESSES[0])
    desk.note(made, ADDRESSES[0], CANARY)
    return made


def test_what_is_deleted_is_in_no_file(desk: DraftDesk, service: Service) -> None:
    made = secret(desk)
    assert holds(service.folder, CANARY)
    desk.forget(made)
    assert holds(service.folder, CANARY) == []
    with pytest.raises(NotFound):
        desk.draft(made)


def test_a_draft_that_nobody_used_for_so_long_is_deleted_and_one_that_was_looked_at_is_not(
    desk: DraftDesk, service: Service, held: Held
) -> None:
    kept = desk.begin(ASKED, "").id
    old = secret(desk)
    with service.change() as connection:
        connection.exec_driver_sql("UPDATE drafts SET used = date('now', '-89 days') WHERE id = ?", (kept,))
        connection.exec_driver_sql("UPDATE drafts SET used = date('now', '-92 days') WHERE id = ?", (old,))
    later = DraftDesk(Settings(library=service.folder), service, held)
    assert [one.id for one in later.drafts()] == [kept]
    assert holds(service.folder, CANARY) == []
    later.draft(kept)
    with service.read() as connection:
        used = connection.exec_driver_sql("SELECT used = date('now') FROM drafts").scalar()
    assert used == 1


def test_the_worker_deletes_old_drafts_too(desk: DraftDesk, service: Service) -> None:
    secret(desk)
    with service.change() as connection:
        connection.exec_driver_sql("UPDATE drafts SET used = date('now', '-92 days')")
    Worker(Settings(library=service.folder), service, lambda library: SMALL).settle()
    assert holds(service.folder, CANARY) == []
