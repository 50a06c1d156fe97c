# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The poster's big figures, and what holds for every standard that can be made."""

import re
from datetime import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from servicedesk.content.words import load_words
from servicedesk.domain.calendars import DayKind
from servicedesk.domain.standards import (
    Amount,
    Availability,
    Bound,
    ClockLimit,
    Measure,
    Pattern,
    TimeBand,
    Unit,
)
from servicedesk.domain.standards_amounts import grouped_number
from servicedesk.domain.standards_sentences import (
    figure,
    remedy_line,
    sentences,
)
from tests.domain.standards_made import a_standard, amount, standards

WORDS = load_words(root=Path(__file__).parents[2] / "resources")
BEFORE_NOON = TimeBand(closes=time(12))
AFTER_NOON = TimeBand(opens=time(12))
SLOT = TimeBand(width=Amount(value=Decimal(2), unit=Unit.HOUR))


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"limit": amount("4 opening hours")}, ("4", "hours while we are open")),
        ({"limit": amount("1 opening day")}, ("1", "day")),
        ({"limit": amount("2 working days")}, ("2", "working days")),
        ({"limit": amount("0 hours")}, ("", "")),
        ({"limit": amount("3 days"), "up_to": amount("5 days")}, ("3–5", "days")),
        ({"limit": amount("90 seconds"), "up_to": amount("2 minutes")}, ("2", "minutes")),
        ({"limit": amount("90 seconds"), "average": True}, ("90", "seconds on average")),
        ({"limit": amount("5 days"), "repeats": True}, ("5", "days at the longest")),
        ({"limit": amount("1 calendar day"), "repeats": True}, ("", "")),
        ({"limit": amount("24 hours"), "measure": Measure.NOTICE}, ("24", "hours before")),
        ({"limit": amount("6 rings"), "measure": Measure.RINGS}, ("6", "rings")),
        ({"measure": Measure.YES_NO}, ("", "")),
        (
            {
                "measure": Measure.COUNT_PER_PERIOD,
                "limit": amount("2 times"),
                "per": amount("12 months"),
            },
            ("2", "times every 12 months"),
        ),
        ({"measure": Measure.MONEY, "limit": amount("£30")}, ("£30", "agreed")),
        (
            {"measure": Measure.MONEY, "limit": amount("£30"), "bound": Bound.ABOVE},
            ("£30", "anything over this"),
        ),
        (
            {"measure": Measure.SHARE, "limit": amount("0.1 %"), "bound": Bound.BELOW},
            ("0.1%", "we stay under this"),
        ),
    ],
)
def test_figures_of_amounts(changes, shown):
    assert figure(a_standard(**changes), WORDS, DayKind.OPENING) == shown


@pytest.mark.parametrize(
    ("at", "after", "shown"),
    [
        (time(15), None, ("3 pm", "the same day")),
        (time(15), "1 working day", ("3 pm", "the next working day")),
        (time(15), "2 working days", ("3 pm", "2 working days later")),
        (None, None, ("", "")),
        (None, "1 working day", ("1", "working day, by closing time")),
    ],
)
def test_figures_of_times(at, after, shown):
    clock = ClockLimit(at=at, after=amount(after) if after else None)
    assert figure(a_standard(measure=Measure.CLOCK_TIME, clock=clock), WORDS) == shown


@pytest.mark.parametrize(
    ("bands", "shown"),
    [
        ((SLOT,), ("2", "hour slot")),
        ((BEFORE_NOON,), ("12 noon", "or before")),
        ((AFTER_NOON,), ("12 noon", "onwards")),
        ((TimeBand(opens=time(8), closes=time(12)),), ("8 am", "until 12 noon")),
        ((BEFORE_NOON, AFTER_NOON), ("2", "times to choose from")),
        ((TimeBand(),), ("", "")),
    ],
)
def test_figures_of_bands(bands, shown):
    assert figure(a_standard(measure=Measure.BAND, bands=bands), WORDS) == shown


@pytest.mark.parametrize(
    ("availability", "shown"),
    [
        (Availability(), ("24", "hours a day")),
        (Availability(opens=time(8), closes=time(18)), ("8 am", "until 6 pm")),
    ],
)
def test_figures_of_availability(availability, shown):
    standard = a_standard(measure=Measure.AVAILABILITY, availability=availability)
    assert figure(standard, WORDS) == shown


def test_the_figure_of_a_pattern():
    pattern = Pattern(occasions=2, window=amount("28 calendar days"))
    standard = a_standard(measure=Measure.PATTERN, pattern=pattern)
    assert figure(standard, WORDS) == ("2", "times within 28 calendar days")


HOLDS_SEVERAL = (Measure.BAND, Measure.PATTERN)
"""Measures that are two or three measures by nature: times to choose from, how often how long."""


@given(standards(), st.none() | st.sampled_from(DayKind))
@settings(max_examples=200)
def test_every_sentence_is_whole_short_and_says_its_number(standard, bare_days):
    statement = sentences(standard, WORDS, bare_days, basis="It is ours.")
    for sentence in (statement.main, *statement.details):
        assert "  " not in sentence
        assert sentence == sentence.strip()
        assert sentence[0].isupper()
        assert sentence.endswith((".", "?"))
        assert not sentence.endswith("..")
        assert "{" not in sentence
        assert len(sentence.split()) <= 25 or standard.measure in HOLDS_SEVERAL
    assert {"We", "You"} & set(statement.main.split()[:1])
    for number in numbers_in(standard):
        assert number in statement.main


def numbers_in(standard):
    """What the main sentence must say, as it is printed."""
    measure, limit, upper = standard.measure, standard.limit, standard.up_to
    plain = (Measure.RINGS, Measure.NOTICE, Measure.SHARE)
    if measure is Measure.DURATION and (limit.value or upper):
        plain = (*plain, Measure.DURATION)
    if standard.repeats and upper is None and limit.value == 1:
        plain = (Measure.NOTICE, Measure.SHARE)
    if measure in plain:
        yield grouped_number(limit.value)
        yield {"ring": "ring", "percent": "%"}.get(limit.unit, limit.unit.value)
    if upper is not None and measure in plain:
        yield grouped_number(upper.value)
    if measure is Measure.COUNT_PER_PERIOD and limit.value != 1 and upper is None:
        yield f"{grouped_number(limit.value)} times every"
    if measure is Measure.MONEY:
        yield f"£{grouped_number(limit.value // 1)}"
    if measure is Measure.PATTERN:
        yield grouped_number(standard.pattern.window.value)


@given(standards(), st.none() | st.sampled_from(DayKind))
@settings(max_examples=200)
def test_a_figure_is_short_and_has_its_unit(standard, bare_days):
    number, unit = figure(standard, WORDS, bare_days)
    assert bool(number) == bool(unit)
    assert not number or re.search(r"[0-9]|noon|midnight", number)
    assert len(number) <= 24
    assert len(remedy_line(standard, WORDS, bare_days).split()) <= 40
