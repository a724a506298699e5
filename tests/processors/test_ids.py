"""Ids in addresses: never cut at seven digits, never found inside a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.processors.ids import bare_title_id, company_id, name_id, title_id, video_id


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("/title/tt0133093/?ref_=x", "tt0133093"),
        ("tt10027990", "tt10027990"),
        ("https://www.imdb.com/title/tt01207372/", "tt01207372"),
        ("/title/tt0133093?ref_=tt_ov_inf", "tt0133093"),
        ("/offsite/?u=%2Ftitle%2Ftt0111161%2F", "tt0111161"),
        ("tt013309", None),
        ("att0133093", None),
        ("tt0133093b", None),
        ("tt٠١٣٣٠٩٣", None),
        ("133093", None),
        ("", None),
    ],
)
def test_title_id(raw, expected):
    assert title_id(raw) == expected


def test_other_ids():
    assert name_id("/name/nm0905152/?ref_=tt_ov_dr") == "nm0905152"
    assert name_id("/name/nm13579246") == "nm13579246"
    assert company_id("/company/co0002663?ref_=tt_dt_co") == "co0002663"
    assert video_id("/list/ls025720609/videoplayer/vi1404633369?ref_=tt_ov_vi") == "vi1404633369"
    assert video_id("/video/imdb/") is None


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("133093", "tt0133093"),
        ("0133093", "tt0133093"),
        ("10027990", "tt10027990"),
        (" tt0133093\n", "tt0133093"),
        ("https://www.imdb.com/title/tt0133093/reference", "tt0133093"),
        ("The Matrix", None),
        ("1" * 11, None),
    ],
)
def test_what_a_person_means(raw, expected):
    assert bare_title_id(raw) == expected


@given(st.from_regex(r"tt[0-9]{7,12}", fullmatch=True), st.sampled_from(["", "/", "/title/", "x="]))
def test_an_id_is_found_whole(title, before):
    assert title_id(f"{before}{title}/?ref_=nm0000123") == title


@given(st.text())
def test_no_text_raises(text):
    for processor in (title_id, name_id, company_id, video_id, bare_title_id):
        processor(text)
