"""What a collection does beside what every engine does: it follows, is put right, and forgets."""

from __future__ import annotations

import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from socket import create_server
from time import monotonic, sleep

import pytest

from search import store
from search.add import reindex, remove
from search.engine import DATABASE, copied
from search.fuse import fuse
from search.library import Library
from search.milvus.engine import Collections
from search.milvus.entry import Entry, entry
from search.milvus.errors import EngineBehind, EngineUnusable
from search.milvus.follower import KEPT, Follower
from search.milvus.move import move
from search.milvus.server import Server
from search.milvus.words import asked as asked_words
from search.searcher import Searcher
from tests.search.engines.conftest import Place
from tests.search.engines.test_contract import tell, texts
from tests.search.readings import bag

ASKING = """
import sys
from contextlib import suppress
from pathlib import Path
from search.library import Library
from search.milvus.engine import Collections
from search.milvus.server import Server
from search.milvus.words import asked as asked_words
from search.searcher import Searcher
from tests.search.readings import bag

folder = Path(sys.argv[1])
with Library.open(folder, write=False) as library:
    searcher = Searcher(library, bag(), engines=Collections(folder, Server(sys.argv[2], "minutebook_public")))
    for line in sys.stdin:
        with searcher.view() as view:
            rows = view.lexical(line, 9)
            near = view.dense(bag().questions([line])[0].vector, 9)
            print(sorted(one.text for one in view.candidates(rows)), len(near))
        sys.stdout.flush()
"""


class Stopped(Exception):
    """What ends a change before it is committed."""


def held(place: Place) -> Entry:
    with place.library.read() as connection:
        found = entry(connection)
    assert found
    return found


def stored(place: Place, server: Server) -> set[str]:
    """The documents of which the collection holds anything at all."""
    with server.asked() as client:
        found = client.query(held(place).collection, filter="row >= 0", output_fields=["document"], limit=1000)
        return {one["document"] for one in found}


def test_a_change_that_fails_once_it_is_in_milvus_is_never_seen_and_put_right_by_the_next(
    milvus: Place, server: Server
) -> None:
    tell(milvus, "The lease is old")
    folder, follower = milvus.library.folder, Follower(milvus.library.folder, server)
    with Library.open(folder, write=True) as alone, suppress(Stopped), alone.change() as connection:
        with follower.along(connection):
            connection.exec_driver_sql("UPDATE documents SET status = 'superseded'")
            store.count_change(connection)
        raise Stopped
    searcher = milvus.searcher
    assert texts(searcher, "lease") == ["The lease is old"]
    tell(milvus, "The lease of the annex", path="/papers/other.pdf")
    assert sorted(texts(searcher, "lease")) == ["The lease is old", "The lease of the annex"]


def test_what_a_stopped_writer_left_is_seen_by_nobody(milvus: Place, server: Server) -> None:
    taken = tell(milvus, "The lease is old")
    at = held(milvus)
    with server.asked() as client:  # as far as a writer of the next change comes before it is stopped
        client.upsert(at.collection, [{"row": 1, "until": at.generation + 1}], partial_update=True)
    searcher = milvus.searcher
    assert texts(searcher, "lease") == ["The lease is old"]
    tell(milvus, "The lease of the annex", path="/papers/other.pdf")
    assert sorted(texts(searcher, "lease")) == ["The lease is old", "The lease of the annex"]
    assert taken.id in stored(milvus, server)


def test_what_is_taken_out_is_deleted_and_what_is_replaced_is_kept_for_a_while(milvus: Place, server: Server) -> None:
    old = tell(milvus, "The lease is old")
    tell(milvus, "The lease is new")
    gone = tell(milvus, "The annex", path="/papers/other.pdf")
    remove(milvus.library, gone.id)
    assert gone.id not in stored(milvus, server)
    assert old.id in stored(milvus, server)
    for number in range(KEPT):
        tell(milvus, f"Paper {number}", path=f"/papers/{number}.pdf")
    assert old.id not in stored(milvus, server)


def test_a_library_changed_without_its_collection_is_not_asked_there(milvus: Place, server: Server) -> None:
    tell(milvus, "The lease is old")
    folder = milvus.library.folder
    with Library.open(folder, write=True) as alone:
        tell(Place(alone, milvus.engines, milvus.rebuild), "The lease is new")
    with pytest.raises(EngineBehind):
        texts(milvus.searcher, "lease")
    with pytest.raises(EngineBehind):
        tell(milvus, "The lease is newer")
    milvus.rebuild()
    assert texts(milvus.searcher, "lease") == ["The lease is new"]


def test_another_copy_of_a_library_that_changes_its_collection_is_noticed(milvus: Place, server: Server) -> None:
    tell(milvus, "The lease is old")
    copy = milvus.library.folder.parent / "copy"
    copy.mkdir()
    copied(milvus.library.folder, DATABASE, copy / DATABASE)
    for number in range(2):
        tell(milvus, f"Paper {number}", path=f"/papers/{number}.pdf")
    with Library.open(copy, write=True, follow=Follower(copy, server)) as other, pytest.raises(EngineBehind):
        tell(Place(other, milvus.engines, milvus.rebuild), "The lease is mine")


