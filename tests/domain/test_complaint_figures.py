# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Figures about complaints: an open file never makes them better, and nothing is invented."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from statistics import median as reference_median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.complaint_figures import (
    cause_figures,
    complaint_figures,
    in_time_figure,
    per_hundred_figure,
)
from servicedesk.domain.complaints import Finding
from servicedesk.domain.complaints_causes import Cause
from servicedesk.domain.complaints_learning import Effect
from servicedesk.domain.errors import Refusal
from servicedesk.domain.figures import Figure, FigureUnit, Which
from servicedesk.domain.figures_counted import ComplaintsCounted, Judged, ServedCounted, Took
from servicedesk.domain.figures_making import From, median, nine_in_ten
from servicedesk.domain.figures_words import figure_words
from servicedesk.domain.kinds import Kind
from servicedesk.domain.periods import Period
from tests.helpers.builders import words

AUTUMN = Period(first=date(2026, 9, 1), last=date(2026, 11, 30))
TODAY = date(2026, 12, 10)
ENG = WorkingCalendar(bank_holidays=frozenset({date(2026, 12, 25)}))
MONDAY = date(2026, 9, 14)


def figures_of(counted: ComplaintsCounted, today: date = TODAY) -> dict[str, Figure]:
    return {one.code: one for one in complaint_figures(counted, AUTUMN, today, ENG)}


def in_time(*cases: Judged, today: date = TODAY) -> tuple[int | None, int]:
    origin = From(Kind.COMPLAINT, Which.ANSWER_DUE)
    found = in_time_figure("answered_in_time", cases, AUTUMN, today, origin)
    return found.part, found.base


def test_scenario_29_two_and_a_half_per_hundred_and_eight_of_eleven_agreed() -> None:
    counted = ComplaintsCounted(
        received=12,
        served=ServedCounted(period=AUTUMN, customers=480, complaints=12),
        findings={Finding.UPHELD: 5, Finding.PARTLY: 3, Finding.NOT_UPHELD: 3},
    )
    found = figures_of(counted)
    assert found["per_hundred"].value == Decimal("2.5")
    said = figure_words(found["per_hundred"], words())
    assert said.line() == "2.5 per 100, from 480 customers served"
    agreed = found["agreed"]
    assert (agreed.part, agreed.base) == (8, 11)
    assert agreed.value is not None
    assert round(float(agreed.value), 1) == 72.7
    assert figure_words(agreed, words()).line() == "73 % of the 11 complaints decided"
    assert figure_words(found["received"], words()).line() == "12 in these days"


def test_what_nobody_could_tell_is_in_no_share() -> None:
    counted = ComplaintsCounted(findings={Finding.NO_FINDING: 4, Finding.UPHELD: 1})
    agreed = figures_of(counted)["agreed"]
    assert (agreed.part, agreed.base) == (1, 1)


def test_without_the_number_of_customers_it_is_not_recorded_and_never_invented() -> None:
    found = per_hundred_figure(None, AUTUMN)
    said = figure_words(found, words())
    assert (said.figure, said.base, found.value) == ("not recorded", "", None)
    assert said.caution.startswith("Fill in how many customers you served")
    nobody = ServedCounted(period=AUTUMN, customers=0, complaints=1)
    said = figure_words(per_hundred_figure(nobody, AUTUMN), words())
    assert said.line() == "No customers served"


def test_a_period_without_a_complaint_has_words_and_no_division_by_zero() -> None:
    for figure in figures_of(ComplaintsCounted()).values():
        said = figure_words(figure, words())
        assert said.figure
        assert "%" not in said.line()
        assert said.sure == ""
    for figure in cause_figures(ComplaintsCounted(), AUTUMN):
        assert figure.value is None
        assert figure_words(figure, words()).line().startswith("None")


@pytest.mark.parametrize(
    ("case", "counted"),
    [
        (Judged(due=MONDAY, done_on=MONDAY, count=3), (3, 3)),
        (Judged(due=MONDAY, done_on=MONDAY + timedelta(days=1)), (0, 1)),
        (Judged(due=MONDAY, count=2), (0, 2)),
        (Judged(due=TODAY), (0, 0)),
        (Judged(due=MONDAY, is_stopped=True), (0, 0)),
        (Judged(due=MONDAY, done_on=MONDAY, is_stopped=True), (1, 1)),
        (Judged(due=date(2026, 12, 1), done_on=MONDAY), (0, 0)),
        (Judged(due=MONDAY, done_on=MONDAY, again_due=MONDAY), (0, 1)),
        (Judged(due=MONDAY, done_on=MONDAY, again_due=TODAY), (1, 1)),
        (Judged(due=MONDAY, done_on=MONDAY, again_due=MONDAY, is_stopped=True), (1, 1)),
        (Judged(due=MONDAY, done_on=MONDAY, again_due=MONDAY, again_on=MONDAY), (1, 1)),
        (Judged(due=MONDAY, done_on=MONDAY, again_due=MONDAY, again_on=TODAY), (0, 1)),
    ],
)
def test_open_and_overdue_counts_as_late_and_what_is_not_due_yet_does_not_count(
    case: Judged, counted: tuple[int, int]
) -> None:
    assert in_time(case) == counted


