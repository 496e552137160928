"""The nouns of who may do what, and of what they did. Times are ISO in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["board", "staff", "administrator"]
Scope = Literal["read:public", "read:restricted", "upload", "publish"]
Deed = Literal[
    "sign-in",
    "sign-in refused",
    "sign-out",
    "refused",
    "read",
    "export",
    "upload",
    "correct",
    "undo",
    "allow",
    "publish",
    "withdraw",
    "delete",
    "ingest",
    "remove",
    "backup",
    "restore",
    "shut out",
    "let in",
    "key made",
    "key revoked",
]


@dataclass(frozen=True, slots=True)
class Session:
    """One person signed in with one browser: subject is the provider's word for the person, name is for showing.

    began is when they signed in, seen when a request last came, ends when the session is over in any case.
    """

    id: int
    subject: str
    name: str
    role: Role
    began: str
    seen: str
    ends: str


@dataclass(frozen=True, slots=True)
class Key:
    """One program's key without its secret, of which only a hash is kept. revoked and used are "" where neither was."""

    id: int
    name: str
    scopes: tuple[Scope, ...]
    made: str
    expires: str
    revoked: str
    used: str


@dataclass(frozen=True, slots=True)
class ShutOut:
    """One person who may not see one document, anywhere; who is the name of whoever said so."""

    subject: str
    document: str
    who: str
    since: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the audit log: who did what, to what, and the hash that ties it to the line before.

    who is a person's subject, "key:3", or the account that ran a command; name is how they were shown then. about is
    an address of the site or a document's id, detail what else there is to say.
    """

    id: int
    at: str
    who: str
    name: str
    deed: Deed
    about: str
    detail: str
    before: str
    hash: str
