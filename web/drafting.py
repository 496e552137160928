"""What the pages for writers of papers ask: drafts with their baskets, and the precedents for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Literal, Protocol

from ingest.model import Proposal
from search.model import Draft, Matter, Precedents

Form = Literal["docx", "md", "csl.json"]


class Drafts(Protocol):
    """The drafts of one person. who is the name that somebody gave, until there is sign-in.

    Every method that names a draft raises the project's not-found error where there is none, or it is somebody
    else's; Declined, with a sentence for the reader, where what is asked cannot be done.
    """

    def drafts(self) -> tuple[Draft, ...]:
        """Their drafts, newest first."""

    def draft(self, draft: str) -> Draft:
        """One draft."""

    def take(self, name: str, content: BinaryIO, who: str) -> Draft:
        """Read a file in a process that can be killed and keep what it asks for; the file is not kept."""

    def begin(self, proposal: Proposal, who: str) -> Draft:
        """Keep what was typed; a text that is more than a sentence is read as a draft is."""

    def correct(self, draft: str, proposal: Proposal) -> None:
        """Put right what was read of it."""

    def forget(self, draft: str) -> None:
        """Delete a draft with its basket."""

    def choose(self, draft: str, matter: str) -> None:
        """Put a matter last into its basket; one that is there stays where it is."""

    def drop(self, draft: str, matter: str) -> None:
        """Take a matter out of its basket."""

    def order(self, draft: str, matters: Sequence[str]) -> None:
        """Put the basket into this order; what it does not name comes last, as it stood."""

    def note(self, draft: str, matter: str, text: str) -> None:
        """Write beside a matter in the basket; "" takes the note away."""

    def export(self, draft: str, form: Form) -> bytes:
        """The basket as a file: Word, Markdown or CSL-JSON."""


class Precedence(Protocol):
    """Precedents over the libraries that one reader may see."""

    def precedents(self, proposal: Proposal, k: int = 10) -> Precedents:
        """The k matters nearest to a proposal, strongest first, contrary ones among them."""

    def matter(self, address: str) -> Matter:
        """One matter by its address. Raises the project's not-found error."""


@dataclass(frozen=True, slots=True)
class Drafting:
    """All that the pages for writers ask. find gives one matter, None where it has gone.

    megabytes is the largest draft that is taken, in megabytes (2**20 bytes).
    """

    drafts: Drafts
    precedence: Precedence
    find: Callable[[str], Matter | None]
    megabytes: int
