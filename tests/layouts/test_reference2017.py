from __future__ import annotations

import json
import re

import pytest

from filmspider import layouts
from filmspider.items import Title
from filmspider.layouts.reference2017 import REFERENCE_2017
from filmspider.pages import Page
from filmspider.parsing import parse_page

RECORDS = {
    "reference_tt0036855_2018-02-07_ab1388": ("movie", "Das Haus der Lady Alquist", 1944, 55),
    "reference_tt0056801_2018-04-22_137c4f": ("movie", "8½", 1963, 74),
    "reference_tt0111161_2018-02-07_0cf8d4": ("movie", "Die Verurteilten", 1994, 68),
    "reference_tt0804503_2018-04-22_92b91e": ("tv_series", "Mad Men", 2007, 50),
    "reference_tt1520211_2018-02-07_28c468": ("tv_series", "The Walking Dead", 2010, 50),
    "reference_tt1628064_2018-02-07_c791ef": ("tv_episode", "Guts", 2010, 42),
}


@pytest.fixture(scope="module")
def film(fixtures) -> str:
    return (fixtures / "reference2017" / "feature-film-2018" / "page.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def episode(fixtures) -> str:
    return (fixtures / "reference2017" / "episode-2018" / "page.html").read_text(encoding="utf-8")


def read(source: str) -> Title:
    title = parse_page(Page(body=source.encode()))
    assert isinstance(title, Title), title
    return title


def replaced(source: str, old: str, new: str) -> str:
    assert old in source
    return source.replace(old, new)


def record(source: str) -> dict[str, object]:
    return json.loads(read(source).model_dump_json(exclude={"source"}))


def test_takes_its_own_pages_only(fixtures):
    for path in fixtures.glob("*/*/page.*"):
        page = Page.unpack(path.read_bytes())
        assert REFERENCE_2017.detect(page) == (path.parent.parent.name == REFERENCE_2017.name), path


def test_takes_its_own_pages_of_the_corpus_only(corpus):
    for path in (corpus / "pages").glob("*"):
        page = Page.unpack(path.read_bytes())
        assert (layouts.detect(page) is REFERENCE_2017) == path.name.startswith("reference_"), path


@pytest.mark.parametrize("name", RECORDS)
def test_pages_of_the_corpus(corpus, name):
    title = parse_page(Page.unpack((corpus / "pages" / f"{name}.html.gz").read_bytes()))
    assert isinstance(title, Title), title
    assert (title.title_type.value, title.title, title.year, len(title.cast)) == RECORDS[name]
    assert title.problems == []
    assert set(title.field_status.values()) <= {"not_on_layout", "truncated"}


@pytest.mark.parametrize(
    "mark",
    [
        '<link rel="canonical"',
        '<meta property="pageId"',
        '<div class="article contribute"',
        '<input type="checkbox" class="ipl-rating-interactive__state"',
        '<div class="ipl-rating-interactive__loader"',
        '<div id="combined-photos"',
        '<td class="primary_photo"',
        '<td class="ellipsis"',
        '<h4 name="',
        '<h4 class="ipl-header__content ipl-list-title">Production Companies',
        "Distributors</h4>",
    ],
)
def test_what_is_skipped_for_speed_changes_nothing(film, mark):
    written_otherwise = mark.replace(" ", "  ", 1) if " " in mark else mark.replace("<", " <")
    assert record(replaced(film, mark, written_otherwise)) == record(film)


def test_series_of_hundreds_of_roles_keeps_names_and_roles_together(film):
    start, end = film.index('<tr class="odd">'), film.index("</table>", film.index('class="cast_list"'))
    rows = film[start:end] * 100
    title = read(film[:start] + rows + film[end:])
    assert len(title.cast) == 400
    assert [member.characters for member in title.cast[4:8]] == [member.characters for member in title.cast[:4]]
    assert title.directors == read(film).directors


def test_rows_of_a_cast_may_stand_in_a_body_and_lack_links(film):
    source = replaced(film, '<table class="cast_list">', '<table class="cast_list"><tbody>')
    source = re.sub(
        r'<a href="/name/nm9100007/\?ref_=tt_rv_t3"\s+itemprop=\'url\'>(.*?)</a>', r"\1", source, flags=re.DOTALL
    )
    last = read(source).cast[-1]
    assert (last.imdb_id, last.name, last.characters) == (None, "Bo Rask", [])


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Cast verified as complete", True),
        ("Complete, Cast awaiting verification", True),
        ("Cast", None),
        ("Series Cast Summary", None),
    ],
)
def test_heading_of_the_cast(film, heading, expected):
    assert read(replaced(film, "Cast verified as complete", heading)).cast_complete is expected


