"""Where the staff side may run: on this machine alone, until it knows who somebody is."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from urllib.parse import urlsplit

from api.errors import UnusableArgument
from api.settings import Settings


def stay_home(settings: Settings) -> None:
    """Raise UnusableArgument where the staff side is turned on and others than this machine could reach it."""
    if not settings.staff:
        return
    if not loopback(settings.host):
        raise UnusableArgument(
            f"MINUTEBOOK_STAFF: the staff side runs only on a loopback address such as 127.0.0.1, and --host "
            f"{settings.host} is none; turn it off, or serve there"
        )
    if settings.address and not loopback(urlsplit(settings.address).hostname or ""):
        raise UnusableArgument(
            f"MINUTEBOOK_STAFF: the staff side may not be passed on by a proxy, and MINUTEBOOK_ADDRESS names "
            f"{settings.address}; serve it apart, without that setting"
        )


def loopback(host: str) -> bool:
    """Whether a host's name or address leads to this machine alone.

    >>> loopback("127.0.0.1"), loopback("::1"), loopback("0.0.0.0"), loopback("192.0.2.1"), loopback("")
    (True, True, False, False, False)
    """
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM) if host else []
    except (OSError, UnicodeError):
        return False
    return bool(found) and all(ip_address(str(address[0]).partition("%")[0]).is_loopback for *_, address in found)
