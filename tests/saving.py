"""Ways in which a page is saved: each makes of a page's bytes what a browser, an archive or a tool would store.

``python tests/saving.py FOLDER [WAY…]`` holds the records of the pages in a folder against those of each saved anew.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from bs4 import BeautifulSoup
from lxml import etree, html

from filmspider.decoding import to_utf8
from filmspider.items import Title
from filmspider.pages import Page
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from collections.abc import Callable

    Way = Callable[[bytes], bytes]

_HOME = "http://www.imdb.com/"
_ARCHIVE = "/web/20130226123456"
_RAW = re.compile(r"(<(script|style|textarea|pre)\b.*?</\2\s*>|<!--.*?-->|<!doctype[^>]*>)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_PLAIN = re.compile(r"[^\s\"'=<>`]+(?<!/)")
_LINK = re.compile(r"""(\b(?:href|src)\s*=\s*["']?)(?=(https?:)?(/))""", re.IGNORECASE)
_LINK_IN_DATA = re.compile(r'(":\s*")(?=https?://)')
_TOOLBAR = """<!-- BEGIN WAYBACK TOOLBAR INSERT -->
<script>__wm.rw(0);</script><div id="wm-ipp-base" lang="en"><table><tbody><tr><td>
<a href="/web/20110101000000*/http://www.imdb.com/title/tt9999999/">12 captures</a></td></tr></tbody></table></div>
<!-- END WAYBACK TOOLBAR INSERT -->"""
_INJECTED = """<script src="//archive.org/includes/athena.js" type="text/javascript"></script>
<script type="text/javascript" src="https://web-static.archive.org/_static/js/wombat.js?v=1"></script>
<script>window.RufflePlayer=window.RufflePlayer||{};</script>
<script type="text/javascript">__wm.init("https://web.archive.org/web");
__wm.wombat("ADDRESS","20130226123456","https://web.archive.org/","web","/_static/");</script>
<link rel="stylesheet" type="text/css" href="https://web-static.archive.org/_static/css/banner-styles.css?v=1" />
<!-- End Wayback Rewrite JS Include -->
"""
_FILED = """<!--
     FILE ARCHIVED ON 12:34:56 Feb 26, 2013 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 01:02:03 Mar 04, 2020.
     JAVASCRIPT APPENDED BY WAYBACK MACHINE, COPYRIGHT INTERNET ARCHIVE.
-->
<!--
playback timings (ms):
  captures_list: 1.5
-->
"""


def _text(body: bytes) -> str:
    return to_utf8(body).decode()


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Return *text*, changed where it is neither script nor style nor comment."""
    parts = _RAW.split(text)
    return "".join(part if number % 3 == 1 else change(part) for number, part in enumerate(parts) if number % 3 != 2)


def _tags(text: str, made: Callable[[str, str, list[tuple[str, str | None]]], str]) -> str:
    def anew(tag: re.Match[str]) -> str:
        attributes = [
            (each[1], next((value for value in each.groups()[1:] if value is not None), None))
            for each in _ATTRIBUTE.finditer(tag[3])
        ]
        return made(tag[1], tag[2], attributes)

    def openings(raw: str) -> str:
        return _TAG.sub(anew, raw)

    def around(raw: str) -> str:
        return re.sub(r"^<script\b[^>]*>", lambda tag: openings(tag[0]), raw, flags=re.IGNORECASE)

    parts = _RAW.split(text)
    return "".join(
        around(part) if number % 3 == 1 else openings(part) for number, part in enumerate(parts) if number % 3 != 2
    )


def _address(body: bytes) -> str:
    address = Page(body=body).own_address
    return address if "//" in address else _HOME


def wayback(body: bytes) -> bytes:
    """As the Wayback Machine shows it: its toolbar, its scripts, its comments, every link led through it."""
    text = _LINK.sub(
        lambda link: (
            f"{link[1]}{_ARCHIVE}{'im_' if 'src' in link[1] else ''}/{'' if link[2] else 'http://www.imdb.com'}"
        ),
        _text(body),
    )
    text = _LINK_IN_DATA.sub(rf"\1https://web.archive.org{_ARCHIVE}/", text)
    text = re.sub(
        r"(<head[^>]*>)",
        lambda head: head[1] + _INJECTED.replace("ADDRESS", _address(body)),
        text,
        count=1,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"(<body[^>]*>)", lambda start: start[1] + _TOOLBAR, text, count=1, flags=re.IGNORECASE)
    return (text + _FILED).encode()


def _root(body: bytes) -> etree._Element:
    return html.document_fromstring(to_utf8(body), parser=html.HTMLParser(encoding="utf-8", huge_tree=True))


def browser(body: bytes) -> bytes:
    """As a browser saves the page "complete": what it built, written anew, its links absolute, its images beside it."""
    address = _address(body)
    root = _root(body)
    for table in root.iter("table"):
        _in_body(table)
    for element in root.iter("a", "link", "img", "form"):
        for name in ("href", "action"):
            if name in element.attrib and not element.get(name).startswith("#"):
                element.set(name, urljoin(address, element.get(name)))
        if "src" in element.attrib:
            element.set("src", "./X_files/" + element.get("src").rpartition("/")[2])
    text = html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")
    return text.replace("\n", f"\n<!-- saved from url=({len(address):04}){address} -->\n", 1).encode()


def _in_body(table: etree._Element) -> None:
    rows = list(table.iterchildren("tr"))
    if rows:
        body = etree.Element("tbody")
        table.insert(table.index(rows[0]), body)
        body.extend(rows)


def lxml_written(body: bytes) -> bytes:
    return html.tostring(_root(body), encoding="utf-8")


def soup_written(body: bytes) -> bytes:
    return str(BeautifulSoup(_text(body), "lxml")).encode()


def pretty(body: bytes) -> bytes:
    """Every text and every tag on a line of its own, indented."""
    return BeautifulSoup(_text(body), "lxml").prettify().encode()


def minified(body: bytes) -> bytes:
    """White space folded, quotes left out where they may be."""

    def tag(slash: str, name: str, attributes: list[tuple[str, str | None]]) -> str:
        return f"<{slash}{name}{''.join(map(unquoted, attributes))}>"

    def unquoted(attribute: tuple[str, str | None]) -> str:
        name, value = attribute
        if value is None:
            return f" {name}"
        return f" {name}={value}" if _PLAIN.fullmatch(value) else quoted(name, value)

    return _outside(_tags(_text(body), tag), lambda part: re.sub(r"[ \t\r\n]+", " ", part)).encode()


def upper(body: bytes) -> bytes:
    """Tags and names of attributes in capitals, as of old."""

    def tag(slash: str, name: str, attributes: list[tuple[str, str | None]]) -> str:
        return f"<{slash}{name.upper()}{''.join(quoted(key.upper(), value) for key, value in attributes)}>"

    return re.sub("</(script|style)>", lambda end: end[0].upper(), _tags(_text(body), tag)).encode()


def quoted(name: str, value: str | None, mark: str = '"') -> str:
    if value is None:
        return f" {name}"
    mark = mark if mark not in value else "'" if mark == '"' else '"'
    return f" {name}={mark}{value}{mark}"


def turned(body: bytes) -> bytes:
    """Attributes the other way round, in single quotes."""

    def tag(slash: str, name: str, attributes: list[tuple[str, str | None]]) -> str:
        return f"<{slash}{name}{''.join(quoted(key, value, chr(39)) for key, value in reversed(attributes))}>"

    return _tags(_text(body), tag).encode()


def crlf(body: bytes) -> bytes:
    return body.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def utf16(body: bytes) -> bytes:
    return _text(body).encode("utf-16")


def with_headers(body: bytes) -> bytes:
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + to_utf8(body)


def with_zeros(body: bytes) -> bytes:
    """As a broken copy has it: a byte order mark in front, filled up with zeros."""
    return b"\xef\xbb\xbf" + to_utf8(body) + bytes(4096)


WAYS: dict[str, Way] = {
    way.__name__: way
    for way in (
        wayback,
        browser,
        lxml_written,
        soup_written,
        pretty,
        minified,
        upper,
        turned,
        crlf,
        utf16,
        with_headers,
        with_zeros,
    )
}


def record(body: bytes) -> dict[str, Any]:
    """Return what is read of a page, without where it comes from."""
    outcome = parse_page(Page.unpack(body))
    dump = outcome.model_dump(mode="json", exclude={"source", "sha256"})
    return dump | {"layout": outcome.source.layout if isinstance(outcome, Title) else None}


def differences(original: dict[str, Any], saved: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Return the fields that two records do not agree on, with both values; a rejection differs as a whole."""
    if saved["layout"] is None and original["layout"]:
        return {"rejected": (original["layout"], saved)}
    keys = {**original, **saved}
    return {key: (original.get(key), saved.get(key)) for key in keys if original.get(key) != saved.get(key)}


def excused(way: str, key: str, now: Any) -> bool:
    """Whether a difference is right: where a browser saved the pictures beside the page, their addresses are gone.

    With the address of the drawn certificate goes the country that it is of.
    """
    return way == "browser" and ((key == "poster_url" and now is None) or (key == "certificates" and now == []))


def main(folder: Path, ways: list[str]) -> None:
    for name in ways:
        counts: Counter[str] = Counter()
        for path in sorted(folder.glob("*.html*")):
            body = Page.unpack(path.read_bytes()).body
            found = differences(record(body), record(WAYS[name](body)))
            found = {key: values for key, values in found.items() if not excused(name, key, values[1])}
            counts.update(path.name.partition("_")[0] + ":" + key for key in found)
            for key, (was, now) in found.items():
                print(path.name, key, repr(was)[:300], "=>", repr(now)[:300])
        print(name, dict(counts))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:] or list(WAYS))
