# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Levels in words: how soon, how often, how much, from when to when."""

from dataclasses import replace
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest

from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.standards import (
    Amount,
    Availability,
    Bound,
    ClockLimit,
    Measure,
    Pattern,
    Remedy,
    StandardKind,
    TimeBand,
    Unit,
)
from servicedesk.domain.standards_sentences import (
    Gap,
    figure,
    gaps_in,
    sentences,
)
from tests.domain.standards_made import a_standard, amount

WORDS = load_words(root=Path(__file__).parents[2] / "resources")


def main(**changes):
    return sentences(a_standard(**changes), WORDS).main


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("90 seconds", "within 90 seconds"),
        ("1 minute", "within 1 minute"),
        ("4 hours", "within 4 hours"),
        ("4 opening hours", "within 4 hours while we are open"),
        ("1 opening hour", "within 1 hour while we are open"),
        ("4 working hours", "within 4 working hours"),
        ("24 calendar hours", "within 24 hours, day or night"),
        ("4 days", "within 4 days"),
        ("2 opening days", "within 2 opening days"),
        ("1 working day", "within 1 working day"),
        ("14 calendar days", "within 14 calendar days"),
        ("1 week", "within 1 week"),
        ("3 months", "within 3 months"),
        ("1 year", "within 1 year"),
        ("1.5 hours", "within 1.5 hours"),
        ("0 hours", "at once"),
        ("0 working days", "at once"),
    ],
)
def test_a_limit_says_which_days_and_hours(limit, said):
    assert main(limit=amount(limit)) == f"We will ring you back {said}."


def test_the_charters_own_day_is_a_bare_day():
    two = a_standard(limit=amount("2 opening days"))
    assert sentences(two, WORDS, DayKind.OPENING).main == "We will ring you back within 2 days."
    assert sentences(two, WORDS, DayKind.WORKING).main.endswith("within 2 opening days.")
    hours = a_standard(limit=amount("4 opening hours"))
    assert sentences(hours, WORDS, DayKind.OPENING).main.endswith("4 hours while we are open.")


def test_the_limit_stands_where_it_is_marked():
    said = main(action="tell you {limit} that we have it. ", limit=amount("2 days"))
    assert said == "We will tell you within 2 days that we have it."


def test_a_range():
    said = main(limit=amount("3 working days"), up_to=amount("5 working days"))
    assert said == "We will ring you back within 3 to 5 working days."
    said = main(limit=amount("90 seconds"), up_to=amount("2 minutes"))
    assert said == "We will ring you back within 90 seconds to 2 minutes."


def test_an_average():
    assert main(limit=amount("90 seconds"), average=True).endswith("within 90 seconds on average.")


@pytest.mark.parametrize(
    ("percent", "said"),
    [
        ("90", " in 9 of 10 cases"),
        ("95", " in 95 of 100 cases"),
        ("50", " in 5 of 10 cases"),
        ("99.5", " in 995 of 1,000 cases"),
        ("100", " in every case"),
        ("0", " in 0 of 10 cases"),
        (None, ""),
    ],
)
def test_an_aim_says_its_share_of_cases(percent, said):
    share = None if percent is None else Decimal(percent)
    text = main(limit=amount("2 hours"), kind=StandardKind.AIM, target_pct=share)
    assert text == f"We aim to ring you back within 2 hours{said}."


@pytest.mark.parametrize(
    ("at", "after", "said"),
    [
        (time(15), None, "by 3 pm the same day"),
        (time(8, 30), "0 days", "by 8.30 am the same day"),
        (time(12), "1 working day", "by 12 noon on the next working day"),
        (time(0), "1 day", "by midnight on the next day"),
        (time(15, 5), "1 opening day", "by 3.05 pm on the next opening day"),
        (time(0, 15), "1 calendar day", "by 12.15 am on the next day"),
        (time(9), "2 working days", "by 9 am, 2 working days later"),
        (time(9), "1 week", "by 9 am, 1 week later"),
        (None, None, "by the time we close the same day"),
        (None, "1 working day", "by the time we close on the next working day"),
        (None, "3 opening days", "by the time we close, 3 opening days later"),
    ],
)
def test_a_time_of_day_or_close_of_business(at, after, said):
    clock = ClockLimit(at=at, after=amount(after) if after else None)
    assert main(measure=Measure.CLOCK_TIME, clock=clock) == f"We will ring you back {said}."


