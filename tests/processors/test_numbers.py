import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.processors import Noted, Unparsed
from filmspider.processors.numbers import count, helpfulness, metascore, rank, rating, signed

PROCESSORS = [count, rating, metascore, rank, signed, helpfulness]
FRAGMENTS = [
    "1",
    "127",
    "1,127,655",
    ".",
    ",",
    "-",
    "−",
    "+",
    "%",
    "#",
    " ",
    "\xa0",
    "K",
    "M",
    "mil",
    "/10",
    "user",
    "of",
]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1,127,655", 1127655),
        ("1.127.655", 1127655),
        ("1 127 655", 1127655),
        ("1\xa0127\xa0655", 1127655),
        ("1\u202f127\u202f655", 1127655),
        ("919681", 919681),
        ("3,606 user", 3606),
        ("308 critic", 308),
        ("30 user reviews", 30),
        (" 7 votes ", 7),
        ("0", 0),
        (0, 0),
        (1140876, 1140876),
        ("29,12,345", 2912345),
        ("", None),
        (" \xa0\n", None),
    ],
)
def test_count(raw, expected):
    assert count(raw) == expected


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("11.4K", 11400),
        ("1.2M", 1200000),
        ("3.1M", 3100000),
        ("2K", 2000),
        ("1,2 M", 1200000),
        ("5.1K User reviews", 5100),
        ("2.4 million", 2400000),
        ("1,5 Mio.", 1500000),
    ],
)
def test_rounded_count_is_noted(raw, value):
    assert count(raw) == Noted(value, "rounded", raw)


@pytest.mark.parametrize(
    "raw",
    ["-5", "8.7", "1,2345", "1,234.5", "1.234K", "2 mil", "12 of 30", "user 5", "n/a", "1 127 6555", "9" * 5000, "٣"],
)
def test_count_not_understood(raw):
    assert count(raw) == Unparsed(raw)


def test_negative_number_is_no_count():
    assert count(-1) == Unparsed("-1")


@pytest.mark.parametrize("processor", [count, rank, signed])
def test_a_number_beyond_any_real_figure_is_not_understood(processor):
    assert processor(10**15 - 1) == 10**15 - 1
    assert processor(10**15) == Unparsed(str(10**15))
    assert processor(-(10**23)) == Unparsed(str(-(10**23)))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("8.7", 8.7),
        ("8,7", 8.7),
        ("8.7/10", 8.7),
        ("8.7 / 10", 8.7),
        ("10/10", 10.0),
        (8, 8.0),
        (6.9, 6.9),
        ("0", None),
        ("0.0/10", None),
        (0, None),
        (0.0, None),
        ("", None),
    ],
)
def test_rating(raw, expected):
    assert rating(raw) == expected


@pytest.mark.parametrize("raw", ["11", "0.5", "-1", "8.7/5", "good", float("nan"), float("inf"), -3, 10**400])
def test_rating_not_understood(raw):
    assert rating(raw) == Unparsed(str(raw))


@pytest.mark.parametrize(("raw", "expected"), [("73", 73), ("73/100", 73), (73, 73), ("0", 0), (100, 100), (" ", None)])
def test_metascore(raw, expected):
    assert metascore(raw) == expected


@pytest.mark.parametrize("raw", ["101", "7.3", "-1", "tbd", 101, -1])
def test_metascore_not_understood(raw):
    assert metascore(raw) == Unparsed(str(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2,525", 2525),
        ("274", 274),
        ("#17", 17),
        (59, 59),
        ("Top 5000", None),
        ("Top 5,000", None),
        ("See rank", None),
        ("", None),
    ],
)
def test_rank(raw, expected):
    assert rank(raw) == expected


@pytest.mark.parametrize("raw", ["0", "-3", "Top", "17.5", "Top Rated Movies #17", 0])
def test_rank_not_understood(raw):
    assert rank(raw) == Unparsed(str(raw))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("+14", 14), ("-2", -2), ("−309", -309), ("–165", -165), ("+ 1,376", 1376), ("-0", 0), (-6, -6), (196, 196)],
)
def test_signed(raw, expected):
    assert signed(raw) == expected


@pytest.mark.parametrize("raw", ["14", "+14%", "-3.5 %", "", "  "])
def test_change_without_direction_is_none(raw):
    assert signed(raw) is None


@pytest.mark.parametrize("raw", ["up", "+", "±4", "+14 places"])
def test_signed_not_understood(raw):
    assert signed(raw) == Unparsed(raw)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("936 of 1,754 people found this review helpful.", (936, 1754)),
        ("16 of 21 people found this review helpful. Was this review helpful to you?", (16, 21)),
        ("16 of 21", (16, 21)),
        ("1,016 out of 1,121 found this helpful.", (1016, 1121)),
        ("", None),
    ],
)
def test_helpfulness(raw, expected):
    assert helpfulness(raw) == expected


@pytest.mark.parametrize("raw", ["936", "936 of many", "1 of 2 of 3", "2.5 of 3"])
def test_helpfulness_not_understood(raw):
    assert helpfulness(raw) == Unparsed(raw)


@pytest.mark.parametrize("processor", PROCESSORS)
@given(raw=st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_no_text_raises(processor, raw):
    value = processor(raw)
    assert value is None or isinstance(value, int | float | Noted | tuple)
    if isinstance(value, Unparsed):
        assert value.raw == raw
    if not raw.strip():
        assert value is None


@pytest.mark.parametrize("processor", PROCESSORS)
@pytest.mark.parametrize("part", [" ", "(", "1,", "9", "a ", "1 ("])
def test_long_text_is_refused_at_once(processor, part):
    raw = "7" + part * 50_000 + "!"
    assert processor(raw) == Unparsed(raw)


@given(
    st.integers(0, 10**15 - 1),
    st.sampled_from([",", ".", " ", "'", "\xa0"]),
    st.sampled_from(["", " user", " critic reviews"]),
)
def test_written_counts_are_read_back(number, mark, tail):
    assert count(f"{number:,}".replace(",", mark) + tail) == number
    assert count(f"{number}{tail}") == number


@given(st.integers(10, 100), st.sampled_from([".", ","]))
def test_written_ratings_are_read_back(tenths, mark):
    assert rating(f"{tenths / 10}".replace(".", mark)) == tenths / 10


@given(st.integers(-(10**9), 10**9))
def test_written_changes_are_read_back(change):
    assert signed(f"{change:+,}") == change
