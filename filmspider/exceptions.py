"""What can be wrong with a run. A :class:`SetupError` is reported in one line and ends the command with exit code 1."""

from __future__ import annotations


class SetupError(Exception):
    """Base of everything that keeps a run from starting."""


class NoSourcesError(SetupError):
    """Raised when a run is asked for without naming any page to read."""


class SourceNotFoundError(SetupError):
    """Raised when a file, folder or pattern that was named does not exist or matches nothing."""


class RemoteOffError(SetupError):
    """Raised when a bare title id is given and fetching pages was not asked for."""


class UnsupportedAddressError(SetupError):
    """Raised for an address that is neither a page's nor one in a store that can be read."""


class UnknownArgumentError(SetupError):
    """Raised when the spider is given an argument, or a value of one, that it does not know."""


class MissingExtraError(SetupError):
    """Raised for a source or a command that needs a package which was not installed."""


class DatasetError(SetupError):
    """Raised for a dataset that is not there, or that holds something else than records of this schema."""


class ExportError(SetupError):
    """Raised when an export is asked for in a form that there is not."""


class LayoutError(SetupError):
    """Raised when a layout that another distribution registers cannot be used."""


class OutputError(SetupError):
    """Raised when the output folder cannot be written, or another run is writing to it."""


class NoRunError(SetupError):
    """Raised when a run is named, to report on or to compare with, that does not exist or cannot be read."""


class UnsortedError(SetupError):
    """Raised when a dataset that is to be compared is not in the order in which filmspider writes it."""


class WorkerError(Exception):
    """Raised when worker processes cannot be started."""


class ArchiveError(Exception):
    """Raised when an answer could not be written to the archive."""
