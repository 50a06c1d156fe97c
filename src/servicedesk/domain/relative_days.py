# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Days told from today, as data files of the program tell them, such as "-400 days open".

What is told so is never out of date, whatever day the file is read on.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta

from servicedesk.domain.calendars import add_months
from servicedesk.domain.hours import Weekday

_TOLD = re.compile(r"(?:today|([+-]\d+) (day|week|month)s?)(?: (open|[a-z]+day))?")
_FARTHEST = 31
"""Days within which a shop must be open once, or has no such day."""


def day_told(text: str, today: date, is_open: Callable[[date], bool]) -> date:
    """The day that a text tells.

    Args:
        text: "today", or a signed number of days, weeks or months from today; then "open" for
            the nearest opening day, or the name of a weekday for the nearest such day, in the
            direction away from today (from today itself: onwards).
        today: what it counts from.
        is_open: whether the business opens on a day.

    Raises:
        ValueError: the text tells no day, or there is no opening day near it.
    """
    found = _TOLD.fullmatch(text)
    if found is None:
        raise ValueError(f"{text!r} tells no day")
    number, unit, wanted = int(found[1] or 0), found[2] or "day", found[3]
    if unit == "month":
        day = add_months(today, number)
    else:
        day = today + timedelta(number * (7 if unit == "week" else 1))
    if wanted is None:
        return day
    fits = is_open if wanted == "open" else _is_weekday(wanted, text)
    step = timedelta(-1 if number < 0 else 1)
    for steps in range(_FARTHEST):
        if fits(day + steps * step):
            return day + steps * step
    raise ValueError(f"{text!r} is near no opening day")


def _is_weekday(name: str, text: str) -> Callable[[date], bool]:
    names = [weekday.value for weekday in Weekday]
    if name not in names:
        raise ValueError(f"{text!r} tells no day")
    return lambda day: day.weekday() == names.index(name)
