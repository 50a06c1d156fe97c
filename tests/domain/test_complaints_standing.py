# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a complaint stands on a day, what warns, and in which words."""

from datetime import date

import pytest

from servicedesk.domain.complaints import Dates, Priority, Stage, Track
from servicedesk.domain.complaints_file import PauseCard
from servicedesk.domain.complaints_listed import ComplaintRow
from servicedesk.domain.complaints_next import NextDue, next_due
from servicedesk.domain.complaints_standing import (
    Warned,
    law_warns,
    stand_of,
    stand_of_row,
    stand_words,
    update_is_due,
    warned_of,
    warnings_of,
)
from servicedesk.domain.complaints_timing import Clock, Timing
from tests.domain.complaints_made import ENG, RECEIVED, at, dues, timing
from tests.helpers.builders import words

DUE = date(2026, 9, 28)


@pytest.mark.parametrize(
    ("stage", "decided", "today", "said"),
    [
        (Stage.RECEIVED, None, date(2026, 9, 18), "6 working days left"),
        (Stage.RECEIVED, None, date(2026, 9, 25), "1 working day left"),
        (Stage.INVESTIGATING, None, DUE, "due today"),
        (Stage.INVESTIGATING, None, date(2026, 9, 30), "late by 2 working days"),
        (Stage.WAITING_OTHER, None, date(2026, 9, 29), "late by 1 working day"),
        (
            Stage.WAITING_CUSTOMER,
            None,
            date(2026, 9, 30),
            "the clock stands still",
        ),
        (Stage.DECIDED, DUE, date(2026, 10, 30), "answered in time"),
        (Stage.CLOSED, date(2026, 9, 29), date(2026, 10, 30), "answered 1 working day late"),
        (Stage.CLOSED, date(2026, 9, 30), date(2026, 10, 30), "answered 2 working days late"),
        (Stage.WITHDRAWN, None, date(2026, 10, 30), "ended"),
    ],
)
def test_how_it_stands(stage: Stage, decided: date | None, today: date, said: str) -> None:
    assert stand_words(stand_of(stage, DUE, decided, today, ENG), words()) == said


def test_late_over_a_weekend_is_just_late() -> None:
    friday, saturday = date(2026, 9, 25), date(2026, 9, 26)
    late = stand_of(Stage.RECEIVED, friday, None, saturday, ENG)
    assert stand_words(late, words()) == "late"
    answered = stand_of(Stage.DECIDED, friday, saturday, saturday, ENG)
    assert stand_words(answered, words()) == "answered late"


def test_a_line_of_a_list_stands_the_same() -> None:
    row = ComplaintRow(
        id=1,
        ref="C-2026-0001",
        text="late",
        stage=Stage.DECIDED,
        priority=Priority.P2,
        received_on=RECEIVED,
        due=DUE,
        decided_on=date(2026, 9, 30),
    )
    assert stand_words(stand_of_row(row, DUE, ENG), words()) == "answered 2 working days late"


@pytest.mark.parametrize(
    ("today", "warned"),
    [
        (date(2026, 9, 18), None),
        (date(2026, 9, 21), Warned.HALF),
        (date(2026, 9, 24), Warned.HALF),
        (date(2026, 9, 25), Warned.DAY_BEFORE),
        (date(2026, 9, 27), Warned.DAY_BEFORE),
        (DUE, Warned.TODAY),
        (date(2026, 9, 29), Warned.LATE),
    ],
)
def test_what_warns_of_a_day(today: date, warned: Warned | None) -> None:
    assert warned_of(RECEIVED, DUE, today, ENG) is warned


def test_the_day_of_the_law_warns_from_the_twentieth_day() -> None:
    received = date(2026, 11, 2)
    legal = timing(received, track=Track.DATA_PROTECTION)
    found = dues(legal, ENG)

    def warns(today: date, track: Track = legal.track, dates: Dates = legal.dates) -> bool:
        return law_warns(track, received, found, dates, today)

    assert not warns(date(2026, 11, 21))
    assert warns(date(2026, 11, 22))
    assert warns(date(2027, 1, 1))
    assert not warns(date(2026, 11, 22), dates=Dates(acknowledged_at=at(received)))
    assert not warns(date(2026, 11, 22), track=Track.ORDINARY)


