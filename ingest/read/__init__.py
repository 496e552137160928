"""One reader per file format; each turns bytes into honest pages and nothing more."""