def test_vectors_of_another_model_have_a_collection_of_their_own_and_the_old_one_goes(
    milvus: Place, server: Server
) -> None:
    tell(milvus, "The lease is old")
    before = held(milvus).collection
    with milvus.searcher.view() as view:
        reindex(milvus.library, bag("other", 64))
        assert len(view.dense(bag().questions(["lease"])[0].vector, 3)) == 1
    with Searcher(milvus.library, bag("other", 64), engines=milvus.engines).view() as view:
        assert len(view.dense(bag("other", 64).questions(["lease"])[0].vector, 3)) == 1
    with server.asked() as client:
        (alias,) = client.list_aliases()["aliases"]
        assert client.describe_alias(alias)["collection_name"] == held(milvus).collection != before
    with milvus.library.change():
        pass
    with server.asked() as client:
        assert client.list_collections() == [held(milvus).collection]


def test_a_large_collection_has_a_graph_and_finds_the_same(tmp_path: Path, server: Server) -> None:
    folder = tmp_path / "large"
    with Library.open(folder, write=True) as library:
        place = Place(library, Collections(folder, server), lambda: None)
        tell(
            place, *(f"Ward {number} paper {number % 7} chair {number % 11} fund {number % 13}" for number in range(60))
        )
        vector = bag().questions(["ward 40 chair 7"])[0].vector
        with Searcher(library, bag()).view() as view:
            exact = view.dense(vector, 8)
        move(library, server, large=50)
        assert held(place).graph
        with place.searcher.view() as view:
            found = view.dense(vector, 8)
        assert [score for _, score in found] == pytest.approx([score for _, score in exact], abs=1e-5)


def test_its_own_hybrid_search_finds_what_our_fusion_finds(milvus: Place, server: Server) -> None:
    from pymilvus import AnnSearchRequest, RRFRanker

    tell(
        milvus,
        *(f"Clinic {number} was {'leased' if number % 3 else 'sold'} to trust {number % 7}" for number in range(40)),
    )
    vector, at = bag().questions(["clinic 9 sold to trust 2"])[0].vector, held(milvus)
    with milvus.searcher.view() as view:
        ours = fuse([view.lexical("clinic 9 sold to trust 2", 20), [row for row, _ in view.dense(vector, 20)]], 60)
    with server.asked() as client:
        asked = [
            AnnSearchRequest(data=[asked_words("clinic 9 sold to trust 2")], anns_field="sparse", param={}, limit=20),
            AnnSearchRequest(data=[vector], anns_field="vector", param={}, limit=20, expr=f"since <= {at.generation}"),
        ]
        (hits,) = client.hybrid_search(at.collection, asked, RRFRanker(60), limit=10)
    best = [hit["distance"] / hits[0]["distance"] for hit in hits]
    assert best == pytest.approx([score for _, score in ours[:10]], abs=1e-4)
    assert [hit["row"] for hit in hits][:3] == [row for row, _ in ours[:3]]


def test_a_server_that_does_not_answer_is_named_and_changes_nothing(tmp_path: Path) -> None:
    server = Server("http://127.0.0.1:9", "minutebook_public", "reader:secret", seconds=0.5)
    with Library.open(tmp_path, write=True, follow=Follower(tmp_path, server)) as library:
        with pytest.raises(EngineUnusable, match=r"http://127\.0\.0\.1:9: ") as raised:
            tell(Place(library, Collections(tmp_path, server), lambda: None), "The lease is old")
        assert "secret" not in str(raised.value)
        assert library.documents() == []


def test_two_processes_ask_one_server_while_a_third_changes_the_library(tmp_path: Path) -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    where, folder = f"http://127.0.0.1:{port}", tmp_path / "library"
    order = [str(Path(sys.executable).with_name("milvus-lite")), "server", "--host", "127.0.0.1"]
    with (tmp_path / "log").open("wb") as log:
        lite = subprocess.Popen(
            [*order, "--port", str(port), "--data-dir", str(tmp_path / "data")], stdout=log, stderr=log
        )
    readers = list[subprocess.Popen[str]]()
    try:
        server = Server(where, "minutebook_public", "any:token")
        with Library.open(folder, write=True, follow=Follower(folder, server)) as library:
            place = Place(library, Collections(folder, server), lambda: None)
            until_it_answers(server)
            tell(place, "The lease is old")
            for _ in range(2):
                asking = [sys.executable, "-c", ASKING, str(folder), where]
                readers.append(subprocess.Popen(asking, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE))
            assert [_asked(reader, "lease") for reader in readers] == ["['The lease is old'] 1"] * 2
            tell(place, "The lease is new")
            assert [_asked(reader, "lease") for reader in readers] == ["['The lease is new'] 1"] * 2
            readers[0].kill()
            tell(place, "The lease of the annex", path="/papers/other.pdf")
            assert _asked(readers[1], "annex") == "['The lease of the annex'] 2"
        server.close()
    finally:
        for process in readers:
            process.kill()
            process.communicate()
        lite.kill()
        lite.wait()


def until_it_answers(server: Server) -> None:
    """Wait for a server that was just started."""
    until = monotonic() + 30
    while True:
        try:
            with server.asked():
                return
        except EngineUnusable:
            if monotonic() > until:
                raise
            sleep(0.2)


def _asked(reader: subprocess.Popen[str], words: str) -> str:
    assert reader.stdin
    assert reader.stdout
    reader.stdin.write(f"{words}\n")
    reader.stdin.flush()
    return reader.stdout.readline().strip()
