"""Registers bound into packs: action logs, interests, abbreviations."""
