"""An answer phrased in plain words by a language model, each sentence checked against the passages that it cites."""
