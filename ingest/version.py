"""Which reading made a document's facts: counted up when readers or structure come to find more or other things."""

READER = 7
