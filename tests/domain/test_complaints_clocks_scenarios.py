# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By when something is due with a complaint: the scenarios of the reading, each by its number."""

from dataclasses import replace
from datetime import date

import pytest

from servicedesk.domain.calendars_segments import NamedCalendar, Why
from servicedesk.domain.complaints import (
    Dates,
    Priority,
    Promised,
    Span,
    Stage,
    Track,
)
from servicedesk.domain.complaints_assessing import priority_of, sum_of
from servicedesk.domain.complaints_clocks import days_used, late_days
from servicedesk.domain.complaints_file import (
    PauseCard,
)
from servicedesk.domain.complaints_timing import (
    Clock,
    ClockBasis,
)
from tests.domain.complaints_made import (
    ENG,
    FIRST,
    IN_TURN,
    SOON,
    at,
    calendar,
    counts,
    dues,
    judged_on,
    timing,
)

ENG_NAMED = NamedCalendar(days=ENG)
FIVE_DAYS = Promised(version_id=1, decide=Span(amount=5, unit="working"))
FIFTEEN_DAYS = Promised(version_id=1, decide=Span(amount=15, unit="working"))


def pause(first: date, last: date | None, **said: object) -> PauseCard:
    return PauseCard(id=1, complaint_id=1, from_on=first, until=last, **said)


def sept(day: int) -> date:
    return date(2026, 9, day)


def test_scenario_11_each_day_of_an_ordinary_complaint() -> None:
    found, parts = dues(timing(), ENG), counts(timing(), ENG_NAMED)
    assert (sum_of(SOON), priority_of(SOON)) == (5, Priority.P2)
    assert found.acknowledge_on == sept(16)
    assert parts[Clock.ASSESS].day == sept(17)
    assert found.update_on == sept(21)
    assert found.decide_on == sept(28)
    assert found.ceiling_on == date(2026, 11, 9)
    assert (found.aim_on, found.follow_up_on, found.next_on) == (None, None, sept(16))


def test_scenario_12_safety_goes_first() -> None:
    found, parts = dues(timing(assessment=FIRST), ENG), counts(timing(assessment=FIRST), ENG_NAMED)
    assert priority_of(FIRST) is Priority.P1
    assert (found.acknowledge_on, parts[Clock.ASSESS].day) == (sept(15), sept(15))
    assert found.decide_on == sept(21)


def test_scenario_13_a_small_one_and_what_helps_matters() -> None:
    assert (sum_of(IN_TURN), priority_of(IN_TURN)) == (2, Priority.P3)
    assert dues(timing(assessment=IN_TURN), ENG).decide_on == date(2026, 10, 5)
    helped = replace(IN_TURN, support_need=True)
    assert priority_of(helped) is Priority.P2
    assert dues(timing(assessment=helped), ENG).decide_on == sept(28)


def test_scenario_15_the_charter_comes_first() -> None:
    promised = timing(promised=FIVE_DAYS)
    assert dues(promised, ENG).decide_on == sept(21)
    assert dues(promised, ENG).aim_on is None
    assert counts(promised, ENG_NAMED)[Clock.DECIDE].basis is ClockBasis.CHARTER


def test_scenario_16_twelve_days_taken_and_two_late() -> None:
    decided = date(2026, 9, 30)
    assert days_used(timing(), decided, ENG_NAMED).amount == 12
    assert late_days(judged_on(timing(), ENG), decided, ENG) == 2
    update = dues(timing(), ENG).update_on
    assert update is not None
    assert update < decided  # a letter on how it goes was due


def test_scenario_17_over_christmas() -> None:
    found = dues(timing(date(2026, 12, 23)), ENG)
    assert (found.acknowledge_on, found.decide_on) == (date(2026, 12, 29), date(2027, 1, 11))


def test_scenario_20_received_on_a_saturday() -> None:
    assert dues(timing(date(2026, 9, 5)), ENG).acknowledge_on == date(2026, 9, 8)


@pytest.mark.parametrize(
    ("received", "nation", "due"),
    [
        (date(2026, 6, 12), "sct", date(2026, 6, 17)),
        (date(2026, 6, 12), "eng", date(2026, 6, 16)),
        (date(2027, 7, 8), "nir", date(2027, 7, 13)),
        (date(2027, 7, 8), "eng", date(2027, 7, 12)),
    ],
)
def test_scenarios_21_and_22_holidays_of_the_nation(received: date, nation: str, due: date) -> None:
    assert dues(timing(received), calendar(nation)).acknowledge_on == due


def test_scenario_25_waiting_for_the_customer_stops_the_clock() -> None:
    october = timing(date(2026, 10, 5), stage=Stage.INVESTIGATING)
    assert dues(october, ENG).decide_on == date(2026, 10, 19)
    waited = replace(october, pauses=(pause(date(2026, 10, 8), date(2026, 10, 14)),))
    assert dues(waited, ENG).decide_on == date(2026, 10, 23)
    paused = [
        part
        for part in counts(waited, ENG_NAMED)[Clock.DECIDE].count.segments
        if part.why is Why.PAUSE
    ]
    assert [(part.first, part.last) for part in paused] == [
        (date(2026, 10, 9), date(2026, 10, 9)),
        (date(2026, 10, 12), date(2026, 10, 14)),
    ]
    supplier = replace(october, stage=Stage.WAITING_OTHER)
    assert dues(supplier, ENG).decide_on == date(2026, 10, 19)


def test_scenario_30_the_follow_up_after_it_was_put_right() -> None:
    resolved = timing(stage=Stage.RESOLVED, dates=Dates(resolved_on=sept(22)))
    assert dues(resolved, ENG).follow_up_on == date(2026, 10, 6)
    assert dues(resolved, ENG).next_on == date(2026, 10, 6)
    urgent = replace(resolved, assessment=FIRST)
    assert dues(urgent, ENG).follow_up_on == sept(29)


def test_scenario_34_information_has_a_clock_of_the_law() -> None:
    received = date(2026, 11, 2)
    legal = timing(received, track=Track.DATA_PROTECTION)
    found, parts = dues(legal, ENG), counts(legal, ENG_NAMED)
    assert (found.acknowledge_on, found.aim_on) == (date(2026, 12, 1), date(2026, 11, 9))
    assert parts[Clock.ACKNOWLEDGE].basis is ClockBasis.LAW
    assert found.decide_on == date(2026, 11, 30)
    assert parts[Clock.DECIDE].basis is ClockBasis.PRACTICE
    told = replace(legal, dates=Dates(acknowledged_at=at(received)))
    assert dues(told, ENG).aim_on is None
    sooner = Promised(acknowledge=Span(amount=2, unit="working"), decide=FIVE_DAYS.decide)
    promised = dues(replace(legal, promised=sooner), ENG)
    assert promised.acknowledge_on == date(2026, 12, 1)
    assert (promised.aim_on, promised.decide_on) == (date(2026, 11, 4), date(2026, 11, 9))
