"""The packaged model's network for questions, in numpy: importing torch takes longer than answering many of them.

It gives the vectors that search.network gives, but for rounding (a test has how near). For passages, of which there are
thousands, search.network is the faster one.
Source: Devlin et al., BERT, NAACL 2019; GELU by Abramowitz & Stegun 7.1.26, within 1.5e-7.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from search.network import Floats, Forward

Rows = Callable[[Floats], Floats]
ERF = (0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429)


@dataclass(frozen=True, slots=True)
class Layer:
    """One layer: how its matrices and norms turn rows (tokens, width)."""

    looked: Rows  # to queries, keys and values at once: (tokens, 3 * dimensions)
    gathered: Rows
    gathered_norm: Rows
    widened: Rows
    narrowed: Rows
    narrowed_norm: Rows


def load(folder: Path) -> Forward:
    """The network in a folder (model.safetensors, config.json), ready for any number of threads."""
    from safetensors.numpy import load_file

    shape: dict[str, Any] = json.loads((folder / "config.json").read_bytes())
    weights = {name.removeprefix("bert."): held for name, held in load_file(folder / "model.safetensors").items()}
    heads, eps = shape["num_attention_heads"], np.float32(shape["layer_norm_eps"])
    layers = [_layer(weights, number, eps) for number in range(shape["num_hidden_layers"])]
    words = weights["embeddings.word_embeddings.weight"]
    places = weights["embeddings.position_embeddings.weight"] + weights["embeddings.token_type_embeddings.weight"][0]
    norm = _norm(weights, "embeddings.LayerNorm", eps)

    def states(text: Sequence[int]) -> Floats:
        rows = norm(words[list(text)] + places[: len(text)])
        for layer in layers:
            rows = layer.gathered_norm(rows + layer.gathered(_attended(layer.looked(rows), heads)))
            rows = layer.narrowed_norm(rows + layer.narrowed(_curved(layer.widened(rows))))
        return rows

    def run(texts: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        found = [states(text) for text in texts]
        return _unit(np.stack([rows.mean(axis=0) for rows in found])), _unit(np.concatenate(found))

    return run


def _attended(looked: Floats, heads: int) -> Floats:
    """What the tokens of a text gather from one another."""
    length, width = looked.shape[0], looked.shape[1] // (3 * heads)
    asks, keys, values = looked.reshape(length, 3, heads, width).transpose(1, 2, 0, 3)
    alike = asks @ keys.transpose(0, 2, 1) * np.float32(width**-0.5)
    shares = np.exp(alike - alike.max(axis=2, keepdims=True))
    shares /= shares.sum(axis=2, keepdims=True)
    met: Floats = (shares @ values).transpose(1, 0, 2).reshape(length, heads * width)
    return met


def _curved(rows: Floats) -> Floats:
    """GELU: each number times the share of a normal distribution that lies below it."""
    away = np.abs(rows) * np.float32(0.5**0.5)
    part = 1 / (1 + np.float32(0.3275911) * away)
    sum_ = np.float32(ERF[-1]) * part
    for factor in reversed(ERF[:-1]):
        sum_ = (sum_ + np.float32(factor)) * part
    beyond = sum_ * np.exp(-away * away) * np.float32(0.5)
    curved: Floats = rows * np.where(rows < 0, beyond, 1 - beyond)
    return curved


def _layer(weights: Mapping[str, Floats], number: int, eps: np.float32) -> Layer:
    at = f"encoder.layer.{number}."

    def linear(*names: str) -> Rows:
        weight = np.ascontiguousarray(np.concatenate([weights[f"{at}{name}.weight"] for name in names]).T)
        bias = np.concatenate([weights[f"{at}{name}.bias"] for name in names])
        return lambda rows: rows @ weight + bias

    return Layer(
        linear(*(f"attention.self.{name}" for name in ("query", "key", "value"))),
        linear("attention.output.dense"),
        _norm(weights, f"{at}attention.output.LayerNorm", eps),
        linear("intermediate.dense"),
        linear("output.dense"),
        _norm(weights, f"{at}output.LayerNorm", eps),
    )


def _norm(weights: Mapping[str, Floats], name: str, eps: np.float32) -> Rows:
    weight, bias = weights[f"{name}.weight"], weights[f"{name}.bias"]

    def norm(rows: Floats) -> Floats:
        apart = rows - rows.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", apart, apart)[:, None] / np.float32(rows.shape[1])
        made: Floats = apart / np.sqrt(spread + eps) * weight + bias
        return made

    return norm


def _unit(rows: Floats) -> Floats:
    made: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(1e-12))
    return made
