"""The rows that a search keeps to, as FAISS takes them."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray


class Among:
    """Some rows (n,), ascending, as one bit for each number up to the last."""

    def __init__(self, rows: NDArray[np.int64]) -> None:
        mask = np.zeros(int(rows[-1]) + 1 if len(rows) else 0, np.bool_)
        mask[rows] = True
        self._keep(np.packbits(mask, bitorder="little"), len(rows))

    def _keep(self, bits: NDArray[np.uint8], count: int) -> None:
        import faiss

        made: Any = faiss  # its own description leaves out what its Python side makes of this
        self.bits, self.count = bits if len(bits) else np.zeros(1, np.uint8), count
        self.selector = made.IDSelectorBitmap(self.bits)

    def both(self, other: Among) -> Among:
        """The rows that are in both; count stays the smaller of the two counts, which may be too many."""
        made = Among.__new__(Among)
        size = min(len(self.bits), len(other.bits))
        made._keep(self.bits[:size] & other.bits[:size], min(self.count, other.count))
        return made


def exactly(among: Among | None) -> Any:
    """How an index that compares all its vectors is searched among some rows, None for all."""
    import faiss

    made: Any = faiss
    return made.SearchParameters(sel=among.selector) if among else None


def in_lists(among: Among, lists: int) -> Any:
    """How so many lists of an index are looked through for some rows."""
    import faiss

    made: Any = faiss
    return made.SearchParametersIVF(sel=among.selector, nprobe=lists)
