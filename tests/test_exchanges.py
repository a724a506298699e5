from __future__ import annotations

from filmspider.exchanges import header_lines


def test_headers():
    headers = {b"Content-Type": [b"text/html"], b"Transfer-Encoding": [b"chunked"], b"X": [b"a", b"\xe9"]}
    lines = [("Content-Type", "text/html"), ("X", "a"), ("X", "é")]
    assert header_lines(headers, frozenset({b"transfer-encoding"})) == lines
