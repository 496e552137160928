"""Letters to readers who asked to be told of what is new: who gets them, and how they are sent."""
