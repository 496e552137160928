"""Drafts of papers with their baskets, and the files that a basket is exported as."""
