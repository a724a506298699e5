import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.items import Budget, Gross, OpeningWeekend
from filmspider.processors import Noted, Unparsed
from filmspider.processors.currencies import SYMBOLS
from filmspider.processors.money import amount_of, budget, gross, opening_weekend

FRAGMENTS = [
    "$",
    "€",
    "USD",
    "KRW ",
    "63",
    "000",
    ",",
    ".",
    " ",
    "'",
    "M",
    "Mrd",
    "(",
    ")",
    "USA",
    "4 April 1999",
    "Wide Release",
    "screens",
]
PROCESSORS = [amount_of, budget, gross, opening_weekend]


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$63,000,000", 63000000, "USD"),
        ("£8,000,000", 8000000, "GBP"),
        ("€18,000,000", 18000000, "EUR"),
        ("₹600,000,000", 600000000, "INR"),
        ("¥2,400,000,000", 2400000000, "JPY"),
        ("₩12,215,500,000", 12215500000, "KRW"),
        ("KRW 12,215,500,000", 12215500000, "KRW"),
        ("KRW\xa012,215,500,000", 12215500000, "KRW"),
        ("JPY 2,400,000,000", 2400000000, "JPY"),
        ("NZD 250,000", 250000, "NZD"),
        ("GBP16,460", 16460, "GBP"),
        ("FRF 15,000,000", 15000000, "FRF"),
        ("DEM 1,000,000", 1000000, "DEM"),
        ("ITL 500,000,000", 500000000, "ITL"),
        ("ESP 258,210,904", 258210904, "ESP"),
        ("INR600,000,000", 600000000, "INR"),
        ("ARS 2,883,567", 2883567, "ARS"),
        ("CA$5,000,000", 5000000, "CAD"),
        ("A$5,000,000", 5000000, "AUD"),
        ("US$5,000,000", 5000000, "USD"),
        ("R$5,000,000", 5000000, "BRL"),
        ("HK$5,000,000", 5000000, "HKD"),
        ("NZ$250,000", 250000, "NZD"),
        ("$314488", 314488, "USD"),
        ("$1,234.56", 1234, "USD"),
        ("€ 3.456.789,00", 3456789, "EUR"),
        ("63.000.000 €", 63000000, "EUR"),
        ("63 000 000 $", 63000000, "USD"),
        ("63\u202f000\u202f000\xa0€", 63000000, "EUR"),
        ("25 000 000 $US", 25000000, "USD"),
        ("CHF 1'500'000", 1500000, "CHF"),
        ("$0", 0, "USD"),
    ],
)
def test_amount(text, amount, currency):
    assert amount_of(text) == (amount, currency, "", False)


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("$12.3M", 12300000, "USD"),
        ("USD 1.2 billion", 1200000000, "USD"),
        ("1.2 billion USD", 1200000000, "USD"),
        ("$54K", 54000, "USD"),
        ("€ 1,2 Mrd", 1200000000, "EUR"),
        ("1,2 Mrd. €", 1200000000, "EUR"),
        ("₹5 crore", 50000000, "INR"),
    ],
)
def test_scaled_amount_is_rounded(text, amount, currency):
    assert amount_of(text) == (amount, currency, "", True)


@pytest.mark.parametrize(
    "text",
    [
        "63,000,000",
        "XXX 5",
        "ABC 5,000",
        "kr 5,000,000",
        "C$5,000",
        "Rs 5,000",
        "-$5",
        "$-5",
        "$",
        "USD",
        "$1,2345",
        "$1.234M",
        "$2 mil",
        "$" + "9" * 5000,
        "about $5,000",
    ],
)
def test_amount_not_understood(text):
    assert amount_of(text) == Unparsed(text)


@pytest.mark.parametrize(
    ("raw", "amount", "currency", "estimated"),
    [
        ("$63,000,000 (estimated)", 63000000, "USD", True),
        ("KRW 12,215,500,000 (estimated)", 12215500000, "KRW", True),
        ("JPY 2,400,000,000 (estimated)", 2400000000, "JPY", True),
        ("¥2,400,000,000 (estimated)", 2400000000, "JPY", True),
        ("NZD 250,000 (estimated)", 250000, "NZD", True),
        ("€4,000,000 (estimated)", 4000000, "EUR", True),
        ("£8,000,000", 8000000, "GBP", False),
        ("FRF 15,000,000", 15000000, "FRF", False),
        ("63.000.000 $ (geschätzt)", 63000000, "USD", True),
        ("25.000.000 US$ (estimado)", 25000000, "USD", True),
        ("25.000.000 US$ (previsto)", 25000000, "USD", True),
        ("$2,50,00,000 (अनुमानित)", 25000000, "USD", True),
        ("ITL 2,500,000,000 (estimated)", 2500000000, "ITL", True),
    ],
)
def test_budget(raw, amount, currency, estimated):
    assert budget(raw) == Budget(amount=amount, currency=currency, estimated=estimated, raw=raw)


