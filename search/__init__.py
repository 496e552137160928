"""The library (database and vector index), retrieval, ranking and answers."""
