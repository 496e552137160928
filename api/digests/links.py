"""What the links of letters hold: enough to stop one subscription, signed so that nobody can stop another."""

from __future__ import annotations

import hashlib
import hmac

from itsdangerous import BadSignature, Signer
from sqlalchemy import Connection

from api.errors import NotFound
from search.service.sessions import signing_key

NAME = "letters"  # of the key, which is another than that of cookies
NOBODYS = "this link was not made here; copy the whole of it from the email"


class Links:
    """Signs with one key, which service.db keeps: links of letters that were sent go on working."""

    def __init__(self, key: str) -> None:
        self._key = key
        self._signer = Signer(key, salt="stop", digest_method=hashlib.sha256)

    @classmethod
    def of(cls, connection: Connection) -> Links:
        """With the key of a service.db, made when first asked for."""
        return cls(signing_key(connection, NAME))

    def token(self, subscription: int) -> str:
        """What the link holds that stops a subscription."""
        return self._signer.sign(str(subscription)).decode()

    def subscription(self, token: str) -> int:
        """The subscription that a link stops. Raises NotFound where it was not made here."""
        try:
            return int(self._signer.unsign(token))
        except (BadSignature, ValueError):
            raise NotFound(NOBODYS) from None

    def who(self, address: str) -> str:
        """What an address is counted by; nobody without the key can tell whose count it is."""
        return hmac.new(self._key.encode(), address.casefold().encode(), hashlib.sha256).hexdigest()
