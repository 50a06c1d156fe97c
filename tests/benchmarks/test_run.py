# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The bench itself: it alternates, sees that both ways yield the same, and writes its table."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks import bare_file, bringing, charter, launch, pixels, records, run, timelines
from tests.benchmarks.desk import Extent, application
from tests.benchmarks.measure import (
    Row,
    Spent,
    child_environment,
    compare,
    compare_timed,
    growth,
    process,
    table,
    within,
)
from tests.benchmarks.shops import TODAY, shop_copy
from tests.helpers.fakes import FixedClock
from tests.ui.charter.benches import bench_in


def row(ours: float, bare: float = 1.0, target: float = 2.0) -> Row:
    return Row(
        name="a thing", ours=ours, bare=bare, target=target, basis="ours", runs=3, medians=1.5
    )


def test_ours_and_bare_take_turns_after_one_warm_run_each() -> None:
    order: list[str] = []
    found = compare(
        "turns", lambda: order.append("ours"), lambda: order.append("bare"), target=2, runs=3
    )
    assert order == ["ours", "bare"] * 4
    assert (found.runs, found.basis) == (3, "ours")


def spent(*seconds: float) -> Callable[[], Spent]:
    """Takes so many seconds, one after the other."""
    left = iter(seconds)
    return lambda: Spent(wall=next(left), cpu=0.5)


def test_the_ratio_is_that_of_the_fastest_runs_and_the_warm_run_does_not_count() -> None:
    ours, bare = spent(0.5, 4.0, 9.0, 2.0), spent(0.5, 1.0, 1.0, 2.0)
    found = compare_timed("fastest", lambda: (ours(), 0), lambda: (bare(), 0), target=2, runs=3)
    assert (found.ours, found.bare, found.ratio, found.is_reached) == (2.0, 1.0, 2.0, True)
    assert (found.medians, found.cpu) == (4.0, 1.0)


def test_what_a_person_waits_for_is_the_median_against_what_is_allowed() -> None:
    found = within("a key", 4.0, spent(100.0, 1.0, 9.0, 2.0), runs=3)
    assert (found.ours, found.bare, found.ratio, found.is_reached) == (2.0, 4.0, 0.5, True)
    assert found.cpu is None


def test_ways_that_yield_something_else_are_not_compared() -> None:
    with pytest.raises(AssertionError, match="unequal"):
        compare("unequal", lambda: 1, lambda: 2, target=2, runs=1)


def test_a_process_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="no-such-module"):
        process(["python3", "-m", "no-such-module"], child_environment(tmp_path))


def test_the_table_marks_what_is_over_its_target() -> None:
    head, rule, reached, over = table([row(2.0), row(2.5)]).splitlines()
    assert {len(line) for line in (head, rule, reached, over)} == {len(head)}
    assert "| 2.00x | 1.50x   |        | <= 2x" in reached
    assert reached.endswith("| reached |")
    assert "| 2.50x |" in over
    assert over.endswith("| OVER    |")


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0.00123, "1.23 ms"), (0.0456, "46 ms"), (1.5, "1.50 s")]
)
def test_times_show_three_digits_that_count(seconds: float, shown: str) -> None:
    assert f"| {shown} " in table([row(seconds)])


def test_growth_is_told_of_what_was_measured_at_several_sizes() -> None:
    named = [
        replace(row(2.0), name="list; 1,000 customers"),
        replace(row(5.0), name="poster"),
        replace(row(3.0), name="list; 100,000 customers"),
    ]
    assert growth(named) == (
        "\nGrowth of ours:\n\n- list: 1.50x from 1,000 customers to 100,000 customers\n"
    )
    assert growth(named[:2]) == ""


def test_the_page_of_many_entries_is_measured_with_what_yields_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timelines, "ENTRIES", (40, 240))
    few, many = timelines.rows(Extent.QUICK)
    assert "240 entries" in many.name
    assert few.runs == many.runs


def test_records_are_measured_with_what_yields_the_same(tmp_path: Path) -> None:
    with records.shop_in(tmp_path, 1_000, Extent.QUICK) as shop:
        shop = replace(shop, runs=1)
        rows = [
            records.list_row(shop),
            *records.search_rows(shop),
            records.people_row(shop),
            records.customer_row(shop),
            records.today_row(shop),
            records.saving_row(shop, tmp_path),
        ]
    assert len(rows) == 5 + len(records.TYPED)


def test_an_import_leaves_as_many_rows_as_the_bare_way(tmp_path: Path) -> None:
    assert len(list(bringing._rows(tmp_path, 40, runs=1))) == 2


def test_demand_19_has_its_rows(tmp_path: Path) -> None:
    application()
    shop_copy(60, tmp_path).rename(tmp_path / "shop.servicedesk")
    with bench_in(tmp_path, FixedClock(TODAY)) as bench:
        connection = bare_file.connect(tmp_path / "shop.servicedesk")
        rows = [
            *pixels.list_rows(bench, connection, 60, runs=1),
            *pixels.box_rows(bench, 60, runs=1),
        ]
        connection.close()
    assert sum(row.name.startswith("demand 19: ") for row in rows) == 2


def test_the_table_is_printed_and_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "table.md"
    assert run.main(["--quick", "--only", "saving", "--only", "opening", "--out", str(out)]) == 0
    text = out.read_text(encoding="utf-8")
    assert text == capsys.readouterr().out
    assert "| save one change + history, commit; 1,000 journal rows " in text
    assert "| open an up-to-date file, read, close; 1,000 journal rows " in text


def test_a_group_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run.main(["--only", "everything"])
    assert "invalid choice: 'everything'" in capsys.readouterr().err


def test_bare_reportlab_writes_the_same_words(tmp_path: Path) -> None:
    assert charter.charter_row(tmp_path, runs=1).runs == 1


def test_the_bare_window_shows_the_same_words_and_reads_the_same(tmp_path: Path) -> None:
    env = child_environment(tmp_path)
    names = [found.name for found in launch.window_rows(env, tmp_path / "profile", runs=1)]
    assert names == [
        "launch to window painted",
        "launch to Today filled",
        "peak memory, Today filled",
    ]


def test_the_largest_files_are_measured_only_when_asked_for() -> None:
    most = {extent: max(*extent.sizes, *extent.lists) for extent in Extent}
    assert most == {Extent.QUICK: 1_000, Extent.USUAL: 20_000, Extent.BIG: 100_000}
