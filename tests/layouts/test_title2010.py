from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Title
from filmspider.layouts.title2010 import TITLE_2010
from filmspider.pages import Page
from filmspider.parsing import parse_page

if TYPE_CHECKING:
    from pathlib import Path

PAGE = """<html><head><title>{page_title} - IMDb</title>
<link rel="canonical" href="http://www.imdb.com/title/tt9300001/" /></head><body>
<div class="maindetails_center" id="maindetails_center_top">
<div id="title-overview-widget"><table id="title-overview-widget-layout"><tr><td id="img_primary"></td>
<td id="overview-top">{meter}<h1 class="header">{h1}</h1><div class="infobar">{infobar}</div>{below}</td></tr>
<tr><td id="overview-bottom">{bottom}</td></tr></table></div></div>
<div id="maindetails_sidebar_bottom">Director: nobody</div>
<div id="maindetails_center_bottom" class="maindetails_center">{rest}
<div class="article contribute"></div></div></body></html>"""
H1 = (
    '<span class="itemprop" itemprop="name">Tidewater</span> <span class="nobr">(<a href="/year/2008/">2008</a>)</span>'
)


PARTS = ("page_title", "meter", "h1", "infobar", "below", "bottom", "rest")


def source(**parts: str) -> bytes:
    filled = dict.fromkeys(PARTS, "") | {"page_title": "Tidewater (2008)", "h1": H1} | parts
    return PAGE.format_map(filled).encode()


def read(**parts: str) -> Title:
    title = parse_page(Page(body=source(**parts)))
    assert isinstance(title, Title), title
    assert title.source.layout == "title2010"
    assert title.problems == []
    return title


def test_only_its_own_fixtures_look_like_it(fixtures: Path) -> None:
    taken = {
        path.parent.parent.name for path in fixtures.glob("*/*/page.html") if TITLE_2010.detect(Page(path.read_bytes()))
    }
    assert taken == {"title2010"}


def test_only_its_own_corpus_pages_look_like_it(corpus: Path) -> None:
    pages = {path.name: Page.unpack(path.read_bytes()) for path in (corpus / "pages").iterdir()}
    taken = {name.split("_")[0] for name, page in pages.items() if page.media == "html" and TITLE_2010.detect(page)}
    assert taken == {"A"}


def test_every_corpus_page_reads_without_a_problem(corpus: Path) -> None:
    for path in sorted((corpus / "pages").glob("A_*")):
        title = parse_page(Page.unpack(path.read_bytes()))
        assert isinstance(title, Title), path.name
        assert title.problems == [], path.name
        assert set(title.field_status.values()) <= {"not_on_layout", "truncated"}, path.name


@pytest.mark.parametrize(
    ("h1", "page_title", "expected"),
    [
        (H1, "Tidewater (2008)", ("Tidewater", None, 2008, None)),
        (H1.replace("(<a", "(II) (<a"), "Tidewater (II) (2008)", ("Tidewater", "II", 2008, None)),
        (H1, "Tidewater (II) (2008)", ("Tidewater", "II", 2008, None)),
        (H1.replace("Tidewater", "2012"), "2012 (2008)", ("2012", None, 2008, None)),
        ("Tidewater <span>(<a>2008</a>)</span>", "Tidewater (2008)", ("Tidewater", None, 2008, None)),
        ('"Tidewater" <span>(2008&ndash; )</span>', '"Tidewater" (2008– )', ("Tidewater", None, 2008, None)),
        (
            '<span class="itemprop" itemprop="name">Tidewater</span> <span class="nobr">(2008&ndash;2011)</span>',
            "Tidewater (TV Series 2008–2011)",
            ("Tidewater", None, 2008, 2011),
        ),
        ('<span class="itemprop" itemprop="name">Tidewater</span>', "Tidewater", ("Tidewater", None, None, None)),
    ],
)
def test_headings(h1: str, page_title: str, expected: tuple[str, str | None, int | None, int | None]) -> None:
    title = read(h1=h1, page_title=page_title)
    assert (title.title, title.disambiguation, title.year, title.end_year) == expected


@pytest.mark.parametrize(
    ("infobar", "page_title", "expected"),
    [
        ("TV Series &nbsp;-&nbsp; <time>42 min</time>", "T (2008)", "tv_series"),
        ("\n TV Episode\n &nbsp;<span>|</span>&nbsp;\n", "T (2008)", "tv_episode"),
        ("TV Mini-Series &nbsp;-&nbsp; 60 min", "T (2008)", "tv_mini_series"),
        ("<time>90 min</time> &nbsp;-&nbsp; ", "T (Video Game 2008)", "video_game"),
        ("", "T (TV Movie)", "tv_movie"),
        ("", "T (TV 2008)", "tv_movie"),
        ("", "T (V 2008)", "video"),
        ("90 min &nbsp;-&nbsp; <a href='/genre/Short'>Short</a>", "T (2008)", "short"),
        ("Certificate: <span itemprop='contentRating'>15</span> &nbsp;-&nbsp; ", "T (2008)", "movie"),
    ],
)
def test_kinds(infobar: str, page_title: str, expected: str) -> None:
    assert read(infobar=infobar, page_title=page_title).title_type == expected


