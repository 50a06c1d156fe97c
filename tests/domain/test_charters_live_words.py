# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a standard is kept, in words; what customers read never holds an interval."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from servicedesk.domain.charters_live import Count, LivePage, Source, StandardResult, Standing
from servicedesk.domain.charters_live_words import (
    percent_of,
    result_words,
)
from servicedesk.domain.elements import Element
from servicedesk.domain.periods import Period
from servicedesk.domain.standards import MeasuredBy, StandardKind
from tests.helpers.builders import promise, words

PERIOD = Period(first=date(2026, 9, 1), last=date(2026, 11, 23))


def result(count: Count | None = None, **said: object) -> StandardResult:
    values: dict[str, object] = {
        "standard": promise(),
        "number": 2,
        "charter_version_id": 7,
        "period": PERIOD,
        "measured_by": MeasuredBy.RECORDS,
        "source": Source.PROMISES,
        "count": count or Count(),
        **said,
    }
    return StandardResult(**values)


AIM = promise("aim", kind=StandardKind.AIM, target_pct=Decimal(90))


@pytest.mark.parametrize(
    ("made", "standing", "said"),
    [
        (result(Count(kept=52)), Standing.KEPT, "kept"),
        (result(Count(kept=51, late=1)), Standing.MISSED, "not always kept"),
        (result(Count(kept=9, broken=1), standard=AIM), Standing.KEPT, "aim reached"),
        (result(Count(kept=8, broken=2), standard=AIM), Standing.MISSED, "below our aim"),
        (result(Count(kept=4)), Standing.FEW, "too few to say"),
        (result(), Standing.NONE_YET, "none yet"),
        (result(measured_by=MeasuredBy.NONE), Standing.NOT_MEASURED, "not measured"),
    ],
)
def test_a_standing_is_one_word(made: StandardResult, standing: Standing, said: str) -> None:
    assert made.standing is standing
    assert result_words(made, words()).standing == said


def test_a_rate_is_said_with_its_base_and_all_that_belongs_to_it() -> None:
    count = Count(kept=47, late=3, broken=2, revised=6, undecided=3)
    said = result_words(result(count), words())
    assert said.line() == (
        "90 % of the 52 promises we wrote down, of which 6 had their date moved by agreement, "
        "and 3 overdue, not yet decided"
    )
    assert said.missed == "3 were late, 2 were not done at all"
    assert said.caution == ""
    assert said.held_back == ""
    assert said.remedy.startswith("If we do not, we will ring you")
    assert said.sure == (
        "If we went on like this for years, the share would most likely lie between 79.4 % and "
        "95.8 %. (Wilson’s interval, right 95 times in 100.)"
    )
    assert said.versions == "Version 2 of the charter, cases from 1 September 2026"


def test_few_cases_are_said_as_counts_without_percent_or_interval() -> None:
    said = result_words(result(Count(kept=3, late=1)), words())
    assert (said.figure, said.sure) == ("3 of 4", "")
    assert "%" not in f"{said.line()}{said.missed}"


def test_five_cases_are_an_early_sign() -> None:
    said = result_words(result(Count(kept=5)), words())
    assert (said.figure, said.caution) == ("100 %", "early sign")
    assert said.remedy == ""
    assert result_words(result(Count(kept=30)), words()).caution == ""


def test_a_share_of_contacts_says_all_that_it_is_counted_from() -> None:
    said = result_words(result(Count(kept=30), source=Source.CONTACTS), words())
    assert said.base == "of the 30 calls, messages and promises we wrote down"
    assert "promises" in said.formula
    assert "come back" in said.formula


def test_an_element_that_nobody_answered_says_how_to_ask() -> None:
    by = {"source": Source.CUSTOMERS, "measured_by": MeasuredBy.CUSTOMERS}
    assert "six things" in result_words(result(asked=Element.EASE, **by), words()).hint
    assert "six things" not in result_words(result(**by), words()).hint


def test_halves_are_rounded_up() -> None:
    assert percent_of(Count(kept=5, late=3)) == 63


