# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a change of the calendar would do to open promises, before it is saved. Keeps nothing."""

from collections.abc import Callable, Mapping
from datetime import date

from servicedesk.domain.calendars import BankHoliday
from servicedesk.domain.calendars_kept import (
    COUNTED_BY,
    ClosureCard,
    ClosureDraft,
    OpenDayDraft,
    checked_closure,
    checked_holiday,
    checked_open_day,
)
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.calendars_shifting import (
    Shift,
    TouchedPromise,
    with_closure,
    with_holidays,
    with_open_days,
    without_closure,
)
from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import AnswerValue
from servicedesk.services.calendars_reading import calendar_in
from servicedesk.services.calendars_shifting import shift_of, touched_by
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Reading, Units
from servicedesk.store.calendars import closures, closures_from, open_days_from


class CalendarPreview:
    """Foretells what saving would move; ``Calendars`` and ``Business`` do it.

    Args:
        units: reads the file.
        around: the clock, and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    @property
    def _today(self) -> date:
        return self._around.clock.today()

    def answers(self, answers: Mapping[str, AnswerValue]) -> Shift:
        """If the business had other hours, worked on bank holidays, or were somewhere else.

        Args:
            answers: checked, by question id; those that have nothing to do with it are ignored.
        """
        supposed = {key: answers[key] for key in COUNTED_BY if key in answers}
        with self._units.read() as reading:
            new = calendar_in(reading, self._around.resources, supposed)
            return shift_of(reading, self._around, new)

    def closure(self, draft: ClosureDraft, closure_id: int | None = None) -> Shift:
        """If a closure were added, or changed.

        Raises:
            Refusal: ``record_gone``, or what ``checked_closure`` raises.
        """
        with self._units.read() as reading:
            kept = closures_from(reading, date.min)
            days, reason = checked_closure(draft, self._today, kept, closure_id)
            calendar = self._calendar(reading)
            if closure_id is not None:
                calendar = without_closure(calendar, _closure(kept, closure_id).days)
            return shift_of(reading, self._around, with_closure(calendar, days, reason), days)

    def no_closure(self, closure_id: int) -> Shift:
        """If a closure were removed.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            closure = _closure(closures_from(reading, date.min), closure_id)
            return self._shift(reading, lambda known: without_closure(known, closure.days))

    def touched(self, closure_id: int) -> tuple[TouchedPromise, ...]:
        """The open promises that are due inside a closure, those not yet late.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._units.read() as reading:
            closure = _closure(closures_from(reading, date.min), closure_id)
            return touched_by(reading, self._around, closure.days)

    def holiday(self, holiday: BankHoliday) -> Shift:
        """If a bank holiday of the owner's own were added.

        Raises:
            Refusal: what ``checked_holiday`` raises.
        """
        with self._units.read() as reading:
            calendar = self._calendar(reading)
            tidy = checked_holiday(holiday, self._today, calendar.holidays)
            names = {**calendar.holidays, tidy.day: tidy.name}
            return shift_of(reading, self._around, with_holidays(calendar, names))

    def no_holiday(self, day: date) -> Shift:
        """If a bank holiday were taken out."""
        with self._units.read() as reading:
            calendar = self._calendar(reading)
            names = {one: name for one, name in calendar.holidays.items() if one != day}
            return shift_of(reading, self._around, with_holidays(calendar, names))

    def open_day(self, draft: OpenDayDraft, open_day_id: int | None = None) -> Shift:
        """If a day were opened besides the week, or changed.

        Raises:
            Refusal: what ``checked_open_day`` raises.
        """
        with self._units.read() as reading:
            kept = open_days_from(reading, date.min)
            tidy = checked_open_day(draft, self._today, kept, open_day_id)
            others = [card.draft for card in kept if card.id != open_day_id]
            return self._shift(reading, lambda known: with_open_days(known, [*others, tidy]))

    def no_open_day(self, open_day_id: int) -> Shift:
        """If a day were not opened after all."""
        with self._units.read() as reading:
            kept = open_days_from(reading, date.min)
            others = [card.draft for card in kept if card.id != open_day_id]
            return self._shift(reading, lambda known: with_open_days(known, others))

    def _calendar(self, reading: Reading) -> NamedCalendar:
        return calendar_in(reading, self._around.resources)

    def _shift(self, reading: Reading, change: Callable[[NamedCalendar], NamedCalendar]) -> Shift:
        return shift_of(reading, self._around, change(self._calendar(reading)))


def _closure(cards: tuple[ClosureCard, ...], closure_id: int) -> ClosureCard:
    for card in cards:
        if card.id == closure_id:
            return card
    raise Refusal("record_gone", record=closures.name)
