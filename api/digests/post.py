"""Handing letters to a mail server, one after the other over one connection."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from api.digests.mail import Mail
from ingest.errors import MinutebookError

PERMANENT = 500


class Refused(MinutebookError):
    """The mail server will never take letters to this address; code is what it said."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"refused for good ({code})")


class Later(MinutebookError):
    """The mail server did not take a letter now; code is what it said, 0 where the connection ended."""

    def __init__(self, code: int) -> None:
        self.code = code
        super().__init__(f"not taken now ({code})" if code else "not taken now (the connection ended)")


class NoPost(MinutebookError):
    """The mail server takes no letters from here at all; the text says why, and names no reader."""


class Post:
    """A connection that is made when there is something to send, and made again where it ended."""

    def __init__(self, mail: Mail) -> None:
        self.mail = mail
        self._open: smtplib.SMTP | None = None

    def send(self, message: EmailMessage, to: str) -> None:
        """Hand over one letter to one address. Raises Refused, Later or NoPost."""
        line = self._line()
        try:
            line.send_message(message, self.mail.sender, [to])
        except smtplib.SMTPRecipientsRefused as error:
            code = next(iter(error.recipients.values()))[0]
            raise (Refused(code) if code >= PERMANENT else Later(code)) from None
        except smtplib.SMTPSenderRefused as error:
            raise NoPost(f"the mail server takes no letter from MINUTEBOOK_MAIL_SENDER ({error.smtp_code})") from None
        except smtplib.SMTPResponseException as error:
            # what is said of the letter itself is no word on the address
            self._lost()
            raise Later(error.smtp_code) from None
        except (smtplib.SMTPException, OSError):
            self._lost()
            raise Later(0) from None

    def close(self) -> None:
        """End the connection."""
        if self._open:
            with suppress(smtplib.SMTPException, OSError):
                self._open.quit()
        self._lost()

    def _line(self) -> smtplib.SMTP:
        if self._open is None:
            try:
                self._open = _connected(self.mail)
            except smtplib.SMTPAuthenticationError as error:
                raise NoPost(
                    f"the mail server does not take MINUTEBOOK_MAIL_USER and its password ({error.smtp_code})"
                ) from None
            except ssl.SSLError as error:
                raise NoPost(f"no safe connection to the mail server: {error.reason or error}") from None
            except (smtplib.SMTPException, OSError) as error:
                reason = getattr(error, "strerror", "") or type(error).__name__
                raise NoPost(f"the mail server cannot be reached: {reason}") from None
        return self._open

    def _lost(self) -> None:
        if self._open:
            self._open.close()
        self._open = None


@contextmanager
def posting(mail: Mail) -> Iterator[Post]:
    """Post that is closed at the end."""
    post = Post(mail)
    try:
        yield post
    finally:
        post.close()


def _connected(mail: Mail) -> smtplib.SMTP:
    """A connection on which letters can be handed over; the server's certificate must be good where it shows one."""
    context = ssl.create_default_context()
    if mail.security == "tls":
        line: smtplib.SMTP = smtplib.SMTP_SSL(mail.host, mail.port, timeout=mail.seconds, context=context)
    else:
        line = smtplib.SMTP(mail.host, mail.port, timeout=mail.seconds)
    try:
        if mail.security == "starttls":
            line.starttls(context=context)
        if mail.user:
            line.login(mail.user, mail.password)
    except BaseException:
        line.close()
        raise
    return line
