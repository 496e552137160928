"""The pages on which staff hand documents in, look at what was read, put it right and publish it."""
