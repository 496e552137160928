"""A paper that is still being written: what it asks for, of whom, for how much and by which rules."""
