"""The phraser that the settings ask for, or which of them is missing."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from api.errors import SwitchedOff
from api.settings import Settings

if TYPE_CHECKING:
    from api.phrasing.phraser import Phraser


def phraser(chosen: Settings, collections: Collection[str]) -> Phraser:
    """The phraser for answers from these collections.

    Raises SwitchedOff that names the setting where one is missing, cannot be used, or keeps a collection's passages
    from being sent.
    """
    for name in ("phrase_url", "phrase_model"):
        if not getattr(chosen, name):
            raise SwitchedOff(f"answers are not phrased here: MINUTEBOOK_{name.upper()} is not set")
    if "restricted" in collections and not chosen.phrase_restricted:
        raise SwitchedOff(
            "answers from restricted papers are not phrased here: that would send their passages to the model's "
            "server, which MINUTEBOOK_PHRASE_RESTRICTED does not allow"
        )
    key = chosen.phrase_key
    # Said here without the key: the error of a header that cannot be sent would print it.
    if key is not None and not (key.get_secret_value().isascii() and key.get_secret_value().isprintable()):
        raise SwitchedOff("MINUTEBOOK_PHRASE_KEY: holds characters that no HTTP header can carry")
    from api.phrasing.endpoint import Endpoint  # an HTTP client, for those who have such a server
    from api.phrasing.phraser import Phraser

    return Phraser(
        Endpoint(chosen.phrase_url, chosen.phrase_model, key, chosen.phrase_seconds, chosen.phrase_idle_seconds)
    )
