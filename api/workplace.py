"""Where documents are read and embedded for a library: on this machine, or on the machines of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from api.reading import Timed, read_apart
from api.settings import Settings
from api.warming import Warming
from ingest import scratch
from ingest.model import Correction
from ingest.standby import Standby
from search.add import embed
from search.embed import Model
from search.vectors import Made, Unembedded

Missing = Callable[[Mapping[str, Unembedded]], dict[str, Unembedded]]
Vectors = dict[str, Made]


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was read: open gives its reading with the times, or raises an UnreadableDocument.

    made are vectors that were made beside the reading, by content hash, and embedding the seconds that took.
    """

    open: Callable[[], Timed]
    made: Vectors = field(default_factory=dict)
    embedding: float = 0.0


class Workplace(Protocol):
    """Reads several documents at a time, at most at_once, and embeds."""

    @property
    def at_once(self) -> int:
        """How many documents may be in hand at the same time."""
        ...

    def read(self, name: str, content: bytes, given: Sequence[Correction], missing: Missing) -> Taken:
        """One document read, with the corrections given for it. Called from several threads.

        missing says which texts have no vector yet. Raises an UnreadableDocument.
        """
        ...

    @property
    def beside(self) -> bool:
        """Whether reading brings the vectors along."""
        ...

    def wait(self) -> float:
        """Seconds waited until the model is there."""
        ...

    def embed(self, texts: Mapping[str, Unembedded], progress: Callable[[int], None]) -> Vectors:
        """The vectors of texts by their content hash; progress is told how many are done."""
        ...


class Here:
    """This machine: documents are read in processes of their own, and embedded one after another in this one.

    standby has the first of them.
    """

    def __init__(self, model: Model, settings: Settings, ocr: str, standby: Standby | None = None) -> None:
        self._model, self._settings, self._ocr, self._standby = model, settings, ocr, standby
        self._warming = Warming(model)
        scratch.sweep()

    @property
    def at_once(self) -> int:
        """As many as the setting says."""
        return self._settings.workers

    def read(self, name: str, content: bytes, given: Sequence[Correction], missing: Missing) -> Taken:
        """Read in a process of its own, while the model loads."""
        self._warming.begin()
        limits = self._settings.document_seconds, self._settings.document_megabytes
        read = read_apart(name, content, self._ocr, *limits, given, self._standby)
        return Taken(lambda: read)

    @property
    def beside(self) -> bool:
        """No: one process embeds, whichever document is read."""
        return False

    def wait(self) -> float:
        """Seconds that the model's weights took longer to load than what was done meanwhile."""
        return self._warming.wait()

    def embed(self, texts: Mapping[str, Unembedded], progress: Callable[[int], None]) -> Vectors:
        """In this process, by all of its processors."""
        return embed(self._model, texts, progress)
