"""The network of the packaged model (BERT), computed directly and without what fills a batch.

Texts stand one after another in one matrix, so that nothing is computed for fillers; only attention looks at each text
apart. Weights are laid out once as oneDNN wants them, where torch has it. Source: Devlin et al., BERT, NAACL 2019.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from torch import Tensor

Floats = NDArray[np.float32]
# unit vectors (n, dimensions) of n token sequences, and of their tokens, one sequence after another (all, dimensions)
Forward = Callable[[Sequence[Sequence[int]]], tuple[Floats, Floats]]
Linear = Callable[["Tensor"], "Tensor"]
# what matrices are multiplied in; sums, norms and what comes out are float32 in any case
Numbers = Literal["float32", "bfloat16"]
ROWS = 2_000  # tokens that weights are laid out for
_loaded = Event()


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: how its matrices and norms turn rows (tokens, width)."""

    looked: Linear  # to queries, keys and values at once: (tokens, 3 * dimensions)
    gathered: Linear
    gathered_norm: Linear
    widened: Linear  # with its curve
    narrowed: Linear
    narrowed_norm: Linear


def loaded() -> bool:
    """Whether torch is there, so that what it does sooner than numpy may be asked of it. Importing it takes 1.3 s."""
    return _loaded.is_set()


def load(folder: Path, numbers: Numbers = "float32") -> Forward:
    """The network in a folder (model.safetensors, config.json), ready for any number of threads.

    The vector of a text is the mean of its tokens' vectors, as sentence-transformers makes it of this model.
    """
    import torch
    from safetensors.torch import load_file

    shape: dict[str, Any] = json.loads((folder / "config.json").read_bytes())
    weights = {name.removeprefix("bert."): held for name, held in load_file(folder / "model.safetensors").items()}
    heads, eps = shape["num_attention_heads"], shape["layer_norm_eps"]
    layers = [_layer(weights, number, numbers, eps) for number in range(shape["num_hidden_layers"])]
    words = weights["embeddings.word_embeddings.weight"]
    # one text is one sentence to it: the first of its two kinds is at every place
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    norm = _norm(weights, "embeddings.LayerNorm", eps)

    def run(texts: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        lengths = [len(text) for text in texts]
        with torch.inference_mode():
            tokens = torch.tensor([token for text in texts for token in text])
            rows = norm(words[tokens] + places[torch.cat([torch.arange(length) for length in lengths])])
            for layer in layers:
                met = _attended(layer.looked(rows), lengths, heads)
                rows = layer.gathered_norm(rows + layer.gathered(met))
                rows = layer.narrowed_norm(rows + layer.narrowed(layer.widened(rows)))
            means = torch.stack([one.mean(dim=0) for one in torch.split(rows, lengths)])
            unit = torch.nn.functional.normalize
            return unit(means, dim=1).numpy(), unit(rows, dim=1).numpy()

    _loaded.set()
    return run


def _attended(looked: Tensor, lengths: Sequence[int], heads: int) -> Tensor:
    """What the tokens of each text gather from one another; neighbours of one length are done at once."""
    from torch.nn.functional import scaled_dot_product_attention as attention

    width = looked.shape[1] // 3
    met = looked.new_empty(looked.shape[0], width)
    for start, end, length in _alike(lengths):
        asks, keys, values = looked[start:end].view(-1, length, 3, heads, width // heads).permute(2, 0, 3, 1, 4)
        met[start:end] = attention(asks, keys, values).transpose(1, 2).reshape(end - start, width)
    return met


def _alike(lengths: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Where neighbours of one length start and end, in tokens, and that length."""
    end = 0
    for length, texts in groupby(lengths):
        start, end = end, end + length * sum(1 for _ in texts)
        yield start, end, length


def _layer(weights: Mapping[str, Tensor], number: int, numbers: Numbers, eps: float) -> Layer:
    import torch

    at = f"encoder.layer.{number}."
    looked = [f"{at}attention.self.{name}" for name in ("query", "key", "value")]

    def linear(*names: str, curved: bool = False) -> Linear:
        weight = torch.cat([weights[f"{name}.weight"] for name in names])
        return _linear(weight, torch.cat([weights[f"{name}.bias"] for name in names]), numbers, curved)

    return Layer(
        linear(*looked),
        linear(f"{at}attention.output.dense"),
        _norm(weights, f"{at}attention.output.LayerNorm", eps),
        linear(f"{at}intermediate.dense", curved=True),
        linear(f"{at}output.dense"),
        _norm(weights, f"{at}output.LayerNorm", eps),
    )


def _norm(weights: Mapping[str, Tensor], name: str, eps: float) -> Linear:
    from torch.nn.functional import layer_norm

    weight, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]
    return lambda rows: layer_norm(rows, weight.shape, weight, bias, eps)


def _linear(weight: Tensor, bias: Tensor, numbers: Numbers, curved: bool) -> Linear:
    """The product rows @ weight.T + bias, float32 to float32; curved puts GELU after it."""
    import torch
    from torch.nn.functional import gelu, linear

    kind = torch.bfloat16 if numbers == "bfloat16" else torch.float32
    weight, bias = weight.to(kind).contiguous(), bias.to(kind)
    backends: Any = torch.backends
    if backends.mkldnn.is_available() and backends.mkldnn.enabled:
        # a sixth faster over passages and two fifths over a question than torch's own product, and GELU within it
        onednn: Any = torch.ops.mkldnn
        laid, curve = onednn._reorder_linear_weight(weight, ROWS), ("gelu", "none") if curved else ("none", "")
        return lambda rows: onednn._linear_pointwise(rows.to(kind), laid, bias, curve[0], [], curve[1]).float()

    def plain(rows: Tensor) -> Tensor:
        made = linear(rows.to(kind), weight, bias)
        return (gelu(made) if curved else made).float()

    return plain
