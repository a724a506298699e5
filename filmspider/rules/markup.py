"""Text of the markup inside script data."""

from __future__ import annotations

import html
import re

from filmspider.processors.text import fold

_BREAK = re.compile(r"<(?:br|/?p|/?li|/?ul|/?ol)\b[^>]*>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAG = re.compile(r"</?[a-z][^>]*>", re.IGNORECASE)


def markup_text(markup: str) -> str:
    r"""Return the text of *markup*, a line end for every break.

    >>> markup_text("Music by <a href=\"/name/nm0579678/\">Alan Menken</a> &amp; others<br/>(1992)")
    'Music by Alan Menken & others\n(1992)'
    """
    if "<" in markup:
        markup = _TAG.sub("", _BREAK.sub("\n", markup))
    return html.unescape(markup) if "&" in markup else markup


def markup_texts(markup: str) -> list[str]:
    """Return the texts between the tags of *markup*, folded.

    >>> markup_texts('<a href="/chart/top">Top rated movie #<!-- -->16</a><span>See more</span>')
    ['Top rated movie #16', 'See more']
    """
    texts = _TAG.split(_COMMENT.sub("", markup))
    return [folded for text in texts if (folded := fold(html.unescape(text)))]
