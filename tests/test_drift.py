from __future__ import annotations

import random
import re

import pytest

from filmspider.drift import LEAST_PAGES, LEVEL, drift
from filmspider.outcomes import outcome_of
from filmspider.pages import Page
from filmspider.run_history import COMPARED
from filmspider.tally import PageCount, PageTally, Tally

PAGES = 200
RUNS = 100
BLOCKS = ["titleCast", "titleDetails", "titleStoryLine", "titleUserReviewsTeaser", "subtext", "title_wrapper"]
"""Class or id of blocks of the 2015 layout that hold fields which stand nowhere else."""


def run(pages=PAGES, *, held=None, unparsed=None, rules=None, **rejected):
    return Tally({"title2015": {"movie": PageTally(pages, held or {}, unparsed or {}, rules or {})}}, rejected)


def read(body):
    count = PageCount()
    count.add(outcome_of(Page(body)))
    return count.tally()


def sample(source, pool, count=PAGES):
    return sum(source.choices(pool, k=count), Tally())


def counted(page):
    """What is counted of a page, by layout and name."""
    groups = ((layout, group) for layout, kinds in page.layouts.items() for group in kinds.values())
    return {(layout, name) for layout, group in groups for name in [*group.held, *group.unparsed, *group.rules]}


def named(found):
    return {(finding.kind, finding.name) for finding in found}


@pytest.fixture(scope="module")
def bodies(corpus):
    """Real pages of the 2015 layout."""
    pages = [Page.unpack(path.read_bytes()) for path in sorted((corpus / "pages").glob("[BC]_*"))]
    return [page.body for page in pages if "title2015" in read(page.body).layouts]


@pytest.fixture(scope="module")
def made_up():
    """What 5,000 made-up pages of three layouts hold: fields in blocks, each block on a share of the pages."""
    source = random.Random(5)
    blocks = {name: [source.random() ** power for power in (0.05, 0.3, 1, 1, 3)] for name in ("a", "b", "c")}
    return [made_up_page(source, name, blocks[name]) for name in source.choices("abc", (6, 3, 1), k=5000)]


def made_up_page(source, layout, blocks):
    kind = source.choice(("movie", "tv_episode"))
    held = {}
    for block, share in enumerate(blocks):
        if source.random() < share:
            held |= {f"{block}{field}": 1 for field in range(12) if source.random() < 0.9}
    unparsed = {"00": 1} if source.random() < 0.02 else {}
    if source.random() < 0.01:
        return Tally(rejected={"unknown_layout": 1})
    return Tally({layout: {kind: PageTally(1, held, unparsed, held)}})


def alarms(pool, seed):
    source = random.Random(seed)
    nights = [sample(source, pool) for _ in range(RUNS + 1)]
    befores = [sum(nights[max(0, night - COMPARED) : night], Tally()) for night in range(1, RUNS + 1)]
    found = [drift(before, now, same_rules=True) for before, now in zip(befores, nights[1:], strict=True)]
    return list(filter(None, found))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_alarm_over_unchanged_pages(made_up, seed):
    assert alarms(made_up, seed) == []


def test_no_alarm_over_unchanged_real_pages(corpus):
    bodies = [Page.unpack(path.read_bytes()).body for path in sorted((corpus / "pages").iterdir())]
    assert alarms([read(body) for body in bodies], seed=3) == []


@pytest.mark.parametrize("block", BLOCKS)
def test_redesign_of_a_block_on_half_of_200_real_pages(bodies, block):
    """The pages are drawn anew for each night, so that what they hold differs by chance too."""
    source = random.Random(block)
    attribute = re.compile(rf'(class|id)="{block}"'.encode())
    renamed = [read(attribute.sub(rb'\1="renamed"', body)) for body in bodies]
    plain = [read(body) for body in bodies]
    before = sample(source, plain)
    half = PAGES // 2
    now = sample(source, plain, half) + sample(source, renamed, half)
    lost = {told for a, b in zip(plain, renamed, strict=True) for told in counted(a) - counted(b)}
    found = drift(before, now, same_rules=True)
    assert found
    for finding in found:
        assert finding.kind == "rejected_rose" or (finding.layout, finding.name) in lost


