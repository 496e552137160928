"""What the settings allow to whom."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from typing import get_args

from api.errors import UnusableArgument
from api.identity.model import COLLECTIONS, RESTRICTED, Access, Caller
from api.settings import Settings
from search.service.access import Role, Scope

ROLES: tuple[Role, ...] = get_args(Role)  # from the lowest to the highest
READS: dict[str, Scope] = {"public": "read:public", RESTRICTED: "read:restricted"}


def guarded(settings: Settings, served: Collection[str]) -> bool:
    """Whether a server over these collections asks who somebody is."""
    return bool(settings.oidc_issuer) or RESTRICTED in served


def fitting(settings: Settings) -> None:
    """Raise UnusableArgument where people are to sign in and a setting that this needs is missing."""
    if not settings.oidc_issuer:
        return
    for name in ("oidc_client_id", "oidc_groups", "address"):
        if not getattr(settings, name):
            raise UnusableArgument(f"MINUTEBOOK_{name.upper()}: people cannot sign in without it; set it")


def role_of(settings: Settings, groups: Collection[str]) -> Role | None:
    """The highest role that a person's groups give, None where none gives any.

    >>> role_of(Settings(oidc_groups="a=board, b=staff"), ["b", "a", "x"])
    'staff'
    """
    pairs = [pair.rpartition("=") for pair in settings.oidc_groups.split(",") if pair.strip()]
    given = {role.strip() for group, _, role in pairs if group.strip() in groups}
    return next((role for role in reversed(ROLES) if role in given), None)


def rule(settings: Settings) -> str:
    """What stands for the settings by which people are known and given roles: another where any of them changes."""
    groups = sorted(" ".join(pair.split()) for pair in settings.oidc_groups.split(",") if pair.strip())
    parts = (settings.oidc_issuer, settings.oidc_client_id, settings.oidc_subject, settings.oidc_claim, *groups)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def access(settings: Settings, served: Collection[str], caller: Caller, shut: frozenset[str]) -> Access:
    """What a caller may see and do on a server over these collections."""
    open_to_all = frozenset(served) if RESTRICTED not in served else frozenset[str]()
    if caller.role:
        reads = frozenset(served) - (frozenset() if _may(caller, settings.readers_restricted) else {RESTRICTED})
        publishers = {"public": settings.publishers_public, RESTRICTED: settings.publishers_restricted}
        publishes = frozenset(name for name, roles in publishers.items() if _may(caller, roles))
        return Access(open_to_all | reads, _may(caller, settings.uploaders), publishes, shut, True)
    if not caller.who:
        return Access(open_to_all)
    reads = frozenset(name for name in served if READS.get(name) in caller.scopes)
    publishes = frozenset(name for name in COLLECTIONS if READS[name] in caller.scopes and "publish" in caller.scopes)
    return Access(open_to_all | reads, "upload" in caller.scopes, publishes, shut, True, True)


def _may(caller: Caller, roles: str) -> bool:
    return caller.role in {role.strip() for role in roles.split(",")}