@pytest.mark.parametrize(
    ("count", "is_held_back"),
    [
        (Count(kept=30, undecided=3), False),
        (Count(kept=30, undecided=4), True),
        (Count(undecided=1), True),
        (Count(), False),
    ],
)
def test_too_many_undecided_keep_a_result_off_the_wall(count: Count, is_held_back: bool) -> None:
    made = result(count)
    assert made.is_held_back is is_held_back
    assert bool(result_words(made, words()).held_back) is is_held_back


def test_why_a_result_is_held_back_says_how_to_mend_it() -> None:
    said = result_words(result(Count(kept=20, undecided=3)), words())
    assert said.held_back == (
        "Not for the wall yet: 3 are overdue and not yet decided, against 20 that are. Say how "
        "each ended, and the result can be printed."
    )


def test_a_sample_week_says_its_days() -> None:
    week = Count(kept=41, broken=5, taken_from=date(2026, 12, 7), taken_on=date(2026, 12, 12))
    made = result(week, source=Source.SAMPLE_WEEK, measured_by=MeasuredBy.SAMPLE_WEEK)
    said = result_words(made, words())
    assert said.line() == "41 of 46 counted in the sample week, 7 to 12 December 2026"
    assert said.base == "of the 46 counted in the sample week, 7 to 12 December 2026"
    assert said.versions == "Version 2 of the charter, cases from 7 December 2026"
    assert said.missed == "5 were missed"


def test_a_check_where_nothing_applied_says_so() -> None:
    check = Count(taken_on=date(2026, 12, 3), left_out=10)
    made = result(check, source=Source.JOB_CHECK, measured_by=MeasuredBy.JOB_CHECK)
    said = result_words(made, words())
    assert made.standing is Standing.NONE_YET
    assert said.hint == "None of the 10 jobs that were checked had anything to do with it."
    one_day = result_words(replace(made, count=replace(check, kept=5)), words())
    assert one_day.base == "of the 5 jobs checked, 3 December 2026"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (None, "70 % of the 10 customers who told us how satisfied they were"),
        (Element.EASE, "70 % of the 10 customers who told us whether we were easy to deal with"),
    ],
)
def test_answers_say_what_was_asked(asked: Element | None, said: str) -> None:
    made = result(
        Count(kept=7, broken=3),
        source=Source.CUSTOMERS,
        measured_by=MeasuredBy.CUSTOMERS,
        asked=asked,
    )
    assert result_words(made, words()).line() == said
    assert result_words(made, words()).missed == ""


@pytest.mark.parametrize(
    ("measured_by", "can_follow", "part"),
    [
        (MeasuredBy.NONE, True, "nobody counts it"),
        (MeasuredBy.RECORDS, True, "write down a promise"),
        (MeasuredBy.RECORDS, False, "cannot see this"),
    ],
)
def test_what_is_not_measured_says_what_to_do(
    measured_by: MeasuredBy, can_follow: bool, part: str
) -> None:
    standard = promise(measured_by=measured_by)
    made = result(standard=standard, measured_by=MeasuredBy.NONE, can_follow=can_follow)
    assert part in result_words(made, words()).hint


@pytest.mark.parametrize("source", Source)
def test_every_source_has_its_words(source: Source) -> None:
    said = (
        result_words(result(Count(kept=6), source=source), words())
        if (source is not Source.NOTHING)
        else result_words(result(source=source, measured_by=MeasuredBy.NONE), words())
    )
    assert said.how
    assert said.formula


def test_versions_that_say_the_same_are_named_together() -> None:
    said = result_words(result(number=4, also=(3, 2)), words())
    assert said.versions == (
        "Versions 2, 3 and 4 of the charter, which say the same of it; cases from 1 September 2026"
    )


def test_a_page_without_a_charter_says_so() -> None:
    assert not LivePage(period=PERIOD).is_on_wall
    assert LivePage(period=PERIOD, number=1).is_on_wall
    assert not result().has_result
    assert result(Count(kept=1)).has_result
