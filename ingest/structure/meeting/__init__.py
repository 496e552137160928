"""Meetings and their items: who met, when, under which headings."""
