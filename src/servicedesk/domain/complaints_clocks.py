# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By when something is to happen with a complaint, and of what each count is made.

What the customer was promised is the due date: the published charter's where it names a time,
else the table of the priorities. Waiting for the customer stops the clock of the answer; waiting
for anybody else does not. Eight weeks after receipt are the end, whatever stopped.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_counting import count_days, count_hours, days_taken
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import Count, NamedCalendar, Pause, Stop
from servicedesk.domain.complaints import ANSWERED, Dues, Priority, Span, Stage, Track
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_next import next_due
from servicedesk.domain.complaints_timing import (
    CEILING_DAYS,
    COMPLEX_DAYS,
    DATA_ACKNOWLEDGE_DAYS,
    DATA_AIM,
    SECOND_LOOK_DAYS,
    TIMES,
    Clock,
    ClockBasis,
    Counted,
    Timing,
)


def dues(timing: Timing, calendar: WorkingCalendar) -> Dues:
    """Every day by which something is to happen, as kept with a complaint.

    Raises:
        Refusal: ``never_open`` where opening days are counted and there are none.
    """
    known = NamedCalendar(days=calendar)
    days = {clock: counted.day for clock, counted in counts(timing, known).items()}
    found = Dues(
        acknowledge_on=days[Clock.ACKNOWLEDGE],
        decide_on=days[Clock.DECIDE],
        aim_on=days.get(Clock.AIM),
        ceiling_on=days[Clock.CEILING],
        update_on=days.get(Clock.UPDATE),
        follow_up_on=days.get(Clock.FOLLOW_UP),
    )
    first = next_due(found, timing, calendar)
    return replace(found, next_on=None if first is None else first.on)


def counts(timing: Timing, known: NamedCalendar) -> dict[Clock, Counted]:
    """Every day by which something is to happen, each with its parts; "why?" shows them.

    Args:
        timing: what the clocks run by.
        known: the calendar of the business, with the names of its holidays.

    Raises:
        Refusal: ``never_open`` where opening days are counted and there are none.
    """
    run = _Run(timing, known)
    found = {
        Clock.ACKNOWLEDGE: run.acknowledge(),
        Clock.ASSESS: run.working(run.times.assess, ClockBasis.PRIORITY),
        Clock.DECIDE: run.decide(),
        Clock.AIM: run.aim(),
        Clock.CEILING: run.calendar_days(CEILING_DAYS, ClockBasis.PRACTICE),
        Clock.UPDATE: run.update(),
        Clock.FOLLOW_UP: run.follow_up(),
    }
    return {clock: counted for clock, counted in found.items() if counted is not None}


def judged_on(timing: Timing, calendar: WorkingCalendar) -> date:
    """The day by which lateness is counted.

    It is the day of the answer, except where that was put off past the charter: what the charter
    said stays what counts.
    """
    run = _Run(timing, NamedCalendar(days=calendar))
    due = run.decide()
    promised = run.promised() if due.basis is ClockBasis.COMPLEX else None
    return due.day if promised is None else promised.day


def days_used(timing: Timing, until: date, known: NamedCalendar) -> Count:
    """Working days since it came that count, without those in which we waited for the customer."""
    run = _Run(timing, known)
    return days_taken(known, run.received_on, until, DayKind.WORKING, run.pauses)


def late_days(due: date, on: date, calendar: WorkingCalendar) -> int:
    """Working days that something came after its day; 0 for in time."""
    return calendar.days_between(due, on, DayKind.WORKING)


_ONE_DAY = timedelta(days=1)
_HOUR = 60