def test_close_of_the_next_day_in_the_charters_own_days():
    clock = ClockLimit(after=amount("1 opening day"))
    standard = a_standard(measure=Measure.CLOCK_TIME, clock=clock)
    said = sentences(standard, WORDS, DayKind.OPENING).main
    assert said == "We will ring you back by the time we close on the next day."


BEFORE_NOON = TimeBand(closes=time(12))
AFTER_NOON = TimeBand(opens=time(12))
SLOT = TimeBand(width=Amount(value=Decimal(2), unit=Unit.HOUR))


@pytest.mark.parametrize(
    ("bands", "said"),
    [
        ((SLOT,), "in an agreed 2-hour slot"),
        ((BEFORE_NOON,), "before 12 noon"),
        ((TimeBand(opens=time(8), closes=time(12)),), "between 8 am and 12 noon"),
        ((replace(SLOT, opens=time(8)),), "in an agreed 2-hour slot after 8 am"),
        ((BEFORE_NOON, AFTER_NOON), "at a time you choose: before or after 12 noon"),
        (
            (BEFORE_NOON, AFTER_NOON, SLOT),
            "at a time you choose: before 12 noon, after 12 noon or in an agreed 2-hour slot",
        ),
        ((TimeBand(), SLOT), "in an agreed 2-hour slot"),
        ((TimeBand(),), "____"),
    ],
)
def test_time_bands(bands, said):
    assert main(action="come", measure=Measure.BAND, bands=bands) == f"We will come {said}."


def test_notice():
    said = main(action="tell you {limit} a visit", measure=Measure.NOTICE, limit=amount("1 day"))
    assert said == "We will tell you at least 1 day before a visit."


@pytest.mark.parametrize(
    ("bound", "limit", "per", "said"),
    [
        (Bound.AT_LEAST, "2 times", "12 months", "at least 2 times every 12 months"),
        (Bound.AT_MOST, "1 time", "1 year", "no more than once every year"),
        (None, "1 time", "1 working day", "once every working day"),
        (Bound.BELOW, "3 times", "1 week", "fewer than 3 times every week"),
        (Bound.ABOVE, "3 times", "2 weeks", "more than 3 times every 2 weeks"),
    ],
)
def test_so_many_times_in_a_period(bound, limit, per, said):
    text = main(measure=Measure.COUNT_PER_PERIOD, bound=bound, limit=amount(limit), per=amount(per))
    assert text == f"We will ring you back {said}."


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (Bound.AT_LEAST, "at least 0.1%"),
        (Bound.AT_MOST, "no more than 0.1%"),
        (Bound.BELOW, "fewer than 0.1%"),
        (Bound.ABOVE, "more than 0.1%"),
        (None, "0.1%"),
    ],
)
def test_a_share(bound, said):
    text = main(
        action="fail {limit} of you", measure=Measure.SHARE, bound=bound, limit=amount("0.1 %")
    )
    assert text == f"We will fail {said} of you."


@pytest.mark.parametrize(
    ("bound", "said"),
    [
        (Bound.AT_LEAST, "at least £1,230.50"),
        (Bound.AT_MOST, "no more than £1,230.50"),
        (Bound.BELOW, "under £1,230.50"),
        (Bound.ABOVE, "over £1,230.50"),
        (None, "£1,230.50"),
    ],
)
def test_money(bound, said):
    text = main(action="pay", measure=Measure.MONEY, bound=bound, limit=amount("£1230.50"))
    assert text == f"We will pay {said}."


