from __future__ import annotations

from nights import three_nights


def test_three_nights(tmp_path):
    """``python tests/nights.py`` plays them with 1,000 titles."""
    nights = list(three_nights(tmp_path, 60, 0.02, 1))
    assert len(nights) == 3
