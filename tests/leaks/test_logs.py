"""Neither what the public asks nor what nobody may know is written into the log, the metrics or the audit log."""

from __future__ import annotations

import io

from fastapi.testclient import TestClient

from api.app import create_app
from api.journal import journal
from search.library import Library
from search.searcher import Searcher
from search.service import audit
from search.service.service import Service
from tests.leaks.papers import told
from tests.leaks.readers import HOST, House, settings, signed_in
from tests.search.readings import bag

ASKED = "where has the flumperdinky gone"
ADDRESSES = ("/search?q={}", "/api/v1/search?q={}", "/api/v1/answer?q={}", "/timeline?text={}", "/decisions?text={}")


def test_neither_log_nor_metrics_hold_a_question_or_a_word_of_any_paper(house: House) -> None:
    folder, out = house.folders.whole, io.StringIO()
    with (
        Library.open(folder / "public", write=False) as public,
        Library.open(folder / "restricted", write=False) as restricted,
    ):
        ready = {"public": Searcher(public, bag()), "restricted": Searcher(restricted, bag())}
        for served in ({"public": ready["public"]}, ready):
            app = create_app(settings(folder, len(served) > 1, log="requests"), served, log=journal(out))
            client = TestClient(app, base_url=HOST, client=("127.0.0.1", 1), raise_server_exceptions=False)
            who = signed_in(client, folder, "a", "administrator") if len(served) > 1 else client
            for form in ADDRESSES:
                for words in (ASKED, "quorvandle", "trondavish contract", "QVX"):
                    who.get(form.format(words))
            for document in house.folders.secrets:
                who.get(f"/documents/{document}/pages/1")
                who.get(f"/api/v1/documents/{document}/file")
            metrics = client.get("/metrics")
            assert metrics.status_code == 200
            for text in (metrics.text, out.getvalue()):
                assert "flumperdinky" not in text
                assert told(text) == []
                assert not [one for one in house.folders.secrets if one in text]
    assert "/api/v1/search" in out.getvalue()


def test_the_audit_log_holds_no_question_and_nothing_of_the_public(house: House) -> None:
    house.reader("anybody at a public server").here.get("/search", params={"q": ASKED})
    house.knowing.get("/search", params={"q": ASKED})
    with Service.open(house.folders.whole) as service, service.read() as connection:
        entries = list(audit.entries(connection))
    assert entries
    assert "flumperdinky" not in str(entries)
    assert told(str(entries)) == []
    assert all(entry.who or (entry.deed, entry.about) == ("refused", "/sign-in") for entry in entries)
