"""Names of areas of takings that Babel does not have."""

from __future__ import annotations

from typing import Final

AREAS: Final[dict[str, str]] = {
    "Worldwide": "001",
    "World-wide": "001",
    "Global": "001",
    "XWW": "001",
    "South East Asia": "035",
    "South-East Asia": "035",
    "US & Canada": "US+CA",
    "USA & Canada": "US+CA",
    "U.S. and Canada": "US+CA",
    "United States and Canada": "US+CA",
    "USA/Canada": "US+CA",
    "US/Canada": "US+CA",
    "Domestic": "US+CA",
    "XDOM": "US+CA",
    "Non-USA": "",
    "Non-US": "",
    "Foreign": "",
    "International": "",
    "Overseas": "",
}
"""``US+CA`` is the site's "US & Canada"; what is defined by a country it leaves out has no code."""
