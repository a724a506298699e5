"""An episode's page shows the poster of the series where it has none of its own; the link says whose it is."""

from __future__ import annotations

import pytest

from filmspider.pages import Page
from filmspider.parsing import parse_page

POSTER = "http://ia.media-imdb.com/images/M/MV5BNw@@._V1_.jpg"
SERIES, EPISODE = "tt10000001", "tt100000012"
OF_2010 = """<table id="title-overview-widget-layout">
<td id="img_primary"><a href="{link}"><img src="{poster}"></a></td>
<td id="overview-top"><h2 class="tv_header"><a href="/title/tt10000001/?ref_=tt_ov">Slow Trams</a></h2>
<h1 class="header"><span itemprop="name">Five</span></h1></td></table>"""
OF_2015 = """<div id="title-overview-widget"><div class="title_wrapper"><div class="titleParent">
<a href="/title/tt10000001?ref_=tt_ov">Slow Trams</a></div><h1>Five</h1></div>
<div class="poster"><a href="{link}"><img src="{poster}"></a></div></div>"""


@pytest.mark.parametrize("markup", [OF_2010, OF_2015])
@pytest.mark.parametrize(
    ("link", "poster"),
    [
        (f"/media/rm1/{EPISODE}?ref_=tt_ov_i", POSTER),
        (f"/title/{EPISODE}/mediaviewer/rm1", POSTER),
        (f"/media/rm1/{SERIES}?ref_=tt_ov_i", None),
        (f"/title/{SERIES}/mediaviewer/rm1", None),
        (f"http://www.imdb.com/media/rm1/{SERIES}", None),
    ],
)
def test_poster_of_the_series_is_not_the_episodes(markup, link, poster):
    page = Page(body=f"<html><body>{markup.format(link=link, poster=POSTER)}</body></html>".encode())
    assert parse_page(page).poster_url == poster
