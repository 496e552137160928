"""Milvus as the engine of a library: one collection, made from the database, that follows every change of it."""
