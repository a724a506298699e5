"""The combined page: what its fixtures do not show."""

from __future__ import annotations

import pytest

from filmspider.pages import Page
from filmspider.parsing import parse_page

PAGE = """
<html><head><title>{title}</title><link rel="canonical" href="http://www.imdb.com/title/tt9000399/combined" /></head>
<body><div id="wrapper"><div id="tn15" class="combined"><div id="tn15main">
<div id="tn15title"><h1>{heading}</h1></div>
<div id="tn15content">{body}</div></div></div></div></body></html>
"""
TABLE = (
    '<table border="0" cellpadding="1" cellspacing="1"><tr><td colspan="3" align="left"><h5>'
    '<a class="glossary" name="{name}" href="/glossary/X">{label}</a></h5></td></tr>{rows}</table>'
)
ROW = (
    '<tr> <td valign="top"><a href="/name/nm{number}/">{name}</a></td><td>&nbsp;</td><td valign="top">{note}</td></tr>'
)
OVERVIEW = (
    '<div class="info"><h5>Directors:</h5><div class="info-content">'
    '<a href="/name/nm9000391/">Ada</a><br/><a href="/name/nm9000392/">Bo</a><br/></div></div>'
)


def credits_table(label, *people, name="directors"):
    rows = "".join(ROW.format(number=9000391 + place, name=who, note="(1 episode)") for place, who in enumerate(people))
    return TABLE.format(name=name, label=label, rows=rows)


def read(body, heading="Salt Road <span>(1996)</span>", title="Salt Road (1996)"):
    return parse_page(Page(body=PAGE.format(heading=heading, title=title, body=body).encode()))


@pytest.mark.parametrize("label", ["Directed by", "Series Directed by"])
def test_the_fullest_list_of_people_is_taken(label):
    found = read(OVERVIEW + credits_table(label, "Ada", "Bo", "Cy"))
    assert [credit.name for credit in found.directors] == ["Ada", "Bo", "Cy"]
    assert [credit.notes for credit in found.directors] == [["1 episode"]] * 3
    assert [credit.name for credit in read(OVERVIEW + credits_table(label, "Ada")).directors] == ["Ada", "Bo"]


def test_the_crew_of_a_series_is_not_that_of_its_episode():
    series = (
        '<div class="info"><h5>TV Series:</h5><div class="info-content"><a href="/title/tt9000210/">X</a></div></div>'
    )
    found = read(series + OVERVIEW + credits_table("Series Directed by", "Ada", "Bo", "Cy"))
    assert [credit.name for credit in found.directors] == ["Ada", "Bo"]


def test_people_without_a_link_and_rows_that_only_join_are_passed_over():
    rows = '<tr><td colspan="3"> and </td></tr>' + ROW.format(number=9000391, name="Ada", note="(story)")
    found = read(TABLE.format(name="writers", label="Writing credits", rows=rows))
    assert [(credit.name, credit.notes) for credit in found.writers] == [("Ada", ["story"])]


@pytest.mark.parametrize("department", ["producers", "music_original", "cinematographers", "editors", "thanks"])
def test_companies_are_read_whatever_stands_before_them(department):
    companies = (
        '<b class="blackcatheader">Production Companies</b><ul><li><a href="/company/co9000391/">Dune</a></li></ul>'
        '<b class="blackcatheader">Distributors</b><ul><li><a href="/company/co9000392/">Far</a></li></ul>'
        '<h3>Additional Details</h3><div class="info"><h5>Runtime:</h5><div class="info-content">90 min</div></div>'
    )
    found = read(credits_table("Directed by", "Ada") + credits_table("Crew", "Bo", name=department) + companies)
    assert [company.name for company in found.production_companies] == ["Dune"]
    assert ([credit.name for credit in found.directors], found.runtime_minutes) == (["Ada"], 90)
