"""Ingest over many machines: workers of a Dask cluster read and embed documents, and one writer stores them."""