def test_scenario_16_a_word_on_how_it_goes_was_due() -> None:
    found = dues(timing(), ENG)
    assert not update_is_due(found, date(2026, 9, 20))
    assert update_is_due(found, date(2026, 9, 21))
    told_late = dues(timing(dates=Dates(update_sent_on=date(2026, 9, 25))), ENG)
    assert not update_is_due(told_late, DUE)
    assert update_is_due(told_late, date(2026, 9, 29))
    answered = dues(timing(stage=Stage.DECIDED), ENG)
    assert not update_is_due(answered, date(2026, 10, 30))


RESOLVED = Dates(resolved_on=date(2026, 9, 22))
PAUSED = PauseCard(id=1, complaint_id=1, from_on=date(2026, 9, 17))


@pytest.mark.parametrize(
    ("of", "clock", "on"),
    [
        (timing(), Clock.ACKNOWLEDGE, date(2026, 9, 16)),
        (timing(dates=Dates(acknowledged_at=at(RECEIVED))), Clock.UPDATE, date(2026, 9, 21)),
        (timing(track=Track.DATA_PROTECTION), Clock.ACKNOWLEDGE, date(2026, 9, 21)),
        (
            timing(
                dates=Dates(acknowledged_at=at(RECEIVED), update_sent_on=date(2026, 9, 21)),
            ),
            Clock.DECIDE,
            DUE,
        ),
        (
            timing(
                stage=Stage.WAITING_CUSTOMER,
                dates=Dates(acknowledged_at=at(RECEIVED)),
                pauses=(PAUSED,),
            ),
            Clock.REMIND,
            date(2026, 9, 24),
        ),
        (timing(stage=Stage.RESOLVED, dates=RESOLVED), Clock.FOLLOW_UP, date(2026, 10, 6)),
        (
            timing(stage=Stage.DECIDED, remedies_due=(date(2026, 9, 30),)),
            Clock.REMEDY,
            date(2026, 9, 30),
        ),
    ],
)
def test_what_is_next(of: Timing, clock: Clock, on: date) -> None:
    assert next_due(dues(of, ENG), of, ENG) == NextDue(clock=clock, on=on)


def test_nothing_is_next_once_it_has_ended() -> None:
    ended = timing(stage=Stage.CLOSED)
    assert next_due(dues(ended, ENG), ended, ENG) is None


def test_the_answer_and_the_eight_weeks_warn_by_themselves() -> None:
    """Due on 28 September and 9 November; a second look has a half-time of its own."""

    def warned(today: date, **said: object) -> list[tuple[Clock, Warned]]:
        about = timing(**said)
        found = warnings_of(about, dues(about, ENG), today, ENG)
        return [(one.clock, one.warned) for one in found]

    assert warned(date(2026, 9, 18)) == []
    assert warned(date(2026, 9, 21)) == [(Clock.DECIDE, Warned.HALF)]
    over = [(Clock.DECIDE, Warned.LATE), (Clock.CEILING, Warned.DAY_BEFORE)]
    assert warned(date(2026, 11, 6)) == over
    waiting = warned(date(2026, 11, 9), stage=Stage.WAITING_CUSTOMER)
    assert waiting == [(Clock.CEILING, Warned.TODAY)]
    assert warned(date(2026, 11, 9), stage=Stage.DECIDED) == []
    again = {"restarted_on": date(2026, 10, 1), "stage": Stage.INVESTIGATING}
    assert warned(date(2026, 10, 7), **again) == []
    assert warned(date(2026, 10, 8), **again)[0] == (Clock.DECIDE, Warned.HALF)
    promised = Dates(promised_for=date(2026, 11, 27), promised_on=date(2026, 11, 9))
    assert warned(date(2026, 11, 10), dates=promised) == [(Clock.DECIDE, Warned.HALF)]
    reopened = warned(date(2027, 3, 2), restarted_on=date(2027, 3, 1))
    assert reopened == []


def test_where_the_beginning_is_not_known_half_the_time_is_not() -> None:
    assert warned_of(None, DUE, date(2026, 9, 22), ENG) is None
