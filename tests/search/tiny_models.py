"""Models of sixteen dimensions and a few words, made of fixed random weights in the form that real ones come in."""

from __future__ import annotations

from pathlib import Path

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizer

WORDS = (
    *("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"),
    *("the", "of", "lease", "clinic", "beds", "winter", "scan", "roof", "budget", "nurse"),
)


def _config(labels: int) -> BertConfig:
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=128,
        initializer_range=0.5,
    )
    config.num_labels = labels
    return config


def _kept(folder: Path, model: BertForSequenceClassification | BertModel) -> Path:
    model.save_pretrained(folder)
    BertTokenizer(vocab={word: place for place, word in enumerate(WORDS)}).save_pretrained(folder)
    return folder


def cross_encoder(folder: Path, labels: int = 1) -> Path:
    """A folder with a cross-encoder that gives so many scores."""
    torch.manual_seed(1)
    return _kept(folder, BertForSequenceClassification(_config(labels)))


def plain_bert(folder: Path) -> Path:
    """A folder with a model that gives no score."""
    torch.manual_seed(1)
    return _kept(folder, BertModel(_config(1)))


def embedding(folder: Path) -> Path:
    """A folder with a sentence-transformers model that takes the mean of its tokens."""
    words = Transformer(str(plain_bert(folder / "bert")))
    SentenceTransformer(modules=[words, Pooling(words.get_embedding_dimension())]).save(str(folder / "whole"))
    return folder / "whole"
