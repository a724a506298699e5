"""What makes records one title."""

from __future__ import annotations


def title_key(imdb_id: str | None, title: str, year: int | None, title_type: str) -> str:
    r"""Return the key that the dataset is sorted by; titles without an id come behind the others.

    >>> title_key("tt9000001", "The Salt Lantern", 2016, "movie")
    'tt9000001'
    >>> title_key(None, "The Salt Lantern", 2016, "movie")
    '~the salt lantern\t2016\tmovie'
    """
    return imdb_id or f"~{title.casefold()}\t{year or ''}\t{title_type}"
