"""How a dump of a title page is divided: the heading with its summary, then the sections in page order."""

from __future__ import annotations

from filmspider.layouts.text_heading import SUMMARY_LABEL, find_heading
from filmspider.layouts.text_subtext import LONGEST_HEADING

SECTIONS = {
    "Videos": "media",
    "Photos": "media",
    "Learn more": "media",
    "More Like This": "recommendations",
    "People who liked this also liked...": "recommendations",
    "Cast": "cast",
    "Storyline": "storyline",
    "Details": "details",
    "Box Office": "details",
    "Company Credits": "details",
    "Technical Specs": "details",
    "Did You Know?": "trivia",
    "Frequently Asked Questions": "faq",
    "User Reviews": "review",
    "Message Boards": "end",
    "Getting Started | Contributor Zone »": "end",
    "Contribute to This Page": "end",
    "Recently Viewed": "end",
}
"""The section that each heading line opens; the order of the sections differs between pages."""

_LINKS = frozenset({"Quick Links", "Quick Links:"})
"""Heads a list of links, 2010 to 2015, some of which are called like sections."""
_AFTER_LINKS = frozenset({"media", "recommendations"})
_ASIDES = frozenset(
    {
        "About",
        "Around The Web",
        "Editorial Lists",
        "Episodes",
        "Follow Us On Twitter",
        "Quick Links",
        "Quick Links:",
        "Related Items",
        "Related News",
        "Share this Rating",
        "Top-Rated Episodes",
        "User Lists",
        "User Polls",
    }
)
"""Lines that head what stands beside the record."""
_INTRO_ENDS = frozenset(
    {"Metascore", "Reviews", "Popularity", "Added to Watchlist", "View production, box office, & company info"}
)
_BEFORE = 12
"""Lines above the heading that hold the rating."""


def divide(lines: list[str]) -> dict[str, list[str]]:
    """Return the lines of each section; none at all where there is no heading of a title."""
    heading = find_heading(lines)
    if heading is None:
        return {}
    sections = _sections(lines, heading.end)
    top = sections["top"]
    asides = (place for place, line in enumerate(top) if line in _ASIDES)
    summary = top[: next(asides, len(top))]
    intro = summary[: next((place for place, line in enumerate(summary) if _ends_intro(line)), len(summary))]
    before = lines[max(0, heading.start - _BEFORE) : heading.start]
    return {
        **sections,
        **{name: [piece] for name, piece in heading.pieces.items()},
        "page_title": [line for line in lines[:1] if len(line) <= LONGEST_HEADING],
        "before": before,
        "heading": [heading.text],
        "original": [heading.original] if heading.original else [],
        "intro": intro,
        "episode": [*before, *intro],
        "summary": summary,
    }


def _ends_intro(line: str) -> bool:
    return line in _INTRO_ENDS or SUMMARY_LABEL.match(line) is not None


def _sections(lines: list[str], start: int) -> dict[str, list[str]]:
    """Return the sections from *start* on; each is opened once, headings inside one stay its lines."""
    current: list[str] = []
    name, sections, in_links = "top", {"top": current}, False
    for line in lines[start:]:
        found = SECTIONS.get(line)
        in_links = line in _LINKS or (in_links and line != "Edit" and found not in _AFTER_LINKS)
        if found == "end" and not in_links:
            break
        if found and found not in sections and not in_links:
            name, current = found, []
            sections[name] = current
        elif not found or found == name:
            current.append(line)
    return sections
