# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What an owner does with the calendar: the ordinary week, closures, bank holidays."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from servicedesk.domain.calendars import (
    BankHoliday,
    HolidayTable,
    Nation,
    WorkingCalendar,
)
from servicedesk.domain.calendars_kept import (
    ClosureCard,
    ClosureDraft,
    HolidayCard,
    HolidaySource,
    KeptHoliday,
    OpenDayCard,
    OpenDayDraft,
    checked_closure,
    checked_holiday,
    checked_open_day,
)
from servicedesk.domain.calendars_segments import Count, NamedCalendar
from servicedesk.domain.calendars_shifting import count_allowance, due_of
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import WeeklyHours
from servicedesk.domain.promises import Allowance, Due
from servicedesk.services.calendars_reading import calendar_in, holiday_cards, known_up_to
from servicedesk.services.calendars_shifting import moving_dues
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.holidays_filling import fill, is_filled, table_of
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Done, Reading, Unit, Units
from servicedesk.store.calendars import (
    bank_holidays,
    closures,
    closures_from,
    holiday_values,
    holidays_of,
    open_day_values,
    open_days,
    open_days_from,
    weekly_hours,
)


class Calendars:
    """The use cases of the calendar.

    Args:
        units: opens changes and reads.
        around: the clock, and the holidays that come with the program.
    """

    def __init__(self, units: Units, around: Surroundings) -> None:
        self._units = units
        self._around = around

    @property
    def _today(self) -> date:
        return self._around.clock.today()

    def calendar(self) -> WorkingCalendar:
        """The calendar of the business, by which every day is counted.

        Without hours the door is taken to be open from Monday to Friday, 9 to 5.
        """
        return self.named().days

    def named(self) -> NamedCalendar:
        """The calendar of the business with the names of its holidays and closures."""
        with self._units.read() as reading:
            return calendar_in(reading, self._around.resources)

    def why(self, allowance: Allowance) -> Count:
        """What an allowance is made of: the parts of its count, which add up to it.

        Raises:
            Refusal: ``never_open`` when the business is not open for ten years together.
        """
        return count_allowance(self.named(), allowance)

    def due(self, allowance: Allowance) -> Due:
        """By when an allowance is due, by the calendar as it is.

        Raises:
            Refusal: as for ``why``.
        """
        return due_of(self.named(), allowance)

    def hours(self) -> WeeklyHours | None:
        """The ordinary week, or None while it has not been said."""
        with self._units.read() as reading:
            return weekly_hours(reading)

    def closures(self) -> tuple[ClosureCard, ...]:
        """The closures that have not ended yet, by their last day."""
        with self._units.read() as reading:
            return closures_from(reading, self._today)

    def add_closure(self, draft: ClosureDraft, who: str) -> Done[ClosureCard]:
        """Add a closure.

        Raises:
            Refusal: what ``checked_closure`` raises.
        """
        with self._changing("add closure", who) as unit:
            values = self._closure_values(unit, draft)
            row = unit.insert(closures, values)
            card = _closure(unit.connection, row)
        return Done(card=card, changes=unit.changes)

    def change_closure(self, closure_id: int, draft: ClosureDraft, who: str) -> Done[ClosureCard]:
        """Change a closure.

        Raises:
            Refusal: ``record_gone``, or what ``checked_closure`` raises.
        """
        with self._changing("change closure", who) as unit:
            values = self._closure_values(unit, draft, closure_id)
            unit.update(closures, closure_id, values)
            card = _closure(unit.connection, closure_id)
        return Done(card=card, changes=unit.changes)

    def remove_closure(self, closure_id: int, who: str) -> Done[ClosureCard]:
        """Remove a closure.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._changing("remove closure", who) as unit:
            card = _closure(unit.connection, closure_id)
            unit.remove(closures, closure_id)
        return Done(card=card, changes=unit.changes)

    def open_days(self) -> tuple[OpenDayCard, ...]:
        """Days from today on that the business opens although the week says shut, in order."""
        with self._units.read() as reading:
            return open_days_from(reading, self._today)

    def add_open_day(self, draft: OpenDayDraft, who: str) -> Done[OpenDayCard]:
        """Open on a day besides the week; its hours win over the week, holidays and closures.

        Raises:
            Refusal: what ``checked_open_day`` raises.
        """
        with self._changing("add open day", who) as unit:
            tidy = self._open_day(unit.connection, draft)
            row = unit.insert(open_days, open_day_values(tidy))
        return Done(card=OpenDayCard(id=row, draft=tidy), changes=unit.changes)

    def change_open_day(self, open_day_id: int, draft: OpenDayDraft, who: str) -> Done[OpenDayCard]:
        """Change such a day.

        Raises:
            Refusal: ``record_gone``, or what ``checked_open_day`` raises.
        """
        with self._changing("change open day", who) as unit:
            tidy = self._open_day(unit.connection, draft, open_day_id)
            unit.update(open_days, open_day_id, open_day_values(tidy))
        return Done(card=OpenDayCard(id=open_day_id, draft=tidy), changes=unit.changes)

    def remove_open_day(self, open_day_id: int, who: str) -> Done[OpenDayCard]:
        """Take such a day out.

        Raises:
            Refusal: ``record_gone``.
        """
        with self._changing("remove open day", who) as unit:
            cards = {card.id: card for card in open_days_from(unit.connection, date.min)}
            unit.remove(open_days, open_day_id)
        return Done(card=cards[open_day_id], changes=unit.changes)

    def nation(self) -> Nation:
        """Where the business is; England while it has not been said."""
        with self._units.read() as reading:
            return nation_in(read_facts(reading))

    def holidays(self) -> tuple[HolidayCard, ...]:
        """The bank holidays of the business, in order of day, those gone by among them."""
        with self._units.read() as reading:
            return holiday_cards(reading, self._around.resources, read_facts(reading))

    def known_up_to(self) -> date | None:
        """The last day that the holidays speak for; None where there is no table at all."""
        with self._units.read() as reading:
            return known_up_to(self._around.resources, read_facts(reading))

    def can_refill(self) -> bool:
        """Whether the program knows further ahead than the business's own table does."""
        known, comes = self.known_up_to(), self._table(self.nation()).known_up_to
        return known is not None and comes is not None and comes > known

    def add_holiday(self, holiday: BankHoliday, who: str) -> Done[HolidayCard]:
        """Add a day of the owner's own, or bring one back that was taken out.

        Raises:
            Refusal: what ``checked_holiday`` raises.
        """
        with self._changing("add bank holiday", who) as unit:
            nation, rows = self._own_rows(unit)
            there = [row for row in rows.values() if row.source is not HolidaySource.REMOVED]
            tidy = checked_holiday(holiday, self._today, {row.holiday.day for row in there})
            values = holiday_values(nation, tidy, HolidaySource.OWN)
            if tidy.day in rows:
                unit.update(bank_holidays, rows[tidy.day].id, values)
            else:
                unit.insert(bank_holidays, values)
        return Done(card=HolidayCard(holiday=tidy, is_own=True), changes=unit.changes)

    def remove_holiday(self, day: date, who: str) -> Done[HolidayCard]:
        """Take a day out; no refill brings it back.

        Raises:
            Refusal: ``record_gone`` when it is none of the bank holidays.
        """
        with self._changing("remove bank holiday", who) as unit:
            _, rows = self._own_rows(unit)
            row = rows.get(day)
            if row is None or row.source is HolidaySource.REMOVED:
                raise Refusal("record_gone", record=bank_holidays.name)
            if row.source is HolidaySource.OWN:
                unit.remove(bank_holidays, row.id)
            else:
                unit.update(bank_holidays, row.id, {"source": HolidaySource.REMOVED.value})
        return Done(card=_card(row), changes=unit.changes)

    def refill(self, who: str) -> Done[tuple[HolidayCard, ...]]:
        """Bring the table up to date with the program; what the owner changed stays."""
        with self._changing("bring bank holidays up to date", who) as unit:
            nation = nation_in(read_facts(unit.connection))
            fill(unit, self._table(nation), self._today)
            facts = read_facts(unit.connection)
            cards = holiday_cards(unit.connection, self._around.resources, facts)
        return Done(card=cards, changes=unit.changes)

    @contextmanager
    def _changing(self, use_case: str, who: str) -> Iterator[Unit]:
        """A change of the calendar, with the due dates that it moves."""
        with (
            self._units.change(use_case, who) as unit,
            moving_dues(unit, self._around, who),
        ):
            yield unit

    def _open_day(
        self, reading: Reading, draft: OpenDayDraft, open_day_id: int | None = None
    ) -> OpenDayDraft:
        others = open_days_from(reading, self._today)
        return checked_open_day(draft, self._today, others, open_day_id)

    def _table(self, nation: Nation) -> HolidayTable:
        return table_of(self._around.resources, nation)

    def _own_rows(self, unit: Unit) -> tuple[Nation, dict[date, KeptHoliday]]:
        """The rows of the business's nation by day; its table is filled first."""
        facts = read_facts(unit.connection)
        nation = nation_in(facts)
        if not is_filled(facts, nation):
            fill(unit, self._table(nation), self._today)
        return nation, {row.holiday.day: row for row in holidays_of(unit.connection, nation)}

    def _closure_values(
        self, unit: Unit, draft: ClosureDraft, closure_id: int | None = None
    ) -> dict[str, object]:
        others = closures_from(unit.connection, self._today)
        days, reason = checked_closure(draft, self._today, others, closure_id)
        return {"first": days.first, "last": days.last, "reason": reason}


def _closure(reading: Reading, closure_id: int) -> ClosureCard:
    for card in closures_from(reading, date.min):
        if card.id == closure_id:
            return card
    raise Refusal("record_gone", record=closures.name)


def _card(row: KeptHoliday) -> HolidayCard:
    return HolidayCard(holiday=row.holiday, is_own=row.source is HolidaySource.OWN)
