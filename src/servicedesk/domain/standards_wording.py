# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Amounts, sums and times of a standard put into the words of one language.

Words come from ``[standard]`` of the words file; this module knows only which to ask for.
"""

from datetime import time
from decimal import Decimal

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.phrases import Phrases
from servicedesk.domain.standards import (
    Amount,
    Bound,
    ServiceStandard,
    Unit,
)
from servicedesk.domain.standards_amounts import COUNTS_DAYS, PENCE, grouped_number


class Wording:
    """Puts amounts, times and levels into words.

    Args:
        phrases: the words of one language.
        bare_days: days of this kind print as bare "days", because the paper explains once, at
            its foot, which days those are; None: always said.
    """

    def __init__(self, phrases: Phrases, bare_days: DayKind | None) -> None:
        self._phrases = phrases
        self._bare = bare_days

    def say(self, key: str, **values: str) -> str:
        """A phrase of the table ``[standard]``."""
        return self._phrases.say(f"standard.{key}", **values)

    def amount(self, amount: Amount) -> str:
        """An amount, such as "2 working days", "once", "0.1%" or "£30.50"."""
        if amount.unit is Unit.POUND:
            return self.money(int(amount.value * PENCE))
        return self._count("amount", amount)

    def money(self, pence: int) -> str:
        """A sum, such as "£30" or "£1,200.50"."""
        pounds, rest = divmod(pence, PENCE)
        shown = f"{pounds:,}.{rest:02}" if rest else f"{pounds:,}"
        return self.say("money", pounds=shown)

    def every(self, amount: Amount) -> str:
        """How often, such as "every 5 working days" or "every day"."""
        return self._count("every", amount)

    def next_day(self, days: DayKind | None) -> str:
        """The next day of a kind, such as "the next working day"."""
        return self.say(f"next.{self._key(Unit.DAY, days)}")

    def clock(self, at: time) -> str:
        """A time of day, such as "3 pm", "8.30 am" or "12 noon"."""
        if at.minute == 0 and at.hour in (0, 12):
            return self.say("time.noon" if at.hour else "time.midnight")
        half = "pm" if at.hour >= 12 else "am"
        hour = str(at.hour % 12 or 12)
        if at.minute:
            return self.say(f"time.{half}_minutes", hour=hour, minutes=f"{at.minute:02}")
        return self.say(f"time.{half}", hour=hour)

    def span(self, low: Amount, high: Amount | None) -> str:
        """One amount, or a range such as "3 to 5 working days"."""
        if high is None:
            return self.amount(low)
        alike = (low.unit, low.days) == (high.unit, high.days) and low.unit is not Unit.POUND
        first = grouped_number(low.value) if alike else self.amount(low)
        return self.say("range", low=first, high=self.amount(high))

    def bounded(self, standard: ServiceStandard, amount: Amount) -> str:
        """An amount with its side, such as "at least 2 times" or "fewer than 0.1%"."""
        words = self.span(amount, standard.up_to)
        if standard.bound is None:
            return words
        return self.say(f"bound.{_bound_key(standard.bound, amount)}", level=words)

    def window(self, opens: time | None, closes: time | None) -> str:
        """From when to when, such as "between 8 am and 12 noon"; empty without a time."""
        if opens is not None and closes is not None:
            return self.say("window.both", opens=self.clock(opens), closes=self.clock(closes))
        if opens is not None:
            return self.say("window.opens", opens=self.clock(opens))
        return "" if closes is None else self.say("window.closes", closes=self.clock(closes))

    def unit(self, amount: Amount, number: Decimal) -> str:
        """The small words under a figure, such as "hours while we are open"."""
        key = f"standard.unit.{self._key(amount.unit, amount.days)}"
        return self._phrases.count(key, number)

    def slot(self, width: Amount) -> tuple[str, str]:
        """Number and unit of a slot as they stand before it, such as ("2", "hour")."""
        return grouped_number(width.value), self.unit(width, Decimal(1))

    def _count(self, table: str, amount: Amount) -> str:
        key = f"standard.{table}.{self._key(amount.unit, amount.days)}"
        return self._phrases.count(key, amount.value)

    def _key(self, unit: Unit, days: DayKind | None) -> str:
        if days is None or unit not in COUNTS_DAYS or (unit is Unit.DAY and days is self._bare):
            return unit.value
        return f"{unit.value}_{days.value}"


def _bound_key(bound: Bound, amount: Amount) -> str:
    return f"{bound.value}_money" if amount.unit is Unit.POUND else bound.value
