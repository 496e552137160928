"""How things like a new paper were decided before, by matter."""