def test_a_range_of_money():
    said = main(action="charge", measure=Measure.MONEY, limit=amount("£20"), up_to=amount("£50"))
    assert said == "We will charge £20 to £50."


@pytest.mark.parametrize(
    ("availability", "said"),
    [
        (Availability(), "24 hours a day, 7 days a week"),
        (Availability(free=True), "24 hours a day, 7 days a week, free of charge"),
        (Availability(opens=time(8), closes=time(18)), "between 8 am and 6 pm"),
        (Availability(opens=time(8)), "after 8 am"),
        (Availability(closes=time(18), free=True), "before 6 pm, free of charge"),
    ],
)
def test_when_we_can_be_reached(availability, said):
    text = main(action="answer", measure=Measure.AVAILABILITY, availability=availability)
    assert text == f"We will answer {said}."


def test_what_it_costs_stands_apart_when_the_sentence_would_be_too_long():
    said = sentences(
        a_standard(
            action="tell you {limit} that we have your complaint",
            measure=Measure.AVAILABILITY,
            availability=Availability(free=True),
            kind=StandardKind.AIM,
            target_pct=Decimal(90),
        ),
        WORDS,
        say_measure=False,
    )
    assert said.main == (
        "We aim to tell you 24 hours a day, 7 days a week that we have your complaint"
        " in 9 of 10 cases."
    )
    assert said.details == ("This is free of charge.",)


@pytest.mark.parametrize(
    ("lasting", "said"),
    [
        (None, "2 times within 28 calendar days"),
        ("1 hour", "2 times within 28 calendar days, each for 1 hour or longer"),
    ],
)
def test_something_that_happens_again(lasting, said):
    pattern = Pattern(
        occasions=2,
        window=amount("28 calendar days"),
        lasting=amount(lasting) if lasting else None,
    )
    remedy = Remedy(pence=2500)
    standard = a_standard(
        action="not fail you", measure=Measure.PATTERN, pattern=pattern, remedy=remedy
    )
    statement = sentences(standard, WORDS)
    assert statement.main == f"We will not fail you {said}."
    assert statement.details == ("If we miss this, we will pay you £25.",)


def test_rings():
    assert main(action="answer", measure=Measure.RINGS, limit=amount("6 rings")) == (
        "We will answer within 6 rings."
    )


def test_yes_or_no_needs_no_number():
    assert main(measure=Measure.YES_NO, action="  come on   time {limit}. ") == (
        "We will come on time."
    )


def test_how_long_something_lasts():
    said = main(action="cover our work", limit=amount("12 months"), bound=Bound.AT_LEAST)
    assert said == "We will cover our work for 12 months."


def test_something_repeated():
    said = main(action="bring you news", limit=amount("5 working days"), repeats=True)
    assert said == "We will bring you news every 5 working days."
    said = main(limit=amount("3 days"), up_to=amount("5 days"), repeats=True)
    assert said == "We will ring you back every 3 to 5 days."


def test_what_a_customer_may_do():
    said = main(who="you", action="cancel {limit} of receipt", limit=amount("14 calendar days"))
    assert said == "You can cancel within 14 calendar days of receipt."


@pytest.mark.parametrize("measure", [m for m in Measure if m is not Measure.YES_NO])
def test_a_level_not_said_yet_is_a_gap_to_fill_in(measure):
    standard = a_standard(measure=measure)
    assert sentences(standard, WORDS).main == "We will ring you back ____."
    assert figure(standard, WORDS) == ("", "")
    assert Gap.LEVEL in gaps_in(standard)


def test_a_count_needs_its_period():
    standard = a_standard(measure=Measure.COUNT_PER_PERIOD, limit=amount("2 times"))
    assert Gap.LEVEL in gaps_in(standard)
    assert "____" in sentences(standard, WORDS).main


def test_braces_in_the_owners_words_are_left_alone():
    said = main(action="say {name} and {0}", limit=amount("2 days"))
    assert said == "We will say {name} and {0} within 2 days."
