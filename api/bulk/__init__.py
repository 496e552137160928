"""The public registers as tables that others can build on."""
