# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The calendar of the business as it stands in the file, read inside somebody else's step.

Every service that counts days or hours reads it here, so that all of them count alike.
"""

from datetime import date
from pathlib import Path
from types import MappingProxyType

from servicedesk.domain.calendars import HolidayTable, Nation, WorkingCalendar
from servicedesk.domain.calendars_kept import HOURS, HolidayCard, HolidaySource
from servicedesk.domain.calendars_segments import NamedCalendar
from servicedesk.domain.guides import Answers
from servicedesk.domain.hours import MONDAY_TO_FRIDAY, WeeklyHours
from servicedesk.services.facts import nation_in, read_facts
from servicedesk.services.holidays_filling import is_filled, known_key, table_of
from servicedesk.services.unit import Reading
from servicedesk.store.calendars import (
    bank_holidays,
    closures,
    closures_from,
    holidays_of,
    open_days,
    open_days_from,
    opening_hours,
    weekly_hours,
)
from servicedesk.store.facts import business_facts
from servicedesk.store.settled import settled

_TABLES = frozenset(
    table.name for table in (business_facts, opening_hours, closures, open_days, bank_holidays)
)
"""What a calendar is read from."""


def calendar_in(
    reading: Reading, resources: Path, supposed: Answers = MappingProxyType({})
) -> NamedCalendar:
    """The calendar of the business, by which every day is counted, with its names.

    Without hours the door is taken to be open from Monday to Friday, 9 to 5. Five statements the
    first time, one while it stays as it is.

    Args:
        reading: inside a read or a change.
        resources: folder of the program's data files.
        supposed: answers that are taken as said in the place of what is kept, such as other
            opening hours.
    """
    if supposed:
        return _read(reading, resources, supposed)
    key = ("calendar", resources)
    return settled(reading, key, _TABLES, lambda: _read(reading, resources, supposed))


def _read(reading: Reading, resources: Path, supposed: Answers) -> NamedCalendar:
    facts = {**read_facts(reading), **supposed}
    hours = facts.get(HOURS, weekly_hours(reading))
    holidays = holiday_cards(reading, resources, facts)
    closures = closures_from(reading, date.min)
    days = WorkingCalendar(
        bank_holidays=frozenset(card.holiday.day for card in holidays),
        hours=hours if isinstance(hours, WeeklyHours) else MONDAY_TO_FRIDAY,
        closures=tuple(card.days for card in closures),
        extra_open={card.draft.day: card.draft.hours for card in open_days_from(reading, date.min)},
        open_on_bank_holidays=facts.get("open_bank_holidays") is True,
    )
    return NamedCalendar(
        days=days,
        holidays={card.holiday.day: card.holiday.name for card in holidays},
        closures=tuple((card.days, card.reason) for card in closures),
        known_up_to=known_up_to(resources, facts),
    )


def holiday_cards(reading: Reading, resources: Path, facts: Answers) -> tuple[HolidayCard, ...]:
    """The bank holidays of the business, in order of day, those gone by among them.

    Args:
        reading: inside a read or a change.
        resources: folder of the program's data files.
        facts: as ``read_facts`` gives them.
    """
    nation = nation_in(facts)
    if not is_filled(facts, nation):
        return tuple(HolidayCard(holiday=one) for one in _table(resources, nation).holidays)
    return tuple(
        HolidayCard(holiday=row.holiday, is_own=row.source is HolidaySource.OWN)
        for row in holidays_of(reading, nation)
        if row.source is not HolidaySource.REMOVED
    )


def known_up_to(resources: Path, facts: Answers) -> date | None:
    """The last day that the holidays speak for; None where there is no table at all."""
    nation = nation_in(facts)
    known = facts.get(known_key(nation))
    return known if isinstance(known, date) else _table(resources, nation).known_up_to


def _table(resources: Path, nation: Nation) -> HolidayTable:
    return table_of(resources, nation)
