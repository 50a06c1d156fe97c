# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The business's own copy of the bank holidays, filled from what comes with the program.

The copy is the truth: what the owner added or took out stays so through every refill. It works
inside a step that somebody else has begun.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from servicedesk.content.holidays import Holidays
from servicedesk.domain.calendars import HolidayTable, Nation
from servicedesk.domain.calendars_kept import HolidaySource, refill_of
from servicedesk.services.facts import keep_fact
from servicedesk.services.unit import Unit
from servicedesk.store.calendars import bank_holidays, holiday_values, holidays_of

if TYPE_CHECKING:  # a start reads facts, and puts no question
    from servicedesk.domain.guides import Answers


def known_key(nation: Nation) -> str:
    """The key of the note up to which day the copy of a nation speaks."""
    return f"holidays_known_up_to.{nation.value}"


def is_filled(facts: "Answers", nation: Nation) -> bool:
    """Whether the business has its own copy for a nation; somewhere else needs none."""
    return nation is Nation.ELSEWHERE or known_key(nation) in facts


def table_of(resources: Path, nation: Nation) -> HolidayTable:
    """The holidays of a nation as they come with the program."""
    return Holidays(resources).table(nation)


def fill(unit: Unit, table: HolidayTable, today: date) -> None:
    """Bring the copy of a nation up to date.

    Args:
        unit: the step it is part of.
        table: as it comes with the program.
        today: days before it are never taken away.
    """
    nation = table.nation
    refill = refill_of(holidays_of(unit.connection, nation), table, today)
    program = HolidaySource.PROGRAM
    for holiday in refill.add:
        unit.insert(bank_holidays, holiday_values(nation, holiday, program))
    for row, holiday in refill.change:
        unit.update(bank_holidays, row, holiday_values(nation, holiday, program))
    for row in refill.remove:
        unit.remove(bank_holidays, row)
    keep_fact(unit, known_key(nation), table.known_up_to)
