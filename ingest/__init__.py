"""Documents in, typed facts out: bytes to frozen data classes, with no database, no model and no network."""