def test_rounded_budget_is_noted():
    assert budget("$12.3M (estimated)") == Noted(
        Budget(amount=12300000, currency="USD", estimated=True, raw="$12.3M (estimated)"),
        "rounded",
        "$12.3M (estimated)",
    )


@pytest.mark.parametrize("raw", ["63,000,000 (estimated)", "$63,000,000 (est", "$5,000,000 CAD", "$5 or $6", "unknown"])
def test_budget_not_understood(raw):
    assert budget(raw) == Unparsed(raw)


def test_budget_of_parts():
    assert budget({"amount": 28000000, "currency": "USD"}) == Budget(amount=28000000, currency="USD")
    assert budget({"amount": 250000, "currency": "NZD", "text": "NZ$250,000 (estimated)"}) == Budget(
        amount=250000, currency="NZD", estimated=True, raw="NZ$250,000 (estimated)"
    )
    assert budget({"text": "$25,000,000"}) == Budget(amount=25000000, currency="USD", raw="$25,000,000")
    assert budget({"amount": 5, "currency": None}) == Unparsed("{'amount': 5}")
    assert budget({"amount": None, "currency": None}) is None
    assert budget({}) is None


@pytest.mark.parametrize(
    ("raw", "amount", "currency", "area", "as_of"),
    [
        ("$646,184 (Germany) (23 May 2003)", 646184, "USD", "DE", "2003-05-23"),
        ("$653,151 (Europe) (23 May 2003)", 653151, "USD", "150", "2003-05-23"),
        ("$13,650,738, 7 February 2016", 13650738, "USD", None, "2016-02-07"),
        ("$285,848, 19 December 2010", 285848, "USD", None, "2010-12-19"),
        ("$171,479,930", 171479930, "USD", None, None),
        ("$7,630,000 (USA)", 7630000, "USD", "US", None),
        ("$742,128,461, 25 November 2011", 742128461, "USD", None, "2011-11-25"),
        ("£16,343,591 (UK) (4 March 1994)", 16343591, "GBP", "GB", "1994-03-04"),
        ("ESP 258,210,904 (Spain) (29 June 2001)", 258210904, "ESP", "ES", "2001-06-29"),
        ("GBP16,460, 24 Dec 1969", 16460, "GBP", None, "1969-12-24"),
        ("INR600,000,000", 600000000, "INR", None, None),
        ("$460,379,930 (Worldwide)", 460379930, "USD", "001", None),
        ("$288,900,000 (Non-USA)", 288900000, "USD", None, None),
        ("$5,321,508 (USA) (22 June 1984)", 5321508, "USD", "US", "1984-06-22"),
    ],
)
def test_gross(raw, amount, currency, area, as_of):
    assert gross(raw) == Gross(amount=amount, currency=currency, area=area, as_of=as_of, raw=raw)


@pytest.mark.parametrize(
    ("text", "label", "area"),
    [
        ("$171,479,930", "USA", "US"),
        ("$742,128,461, 25 November 2011", "Worldwide", "001"),
        ("$28,767,189", "US & Canada", "US+CA"),
        ("$646,184 (Germany) (23 May 2003)", "USA", "DE"),
        ("$288,900,000 (Non-USA)", "Worldwide", None),
        ("$5", None, None),
    ],
)
def test_area_of_the_label(text, label, area):
    assert gross({"text": text, "area": label}).area == area


def test_unknown_remark_is_noted():
    noted = gross("$646,184 (Freedonia) (23 May 2003)")
    assert noted[1:] == ("unknown_code", "Freedonia")
    assert noted.value.as_of == "2003-05-23"
    assert gross({"text": "$5", "area": "Freedonia"})[1:] == ("unknown_code", "Freedonia")


def test_rounded_gross_is_noted():
    assert gross("$12.3M (USA)")[1:] == ("rounded", "$12.3M (USA)")


