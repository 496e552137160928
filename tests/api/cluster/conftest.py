"""One cluster of two worker processes for all tests of this folder, reached by certificates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from distributed import LocalCluster
from distributed.security import Security


@dataclass(frozen=True, slots=True)
class Running:
    """A cluster, where its scheduler listens, and the files of who may reach it."""

    local: LocalCluster
    address: str
    authority: Path
    certificate: Path
    key: Path


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Two workers of one thread each."""
    folder = tmp_path_factory.mktemp("cluster")
    made = Security.temporary()
    authority, certificate, key = folder / "ca.pem", folder / "cert.pem", folder / "key.pem"
    authority.write_text(made.tls_ca_file)
    certificate.write_text(made.tls_client_cert)
    key.write_text(made.tls_client_key)
    files = {
        f"tls_{who}_{what}": str(path)
        for who in ("client", "scheduler", "worker")
        for what, path in (("cert", certificate), ("key", key))
    }
    security = Security(require_encryption=True, tls_ca_file=str(authority), **files)
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, security=security, dashboard_address=":0", protocol="tls"
    ) as running:
        yield Running(running, running.scheduler_address, authority, certificate, key)
