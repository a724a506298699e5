import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Runtime
from filmspider.processors import Noted, Unparsed
from filmspider.processors.durations import clock, minutes, runtimes

FRAGMENTS = ["1", "90", "min", "h", "PT", "H", "M", "S", ":", "|", "/", " ", "(", ")", "USA", "DVD", "2h 16min", "\xa0"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("136 min", 136),
        ("136\xa0min", 136),
        ("2h 16min", 136),
        ("2h 16m", 136),
        ("2h", 120),
        ("1h 5min", 65),
        ("45m", 45),
        ("2 hr 16 min", 136),
        ("2 hours 16 minutes", 136),
        ("1 hour 58 minutes", 118),
        ("2 hours", 120),
        ("44 minutes", 44),
        ("1 h 30 min", 90),
        ("2 Std. 16 Min.", 136),
        ("2 horas 16 minutos", 136),
        ("2 ч 16 мин", 136),
        ("59 sec", 0),
        ("PT2H16M", 136),
        ("PT136M", 136),
        ("PT118M0S", 118),
        ("PT5443S", 90),
        ("PT2H", 120),
        (5443, 90),
        (8160, 136),
        (0, 0),
        ("", None),
        ("  ", None),
    ],
)
def test_minutes(raw, expected):
    assert minutes(raw) == expected


@pytest.mark.parametrize(
    "raw", ["136", "PT", "P1D", "min", "117 and 95 min", "2h16", "two hours", "9999999999 min", "-5 min"]
)
def test_minutes_not_understood(raw):
    assert minutes(raw) == Unparsed(raw)


def test_negative_seconds_are_no_running_time():
    assert minutes(-60) == Unparsed("-60")


def test_seconds_beyond_any_real_figure_are_not_understood():
    assert [minutes(10**23), clock(10**23)] == [Unparsed(str(10**23))] * 2
    assert runtimes({"seconds": 10**23}) == Unparsed(repr({"seconds": 10**23}))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("90 min", [(90, None, [])]),
        ("118 min | 119 min (video)", [(118, None, []), (119, None, ["video"])]),
        ("88 min | 93 min (director's cut)", [(88, None, []), (93, None, ["director's cut"])]),
        ("89 min (DVD)", [(89, None, ["DVD"])]),
        ("121 min (Original Runtime)", [(121, None, ["Original Runtime"])]),
        ("96 min (cut)", [(96, None, ["cut"])]),
        ("90 min (TV)", [(90, None, ["TV"])]),
        ("154 min | USA:168 min (special edition)", [(154, None, []), (168, "US", ["special edition"])]),
        ("45 min | Germany:43 min", [(45, None, []), (43, "DE", [])]),
        ("117 min (1985)(edited)(United States)", [(117, "US", ["1985", "edited"])]),
        ("117 min (1985) (edited) (United States)", [(117, "US", ["1985", "edited"])]),
        (
            "180 min | 145 min (cut) | 240 min (rough cut)",
            [(180, None, []), (145, None, ["cut"]), (240, None, ["rough cut"])],
        ),
        ("114 min / 116 min (pre-release)", [(114, None, []), (116, None, ["pre-release"])]),
        ("2 hours 16 minutes", [(136, None, [])]),
        ("| (TV)", []),
        ("(TV)", []),
        ("|", []),
    ],
)
def test_runtimes(raw, expected):
    assert runtimes(raw) == [Runtime(minutes=one, country=country, notes=notes) for one, country, notes in expected]


def test_runtimes_keep_what_can_be_read():
    assert runtimes("154 min | about three hours") == Noted([Runtime(minutes=154)], "unparsed", "about three hours")


@pytest.mark.parametrize("raw", ["about three hours", "136", "136 min (video", "(1985) 117 min"])
def test_runtimes_not_understood(raw):
    assert runtimes(raw) == Unparsed(raw)


def test_runtimes_of_nothing():
    assert runtimes(" ") is None
    assert runtimes({}) is None
    assert runtimes({"seconds": None}) is None


def test_runtime_of_parts():
    assert runtimes({"seconds": 8160}) == [Runtime(minutes=136)]
    assert runtimes({"seconds": 5443, "country": "DE", "notes": ["cut"]}) == [
        Runtime(minutes=90, country="DE", notes=["cut"])
    ]
    assert runtimes({"seconds": 60, "country": "Freedonia"}) == [Runtime(minutes=1, notes=["Freedonia"])]
    assert runtimes({"seconds": "long"}) == Unparsed("{'seconds': 'long'}")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("2:37", 157), ("0:30", 30), ("1:02:03", 3723), ("90:15", 5415), ("PT2M37S", 157), (157, 157), ("", None)],
)
def test_clock(raw, expected):
    assert clock(raw) == expected


@pytest.mark.parametrize("raw", ["2:77", "1:62:03", "2:3", "237", ":37", "-2:37"])
def test_clock_not_understood(raw):
    assert clock(raw) == Unparsed(raw)


@pytest.mark.parametrize("processor", [minutes, runtimes, clock])
@given(raw=st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_no_text_raises(processor, raw):
    value = processor(raw)
    if isinstance(value, Unparsed):
        assert value.raw == raw
    if not raw.strip():
        assert value is None


@pytest.mark.parametrize("processor", [minutes, runtimes, clock])
@pytest.mark.parametrize("part", [" ", "(", "1,", "9", "a ", "1 ("])
def test_long_text_is_refused_at_once(processor, part):
    raw = "2h" + part * 50_000 + "!"
    assert processor(raw) == Unparsed(raw)


@given(st.integers(1, 99), st.integers(0, 59))
def test_written_running_times_are_read_back(hours, rest):
    total = hours * 60 + rest
    for written in (f"{total} min", f"{hours}h {rest}min", f"{hours} hours {rest} minutes", f"PT{hours}H{rest}M"):
        assert minutes(written) == total
    assert runtimes(f"{total} min (cut)") == [Runtime(minutes=total, notes=["cut"])]


@given(st.integers(0, 23), st.integers(0, 59), st.integers(0, 59))
def test_written_clocks_are_read_back(hours, mins, seconds):
    assert clock(f"{hours}:{mins:02}:{seconds:02}") == hours * 3600 + mins * 60 + seconds
    assert clock(f"{mins}:{seconds:02}") == mins * 60 + seconds