@pytest.mark.parametrize(
    ("facts", "certificate", "kind"),
    [
        (["PG-13", "2h", "Video Game"], "PG-13", "video_game"),
        (["2h", "TV Movie"], None, "tv_movie"),
        (["1h 5min", "TV Mini-Series"], None, "tv_mini_series"),
        (["45min", "Video"], None, "video"),
        (["16", "TV Special"], "16", "tv_special"),
        (["Movie"], None, "movie"),
    ],
)
def test_facts_in_the_header_may_be_missing(film, facts, certificate, kind):
    items = "".join(f'<li class="ipl-inline-list__item">\n  {fact}\n</li>' for fact in facts)
    source = re.sub(r'(<ul class="ipl-inline-list">).*?(</ul>)', rf"\1{items}\2", film, count=1, flags=re.DOTALL)
    title = read(re.sub(r"(?s)Certification</td>.*?</tr>", "</td></tr>", source))
    assert [each.rating for each in title.certificates] == ([certificate] if certificate else [])
    assert title.title_type.value == kind
    assert title.genres == ["Drama", "Mystery", "Fantasy"]
    assert title.problems == []


@pytest.mark.parametrize(
    ("shown", "page_title", "expected"),
    [
        ("(<a>2001</a>)", "A (2001)", (2001, None, None)),
        ("(<a>2001/II</a>)", "A (II) (2001)", (2001, None, "II")),
        ("(<a>2001-2005</a>)", "A (TV Mini-Series 2001–2005)", (2001, 2005, None)),
        ("(<a>2001- </a>)", "A (TV Series 2001– )", (2001, None, None)),
        ("", "A (TV Movie)", (None, None, None)),
    ],
)
def test_years(film, shown, page_title, expected):
    source = re.sub(r'(title-year">).*?(</span>)', rf"\1{shown}\2", film, count=1, flags=re.DOTALL)
    title = read(replaced(source, "The Glass Orchard (I) (1998) - Reference", f"{page_title} - Reference"))
    assert (title.year, title.end_year, title.disambiguation) == expected


@pytest.mark.parametrize(
    "text", ["Know what this is about?<br>Be the first.", '<a href="/updates?update=x">Add it</a>']
)
def test_invitation_to_write_a_plot_is_none(film, text):
    assert read(re.sub(r"A retired surveyor.*?(?=</div>)", text, film, flags=re.DOTALL)).plot is None


def test_value_that_reads_like_its_label_counts_once(film):
    assert [each.name for each in read(film).colors] == ["Color", "Black and White"]
    one = re.sub(r'<li class="ipl-inline-list__item">\s*<a [^>]*>Black and White.*?</li>', "", film, flags=re.DOTALL)
    assert [each.name for each in read(one).colors] == ["Color"]


def test_state_of_production(film):
    row = '<tr><td>Status:</td><td>Post-production | <a href="/x">See all</a></td></tr><tr><td>Status Updated:</td>'
    source = replaced(film, "</table>\n        </section>", f"{row}<td>1 May 2018</td></tr></table></section>")
    assert read(source).production_status == "post-production"


def test_video_elsewhere_on_the_site_keeps_its_address(film):
    source = replaced(film, 'href="videoplayer/vi9100002"', 'href="/title/tt9100001/videoplayer/vi9100002"')
    assert read(source).trailer == read(film).trailer


def test_picture_of_the_series_is_not_the_episodes(episode):
    assert read(episode).poster_url is None
    own = replaced(episode, "/title/tt9100002/mediaviewer", "/title/tt9100003/mediaviewer")
    assert read(own).poster_url is not None


def test_number_of_an_episode_may_be_unknown(episode):
    title = read(replaced(episode, "Episode 11", "Episode unknown"))
    assert (title.episode.season, title.episode.episode, title.episode_total) == (2, None, None)


def test_conflicting_ids_are_rejected(film):
    rejection = parse_page(
        Page(body=replaced(film, 'pageId" content="tt9100001', 'pageId" content="tt9100002').encode())
    )
    assert rejection.reason == "id_mismatch"


def test_a_line_break_parts_a_piece_of_music_from_its_credits(film):
    (piece,) = read(
        replaced(film, "Song of the Chain\n", "Song of the Chain<br/>Performed by Ola Brandt\n")
    ).soundtracks
    assert (piece.title, piece.credits) == ("Song of the Chain", ["Performed by Ola Brandt"])
