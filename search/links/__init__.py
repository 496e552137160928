"""Facts that need several documents: one body, person, action or decision followed through all that speak of it."""
