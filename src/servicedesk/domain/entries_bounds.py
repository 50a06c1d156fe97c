# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Bounds of what can be meant by a sentence, a sum or a day that somebody typed."""

from datetime import date

from servicedesk.domain.errors import Refusal

WORDS_MOST = 500
"""Characters of a long sentence."""

AMOUNT_MOST = 100_000_000
"""Pence of the highest amount: a million pounds."""

YEARS_BACK = 60
"""A complaint from longer ago than this is a slip of the year."""

YEARS_AHEAD = 30
"""What is to come later than this is a slip of the year."""


def checked_amount(pence: int | None, field: str) -> int | None:
    """An amount that can be meant, in pence, or None.

    Raises:
        Refusal: ``complaint_amount_below`` or ``complaint_amount_above``.
    """
    if pence is not None:
        if pence < 0:
            raise Refusal("complaint_amount_below", field)
        if pence > AMOUNT_MOST:
            raise Refusal("complaint_amount_above", field, most=f"{AMOUNT_MOST // 100:,}")
    return pence


def check_year(day: date | None, today: date, field: str) -> None:
    """Refuse a day of another age.

    Raises:
        Refusal: ``complaint_day_far`` or ``complaint_day_off``.
    """
    if day is None:
        return
    if day.year < today.year - YEARS_BACK:
        raise Refusal("complaint_day_far", field, year=day.year)
    if day.year > today.year + YEARS_AHEAD:
        raise Refusal("complaint_day_off", field, year=day.year)
