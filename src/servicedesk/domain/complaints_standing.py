# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How a complaint stands on a day: how long there is left, what warns, how late it is; in words."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.complaints import ANSWERED, ComplaintCard, Dates, Dues, Stage, Track
from servicedesk.domain.complaints_next import ceiling_presses
from servicedesk.domain.complaints_timing import DATA_WARN_DAYS, Clock, Timing
from servicedesk.domain.phrases import Phrases

if TYPE_CHECKING:  # Today names no part of a file, and a start pays for each that is made
    from servicedesk.domain.complaints_listed import ComplaintRow


class ComplaintStanding(StrEnum):
    """Where the answer to a complaint stands."""

    LATE = "late"
    TODAY = "today"
    SOON = "soon"
    AHEAD = "ahead"
    WAITING = "waiting"
    IN_TIME = "in_time"
    ANSWERED_LATE = "answered_late"
    ENDED = "ended"


class Warned(StrEnum):
    """How near a day has come."""

    HALF = "half"
    DAY_BEFORE = "day_before"
    TODAY = "today"
    LATE = "late"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplaintStand:
    """How the answer to a complaint stands.

    Args:
        standing: where.
        days: working days that are left, or that it is or was late.
    """

    standing: ComplaintStanding
    days: int = 0


def stand_of(
    stage: Stage, due: date, decided_on: date | None, today: date, calendar: WorkingCalendar
) -> ComplaintStand:
    """How one answer to a complaint stands, by the day from which it counts as late.

    While we wait for the customer its clock stands still, so it is not late.

    Args:
        stage: where the complaint stands.
        due: the day of the answer.
        decided_on: the day it was given, or None.
        today: the day in the shop.
        calendar: of the business.
    """
    if stage in ANSWERED:
        return _answered(due, decided_on, calendar)
    if stage is Stage.WAITING_CUSTOMER:
        return ComplaintStand(standing=ComplaintStanding.WAITING)
    if today > due:
        late = calendar.days_between(due, today, DayKind.WORKING)
        return ComplaintStand(standing=ComplaintStanding.LATE, days=late)
    if today == due:
        return ComplaintStand(standing=ComplaintStanding.TODAY)
    left = calendar.days_between(today, due, DayKind.WORKING)
    is_soon = left <= _SOON
    standing = ComplaintStanding.SOON if is_soon else ComplaintStanding.AHEAD
    return ComplaintStand(standing=standing, days=left)


def stand_of_card(card: ComplaintCard, today: date, calendar: WorkingCalendar) -> ComplaintStand:
    """How the answer to a complaint stands."""
    dates, found = card.dates, card.dues
    answers = (
        (found.first_on or found.decide_on, dates.decided_on),
        (found.judged_on or found.decide_on, dates.answered_on),
    )
    due, on = _latest(found.decide_on, card.stage, answers)
    return stand_of(card.stage, due, on, today, calendar)


def stand_of_row(row: "ComplaintRow", today: date, calendar: WorkingCalendar) -> ComplaintStand:
    """How the answer to a line of a list stands."""
    answers = (
        (row.first_due or row.due, row.decided_on),
        (row.judged_on or row.due, row.answered_on),
    )
    due, on = _latest(row.due, row.stage, answers)
    return stand_of(row.stage, due, on, today, calendar)


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWarning:
    """A day that comes near, or is over.

    Args:
        clock: DECIDE or CEILING.
        on: the day.
        warned: how near it is.
    """

    clock: Clock
    on: date
    warned: Warned


def warnings_of(
    timing: Timing, found: Dues, today: date, calendar: WorkingCalendar
) -> tuple[DueWarning, ...]:
    """What warns of the answer, and of the eight weeks; nothing once they have the answer.

    Args:
        timing: what the clocks run by.
        found: every day by which something is to happen.
        today: the day in the shop.
        calendar: of the business.
    """
    received_on = local_date(calendar, timing.received_at)
    days = []
    if timing.stage not in ANSWERED | {Stage.WAITING_CUSTOMER}:
        days.append((Clock.DECIDE, timing.restarted_on or received_on, found.decide_on))
    if timing.stage not in ANSWERED and ceiling_presses(found, timing):
        days.append((Clock.CEILING, received_on, found.ceiling_on))
    warned = ((clock, on, warned_of(begun, on, today, calendar)) for clock, begun, on in days)
    return tuple(
        DueWarning(clock=clock, on=on, warned=how) for clock, on, how in warned if how is not None
    )


def warned_of(
    begun_on: date | None, due: date, today: date, calendar: WorkingCalendar
) -> Warned | None:
    """What warns of a day: half the time gone, the working day before it, the day itself.

    Args:
        begun_on: the day the time began; None where it is not known, so that half is not.
        due: the day it ends.
        today: the day in the shop.
        calendar: of the business.
    """
    if today > due:
        return Warned.LATE
    if today == due:
        return Warned.TODAY
    if calendar.days_between(today, due, DayKind.WORKING) <= _SOON:
        return Warned.DAY_BEFORE
    if begun_on is None:
        return None
    gone = calendar.days_between(begun_on, today, DayKind.WORKING)
    whole = calendar.days_between(begun_on, due, DayKind.WORKING)
    return Warned.HALF if gone * 2 >= whole else None


def law_warns(track: Track, received_on: date, found: Dues, dates: Dates, today: date) -> bool:
    """The law's day for telling somebody that we have their complaint comes near, or is over."""
    if track is not Track.DATA_PROTECTION or dates.acknowledged_at is not None:
        return False
    return today >= min(received_on + timedelta(days=DATA_WARN_DAYS), found.acknowledge_on)


def update_is_due(found: Dues, today: date) -> bool:
    """A word on how it goes is due: its day has come, or the answer is late without one."""
    return found.update_on is not None and today >= min(found.update_on, found.decide_on + _DAY)


def stand_words(stand: ComplaintStand, phrases: Phrases) -> str:
    """How it stands in a few words, such as "late by 2 working days"."""
    match stand.standing:
        case ComplaintStanding.AHEAD | ComplaintStanding.SOON:
            return phrases.count("complaint_stand.left", Decimal(stand.days))
        case ComplaintStanding.LATE | ComplaintStanding.ANSWERED_LATE:
            key = f"complaint_stand.{stand.standing.value}"
            if not stand.days:
                return phrases.say(f"{key}_just")
            return phrases.count(key, Decimal(stand.days))
        case _:
            return phrases.say(f"complaint_stand.{stand.standing.value}")


_SOON = 1
"""Working days before its day at which something is due soon."""

_DAY = timedelta(days=1)


def _latest(
    due: date, stage: Stage, answers: tuple[tuple[date, date | None], ...]
) -> tuple[date, date | None]:
    """The due day and the day of the answer that came the latest after its own due day.

    A later answer in time does not make an earlier one punctual. Before an answer, and while it
    is looked into again, the day that stands counts.
    """
    given = [(by, on) for by, on in answers if on is not None]
    if stage not in ANSWERED or not given:
        return due, None
    return max(given, key=lambda answer: answer[1] - answer[0])


def _answered(due: date, decided_on: date | None, calendar: WorkingCalendar) -> ComplaintStand:
    if decided_on is None:
        return ComplaintStand(standing=ComplaintStanding.ENDED)
    if decided_on <= due:
        return ComplaintStand(standing=ComplaintStanding.IN_TIME)
    late = calendar.days_between(due, decided_on, DayKind.WORKING)
    return ComplaintStand(standing=ComplaintStanding.ANSWERED_LATE, days=late)
