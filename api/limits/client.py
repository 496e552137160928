"""Who a request counts for."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from api.errors import UnusableArgument

Network = IPv4Network | IPv6Network
HOUSEHOLD = 64  # bits of an IPv6 address that one line has in common: the rest is for its owner to choose


def networks(setting: str, text: str) -> tuple[Network, ...]:
    """The addresses and networks that a setting names, with commas.

    Raises UnusableArgument that names the setting and the first that is none.
    """
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        try:
            found.append(ip_network(part))
        except ValueError:
            raise UnusableArgument(
                f"{setting}: {part!r} is neither an address nor a network like 10.1.0.0/16"
            ) from None
    return tuple(found)


def client_of(host: str) -> str:
    """The name under which an address is counted: itself, or its network of one household for IPv6.

    >>> client_of("192.0.2.7"), client_of("2001:db8:1:2:3::4"), client_of("::ffff:192.0.2.7"), client_of("nonsense")
    ('192.0.2.7', '2001:db8:1:2::/64', '192.0.2.7', '')
    """
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return str(ip_network((int(address), HOUSEHOLD), strict=False))
    return str(address)


def among(host: str, allowed: Sequence[Network]) -> bool:
    """Whether an address is one of those; what is no address is not.

    >>> among("::ffff:127.0.0.1", networks("", "127.0.0.1")), among("testclient", networks("", "127.0.0.1"))
    (True, False)
    """
    try:
        address = ip_address(host)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return any((mapped or address) in network for network in allowed)


def trusted(proxies: Sequence[Network]) -> list[str]:
    """Networks as the middleware for proxies takes them, those of IPv4 also as a socket for both kinds has them.

    >>> trusted(networks("", "10.1.0.0/16"))
    ['10.1.0.0/16', '::ffff:10.1.0.0/112']
    """
    mapped = [
        f"::ffff:{each.network_address}/{96 + each.prefixlen}" for each in proxies if isinstance(each, IPv4Network)
    ]
    return [*map(str, proxies), *mapped]
