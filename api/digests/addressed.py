"""E-mail addresses as people type them."""

from __future__ import annotations

from email_validator import EmailNotValidError, validate_email

from search.model import Declined

LONGEST = 254  # characters of an address. Source: RFC 5321, section 4.5.3.1.3, less its brackets
WRONG = "Enter an email address in the form name@example.org"


def address_of(text: str) -> str:
    """The address that was typed, as it is written to. Raises Declined where it is none.

    Nobody is asked whether it is there: only a letter shows that. Letters outside of ASCII are taken in the domain
    alone, since few mail servers take them before the @.

    >>> address_of(" Ann.Other@Example.ORG ")
    'Ann.Other@example.org'
    """
    try:
        found = validate_email(text.strip()[: LONGEST + 1], check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        raise Declined(WRONG) from None
    return found.ascii_email or found.normalized
