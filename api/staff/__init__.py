"""The staff side: what is handed in, reviewed, corrected, published and withdrawn, and the worker that does it."""
