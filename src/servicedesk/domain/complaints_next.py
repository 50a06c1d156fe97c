# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is to happen next with a complaint: the first of the days that still stand at its stage."""

from dataclasses import dataclass
from datetime import date

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.complaints import ENDED, Dues, Stage
from servicedesk.domain.complaints_timing import (
    DISAGREE_WITHIN,
    OUTSIDE_AFTER,
    REMIND_AFTER,
    WAIT_MOST,
    Clock,
    Timing,
    asked_since,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextDue:
    """Something that is to happen by a day.

    Args:
        clock: what.
        on: the day.
    """

    clock: Clock
    on: date


def next_due(found: Dues, timing: Timing, calendar: WorkingCalendar) -> NextDue | None:
    """What is to happen first, or None where nothing is.

    Args:
        found: every day by which something is to happen.
        timing: what the clocks run by.
        calendar: of the business.
    """
    return min(standing_dues(found, timing, calendar), key=lambda due: due.on, default=None)


def standing_dues(found: Dues, timing: Timing, calendar: WorkingCalendar) -> tuple[NextDue, ...]:
    """The days that still stand at the stage; of two on one day the weightier comes first."""
    stage = timing.stage
    if stage in ENDED:
        days: list[tuple[Clock, date | None]] = []
    elif stage is Stage.EXTERNAL:
        days = [(Clock.OUTSIDE, _ask_outside_on(timing, calendar))]
    elif stage is Stage.RESOLVED:
        asked_on = asked_since(timing.dates)
        days = [(Clock.FOLLOW_UP, found.follow_up_on)] if asked_on is None else []
        days += [(Clock.FINISH, asked_on)]
    elif stage in (Stage.DECIDED, Stage.REMEDY_PENDING):
        days = [(Clock.REMEDY, day) for day in timing.remedies_due]
        if stage is Stage.DECIDED or not days:  # all is put right, and somebody has to say so
            days += [(Clock.SETTLE, _settle_on(timing, calendar))]
    else:
        days = _unanswered(found, timing, calendar)
    return tuple(NextDue(clock=clock, on=day) for clock, day in days if day is not None)


def _unanswered(
    found: Dues, timing: Timing, calendar: WorkingCalendar
) -> list[tuple[Clock, date | None]]:
    """While they have no answer; the eight weeks press once, and not after an opening again."""
    restarted = timing.restarted_on
    is_waiting = timing.stage is Stage.WAITING_CUSTOMER
    days: list[tuple[Clock, date | None]] = []
    if not is_waiting:
        days.append((Clock.DECIDE, found.decide_on))
    if ceiling_presses(found, timing):
        days.append((Clock.CEILING, found.ceiling_on))
    if restarted is None and timing.dates.acknowledged_at is None:
        days.append((Clock.ACKNOWLEDGE, found.acknowledge_on))
    if is_waiting:
        days.append(_chase(timing, calendar))
    return [*days, (word_due(is_told=timing.dates.acknowledged_at is not None), found.update_on)]


def word_due(*, is_told: bool) -> Clock:
    """What the next word to them is; the first one says that we have it.

    Where the law gives a month for that one, the day of the next word comes before its own.

    Args:
        is_told: they know that we have it.
    """
    return Clock.UPDATE if is_told else Clock.ACKNOWLEDGE


def ceiling_presses(found: Dues, timing: Timing) -> bool:
    """Whether the eight weeks count.

    Not once it was opened again after them, nor once a letter said why not yet, and until when.
    """
    again = timing.restarted_on
    if again is not None and again > found.ceiling_on:
        return False
    promised = timing.dates.promised_for
    return promised is None or promised <= found.ceiling_on


def _chase(timing: Timing, calendar: WorkingCalendar) -> tuple[Clock, date | None]:
    """While we wait for the customer: a reminder, then going on without."""
    pause = next((one for one in reversed(timing.pauses) if one.until is None), None)
    if pause is None:
        return Clock.REMIND, None
    if pause.reminded_on is None:
        return Clock.REMIND, calendar.add_days(pause.from_on, REMIND_AFTER, DayKind.WORKING)
    return Clock.GO_ON, calendar.add_days(pause.reminded_on, WAIT_MOST, DayKind.WORKING)


def _ask_outside_on(timing: Timing, calendar: WorkingCalendar) -> date | None:
    """When to ask whoever looks at it outside, counted anew from each word to the customer."""
    went, told = timing.dates.external_on, timing.dates.update_sent_on
    if went is None:
        return None
    since = went if told is None else max(went, told)
    return calendar.add_days(since, OUTSIDE_AFTER, DayKind.WORKING)


def _settle_on(timing: Timing, calendar: WorkingCalendar) -> date | None:
    """The last day on which the customer can disagree with the answer."""
    decided = timing.dates.decided_on
    if decided is None:
        return None
    answered = timing.dates.answered_on or max(decided, timing.restarted_on or decided)
    return calendar.add_days(answered, DISAGREE_WITHIN, DayKind.WORKING)
