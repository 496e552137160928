"""A mail server of the tests on a port of this machine: it takes letters, and refuses some as it is told to."""

from __future__ import annotations

import datetime
import email
import email.policy
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "minutebook", "of the tests"


@dataclass(slots=True)
class Mailbox:
    """Letters by whom they are for. refuses gives addresses the code that they are refused with; port is where it is.

    refused are the addresses that were; after is a code with which the next letters are refused once they were read.
    """

    port: int = 0
    refuses: dict[str, int] = field(default_factory=dict)
    after: list[int] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    letters: list[tuple[str, EmailMessage, bool]] = field(default_factory=list)

    def to(self, address: str, count: int = 1, seconds: float = 10) -> list[EmailMessage]:
        """The letters to an address, once there are so many. AssertionError where they do not come."""
        end = time.monotonic() + seconds
        while True:
            found = [letter for one, letter, _ in self.letters if one == address]
            if len(found) >= count or time.monotonic() > end:
                assert len(found) == count, [letter["Subject"] for letter in found]
                return found
            time.sleep(0.02)

    async def recipient(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        """What is said to an address that a letter is for."""
        if address in self.refuses:
            self.refused.append(address)
            return f"{self.refuses[address]} not {address}"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def data(self, server: Any, session: Any, envelope: Any) -> str:
        """What is said to a letter."""
        if self.after:
            return f"{self.after.pop()} no"
        letter = email.message_from_bytes(envelope.content, policy=email.policy.SMTP)
        assert isinstance(letter, EmailMessage)
        self.letters += [(address, letter, session.ssl is not None) for address in envelope.rcpt_tos]
        return "250 taken"


@contextmanager
def running(certificate: Path | None = None, asks: bool = False) -> Iterator[Mailbox]:
    """A mailbox; with a certificate letters are taken after STARTTLS alone, and asks has senders say who they are."""
    made = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        made.port = free.getsockname()[1]
    more: dict[str, Any] = {}
    if certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        more = {"tls_context": context, "require_starttls": True}
    if asks:
        more |= {"authenticator": _known, "auth_required": True, "auth_require_tls": certificate is not None}
    handler = SimpleNamespace(handle_RCPT=made.recipient, handle_DATA=made.data)
    controller = Controller(handler, hostname="127.0.0.1", port=made.port, **more)
    controller.start()
    try:
        yield made
    finally:
        controller.stop()


def _known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)


def self_made(path: Path) -> Path:
    """A certificate for this machine with its key, made by nobody in particular."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    today = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    form = serialization.PrivateFormat.PKCS8
    secret = key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    return path
