"""Turns film title pages of every layout into one clean, typed, deduplicated dataset."""

__version__ = "0.1.0"