def test_made_up_block_on_half_of_200_pages(made_up):
    source = random.Random(1)
    pool = [page for page in made_up if "a" in page.layouts]
    before, now = sample(source, pool), sample(source, pool)
    for kind in ("movie", "tv_episode"):
        now.layouts["a"][kind].held["03"] //= 2
    assert named(drift(before, now, same_rules=True)) == {("field_fell", "03")}


def test_finding_says_what_and_how_much():
    (found,) = drift(run(held={"budget": 180}), run(held={"budget": 90}), same_rules=True)
    assert str(found) == "title2015 budget: held by 90 of 200 pages, before 180 of 200"
    assert found.p_value < LEVEL


def test_a_rise_is_no_drift():
    assert drift(run(held={"budget": 20}), run(held={"budget": 180}), same_rules=True) == []


def test_too_few_pages():
    few = LEAST_PAGES - 1
    assert drift(run(few, held={"budget": few}), run(few), same_rules=True) == []
    assert drift(run(LEAST_PAGES, held={"budget": LEAST_PAGES}), run(LEAST_PAGES), same_rules=True) != []


def test_small_change_of_many_pages_is_none():
    many = 1_000_000
    assert drift(run(many, held={"budget": 500_000}), run(many, held={"budget": 450_000}), same_rules=True) == []


def test_text_that_is_no_longer_understood():
    found = drift(run(held={"budget": 150}), run(held={"budget": 150}, unparsed={"budget": 40}), same_rules=True)
    assert named(found) == {("unparsed_rose", "budget")}


@pytest.mark.parametrize("reason", ["unknown_layout", "no_title"])
def test_pages_that_are_no_longer_known(reason):
    (found,) = drift(run(), run(150, **{reason: 50}), same_rules=True)
    assert (found.kind, found.layout, found.name, found.now) == ("rejected_rose", None, reason, (50, 200))


def test_other_pages_are_no_drift():
    assert drift(run(), run(150, other_page=50, blocked=100), same_rules=True) == []


def test_rule_that_gives_nothing_any_more():
    before, now = run(rules={"year <- Heading()": 60}), run(rules={"year <- Heading()": 0})
    assert named(drift(before, now, same_rules=True)) == {("rule_stopped", "year <- Heading()")}
    assert drift(before, now, same_rules=False) == []
    assert drift(before, run(rules={"year <- Heading()": 1}), same_rules=True) == []


def test_layout_that_is_new_or_gone_is_no_drift():
    other = Tally({"title2021": {"movie": PageTally(PAGES, {"year": PAGES})}})
    assert drift(run(held={"year": PAGES}), other, same_rules=True) == []


def mixed(films, series, *, budgets=1.0):
    """Make a run over films, of which so many have a budget, and series, which have none."""
    held = {"budget": round(films * budgets)}
    return Tally({"title2015": {"movie": PageTally(films, held), "tv_series": PageTally(series, {"seasons": series})}})


@pytest.mark.parametrize("now", [(150, 50), (20, 180), (0, 200), (200, 0), (1, 199)])
@pytest.mark.parametrize("before", [(100, 100), (900, 100), (10, 990), (1000, 0), (3, 997)])
def test_other_titles_are_no_drift(before, now):
    assert drift(mixed(*before), mixed(*now), same_rules=True) == []


def test_redesign_is_noticed_among_other_titles():
    (found,) = drift(mixed(300, 700), mixed(150, 50, budgets=0.5), same_rules=True)
    assert (found.kind, found.name, found.now) == ("field_fell", "budget", (75, 200))
    assert found.before.ratio == pytest.approx(0.75, abs=0.01), "as if the runs before had had as many films"


def test_too_few_pages_of_kinds_that_both_runs_have():
    assert drift(mixed(200, 0), mixed(LEAST_PAGES - 1, 200, budgets=0), same_rules=True) == []
    assert drift(mixed(200, 0), mixed(LEAST_PAGES, 200, budgets=0), same_rules=True) != []
