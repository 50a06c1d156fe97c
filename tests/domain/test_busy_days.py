# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Busy days against late promises: counts by weekday and by the fullest dates, what stands out."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.busy_days import BUSIEST, DueCount, DueDay, busy_report
from servicedesk.domain.hours import Weekday
from servicedesk.domain.periods import Period

MONDAY = date(2026, 9, 7)
PERIOD = Period(first=MONDAY, last=MONDAY + timedelta(days=89))


def day(after: int, due: int, missed: int, undecided: int = 0) -> DueDay:
    return DueDay(
        day=MONDAY + timedelta(days=after),
        count=DueCount(due=due, missed=missed),
        undecided=undecided,
    )


def test_the_worked_example_says_saturday() -> None:
    """On Saturdays 4 of 9 were late; on other days 3 of 41."""
    report = busy_report(
        [day(5, 5, 2), day(12, 4, 2), day(0, 20, 2), day(8, 21, 1), day(2, 0, 0, 3)], PERIOD
    )
    assert report.standout is Weekday.SATURDAY
    assert report.on(Weekday.SATURDAY) == DueCount(due=9, missed=4)
    assert report.off(Weekday.SATURDAY) == DueCount(due=41, missed=3)
    assert report.total == DueCount(due=50, missed=7)
    assert report.undecided == 3
    assert not report.has_few


@pytest.mark.parametrize(
    "days",
    [
        [],
        [day(5, 4, 4), day(0, 20, 0)],  # four on a weekday are too few
        [day(5, 9, 1), day(0, 20, 0)],  # one bad morning is no rule
        [day(5, 10, 5), day(6, 10, 5), day(0, 20, 0)],  # as bad as one another
        [day(5, 10, 5)],  # no other day to hold it against
        [day(5, 10, 5), day(0, 4, 4)],  # the others are worse, though too few by themselves
        [day(5, 10, 0), day(0, 20, 0)],
    ],
)
def test_no_weekday_stands_out_where_nothing_can_be_said(days: list[DueDay]) -> None:
    assert busy_report(days, PERIOD).standout is None


def test_few_promises_are_said_to_be_few() -> None:
    assert busy_report([], PERIOD).has_few
    assert busy_report([day(0, 4, 1)], PERIOD).has_few
    assert not busy_report([day(0, 5, 1)], PERIOD).has_few


def test_the_fullest_dates_stand_against_the_others() -> None:
    days = [day(at, due, 1) for at, due in enumerate((3, 9, 3, 7, 8, 6, 5, 3))]
    report = busy_report(days, PERIOD)
    assert [one.count.due for one in report.busiest] == [9, 8, 7, 6, 5]
    assert report.on_busiest == DueCount(due=35, missed=5)
    assert report.off_busiest == DueCount(due=9, missed=3)


def test_dates_that_are_as_full_as_others_are_not_the_fullest() -> None:
    assert busy_report([day(at, 2, 1) for at in range(9)], PERIOD).busiest == ()
    assert busy_report([day(at, 9 - at, 1) for at in range(5)], PERIOD).busiest == ()
    tied = [day(0, 9, 1), *(day(at, 2, 1) for at in range(1, 9)), day(20, 0, 0, 4)]
    assert [one.count.due for one in busy_report(tied, PERIOD).busiest] == [9]


COUNTS = st.integers(0, 12).flatmap(
    lambda due: st.builds(DueCount, due=st.just(due), missed=st.integers(0, due))
)


@given(st.lists(COUNTS, max_size=30))
def test_every_promise_is_counted_once(counts: list[DueCount]) -> None:
    days = [DueDay(day=MONDAY + timedelta(days=at), count=count) for at, count in enumerate(counts)]
    report = busy_report(days, PERIOD)
    assert sum(count.due for _, count in report.weekdays) == report.total.due
    assert report.on_busiest + report.off_busiest == report.total
    assert len(report.busiest) <= BUSIEST
    for weekday, count in report.weekdays:
        assert count + report.off(weekday) == report.total
    if report.standout is not None:
        share = report.on(report.standout).share
        assert share > report.off(report.standout).share
        assert share > Fraction(report.total.missed, report.total.due)
