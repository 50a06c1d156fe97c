# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Breaches: what they need, how their hours run, and what comes next."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from servicedesk.domain.breaches import (
    BreachCard,
    BreachDraft,
    BreachLaw,
    BreachLog,
    BreachRisk,
    BreachStep,
)
from servicedesk.domain.breaches_clock import breach_clock, report_by
from servicedesk.domain.breaches_rules import (
    PEOPLE_MOST,
    check_closing,
    checked_breach,
    in_order,
    is_clock_running,
    needs_report,
    needs_telling,
    next_step,
    was_late,
)
from servicedesk.domain.calendars import LONDON
from servicedesk.domain.errors import Refusal

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)
KNOWN = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
LAW = BreachLaw(hours=72, regulator="The Regulator", sentences=("S.",), checked_on=TODAY)
NO_LAW = BreachLaw()
DIARY = BreachDraft(what="The diary was left on the bus", known_at=KNOWN)
HIGH = replace(DIARY, risk=BreachRisk.HIGH, risk_why="Door codes are in it")
LIKELY = replace(HIGH, risk=BreachRisk.LIKELY)
UNLIKELY = replace(HIGH, risk=BreachRisk.UNLIKELY)


def local(*parts):
    return datetime(*parts, tzinfo=LONDON)


def refused(draft):
    with pytest.raises(Refusal) as refusal:
        checked_breach(draft, NOW, TODAY)
    return refusal.value.code, refusal.value.field


def unclosed(draft, law=LAW):
    with pytest.raises(Refusal) as refusal:
        check_closing(draft, law)
    return refusal.value.code, refusal.value.field


def test_scenario_36_hours_run_on_when_the_clocks_go_back() -> None:
    known = local(2026, 10, 23, 15, 0)
    clock = breach_clock(known, known, 72)
    assert clock.by.isoformat() == "2026-10-26T14:00:00+00:00"
    assert (clock.known.tzname(), clock.by.tzname()) == ("BST", "GMT")
    assert clock.shift == timedelta(hours=-1)
    assert clock.left == timedelta(hours=72)


def test_scenario_36_hours_run_on_through_christmas() -> None:
    known = local(2026, 12, 24, 17, 30)
    clock = breach_clock(known, known, 72)
    assert clock.by.isoformat() == "2026-12-27T17:30:00+00:00"
    assert clock.shift == timedelta(0)


def test_the_wall_says_an_hour_more_when_the_clocks_go_forward() -> None:
    clock = breach_clock(local(2026, 3, 27, 8, 0), NOW, 72)
    assert clock.by.isoformat() == "2026-03-30T09:00:00+01:00"
    assert clock.shift == timedelta(hours=1)


def test_hours_and_minutes_are_told_before_and_after_the_last_moment() -> None:
    by = report_by(KNOWN, 72)
    before = breach_clock(KNOWN, by - timedelta(hours=25, minutes=5), 72)
    assert (before.hours_left, before.minutes_left) == (25, 5)
    assert not before.is_over
    assert not before.is_soon
    last = breach_clock(KNOWN, by, 72)
    assert (last.hours_left, last.minutes_left, last.is_over, last.is_soon) == (0, 0, False, True)
    after = breach_clock(KNOWN, by + timedelta(hours=3, minutes=1), 72)
    assert (after.hours_left, after.minutes_left, after.is_over) == (3, 1, True)


def test_a_moment_without_a_zone_is_our_bug() -> None:
    with pytest.raises(ValueError, match="zone"):
        report_by(KNOWN.replace(tzinfo=None), 72)


@given(
    st.integers(min_value=0, max_value=90 * 366 * 24 * 60),
    st.integers(min_value=1, max_value=500),
)
def test_the_hours_are_as_many_whatever_the_clock_on_the_wall_does(minute, hours) -> None:
    known = datetime(2000, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    clock = breach_clock(known, known, hours)
    assert clock.by.astimezone(UTC) - known == timedelta(hours=hours)
    wall = clock.by.replace(tzinfo=None) - clock.known.replace(tzinfo=None)
    assert wall == timedelta(hours=hours) + clock.shift
    assert abs(clock.shift) <= timedelta(hours=1)


def test_what_happened_and_when_we_knew_are_enough() -> None:
    typed = replace(DIARY, what="  The diary\x07 was left ", whose=" two  streets ", did=" rang\n")
    tidy = checked_breach(typed, NOW, TODAY)
    assert (tidy.what, tidy.whose, tidy.did) == ("The diary was left", "two streets", "rang")
    assert tidy.known_at == KNOWN
    assert tidy.reported_at is None


def test_moments_are_kept_in_utc() -> None:
    known, told = local(2026, 10, 23, 15, 0), local(2026, 10, 26, 14, 0)
    tidy = checked_breach(replace(DIARY, known_at=known, reported_at=told), NOW, TODAY)
    assert (tidy.known_at.tzinfo, tidy.known_at.hour) == (UTC, 14)
    assert tidy.reported_at == datetime(2026, 10, 26, 14, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"what": " \n"}, "breach_needs_what", "what"),
        ({"what": "x" * 501}, "text_too_long", "what"),
        ({"did": "x" * 2001}, "text_too_long", "did"),
        ({"report_ref": "x" * 61}, "entry_too_long", "report_ref"),
        ({"known_at": NOW + timedelta(minutes=1)}, "breach_ahead", "known_at"),
        ({"reported_at": NOW + timedelta(minutes=1)}, "breach_ahead", "reported_at"),
        ({"happened_on": date(2026, 11, 24)}, "breach_ahead", "happened_on"),
        ({"told_on": date(2026, 11, 24)}, "breach_ahead", "told_on"),
        ({"known_at": datetime(2005, 1, 1, tzinfo=UTC)}, "breach_long_ago", "known_at"),
        ({"happened_on": date(2005, 1, 1)}, "breach_long_ago", "happened_on"),
        ({"reported_at": KNOWN - timedelta(1)}, "breach_reported_before", "reported_at"),
        ({"people": -1}, "breach_people_off", "people"),
        ({"people": PEOPLE_MOST + 1}, "breach_people_off", "people"),
    ],
)
def test_what_cannot_be_is_refused(values, code, field) -> None:
    assert refused(replace(DIARY, **values)) == (code, field)


