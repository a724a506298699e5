"""Pages made to be slow: what is read of them does not matter, only that it takes no time."""

from __future__ import annotations

import time

import pytest

from filmspider.pages import Page
from filmspider.parsing import parse_page

MOST_SECONDS = 2.0
HTML = b"<html><body>"
WAYBACK = b"<html>FILE ARCHIVED ON"
PRETTY = b"<html><title>\n x\n</title>"
OVERVIEW = b'<div id="title-overview-widget"><div class="title_wrapper"><h1>X</h1></div>'
HOSTILE = {
    "attributes": HTML + b"<svg " + b"".join(b'a%d="" ' % number for number in range(60_000)) + b">",
    "one long tag": HTML + OVERVIEW + b"<div class=" + b"x " * 200_000,
    "marks in one tag": (b"<" + b"canonical" * 400 + b">") * 60,
    "marks without tags": b"<html " + b"title_wrapper" * 40_000,
    "nested": HTML + OVERVIEW + b"<div>" * 100_000,
    "nested inline": HTML + OVERVIEW + b'<div id="titleStoryLine"><h4>Taglines:</h4>' + b"<span>a" * 100_000,
    "nested text": HTML + OVERVIEW + b'<div id="titleStoryLine"><div class="canwrap"><p>' + b"<span>a" * 100_000,
    "nested brackets": HTML + OVERVIEW + b'<script type="application/ld+json">' + b'{"a":[' * 100_000 + b"</script>",
    "unclosed": HTML + OVERVIEW + b"<a href='" * 60_000,
    "open comments": HTML + OVERVIEW + b"<!--" * 100_000,
    "entities": HTML + OVERVIEW + b"<p>" + b"&amp;" * 200_000,
    "scripts of an archive": WAYBACK + b"<script src=" + b"//x src=" * 30_000,
    "calls of an archive": WAYBACK + b"<script>" + b" __wm." * 60_000,
    "links of an archive": WAYBACK + b"/web/2013/" * 60_000,
    "styles of an archive": WAYBACK + b"<link " + b"/_static/" * 60_000,
    "white space": PRETTY + b" " * 300_000 + b"</b>" + b"\n" * 300_000,
    "saved from": b"<!-- saved from url=(" * 20_000 + HTML,
    "JSON-LD": HTML + OVERVIEW + b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>",
    "JSON-LD without scripts": HTML + OVERVIEW + b"application/ld+json" * 30_000,
    "commas in JSON": HTML + OVERVIEW + b'<script type="application/ld+json">{' + b", " * 200_000 + b"</script>",
    "script data": b'<script id="__NEXT_DATA__">' + b'{"a":' * 100_000 + b'"/title/[id]"</script>',
    "capitals": b"<HTML>" + b"<A " * 200_000,
    "entities of entities": b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "x">'
    + b"".join(b'<!ENTITY a%d "%b">' % (number + 1, b"&a%d;" % number * 10) for number in range(30))
    + b"]>"
    + HTML
    + OVERVIEW
    + b"&a30;" * 1000,
    "entities of files": b'<!DOCTYPE html [<!ENTITY a SYSTEM "file:///dev/zero">]>' + HTML + OVERVIEW + b"&a;" * 1000,
    "zeros": HTML + OVERVIEW + b"\x00a" * 200_000,
    "lines": b"Title (2010)\n" + b"Directors: a | b\n" * 20_000,
    "brackets": b"Title (2010)\n" + b"(" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_no_time(name):
    start = time.process_time()
    outcome = parse_page(Page.unpack(HOSTILE[name]))
    assert time.process_time() - start < MOST_SECONDS
    assert getattr(outcome, "reason", None) != "error", outcome
