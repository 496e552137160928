"""Keeping up: what is new of a topic, the pages on which it is followed, and the letters that tell of it."""