def test_a_breach_that_happened_before_today_with_everybody_told_is_kept() -> None:
    whole = replace(
        HIGH, happened_on=TODAY, told_on=TODAY, people=0, reported_at=NOW, report_ref="IC-1"
    )
    assert checked_breach(whole, NOW, TODAY) == whole


@pytest.mark.parametrize(
    ("draft", "law", "step"),
    [
        (DIARY, LAW, BreachStep.JUDGE),
        (DIARY, NO_LAW, BreachStep.JUDGE),
        (UNLIKELY, LAW, BreachStep.ACT),
        (LIKELY, LAW, BreachStep.REPORT),
        (LIKELY, NO_LAW, BreachStep.ACT),
        (replace(LIKELY, reported_at=NOW), LAW, BreachStep.ACT),
        (replace(LIKELY, no_report_why="They did"), LAW, BreachStep.ACT),
        (HIGH, LAW, BreachStep.REPORT),
        (HIGH, NO_LAW, BreachStep.ACT),
        (replace(HIGH, reported_at=NOW), LAW, BreachStep.TELL),
        (replace(HIGH, reported_at=NOW, told_on=TODAY), LAW, BreachStep.ACT),
        (replace(HIGH, reported_at=NOW, no_tell_why="Locked"), LAW, BreachStep.ACT),
        (replace(UNLIKELY, did="Bought a lock"), LAW, BreachStep.CLOSE),
    ],
)
def test_one_thing_is_next(draft, law, step) -> None:
    assert next_step(draft, law) is step


def test_whom_to_tell_hangs_on_the_risk() -> None:
    needed = {
        risk: (
            needs_report(replace(DIARY, risk=risk), LAW),
            needs_telling(replace(DIARY, risk=risk), LAW),
        )
        for risk in (None, *BreachRisk)
    }
    assert needed == {
        None: (False, False),
        BreachRisk.UNLIKELY: (False, False),
        BreachRisk.LIKELY: (True, False),
        BreachRisk.HIGH: (True, True),
    }
    assert not any(
        rule(replace(DIARY, risk=risk), NO_LAW)
        for rule, risk in product((needs_report, needs_telling), BreachRisk)
    )


def test_closing_says_what_is_missing() -> None:
    assert unclosed(DIARY) == ("breach_not_judged", "risk")
    assert unclosed(replace(LIKELY, risk_why="")) == ("breach_no_reason", "risk_why")
    assert unclosed(LIKELY) == ("breach_not_reported", "reported_at")
    late = replace(HIGH, reported_at=KNOWN + timedelta(hours=73))
    assert unclosed(late) == ("breach_late_unsaid", "late_why")
    in_time = replace(HIGH, reported_at=KNOWN + timedelta(hours=72))
    assert unclosed(in_time) == ("breach_not_told", "told_on")
    told = replace(late, late_why="The shop was flooded", told_on=TODAY)
    assert unclosed(told) == ("breach_nothing_done", "did")
    check_closing(replace(told, did="Changed the codes"), LAW)
    check_closing(replace(UNLIKELY, did="Found it"), NO_LAW)


def test_a_report_is_late_only_where_there_are_hours() -> None:
    late = replace(HIGH, reported_at=KNOWN + timedelta(hours=72, minutes=1))
    assert was_late(late, LAW)
    assert not was_late(late, NO_LAW)
    assert not was_late(HIGH, LAW)


def card(number, draft, closed_on=None):
    return BreachCard(id=number, draft=draft, logged_on=TODAY, closed_on=closed_on)


def test_the_clock_matters_until_somebody_was_told_or_need_not_be() -> None:
    assert is_clock_running(card(1, DIARY), LAW)
    assert is_clock_running(card(1, LIKELY), LAW)
    for settled in (
        card(1, DIARY, TODAY),
        card(1, UNLIKELY),
        card(1, replace(LIKELY, reported_at=NOW)),
        card(1, replace(LIKELY, no_report_why="Known to them")),
    ):
        assert not is_clock_running(settled, LAW)
    assert not is_clock_running(card(1, DIARY), NO_LAW)


def test_running_hours_stand_first_then_what_is_open_then_the_rest() -> None:
    later = replace(DIARY, known_at=KNOWN + timedelta(hours=1))
    cards = (
        card(1, UNLIKELY, TODAY),
        card(2, replace(later, risk=BreachRisk.UNLIKELY), TODAY),
        card(3, UNLIKELY),
        card(4, later),
        card(5, DIARY),
    )
    assert [one.id for one in in_order(cards, LAW)] == [5, 4, 3, 2, 1]
    assert [one.id for one in in_order(cards, NO_LAW)] == [4, 5, 3, 2, 1]
    assert BreachLog().law.has_report is False
