# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""By when something is to happen with a complaint, and of what each count is made.

What the customer was promised is the due date: the published charter's where it names a time,
else the table of the priorities. Waiting for the customer stops the clock of the answer; waiting
for anybody else does not. Eight weeks after receipt are the end, whatever stopped.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from servicedesk.domain.calendars import DayKind, WorkingCalendar
from servicedesk.domain.calendars_counting import count_days, count_hours, days_taken
from servicedesk.domain.calendars_moments import local_date
from servicedesk.domain.calendars_segments import Count, CountUnit, NamedCalendar, Pause, Stop
from servicedesk.domain.complaints import ANSWERED, Dues, Priority, Span, Stage, Track
from servicedesk.domain.complaints_assessing import priority_of
from servicedesk.domain.complaints_next import next_due
from servicedesk.domain.complaints_timing import (
    CEILING_DAYS,
    COMPLEX_DAYS,
    DATA_AIM,
    SECOND_LOOK_DAYS,
    TIMES,
    Clock,
    ClockBasis,
    Counted,
    Timing,
)
from servicedesk.domain.legal_figures import LegalFigures


def dues(timing: Timing, calendar: WorkingCalendar, law: LegalFigures) -> Dues:
    """Every day by which something is to happen, as kept with a complaint.

    Args:
        timing: what the clocks run by.
        calendar: of the business.
        law: what the law says in figures.

    Raises:
        Refusal: ``never_open`` where opening days are counted and there are none.
    """
    run = _Run(timing, NamedCalendar(days=calendar), is_told=False)
    decide = run.decide()
    judged = run.judged(decide)
    found = Dues(
        acknowledge_on=run.acknowledge(law).day,
        decide_on=decide.day,
        judged_on=None if judged == decide.day else judged,
        aim_on=_day_of(run.aim(decide)),
        ceiling_on=run.calendar_days(CEILING_DAYS, ClockBasis.PRACTICE).day,
        update_on=_day_of(run.next_word()),
        follow_up_on=_day_of(run.follow_up()),
    )
    first = next_due(found, timing, calendar)
    return replace(found, next_on=None if first is None else first.on)


def counts(timing: Timing, known: NamedCalendar, law: LegalFigures) -> dict[Clock, Counted]:
    """Every day by which something is to happen, each with its parts; "why?" shows them.

    Args:
        timing: what the clocks run by.
        known: the calendar of the business, with the names of its holidays.
        law: what the law says in figures.

    Raises:
        Refusal: ``never_open`` where opening days are counted and there are none.
    """
    run = _Run(timing, known)
    decide = run.decide()
    found = {
        Clock.ACKNOWLEDGE: run.acknowledge(law),
        Clock.ASSESS: run.working(run.times.assess, ClockBasis.PRIORITY),
        Clock.DECIDE: decide,
        Clock.AIM: run.aim(decide),
        Clock.CEILING: run.calendar_days(CEILING_DAYS, ClockBasis.PRACTICE),
        Clock.UPDATE: run.next_word(),
        Clock.FOLLOW_UP: run.follow_up(),
    }
    return {clock: counted for clock, counted in found.items() if counted is not None}


def days_used(timing: Timing, until: date, known: NamedCalendar) -> Count:
    """Working days since it came that count, without those in which we waited for the customer."""
    run = _Run(timing, known)
    return days_taken(known, run.received_on, until, DayKind.WORKING, run.pauses)


def days_without_waits(
    received_on: date, until: date, waits: Iterable[tuple[date, date]], calendar: WorkingCalendar
) -> int:
    """As ``days_used``, of a line of a list.

    Args:
        received_on: the day it came.
        until: the last day that counts.
        waits: from when to when we waited for the customer.
        calendar: of the business.
    """
    pauses = [Pause(after=after, until=to) for after, to in waits]
    known = NamedCalendar(days=calendar)
    return days_taken(known, received_on, until, DayKind.WORKING, pauses).amount


def late_days(due: date, on: date, calendar: WorkingCalendar) -> int:
    """Working days that something came after its day; 0 for in time."""
    return calendar.days_between(due, on, DayKind.WORKING)


def _day_of(counted: Counted | None) -> date | None:
    return None if counted is None else counted.day


def _end_of(
    calendar: WorkingCalendar, start: date, amount: int, kind: DayKind, pauses: tuple[Pause, ...]
) -> date:
    """The day that ``count_days`` comes out at, without the parts."""
    if not pauses:
        return calendar.add_days(start, amount, kind)
    day = calendar.next_counting(start if amount == 0 else start + _ONE_DAY, kind)
    left = max(amount, 1)
    while True:
        left -= not any(pause.after < day <= pause.until for pause in pauses)
        if left == 0:
            return day
        day = calendar.next_counting(day + _ONE_DAY, kind)


