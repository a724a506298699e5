"""Turns film title pages of every layout into one clean, typed, deduplicated dataset."""

__version__ = "0.1.0"

from filmspider.items import Rejection, Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

__all__ = ["Page", "Rejection", "Title", "__version__", "parse_page"]
