from __future__ import annotations


def test_rules_by_use_and_the_dead_ones_last(run, fixtures):
    done = run("rules", fixtures / "title2015" / "feature-film-2018")
    lines = [" ".join(line.split()) for line in done.output.splitlines()]
    dead = next(number for number, line in enumerate(lines) if "rules that never gave a value" in line)
    used = next(number for number, line in enumerate(lines) if 'budget │ details: "Budget:"' in line)
    unused = next(number for number, line in enumerate(lines) if 'production_status │ summary: "Note:"' in line)
    assert done.exit_code == 0
    assert used < dead < unused
    assert "│ title2015 │ 1 │ 1 │ budget" in lines[used]
    assert lines[-1].endswith("rules never gave a value")


def test_pages_that_give_no_record_do_not_count(run, fixtures):
    done = run("rules", fixtures / "not_a_title")
    assert done.exit_code == 0
    assert "0 of 0 rules never gave a value" in done.output
