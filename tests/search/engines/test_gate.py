"""Each library's database behind TLS, asked for by its own credential and by no other."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from socket import create_server

import pytest

from search.milvus.server import Server
from tests.search.engines.gate import gate, signed
from tests.search.engines.test_milvus import until_it_answers

TOKENS = {"minutebook_public:one": "minutebook_public", "minutebook_restricted:two": "minutebook_restricted"}
TELLING = """
import sys
from pathlib import Path
from search.library import Library
from search.milvus.engine import Collections
from search.milvus.errors import EngineUnusable
from search.milvus.follower import Follower
from search.milvus.server import Server
from search.searcher import Searcher
from tests.search.readings import bag, put

folder, address, database, token = Path(sys.argv[1]), *sys.argv[2:]
server = Server(address, database, token, seconds=5)
try:
    with Library.open(folder, write=True, follow=Follower(folder, server)) as library:
        put(library, "The lease is old")
        found = Searcher(library, bag(), engines=Collections(folder, server)).find("lease")
        print([one.text for one in found])
except EngineUnusable as error:
    print("unusable:", error)
"""


@pytest.fixture(scope="module")
def lite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of Milvus Lite, without http://."""
    folder = tmp_path_factory.mktemp("lite")
    with create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    program = str(Path(sys.executable).with_name("milvus-lite"))
    order = [program, "server", "--host", "127.0.0.1", "--port", address.split(":")[1], "--data-dir", str(folder)]
    with (folder / "log").open("wb") as log, subprocess.Popen(order, stdout=log, stderr=log) as running:
        try:
            server = Server(f"http://{address}", "", "any:token")
            until_it_answers(server)
            server.close()
            yield address
        finally:
            running.kill()


@pytest.fixture(scope="module")
def gated(lite: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    """The port of the gate before it, and the file of the authority that vouches for it."""
    key, certificate = signed()
    authority = tmp_path_factory.mktemp("gate") / "authority.pem"
    authority.write_bytes(certificate)
    with gate(lite, TOKENS, key, certificate) as port:
        yield port, authority


def told(folder: Path, address: str, database: str, token: str, authority: Path | None) -> str:
    known = {"GRPC_DEFAULT_SSL_ROOTS_FILE_PATH": str(authority)} if authority else {}
    run = subprocess.run(
        [sys.executable, "-c", TELLING, str(folder), address, database, token],
        env={**os.environ, **known},
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


@pytest.mark.parametrize("token", TOKENS)
def test_a_library_finds_by_its_own_credential_over_tls(gated: tuple[int, Path], token: str, tmp_path: Path) -> None:
    port, authority = gated
    found = told(tmp_path, f"https://127.0.0.1:{port}", TOKENS[token], token, authority)
    assert found == "['The lease is old']"


def test_the_public_credential_does_not_reach_the_restricted_database(gated: tuple[int, Path], tmp_path: Path) -> None:
    port, authority = gated
    public = next(iter(TOKENS))
    found = told(tmp_path, f"https://127.0.0.1:{port}", "minutebook_restricted", public, authority)
    assert found.startswith("unusable:")


def test_without_a_credential_nothing_is_reached(gated: tuple[int, Path], tmp_path: Path) -> None:
    port, authority = gated
    assert told(tmp_path, f"https://127.0.0.1:{port}", "minutebook_public", "", authority).startswith("unusable:")


def test_a_server_that_no_authority_vouches_for_is_not_told_the_credential(
    gated: tuple[int, Path], tmp_path: Path
) -> None:
    port, _ = gated
    found = told(tmp_path, f"https://127.0.0.1:{port}", "minutebook_public", next(iter(TOKENS)), None)
    assert found.startswith("unusable:")
