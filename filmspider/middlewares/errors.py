"""Why something is not asked for, or its answer not taken.

Worker processes need none of this, and are spared Scrapy's import: so it does not stand among the other exceptions.
"""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest


class NotAskedError(IgnoreRequest):
    """Base of what is raised instead of asking for a page, or instead of taking an answer."""


class HostRefusesError(NotAskedError):
    """Raised instead of asking a host that has refused many answers running, or that asks to be left in peace."""


class HostFailsError(NotAskedError):
    """Raised instead of asking a host that has not given a good answer for long."""


class RobotsUnreachableError(NotAskedError):
    """Raised instead of asking a host whose robots.txt could not be fetched."""


class OffsiteRedirectError(NotAskedError):
    """Raised instead of following a redirection to another site."""


class PrivateAddressError(NotAskedError):
    """Raised instead of asking a host in a private network."""


class RunClosingError(NotAskedError):
    """Raised instead of asking for a page once the run is being broken off."""
