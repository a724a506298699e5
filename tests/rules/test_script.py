from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filmspider.pages import Page
from filmspider.rules.script import Script, ScriptView, Shown, With, script_view
from filmspider.rules.scriptfinders import Each

TITLE = {"id": "tt9000001", "titleText": {"text": "Slack Water"}}
REVIEWS = [{"date": "2006-01-15", "by": "piergoer"}]


def script(props, *, path="/title/[tconst]", attribute='id="__NEXT_DATA__"'):
    content = json.dumps({"props": props, "page": path})
    return f'<script {attribute} type="application/json">{content}</script>'.encode()


def page(content, shown=b"", **known):
    return Page(body=b"<html><body>" + shown + content + b"</body></html>", **known)


def above(content, **known):
    return ScriptView(page(content, **known)).data["above"]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (script({}), "tconst]"),
        (script({}, path="/title/[id]"), "id]"),
        (script({}, path="/title/[tconst]/reference"), "tconst]/reference"),
        (script({}, path="/chart/top"), None),
        (script({}, path="/name/[nconst]"), None),
        (b'"page":"/title/[tconst]"', None),
        (b'__NEXT_DATA__ "page":"/title/[' + b"x" * 200, None),
    ],
)
def test_route(body, found):
    assert Page(body=body).script_route == found


@pytest.mark.parametrize(
    "props",
    [
        {"pageProps": {"tconst": "tt9000001", "aboveTheFoldData": TITLE, "mainColumnData": {}}},
        {
            "pageProps": {
                "tconst": "tt9000001",
                "urqlState": {"1": {"data": {"title": TITLE | {"principalCredits": 1}}}},
            }
        },
        {"pageProps": {}, "urqlState": {"1": {"data": json.dumps({"title": TITLE | {"principalCredits": 1}})}}},
    ],
)
def test_shapes_of_the_data(props):
    assert above(script(props))["titleText"] == {"text": "Slack Water"}


def test_answers_about_other_titles_are_passed_over():
    other, own = ({"title": {"id": name, "principalCredits": []}} for name in ("tt9000002", "tt9000001"))
    queries = {
        "1": {"data": other},
        "2": None,
        "3": {"data": "no JSON"},
        "4": {"data": {"videos": []}},
        "5": {"data": own},
    }
    assert above(script({"pageProps": {"tconst": "tt9000001", "urqlState": queries}}))["id"] == "tt9000001"


@pytest.mark.parametrize("attribute", ["id=__NEXT_DATA__", "id='__NEXT_DATA__'"])
def test_quotes_of_the_id_do_not_matter(attribute):
    assert above(script({"pageProps": {"aboveTheFoldData": TITLE, "mainColumnData": {}}}, attribute=attribute)) == TITLE


@pytest.mark.parametrize("text", ["a <b>bold</b> word", "an </script> inside", "both <script></script>"])
def test_tags_inside_texts(text):
    assert above(script({"pageProps": {"aboveTheFoldData": {"plot": text}, "mainColumnData": {}}})) == {"plot": text}


def test_stray_bytes_inside_texts():
    props = script({"pageProps": {"aboveTheFoldData": {"plot": "QUAY"}, "mainColumnData": {}}})
    assert above(props.replace(b"QUAY", b"Caf\xe9")) == {"plot": "Caf\u00e9"}


@pytest.mark.parametrize(
    "content",
    [b"", b'<script id="__NEXT_DATA__">{"props": {"pag</script>', b'<script id="__NEXT_DATA__">[]</script>',
     b'<script id="__NEXT_DATA__">{"props": 3}</script>', b'<script id="__NEXT_DATA__">{"props": {}'],
)  # fmt: skip
def test_nothing_to_read_is_no_error(content):
    assert ScriptView(page(content)).data == {"above": None, "main": None, "ld": None}


@given(st.binary(max_size=60))
def test_no_script_is_too_strange(content):
    ScriptView(page(b'<script id="__NEXT_DATA__">' + content + b"</script>"))


def test_linked_data():
    block = b'<script type="application/ld+json">{"@type": "Movie", "name": "Slack Water"}</script>'
    assert Script("ld.name")(ScriptView(page(script({}), block))) == "Slack Water"


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (b'<li data-testid="award"><a>Won 2 Oscars</a><i>3 wins &amp; 1 nomination</i></li>',
         "Won 2 Oscars 3 wins & 1 nomination"),
        (b'<li data-testid="award"><a>Awards</a> <i>1 win</i></li>', "1 win"),
        (b'<li data-testid="award"><a>Top rated movie #<!-- -->16</a></li>', "Top rated movie #16"),
        (b'<li data-testid="award"><a>Top rated movie #16</a>', None),
        (b"<li>1 win</li>", None),
    ],
)  # fmt: skip
def test_shown(shown, found):
    view = ScriptView(page(script({"pageProps": {"mainColumnData": {"wins": 1}}}), shown))
    assert Shown("award", "</li", when="main.wins")(view) == found
    assert Shown("award", "</li", when="main.absent")(view) is None


@pytest.mark.parametrize(
    ("shown", "found"),
    [
        (b'<a data-testid="rank">#16</a><ul data-testid="line">2 wins</ul>', "#16"),
        (b'<a data-testid="rank">#16</a>', "#16"),
        (b'<ul data-testid="line">2 wins</ul><a data-testid="rank">#16</a>', None),
        (b'<ul data-testid="line">2 wins</ul>', None),
    ],
)
def test_what_stands_before_something_else_is_looked_for_there(shown, found):
    view = ScriptView(page(script({"pageProps": {"mainColumnData": {"rank": 16}}}), shown))
    assert Shown("rank", "</a", when="main.rank", before="line")(view) == found


LINES = script_view([Script("above.id"), With(Script(Each("main.lines", text="text")), by=Script("main.by.name"))])


@pytest.mark.parametrize(
    ("main", "found"),
    [
        ({"lines": [{"text": "a", "more": 1}], "by": {"name": "b", "more": 2}, "more": 3},
         {"lines": [{"text": "a"}], "by": {"name": "b"}}),
        ({"lines": {"text": "a", "more": 1}, "by": None}, {"lines": {"text": "a"}, "by": None}),
        ({"lines": "none", "more": 3}, {"lines": "none", "more": 3}),
        ({"lines": [[{"text": "a"}]], "more": 3}, {"lines": [[{"text": "a"}]], "more": 3}),
    ],
    ids=["pruned", "an object for a list", "a text for a list", "a list in a list"],
)  # fmt: skip
def test_only_what_is_read_is_decoded_but_all_of_a_shape_that_was_never_seen(main, found):
    assert LINES(page(script({"pageProps": {"mainColumnData": main}}))).data["main"] == found


@pytest.mark.parametrize(
    ("reviews", "date"),
    [(REVIEWS, "Jan 14, 2006"), (REVIEWS * 2, "2006-01-15")],
)
def test_displayed_words_replace_those_of_the_only_mapping(reviews, date):
    view = ScriptView(page(script({"pageProps": {"mainColumnData": {}}}), b'<p class="when">Jan 14, 2006</p>'))
    view.data["main"] = {"reviews": reviews}
    place = With(
        Script("main.reviews"), date=Shown("when", "</p", when="main.reviews"), by=Shown("who", "</p", when="main")
    )
    assert place(view)[0] == {"date": date, "by": "piergoer"}
    assert "main.reviews" in repr(place)
