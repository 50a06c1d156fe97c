# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How many promises were kept: counted, with its interval, and said with its base."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.intervals import percent_interval
from servicedesk.domain.promises import Due, Outcome
from servicedesk.domain.promises_rates import (
    Case,
    KeptRate,
    kept_rate,
    rate_words,
    share,
    whole,
)
from tests.helpers.builders import words

ENG = WorkingCalendar()
FRIDAY, TUESDAY = date(2026, 10, 2), date(2026, 10, 6)
NOW = datetime(2026, 10, 31, 12, tzinfo=UTC)


def case(outcome: Outcome | None, **said: object) -> Case:
    values: dict[str, object] = {"due": Due(day=FRIDAY), "outcome": outcome, **said}
    return Case(**values)


def month() -> list[Case]:
    """Scenario 7: 14 kept, 3 late, 2 broken, 1 released."""
    return [
        *(case(Outcome.KEPT, ended_on=FRIDAY) for _ in range(14)),
        *(case(Outcome.LATE, ended_on=TUESDAY) for _ in range(3)),
        *(case(Outcome.BROKEN, ended_on=TUESDAY) for _ in range(2)),
        case(Outcome.RELEASED, ended_on=FRIDAY, is_revised=True, told_on=FRIDAY),
    ]


def test_scenario_7_fourteen_of_nineteen() -> None:
    rate = kept_rate(month(), NOW, ENG)
    assert (rate.kept, rate.late, rate.broken, rate.released) == (14, 3, 2, 1)
    assert (rate.base, rate.percent) == (19, Decimal("73.7"))
    assert whole(Decimal("73.7")) == 74
    assert rate.interval == (Decimal("51.2"), Decimal("88.2"))
    assert rate.is_early
    said = rate_words(rate, words())
    assert said.figure == "74 %"
    assert said.base == "of the 19 promises we wrote down"
    assert said.interval == "most likely between 51.2 % and 88.2 %"
    assert said.caution == "early sign"
    assert said.line() == "74 % of the 19 promises we wrote down"


def test_what_was_late_revised_told_and_left_open_is_counted() -> None:
    cases = [
        case(Outcome.KEPT, ended_on=FRIDAY, is_revised=True),
        case(Outcome.LATE, ended_on=TUESDAY, told_on=FRIDAY),
        case(Outcome.LATE, ended_on=date(2026, 10, 7), told_on=TUESDAY),
        case(Outcome.LATE),
        case(Outcome.BROKEN, told_on=date(2026, 10, 1), ended_on=FRIDAY),
        case(None),
        case(None, due=Due(day=date(2026, 11, 2))),
    ]
    rate = kept_rate(cases, NOW, ENG)
    assert (rate.revised, rate.told_before, rate.undecided) == (1, 2, 1)
    assert (rate.revised_percent, rate.told_percent) == (Decimal("20.0"), Decimal("50.0"))
    assert rate.average_late_days == Decimal("1.7")


def test_many_that_are_alike_count_as_many() -> None:
    many = [
        case(Outcome.KEPT, ended_on=FRIDAY, is_revised=True, count=6),
        case(Outcome.LATE, ended_on=TUESDAY, told_on=FRIDAY, count=2),
        case(None, count=3),
    ]
    one_by_one = [replace(one, count=1) for one in many for _ in range(one.count)]
    assert kept_rate(many, NOW, ENG) == kept_rate(one_by_one, NOW, ENG)


def test_the_base_is_said_in_words() -> None:
    rate = KeptRate(kept=50, late=1, broken=1, revised=6, undecided=3)
    assert rate_words(rate, words()).line() == (
        "96 % of the 52 promises we wrote down, "
        "of which 6 had their date moved by agreement (12 %), and 3 overdue, not yet decided"
    )
    one = rate_words(KeptRate(kept=30, revised=1, undecided=1), words())
    assert one.revised == "of which 1 had its date moved by agreement (3 %)"
    assert one.undecided == "and 1 overdue, not yet decided"
    assert one.interval == "most likely between 88.6 % and 100 %"
    assert one.caution == ""


def test_few_are_counts_and_none_is_no_figure() -> None:
    few = rate_words(KeptRate(kept=3, late=1), words())
    assert few.line() == "3 of 4 promises we wrote down were kept"
    moved = rate_words(KeptRate(kept=3, revised=1), words())
    assert moved.revised == "of which 1 had its date moved by agreement"
    none = KeptRate(undecided=2)
    assert (none.percent, none.interval, none.told_percent) == (None, None, None)
    assert rate_words(none, words()).line() == (
        "Nothing decided yet, and 2 overdue, not yet decided"
    )
    assert kept_rate([], NOW, ENG) == KeptRate()


@pytest.mark.parametrize(
    ("rate", "said"),
    [
        (KeptRate(kept=3), ""),
        (
            KeptRate(kept=1, late=1, late_days=3),
            "1 was done late, by 3 working days; "
            "the customer was not told in time that it would slip",
        ),
        (
            KeptRate(late=1, told_before=1),
            "1 was done late, on its day; the customer was told in time that it would slip",
        ),
        (
            KeptRate(late=2, late_days=1, broken=1, told_before=1),
            "2 were done late, 1 working day all together; "
            "customers were told in time of 1 of the 3 missed",
        ),
        (
            KeptRate(kept=9, late=6, late_days=10, broken=2, told_before=3),
            "6 were done late, by 1.7 working days on average; "
            "customers were told in time of 38 % of the 8 missed",
        ),
        (KeptRate(kept=9, broken=2), "no customer was told in time that it would slip"),
        (
            KeptRate(kept=9, broken=2, told_before=2),
            "all 2 customers were told in time that it would slip",
        ),
    ],
)
def test_what_was_not_kept_is_said_in_counts_and_in_percent_once_there_are_enough(
    rate: KeptRate, said: str
) -> None:
    assert rate_words(rate, words()).further() == said


def test_none_kept_is_said_kindly() -> None:
    few = rate_words(KeptRate(late=2, undecided=1), words())
    assert few.line() == (
        "none yet of the 2 promises we wrote down, and 1 overdue, not yet decided"
    )
    many = rate_words(KeptRate(late=6), words())
    assert many.line() == "none yet of the 6 promises we wrote down"
    assert many.interval == "most likely between 0 % and 39 %"


@given(whole_number=st.integers(1, 500), part=st.integers(0, 500))
@settings(max_examples=60, deadline=None)
def test_an_interval_holds_its_share(whole_number: int, part: int) -> None:
    part = min(part, whole_number)
    found, interval = share(part, whole_number), percent_interval(part, whole_number)
    assert found is not None
    assert interval is not None
    assert 0 <= interval[0] <= found <= interval[1] <= 100
