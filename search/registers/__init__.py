"""Registers over all current documents: filtered in the database, each entry with the page that shows it."""
