from __future__ import annotations

from filmspider import merging
from filmspider.items import Certificate, Credit, ReleaseDate, Runtime
from filmspider.processors import Noted, Unparsed
from filmspider.readings import Read, Reading


def readings(*outcomes):
    """One reading for each argument: what a processor returned, or a list of such."""
    made = []
    for outcome in outcomes:
        reading = Reading("raw")
        reading.keep(outcome)
        made.append(reading)
    return made


def test_a_remark_on_several_values_keeps_them_all():
    reading = Read(lambda _: Noted([1, 2], "unparsed", "three"))("1 | 2 | three")
    assert (reading.values, merging.fullest([reading]).problems) == ([1, 2], (("unparsed", "three"),))


def test_first_takes_the_first_value_and_keeps_zero():
    assert merging.first(readings(None, 0, 7)).value == 0


def test_unread_strings_are_kept_and_make_an_empty_field_unparsed():
    merged = merging.first(readings(Unparsed("soon")))
    assert (merged.value, merged.status, list(merged.problems)) == (None, "unparsed", [("unparsed", "soon")])


def test_unread_string_beside_a_value_is_kept_only():
    merged = merging.first(readings(Unparsed("soon"), 1999))
    assert (merged.value, merged.status, list(merged.problems)) == (1999, None, [("unparsed", "soon")])


def test_list_that_lost_an_entry_is_unparsed():
    merged = merging.union(readings(["a", Unparsed("?")]))
    assert (merged.value, merged.status) == (["a"], "unparsed")


def test_agreeing_values_are_no_conflict():
    merged = merging.agreeing(readings(8.7, 8.7))
    assert (merged.value, merged.status, list(merged.problems)) == (8.7, None, [])


def test_disagreeing_values_are_a_conflict_and_the_first_wins():
    merged = merging.agreeing(readings(8.7, 8.9))
    assert (merged.value, merged.status, list(merged.problems)) == (8.7, "conflict", [("conflict", "8.7 / 8.9")])


def test_exact_figure_outranks_a_rounded_one():
    merged = merging.exact(readings(Noted(1_200_000, "rounded", "1.2M"), 1_187_655))
    assert (merged.value, merged.status, list(merged.problems)) == (1_187_655, None, [])


def test_rounded_figure_alone_says_so():
    merged = merging.exact(readings(Noted(11_400, "rounded", "11.4K")))
    assert (merged.value, list(merged.problems)) == (11_400, [("rounded", "11.4K")])


def test_figures_further_apart_than_rounding_are_a_conflict():
    assert merging.exact(readings(Noted(1_200_000, "rounded", "1.2M"), 12_000)).status == "conflict"


def test_full_text_goes_on_where_the_first_is_cut():
    cut = Noted("A man walks…", "truncated", "A man walks ...")
    assert merging.full_text(readings(cut, "A man walks home.")).value == "A man walks home."
    assert merging.full_text(readings(cut, "A man walks home.")).status is None


def test_cut_text_without_its_rest_is_truncated():
    merged = merging.full_text(readings(Noted("A man walks…", "truncated", "A man walks ..."), "Another text."))
    assert (merged.value, merged.status, list(merged.problems)) == ("A man walks…", "truncated", [])


def test_fullest_takes_the_longest_list_once_each():
    assert merging.fullest(readings(["Drama"], ["Drama", "War", "Drama"], ["War"])).value == ["Drama", "War"]


def test_two_forms_of_one_release_are_one_entry():
    header = ReleaseDate(date="2009-11-11")
    details = ReleaseDate(date="2009-11", country="FR", notes=["limited"])
    other = ReleaseDate(date="2009-11-12", country="GB")
    assert merging.dates(readings(header, details, other)).value == [
        ReleaseDate(date="2009-11-11", country="FR", notes=["limited"]),
        other,
    ]


def test_header_rating_is_explained_by_the_board():
    explained = Certificate(rating="R", country="US", reason="for language")
    assert merging.certificates(readings(Certificate(rating="R"), explained)).value == [explained]


def test_header_rating_of_another_board_stays():
    header, explained = Certificate(rating="16+"), Certificate(rating="R", country="US", reason="for language")
    assert merging.certificates(readings(header, explained, header)).value == [header, explained]


def test_one_rating_with_and_without_notes_are_two_entries():
    plain, cut = Certificate(rating="16", country="DE"), Certificate(rating="16", country="DE", notes=["cut"])
    assert merging.certificates(readings(plain, cut)).value == [plain, cut]


def test_a_reason_joins_the_certificate_with_the_same_notes_where_that_stands():
    listed = Certificate(rating="R", country="US", notes=["certificate 33087"])
    explained = listed.model_copy(update={"reason": "for language"})
    other = Certificate(rating="15", country="GB")
    assert merging.certificates(readings([listed, other], explained)).value == [explained, other]


def test_runtime_that_only_another_place_states_is_a_conflict():
    merged = merging.runtimes(readings([Runtime(minutes=118), Runtime(minutes=119)], [Runtime(minutes=90)]))
    assert ([runtime.minutes for runtime in merged.value], merged.status) == ([118, 119], "conflict")


def test_one_entry_a_person_with_the_notes_of_all_rows():
    rows = [
        Credit(imdb_id="nm0000122", name="Charles Chaplin", notes=["story"]),
        Credit(imdb_id="nm0000001", name="Somebody"),
        Credit(imdb_id="nm0000122", name="Charles Chaplin", notes=["screenplay", "story"]),
    ]
    merged = merging.people(readings(rows[:1], rows)).value
    assert [(credit.name, credit.notes) for credit in merged] == [
        ("Charles Chaplin", ["story", "screenplay"]),
        ("Somebody", []),
    ]