class _Run:
    """The clocks of one complaint over one calendar."""

    def __init__(self, timing: Timing, known: NamedCalendar) -> None:
        self.timing = timing
        self.known = known
        self.received_on = local_date(known.days, timing.received_at)
        self.priority = priority_of(timing.assessment)
        self.times = TIMES[self.priority]
        self.pauses = tuple(
            Pause(after=pause.from_on, until=pause.until)
            for pause in timing.pauses
            if pause.until is not None
        )

    def working(
        self, amount: int, basis: ClockBasis, start: date | None = None, *, pauses: bool = False
    ) -> Counted:
        """Working days after a day, which is that of receipt unless it is given."""
        stops = self.pauses if pauses else ()
        begins = start or self.received_on
        count = count_days(self.known, begins, amount, DayKind.WORKING, stops)
        return Counted(count=count, basis=basis)

    def calendar_days(self, amount: int, basis: ClockBasis) -> Counted:
        """Plain days after receipt; they never pause and never roll."""
        count = count_days(self.known, self.received_on, amount, DayKind.CALENDAR)
        return Counted(count=count, basis=basis)

    def span(self, span: Span, *, pauses: bool = False) -> Counted:
        """A time of the charter, after receipt."""
        stops = self.pauses if pauses else ()
        if span.unit == "hour":
            halts = [self._stop(pause) for pause in stops]
            received = self.timing.received_at
            count = count_hours(self.known, received, span.amount * _HOUR, halts)
        else:
            count = count_days(self.known, self.received_on, span.amount, DayKind(span.unit), stops)
        return Counted(count=count, basis=ClockBasis.CHARTER)

    def acknowledge(self) -> Counted:
        """Tell them we have it."""
        if self.timing.track is Track.DATA_PROTECTION:
            return self.calendar_days(DATA_ACKNOWLEDGE_DAYS, ClockBasis.LAW)
        usual = self.working(self.times.acknowledge, ClockBasis.PRIORITY)
        span = self.timing.promised.acknowledge
        return usual if span is None else self._sooner_if_urgent(self.span(span), usual)

    def promised(self) -> Counted | None:
        """The answer as the charter promised it, or None."""
        span = self.timing.promised.decide
        return None if span is None else self.span(span, pauses=True)

    def decide(self) -> Counted:
        """The answer: the one due date."""
        restarted = self.timing.restarted_on
        if restarted is not None:
            return self.working(SECOND_LOOK_DAYS, ClockBasis.SECOND_LOOK, restarted, pauses=True)
        usual = self._usual()
        promised = self.promised()
        due = usual if promised is None else self._sooner_if_urgent(promised, usual)
        if self.timing.assessment.is_complex:
            longer = self.working(COMPLEX_DAYS, ClockBasis.COMPLEX, pauses=True)
            return longer if longer.day > due.day else due
        return due

    def aim(self) -> Counted | None:
        """A sooner day that is aimed for, or None."""
        if self.timing.track is Track.DATA_PROTECTION:
            if self.timing.dates.acknowledged_at is not None:
                return None
            promised = self.timing.promised.acknowledge
            if promised is not None:
                return self.span(promised)
            return self.working(DATA_AIM.amount, ClockBasis.PRACTICE)
        if self.timing.restarted_on is not None or self.timing.assessment.is_complex:
            return None
        usual = self._usual()
        return usual if usual.day < self.decide().day else None

    def update(self) -> Counted | None:
        """The next word on how it goes; None while they owe us one, and once they have it."""
        stage = self.timing.stage
        if stage in ANSWERED or stage is Stage.WAITING_CUSTOMER:
            return None
        since = self.timing.restarted_on or self.received_on
        sent = self.timing.dates.update_sent_on
        if sent is None or sent < since:
            amount, start = self.times.first_update, since
        else:
            amount, start = self.times.next_updates, sent
        return self.working(amount, ClockBasis.PRIORITY, start, pauses=True)

    def follow_up(self) -> Counted | None:
        """Asking how it went, after it was put right."""
        resolved = self.timing.dates.resolved_on
        if resolved is None or self.timing.stage not in (Stage.RESOLVED, Stage.CLOSED):
            return None
        return self.working(self.times.follow_up, ClockBasis.PRIORITY, resolved)

    def _usual(self) -> Counted:
        """The answer as the priority asks, or as is aimed for where no law names a day."""
        if self.timing.track is Track.DATA_PROTECTION:
            return self.working(COMPLEX_DAYS, ClockBasis.PRACTICE, pauses=True)
        return self.working(self.times.decide, ClockBasis.PRIORITY, pauses=True)

    def _sooner_if_urgent(self, promised: Counted, usual: Counted) -> Counted:
        """What the charter promised; for what goes first the sooner of the two."""
        is_first = self.priority is Priority.P1 and self.timing.track is Track.ORDINARY
        return usual if is_first and usual.day < promised.day else promised

    def _stop(self, pause: Pause) -> Stop:
        """The same pause for a count of hours: from the end of one day to the end of another."""
        begins, ends = (
            datetime.combine(day + _ONE_DAY, time(0), self.known.days.zone).astimezone(UTC)
            for day in (pause.after, pause.until)
        )
        return Stop(begins=begins, ends=ends)
