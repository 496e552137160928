"""What the pages say: blocks, sections, meetings, items and people, read from pages alone."""
