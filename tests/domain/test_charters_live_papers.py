# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Papers of the live charter: what customers read, and what an adviser reads."""

from dataclasses import fields, is_dataclass
from datetime import date

import pytest

from servicedesk.domain.blocks import Table
from servicedesk.domain.charters_live import Count, LivePage, Source, StandardResult, Standing
from servicedesk.domain.charters_live_counting import Judged, Met
from servicedesk.domain.charters_live_papers import (
    CaseLine,
    counted_days,
    evidence,
    results_lines,
    wall_page,
)
from servicedesk.domain.kinds import Kind
from servicedesk.domain.papers_wall import WallPage
from servicedesk.domain.periods import Period
from servicedesk.domain.standards import MeasuredBy
from tests.helpers.builders import charter_source, promise, words

PERIOD = Period(first=date(2026, 9, 1), last=date(2026, 11, 23))
BY = {
    Source.SAMPLE_WEEK: MeasuredBy.SAMPLE_WEEK,
    Source.JOB_CHECK: MeasuredBy.JOB_CHECK,
    Source.CUSTOMERS: MeasuredBy.CUSTOMERS,
    Source.NOTHING: MeasuredBy.NONE,
}


def result(key: str, source: Source, count: Count | None = None) -> StandardResult:
    return StandardResult(
        standard=promise(key, title=f"We keep {key}"),
        number=2,
        charter_version_id=7,
        period=PERIOD,
        measured_by=BY.get(source, MeasuredBy.RECORDS),
        source=source,
        count=count or Count(),
    )


def page(*results: StandardResult) -> LivePage:
    return LivePage(period=PERIOD, results=results, number=2, first=PERIOD.first)


def wall(*results: StandardResult) -> WallPage:
    return wall_page(charter_source(), page(*results))


def texts(part: object) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, tuple):
        return "\n".join(map(texts, part))
    if is_dataclass(part):
        return "\n".join(texts(getattr(part, one.name)) for one in fields(part))
    return ""


def test_each_way_of_counting_is_named_once_on_the_wall() -> None:
    made = wall(
        result("calls", Source.CONTACTS, Count(kept=50)),
        result("orders", Source.PROMISES, Count(kept=50)),
        result("queue", Source.SAMPLE_WEEK, Count(kept=41, broken=5, taken_on=PERIOD.last)),
        result("tools", Source.JOB_CHECK, Count(kept=9, broken=1, taken_on=PERIOD.last)),
        result("polite", Source.CUSTOMERS, Count(kept=30, broken=3)),
    )
    assert len(made.panels[1].lines) == 4
    assert [one.unit for one in made.results] == [
        "answered in time",
        "kept",
        "in time",
        "as promised, early sign",
        "gave 4 or 5 of 5",
    ]


def test_a_page_without_any_result_still_says_what_is_true() -> None:
    made = wall(result("calls", Source.CONTACTS), result("private", Source.NOTHING))
    assert [(one.figure, one.unit, one.standing) for one in made.results] == [
        ("", "none yet", Standing.NONE_YET),
        ("", "not measured", Standing.NOT_MEASURED),
    ]
    assert all(one.base for one in made.results)
    assert len(made.panels[1].lines) == 1


@pytest.mark.parametrize(
    ("source", "base"),
    [
        (Source.PROMISES, "Nothing of it was due in these days."),
        (Source.DECIDED, "Nothing of it was due in these days."),
        (Source.REFUNDS, "Nothing of it was due in these days."),
        (Source.CONTACTS, "Not counted in these days."),
        (Source.SAMPLE_WEEK, "Not counted in these days."),
        (Source.JOB_CHECK, "Not counted in these days."),
        (Source.CUSTOMERS, "Not counted in these days."),
        (Source.NOTHING, "We promise it, and do not count it. Tell us if we miss it."),
    ],
)
def test_why_there_is_no_result_is_said_as_it_is_counted(source: Source, base: str) -> None:
    (shown,) = wall(result("one", source)).results
    assert shown.base == base


def test_the_wall_names_neither_the_owner_nor_who_stands_in() -> None:
    source = charter_source(complaint_person="Ruth Hollins", complaint_stand_in="Tom Hollins")
    made = wall_page(source, page(result("calls", Source.CONTACTS, Count(kept=50))))
    said = texts(made)
    assert "Ruth" not in said
    assert "Tom" not in said
    assert made.panels[2].lines


def test_a_share_of_few_is_an_early_sign_in_the_box_of_the_poster() -> None:
    early = result("calls", Source.CONTACTS, Count(kept=29))
    sure = result("orders", Source.PROMISES, Count(kept=30))
    lines = results_lines(page(early, sure), words())
    assert lines[0].endswith(", early sign")
    assert lines[1].endswith("promises we wrote down")


@pytest.mark.parametrize("kept", range(0, 40, 3))
def test_customers_never_read_an_interval(kept: int) -> None:
    made = page(result("calls", Source.CONTACTS, Count(kept=kept, late=2, revised=1)))
    read = texts(wall_page(charter_source(), made)) + texts(results_lines(made, words()))
    assert "likely" not in read
    assert "Wilson" not in read
    assert "of which 1 had its date moved by agreement" in read


def test_the_box_of_the_poster_holds_three_results_of_most_cases() -> None:
    some = [result(f"n{kept}", Source.PROMISES, Count(kept=kept)) for kept in (5, 40, 9, 30)]
    lines = results_lines(page(*some), words())
    assert [line.split(":")[0] for line in lines[:-1]] == [
        "We keep n40",
        "We keep n9",
        "We keep n30",
    ]
    assert lines[-1] == "From 1 September to 23 November 2026."


def test_nothing_held_back_or_empty_stands_in_the_box() -> None:
    held_back = result("calls", Source.CONTACTS, Count(kept=9, undecided=1))
    assert results_lines(page(held_back, result("orders", Source.PROMISES)), words()) == ()


def test_days_are_counted_from_where_there_was_something_to_count() -> None:
    assert counted_days(LivePage(period=PERIOD)) == PERIOD


def test_the_evidence_says_whose_day_was_moved() -> None:
    judged = Judged(kind=Kind.PROMISE, id=1, met=Met.KEPT, is_revised=True)
    line = CaseLine(label="P-2026-0001", day=PERIOD.first, case=judged, whose="Mrs Patel")
    made = evidence(
        charter_source(),
        page(result("orders", Source.PROMISES, Count(kept=1, revised=1))),
        {0: (line,)},
        named=True,
    )
    tables = [block for block in made.blocks if isinstance(block, Table)]
    assert tables[1].head == ("Case", "Day", "Result", "Customer")
    assert tables[1].rows == (
        ("P-2026-0001", "1 September 2026", "kept; date moved by agreement", "Mrs Patel"),
    )
    said = dict(tables[0].rows)
    assert said["Result"].startswith("Too few to say: 1 of 1 promise we wrote down, of which 1")
    assert said["Counted from"] == "Promises"