def test_what_is_due_today_is_neither_late_nor_in_time_yet() -> None:
    last = AUTUMN.last
    assert in_time(Judged(due=last), today=last) == (0, 0)
    assert in_time(Judged(due=last, done_on=last), today=last) == (1, 1)
    assert in_time(Judged(due=last), today=last + timedelta(days=1)) == (0, 1)


def test_days_are_working_days_without_those_we_waited_for_the_customer() -> None:
    took = (
        Took(first=MONDAY, last=date(2026, 9, 30), count=4),
        Took(
            first=date(2026, 10, 5),
            last=date(2026, 10, 23),
            waits=((date(2026, 10, 8), date(2026, 10, 14)),),
        ),
    )
    found = figures_of(ComplaintsCounted(answered=took))
    assert found["answer_median"].value == 12
    assert found["answer_mean"].value == Decimal("11.6")
    assert found["answer_mean"].base == 5
    assert "answer_ninety" not in found
    said = figure_words(found["answer_mean"], words())
    assert said.line() == "11.6 working days, from 5 complaints answered"
    assert figure_words(found["resolve_median"], words()).line() == "None yet"


def test_an_answer_over_the_change_of_the_clock_takes_whole_days() -> None:
    took = Took(first=date(2026, 10, 23), last=date(2026, 10, 26), count=5)
    assert figures_of(ComplaintsCounted(answered=(took,)))["answer_median"].value == 1


def test_what_took_no_working_day_took_until_the_same_day() -> None:
    same = figures_of(ComplaintsCounted(answered=(Took(first=MONDAY, last=MONDAY, count=5),)))
    said = figure_words(same["answer_median"], words())
    assert said.line() == "the same day, from 5 complaints answered"
    late = replace(same["answer_median"], code="lateness")
    assert figure_words(late, words()).figure == "0 working days"


def test_nine_in_ten_are_said_from_ten_cases_on() -> None:
    took = tuple(Took(first=MONDAY, last=MONDAY + timedelta(days=day)) for day in range(10))
    few = figures_of(ComplaintsCounted(acknowledged=took[:9]))
    assert "acknowledge_ninety" not in few
    found = figures_of(ComplaintsCounted(acknowledged=took))
    assert found["acknowledge_ninety"].value == 6
    said = figure_words(found["acknowledge_ninety"], words())
    assert said.line() == "6 working days, from 10 complaints that had a first word"


def test_too_few_for_a_middle_say_so_with_their_number() -> None:
    took = (Took(first=MONDAY, last=MONDAY, count=3),)
    said = figure_words(figures_of(ComplaintsCounted(answered=took))["answer_median"], words())
    assert said.line() == "Too few yet: 3 complaints answered"


def test_repeats_reopened_late_cost_and_content() -> None:
    counted = ComplaintsCounted(
        received=40,
        known=32,
        repeats=8,
        decided=30,
        reopened=3,
        overdue=1,
        costed=6,
        cost_pence=125_050,
        content={5: 3, 4: 1, 2: 1},
    )
    found = figures_of(counted)
    assert (found["repeat"].value, found["reopened"].value) == (25, 10)
    assert found["repeat"].records is not None
    assert found["repeat"].part_records is not None
    assert found["repeat"].part_records.which is Which.REPEATED
    assert figure_words(found["overdue"], words()).line() == "1 complaint is late today"
    cost = figure_words(found["cost"], words())
    assert cost.line() == "£1,250.50, from 6 complaints with money noted"
    assert found["cost"].unit is FigureUnit.PENCE
    assert figure_words(found["content"], words()).line() == (
        "80 % of the 5 complaints with points noted"
    )
    assert not figures_of(ComplaintsCounted())["cost"].is_recorded


def test_points_off_the_scale_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        figures_of(ComplaintsCounted(content={7: 1}))
    assert refused.value.code == "score_off_scale"


def test_causes_found_actions_taken_and_whether_they_worked() -> None:
    counted = ComplaintsCounted(
        finished=10,
        with_cause=9,
        with_action=4,
        effects=tuple(
            Effect(cause=Cause.SLIP, before=before, after=after, days=90)
            for before, after in ((3, 1), (2, 2), (4, 0), (1, 2), (5, 4))
        ),
    )
    found = {one.code: one for one in cause_figures(counted, AUTUMN)}
    assert (found["with_cause"].value, found["with_action"].value) == (90, 40)
    assert (found["actions_worked"].part, found["actions_worked"].base) == (3, 5)
    assert found["actions_worked"].records is not None
    assert found["actions_worked"].records.kind is Kind.ACTION


@given(st.lists(st.integers(0, 60), min_size=1, max_size=40))
@settings(max_examples=60, deadline=None)
def test_the_middle_and_nine_in_ten_are_those_of_the_single_values(values: list[int]) -> None:
    counted = Counter(values)
    assert median(counted) == Decimal(str(reference_median(values)))
    most = nine_in_ten(counted)
    assert most is not None
    assert sum(value <= most for value in values) * 10 >= len(values) * 9
    assert sum(value < most for value in values) * 10 < len(values) * 9


def test_nothing_has_no_middle() -> None:
    assert median({}) is None
    assert nine_in_ten({3: 0}) is None
