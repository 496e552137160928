"""The way to a cluster: its address, its certificates, and what is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from api.cluster.errors import ClusterUnusable
from api.settings import Settings
from search import embed
from search.embed import Model

if TYPE_CHECKING:
    from distributed.security import Security

    from api.cluster.crew import Crew

SECONDS = 30.0  # for the scheduler to answer, and for a first worker to be there
INSTALL = "the package distributed is not here; install minutebook[cluster]"
FILES = "MINUTEBOOK_CLUSTER_AUTHORITY, MINUTEBOOK_CLUSTER_CERTIFICATE and MINUTEBOOK_CLUSTER_KEY"
OPEN = "papers travel unencrypted, and who reaches the scheduler can run programs on its workers; use tls://"


@contextmanager
def connected(
    settings: Settings,
    model: Model,
    ocr: str,
    note: Callable[[str], None],
    load: Callable[[str], Model] = embed.load,
    seconds: float = SECONDS,
) -> Iterator[Crew]:
    """The workers of the cluster that the settings name.

    load gives a worker the model of a name. So many seconds are waited for the scheduler, and for a worker to be
    there. Raises ClusterUnusable where it cannot be reached, has no worker, or must not be used so.
    """
    address = settings.cluster
    security = _security(settings)
    if security is None and not _loopback(address):
        if settings.collection != "public":
            raise ClusterUnusable(address, "restricted papers go to other machines over tls:// alone")
        note(f"{address}: {OPEN}")
    try:
        import dask
        from distributed import Client

        from api.cluster.crew import Crew
    except ImportError as error:
        raise ClusterUnusable(address, INSTALL) from error
    # A document may be large, and travels with its task by intent.
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}):
        try:
            client = Client(address, security=security, timeout=seconds, set_as_default=False, name="minutebook")
        except (OSError, TimeoutError, ValueError) as error:
            raise ClusterUnusable(address, f"no scheduler answers there ({_clause(error)})") from error
        with client:
            try:
                client.wait_for_workers(1, timeout=seconds)
            except TimeoutError as error:
                raise ClusterUnusable(address, f"no worker has joined it within {seconds:g} seconds") from error
            yield Crew(client, model, settings, ocr, load)


def _security(settings: Settings) -> Security | None:
    """The certificates for tls://, None for tcp://. Raises ClusterUnusable where one is missing."""
    if not settings.cluster.startswith("tls://"):
        return None
    files = settings.cluster_authority, settings.cluster_certificate, settings.cluster_key
    for file in files:
        if file is None:
            raise ClusterUnusable(settings.cluster, f"tls:// needs {FILES}")
        if not file.is_file():
            raise ClusterUnusable(settings.cluster, f"{file}: there is no such file")
    authority, certificate, key = map(str, files)
    try:
        from distributed.security import Security
    except ImportError as error:
        raise ClusterUnusable(settings.cluster, INSTALL) from error
    return Security(require_encryption=True, tls_ca_file=authority, tls_client_cert=certificate, tls_client_key=key)


def _loopback(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _clause(error: BaseException) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
