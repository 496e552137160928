"""A correction in a whole pack reaches what its meeting decided and every passage of the item, and nothing else."""

from __future__ import annotations

from pathlib import Path

from api.settings import Settings
from api.staff.review import review_of
from ingest.model import Correction, Reading
from ingest.reading import read_document, understood
from search.add import add, embed, plan
from search.library import Library
from search.model import Wanted
from search.registers.decisions import decisions
from tests.library import SMALL, searcher

PACK = Path(__file__).parents[3] / "corpus/papers/2025-02-13-icb-board-pack.pdf"


def store(folder: Path, reading: Reading, content: bytes) -> None:
    with Library.open(Settings(library=folder).folder("public"), write=True) as library:
        add(library, reading, content, "pack", embed(SMALL, plan(library, reading, SMALL)), SMALL)


def test_a_corrected_presenter_of_a_pack_is_cited_with_what_was_decided(tmp_path: Path) -> None:
    content = PACK.read_bytes()
    document = read_document(PACK.name, content)
    plain = understood(document)
    review = review_of(plain, ())
    meeting = next(one for one in review.meetings if one.kind == "minutes" and one.decisions)
    item = next(one for one in meeting.items if one.decisions and one.presenters)
    place = (meeting.read_body, meeting.read_date, item.number, item.title)
    one = Correction("presenter", item.read, "A New Person", *place)
    made = understood(document, (one,))

    changed = [(before, after) for before, after in zip(plain.passages, made.passages, strict=True) if before != after]
    assert changed
    for before, after in changed:
        assert (after.body, after.date, after.item) == (meeting.body, meeting.date, item.number)
        assert (after.presenters, after.text, after.spans) == (("A New Person",), before.text, before.spans)
    assert "decision" in {after.kind for _, after in changed}

    store(tmp_path, made, content)
    with searcher(tmp_path).library.read() as connection:
        found = decisions(connection, Wanted(text=item.decisions[0].text[:40])).entries
    cited = [entry.citation for entry in found if entry.citation.date == meeting.date]
    assert {one.presenters for one in cited if one.item == item.number} == {("A New Person",)}
    assert ("A New Person",) not in {one.presenters for one in cited if one.item != item.number}
    again = review_of(made, ())
    shown = next(each for each in again.meetings if (each.body, each.date) == (meeting.body, meeting.date))
    assert [(each.presenters, each.read) for each in shown.items if each.number == item.number] == [
        (("A New Person",), item.read)
    ]
