"""The mail server that the settings name, and the letters that it is given."""

from __future__ import annotations

from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, localtime
from ipaddress import ip_address

from api.digests.addressed import address_of
from api.digests.writer import Letter
from api.errors import UnusableArgument
from api.settings import Security, Settings
from search.model import Declined

# A header of more than this is folded; an address for programs must not be, so it fits any.
POLICY = SMTP.clone(max_line_length=990)
NEEDED = "e-mail cannot be sent without it; set it, or leave MINUTEBOOK_MAIL_HOST empty"


@dataclass(frozen=True, slots=True)
class Mail:
    """How letters are handed over, and from whom they are. seconds is the longest time that the server may be silent.

    user and password are "" where the server asks for none; name is shown beside the sender's address.
    """

    host: str
    port: int
    security: Security
    user: str
    password: str
    seconds: float
    sender: str
    name: str

    @property
    def domain(self) -> str:
        """The last part of the sender's address."""
        return self.sender.rpartition("@")[2]

    def message(self, letter: Letter, to: str, message: str) -> EmailMessage:
        """A letter to an address under a Message-ID, as plain text and as HTML.

        A header that holds the end of a line is refused by the standard library, so none can add another.
        """
        made = EmailMessage(POLICY)
        user, _, domain = self.sender.rpartition("@")
        made["From"] = Address(self.name, user, domain)
        made["To"] = to
        made["Subject"] = letter.subject
        made["Date"] = format_datetime(localtime())
        made["Message-ID"] = message
        made["Auto-Submitted"] = "auto-generated"  # RFC 3834: no machine answers it
        if letter.stop:
            made["List-Unsubscribe"] = f"<{letter.stop}>"
            made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058
        made.set_content(letter.text, cte="quoted-printable")
        made.add_alternative(letter.html, subtype="html", cte="quoted-printable")
        return made


def mail_of(settings: Settings) -> Mail | None:
    """The mail server of the settings, None where they name none. Raises UnusableArgument for what does not fit."""
    if not settings.mail_host:
        return None
    for name in ("mail_sender", "address"):
        if not getattr(settings, name):
            raise UnusableArgument(f"MINUTEBOOK_{name.upper()}: {NEEDED}")
    try:
        sender = address_of(settings.mail_sender)
    except Declined as error:
        raise UnusableArgument(f"MINUTEBOOK_MAIL_SENDER: {settings.mail_sender!r} is no e-mail address") from error
    password = settings.mail_password.get_secret_value() if settings.mail_password else ""
    if password and settings.mail_security == "none" and not _here(settings.mail_host):
        raise UnusableArgument(
            "MINUTEBOOK_MAIL_SECURITY: a password is sent to another machine by starttls or tls alone"
        )
    return Mail(
        *(settings.mail_host, settings.mail_port, settings.mail_security, settings.mail_user, password),
        *(settings.mail_seconds, sender, settings.service_name),
    )


def _here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
