"""Rules: where on a page the raw string of a field stands."""

from filmspider.rules.base import Layout, Place, Raw, Rule, View

__all__ = ["Layout", "Place", "Raw", "Rule", "View"]