@pytest.mark.parametrize(
    ("infobar", "expected"),
    [
        ('<span title="PG-13" class="us_pg_13 titlePageSprite" itemprop="contentRating"></span>', ("PG-13", "US")),
        ('<img src="http://i.media-imdb.com/certificates/us/nc_17.png" title="NC_17">', ("NC-17", "US")),
        ('Certificate: <span itemprop="contentRating"><meta content="MA"/>MA</span>', ("MA", None)),
    ],
)
def test_a_header_rating_has_a_country_where_its_picture_names_one(
    infobar: str, expected: tuple[str, str | None]
) -> None:
    (found,) = read(infobar=infobar).certificates
    assert (found.rating, found.country) == expected


@pytest.mark.parametrize(
    ("direction", "rank", "expected"),
    [
        ("up", "274", (274, 1234)),
        ("down", "Top 500", (None, -1234)),
        ("down", "SEE RANK", (None, -1234)),
        ("flat", "87", (87, None)),
    ],
)
def test_the_meter_says_its_direction_in_a_class(
    direction: str, rank: str, expected: tuple[int | None, int | None]
) -> None:
    meter = (
        f'<div id="prometer" class="meter-collapsed {direction}"><a id="meterRank">{rank}</a>'
        '<div><span id="meterChange">1,234</span></div></div>'
    )
    title = read(meter=meter)
    assert (title.popularity_rank, title.popularity_change) == expected


def test_an_invitation_to_write_a_review_is_no_count() -> None:
    below = (
        '<div class="star-box"><div class="star-box-details"><span itemprop="ratingValue">4.3</span>'
        '<a href="ratings?ref_=x"><span itemprop="ratingCount">19</span> users</a>'
        '<a href="reviews-enter?ref_=x"> write review </a>'
        '<a href="externalreviews?ref_=x"><span>1 critic</span></a></div></div>'
    )
    title = read(below=below)
    assert (title.rating, title.rating_count, title.user_review_count, title.critic_review_count) == (4.3, 19, None, 1)


@pytest.mark.parametrize(
    ("label", "duration"), [("Watch Trailer", 33), ("Watch Clip", None), ("Watch Full Episode", None)]
)
def test_only_a_video_called_a_trailer_is_one(label: str, duration: int | None) -> None:
    bottom = f'<a class="btn2 title-trailer" href="/video/imdb/vi9300001/" data-video="vi9300001"> {label} </a>'
    rest = (
        '<div id="titleMediaStrip">'
        '<span><meta itemprop="duration" content="T33S"/><a data-video="vi9300001"></a></span>'
        '<span><meta itemprop="duration" content="T90M0S"/><a data-video="vi9300002"></a></span></div>'
    )
    trailer = read(bottom=bottom, rest=rest).trailer
    assert (trailer.duration_seconds if trailer else None) == duration


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ('<span class="nobr">Season 2, Episode 5</span>', (2, 5)),
        ('<span class="nobr">Season unknown, Episode 5</span>', (None, 5)),
        ("Season 3, Episode 11", (3, 11)),
        ("", (None, None)),
    ],
)
def test_episodes(number: str, expected: tuple[int | None, int | None]) -> None:
    heading = '</h1><h2 class="tv_header"><a href="/title/tt9300000/">Season 25</a>: ' + number + "</h2><h1>"
    episode = read(h1=H1 + heading).episode
    assert episode is not None
    assert (episode.series_id, episode.series_title) == ("tt9300000", "Season 25")
    assert (episode.season, episode.episode) == expected


def test_the_sidebar_and_what_follows_the_article_are_not_read() -> None:
    assert read(rest='<div id="titleDetails"><h4>Country:</h4></div>').directors == []


@pytest.mark.parametrize("box", ["Top 250 #18 |", "An Oscar quiz for you"])
def test_a_highlighted_box_may_state_no_awards(box: str) -> None:
    assert read(rest=f'<div class="article highlighted">{box}</div>').awards is None


@given(st.integers(0, len(source())))
def test_a_page_cut_anywhere_gives_an_answer(length: int) -> None:
    assert parse_page(Page(body=source()[:length])) is not None
