# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Amounts, money and times of day as the data files write them: "4 opening hours", "£30", "15:00".

These are words of a file format, the same in every language; what is printed is worded in
``standards_sentences`` from the words file.
"""

import re
from collections.abc import Iterable
from datetime import time
from decimal import Decimal
from difflib import get_close_matches

from servicedesk.domain.calendars import DayKind
from servicedesk.domain.errors import Refusal
from servicedesk.domain.standards import Amount, Unit

SHOWN = 40
"""How much of a wrong entry a sentence repeats, in characters."""

COUNTS_DAYS = (Unit.HOUR, Unit.DAY)
"""Units of which it matters on which days they count."""

PENCE = 100
"""Pence in a pound."""

_NUMBER = r"([0-9]{1,7}(?:\.[0-9]{1,4})?)"
_AMOUNT = re.compile(rf"{_NUMBER} +(?:([a-z]+) +)?([a-z]+)")
_PERCENT = re.compile(rf"{_NUMBER} ?%")
_MONEY = re.compile(r"£([0-9]{1,7})(?:\.([0-9]{2}))?")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")

_UNITS = {unit.value: unit for unit in Unit if unit not in (Unit.PERCENT, Unit.POUND)}
_UNIT_WORDS = _UNITS | {f"{word}s": unit for word, unit in _UNITS.items()}
_DAY_WORDS = {kind.value: kind for kind in DayKind}


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like a mistyped one; there is always one."""
    candidates = sorted(known)
    return get_close_matches(word, candidates, n=1, cutoff=0.0)[0]


def plain_number(value: Decimal) -> str:
    """A number without needless zeros, such as "4", "0.1" or "12000"."""
    return format(value.normalize(), "f")


def grouped_number(value: Decimal) -> str:
    """A number as people read it, such as "4", "0.1" or "12,000"."""
    return f"{Decimal(plain_number(value)):,f}"


def amount_text(amount: Amount) -> str:
    """An amount as a data file writes it, such as "2 working days", "95 %" or "£30"."""
    if amount.unit is Unit.POUND:
        return money_text(int(amount.value * PENCE))
    number = plain_number(amount.value)
    if amount.unit is Unit.PERCENT:
        return f"{number} %"
    unit = amount.unit.value if amount.value == 1 else f"{amount.unit.value}s"
    days = "" if amount.days is None else f"{amount.days.value} "
    return f"{number} {days}{unit}"


def read_amount(text: str, field: str) -> Amount:
    """An amount from a data file.

    Args:
        text: such as "4 opening hours", "10 calendar days", "1 month", "6 rings", "2 times",
            "0.1 %" or "£30.50"; singular and plural read alike.
        field: where it stands, for the refusal.

    Raises:
        Refusal: ``standard_amount_unclear``, ``standard_unit_unknown``,
            ``standard_days_unknown`` or ``standard_days_of_unit``.
    """
    entry = text.strip()
    if entry.startswith("£"):
        return Amount(value=Decimal(read_money(entry, field)) / PENCE, unit=Unit.POUND)
    percent = _PERCENT.fullmatch(entry)
    if percent:
        return Amount(value=Decimal(percent[1]), unit=Unit.PERCENT)
    found = _AMOUNT.fullmatch(entry)
    if not found:
        raise Refusal("standard_amount_unclear", field, where=field, word=entry[:SHOWN])
    number, day_word, unit_word = found.groups()
    unit = _UNIT_WORDS.get(unit_word)
    if unit is None:
        near = nearest(unit_word, _UNIT_WORDS)
        raise Refusal(
            "standard_unit_unknown", field, where=field, word=unit_word[:SHOWN], nearest=near
        )
    return Amount(value=Decimal(number), unit=unit, days=_day_kind(day_word, unit, field))


def _day_kind(word: str | None, unit: Unit, field: str) -> DayKind | None:
    if word is None:
        return None
    kind = _DAY_WORDS.get(word)
    if kind is None:
        near = nearest(word, _DAY_WORDS)
        raise Refusal("standard_days_unknown", field, where=field, word=word[:SHOWN], nearest=near)
    if unit not in COUNTS_DAYS:
        raise Refusal("standard_days_of_unit", field, where=field, word=word, unit=f"{unit.value}s")
    return kind


def money_text(pence: int) -> str:
    """Money as a data file writes it, such as "£30" or "£30.50"."""
    pounds, rest = divmod(pence, PENCE)
    return f"£{pounds}.{rest:02}" if rest else f"£{pounds}"


def read_money(text: str, field: str) -> int:
    """Pence from "£30" or "£30.50".

    Raises:
        Refusal: ``standard_money_unclear``.
    """
    found = _MONEY.fullmatch(text.strip())
    if not found:
        raise Refusal("standard_money_unclear", field, where=field, word=text.strip()[:SHOWN])
    return int(found[1]) * PENCE + int(found[2] or 0)


def time_text(at: time) -> str:
    """A time of day as a data file writes it, such as "15:00"."""
    return f"{at.hour:02}:{at.minute:02}"


def read_time(text: str, field: str) -> time:
    """A time of day from "15:00".

    Raises:
        Refusal: ``standard_time_unclear``.
    """
    found = _TIME.fullmatch(text.strip())
    if not found or int(found[1]) > 23 or int(found[2]) > 59:
        raise Refusal("standard_time_unclear", field, where=field, word=text.strip()[:SHOWN])
    return time(int(found[1]), int(found[2]))
