"""What stands before a Milvus server in earnest, before Milvus Lite's: TLS, and a credential for each database."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from typing import Any

import grpc
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec


def signed() -> tuple[bytes, bytes]:
    """A key and a certificate of this machine's loopback address, both as PEM."""
    key, name, now = ec.generate_private_key(ec.SECP256R1()), x509.Name([]), datetime.now(UTC)
    made = (
        x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=True)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    )
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    return key.private_bytes(*form), made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


@contextmanager
def gate(server: str, databases: Mapping[str, str], key: bytes, certificate: bytes) -> Iterator[int]:
    """The port of what hands calls on to a server; databases has the one that each credential may ask for."""
    with grpc.insecure_channel(server) as behind, ThreadPoolExecutor(8) as pool:
        listening = grpc.server(pool)
        listening.add_generic_rpc_handlers([_Gate(behind, databases)])
        port = listening.add_secure_port("127.0.0.1:0", grpc.ssl_server_credentials([(key, certificate)]))
        listening.start()
        try:
            yield port
        finally:
            listening.stop(None).wait()


class _Gate:
    def __init__(self, behind: grpc.Channel, databases: Mapping[str, str]) -> None:
        self._behind = behind
        self._databases = {base64.b64encode(token.encode()).decode(): name for token, name in databases.items()}

    def service(self, call: grpc.HandlerCallDetails) -> grpc.RpcMethodHandler:
        """Any method that takes one message and gives one."""

        def handed_on(request: bytes, context: grpc.ServicerContext) -> Any:
            told = dict(context.invocation_metadata())
            if told.get("authorization") not in self._databases:
                context.abort(grpc.StatusCode.UNAUTHENTICATED, "who is that")
            if told.get("dbname", "") not in ("", "default", self._databases[told["authorization"]]):
                context.abort(grpc.StatusCode.PERMISSION_DENIED, "not this database")
            return self._behind.unary_unary(call.method)(request, metadata=context.invocation_metadata())

        return grpc.unary_unary_rpc_method_handler(handed_on)