_ONE_DAY = timedelta(days=1)
_HOUR = 60


class _Run:
    """The clocks of one complaint over one calendar.

    Args:
        timing: what they run by.
        known: the calendar.
        is_told: each count tells its parts, which takes ten times as long.
    """

    def __init__(self, timing: Timing, known: NamedCalendar, *, is_told: bool = True) -> None:
        self.is_told = is_told
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

    def days(self, start: date, amount: int, kind: DayKind, pauses: tuple[Pause, ...]) -> Count:
        """A count of days, with its parts where they are told."""
        if self.is_told:
            return count_days(self.known, start, amount, kind, pauses)
        end = _end_of(self.known.days, start, amount, kind, pauses)
        return Count(unit=CountUnit(kind.value), amount=amount, start=start, end=end)

    def working(
        self, amount: int, basis: ClockBasis, start: date | None = None, *, pauses: bool = False
    ) -> Counted:
        """Working days after a day, which is that of receipt unless it is given."""
        stops = self.pauses if pauses else ()
        begins = start or self.received_on
        count = self.days(begins, amount, DayKind.WORKING, stops)
        return Counted(count=count, basis=basis)

    def calendar_days(self, amount: int, basis: ClockBasis) -> Counted:
        """Plain days after receipt; they never pause and never roll."""
        count = self.days(self.received_on, amount, DayKind.CALENDAR, ())
        return Counted(count=count, basis=basis)

    def span(self, span: Span, *, pauses: bool = False) -> Counted:
        """A time of the charter, after receipt."""
        stops = self.pauses if pauses else ()
        if span.unit == "hour":
            halts = [self._stop(pause) for pause in stops]
            received = self.timing.received_at
            count = count_hours(self.known, received, span.amount * _HOUR, halts)
        else:
            count = self.days(self.received_on, span.amount, DayKind(span.unit), stops)
        return Counted(count=count, basis=ClockBasis.CHARTER)

    def acknowledge(self, law: LegalFigures) -> Counted:
        """Tell them we have it; where the law names the days, that of receipt is the first."""
        if self.timing.track is Track.DATA_PROTECTION:
            return self.calendar_days(law.data_told_days - 1, ClockBasis.LAW)
        usual = self.working(self.times.acknowledge, ClockBasis.PRIORITY)
        span = self.timing.promised.acknowledge
        return usual if span is None else self._sooner_if_urgent(self.span(span), usual)

    def promised(self) -> Counted | None:
        """The answer as the charter promised it, or None."""
        span = self.timing.promised.decide
        return None if span is None else self.span(span, pauses=True)

    def decide(self) -> Counted:
        """The answer: the one due date; what a letter promised stands for everything else."""
        written = self.written()
        if written is not None:
            return written
        due = self._due_at_first()
        if self.timing.assessment.is_complex and self.timing.restarted_on is None:
            longer = self._longer()
            return longer if longer.day > due.day else due
        return due

    def judged(self, due: Counted) -> date:
        """The day from which an answer that is due on a day counts as late."""
        if due.basis not in (ClockBasis.COMPLEX, ClockBasis.WRITTEN):
            return due.day
        first = self.promised() or self._longer()
        if self.timing.restarted_on is not None:
            first = self._due_at_first()
        return min(due.day, first.day)

    def written(self) -> Counted | None:
        """The answer on the day that a letter promised, or None.

        One from before it was looked into again is void. Waiting for the customer after that
        letter moves it as it moves the others.
        """
        due, said = self.timing.dates.promised_for, self.timing.dates.promised_on
        again = self.timing.restarted_on
        if due is None or said is None or (again is not None and said < again):
            return None
        spans = ((max(one.after, said), one.until) for one in self.pauses if one.until > said)
        days = self.known.days
        moved = sum(days.days_between(after, until, DayKind.WORKING) for after, until in spans)
        if moved:
            return self.working(moved, ClockBasis.WRITTEN, due)
        count = self.days(said, (due - said).days, DayKind.CALENDAR, ())
        return Counted(count=count, basis=ClockBasis.WRITTEN)

    def _due_at_first(self) -> Counted:
        """The answer before anybody put it off."""
        restarted = self.timing.restarted_on
        if restarted is not None:
            return self.working(SECOND_LOOK_DAYS, ClockBasis.SECOND_LOOK, restarted, pauses=True)
        usual, promised = self._usual(), self.promised()
        return usual if promised is None else self._sooner_if_urgent(promised, usual)

    def _longer(self) -> Counted:
        return self.working(COMPLEX_DAYS, ClockBasis.COMPLEX, pauses=True)

    def aim(self, decide: Counted) -> Counted | None:
        """A day that is aimed for, sooner than that of the answer, or None."""
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
        return usual if usual.day < decide.day else None

    def next_word(self) -> Counted | None:
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