@pytest.mark.parametrize("raw", ["171,479,930", "$171,479,930 (USA", "$171,479,930 in all", "$1 $2", "n/a"])
def test_gross_not_understood(raw):
    assert gross(raw) == Unparsed(raw)


def test_gross_of_parts():
    parts = {"amount": 172076928, "currency": "USD", "area": "US & Canada"}
    assert gross(parts) == Gross(amount=172076928, currency="USD", area="US+CA")
    assert gross({"amount": None}) is None
    assert gross({"text": ""}) is None
    assert isinstance(gross({"amount": 5, "currency": "???"}), Unparsed)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("$27,788,331 (USA) (2 April 1999)", (27788331, "USD", "US", "1999-04-02", None, None)),
        ("$27,788,331, 4 April 1999, Wide Release", (27788331, "USD", None, "1999-04-04", "wide", None)),
        ("$27,788,331, 4 April 1999 , Wide Release", (27788331, "USD", None, "1999-04-04", "wide", None)),
        ("$24,207, 5 September 2010, Limited Release", (24207, "USD", None, "2010-09-05", "limited", None)),
        (
            "KRW 10,002,411,650 (South Korea), 30 July 2006, Wide Release",
            (10002411650, "KRW", "KR", "2006-07-30", "wide", None),
        ),
        ("$8,898,000 (Japan), 29 July 2002, Limited Release", (8898000, "USD", "JP", "2002-07-29", "limited", None)),
        ("$314,488, 11 March 2007", (314488, "USD", None, "2007-03-11", None, None)),
        ("$11,548,898 (USA) (12 May 2000) (3,307 screens)", (11548898, "USD", "US", "2000-05-12", None, 3307)),
        ("£4,000,233 (UK) (10 December 1993) (344 Screens)", (4000233, "GBP", "GB", "1993-12-10", None, 344)),
        ("ARS 2,883,567 (Argentina) (16 August 2009)", (2883567, "ARS", "AR", "2009-08-16", None, None)),
        ("$27,788,331, Apr 4, 1999", (27788331, "USD", None, "1999-04-04", None, None)),
        ("$27,788,331 Apr 4, 1999", (27788331, "USD", None, "1999-04-04", None, None)),
        ("$64,770, 8 October 2000 , Limited Release", (64770, "USD", None, "2000-10-08", "limited", None)),
    ],
)
def test_opening_weekend(raw, expected):
    keys = ("amount", "currency", "area", "date", "release", "screens")
    assert opening_weekend(raw) == OpeningWeekend(**dict(zip(keys, expected, strict=True)), raw=raw)


def test_opening_weekend_of_parts():
    parts = {"amount": 727327, "currency": "USD", "area": "US & Canada", "date": "1994-09-25"}
    expected = OpeningWeekend(amount=727327, currency="USD", area="US+CA", date="1994-09-25")
    assert opening_weekend(parts) == expected
    assert opening_weekend({**parts, "text": "$727,327"}) == expected.model_copy(update={"raw": "$727,327"})
    assert opening_weekend({"text": "$727,327", "area": "US & Canada", "date": "Sep 25, 1994"}) == expected.model_copy(
        update={"raw": "$727,327"}
    )
    assert isinstance(opening_weekend({**parts, "date": "soon"}), Unparsed)


@pytest.mark.parametrize("processor", PROCESSORS)
@given(raw=st.text() | st.lists(st.sampled_from(FRAGMENTS)).map("".join))
def test_no_text_raises(processor, raw):
    value = processor(raw)
    if isinstance(value, Unparsed):
        assert value.raw == raw
    if not raw.strip():
        assert value is None


@pytest.mark.parametrize("processor", [budget, gross, opening_weekend])
@pytest.mark.parametrize("part", [" ", "(", "1,", "9", "a ", "1 ("])
def test_long_text_is_refused_at_once(processor, part):
    raw = "$7" + part * 50_000 + "!"
    assert processor(raw) == Unparsed(raw)


@given(st.integers(0, 10**15 - 1), st.sampled_from(sorted(SYMBOLS)), st.sampled_from([",", ".", " "]))
def test_written_amounts_are_read_back(amount, symbol, mark):
    figure = f"{amount:,}".replace(",", mark)
    for written in (f"{symbol}{figure}", f"{symbol} {amount}", f"{figure} {symbol}"):
        assert amount_of(written) == (amount, SYMBOLS[symbol], "", False)
    assert gross(f"{symbol}{figure} (UK) (4 March 1994)").amount == amount
