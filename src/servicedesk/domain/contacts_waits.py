# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How long somebody waited for an answer, as it is typed ("5", "2h", "1 day") and as it is said."""

import re
import unicodedata
from decimal import Decimal

from servicedesk.domain.errors import Refusal
from servicedesk.domain.phrases import Phrases

HOUR = 60
DAY = 24 * HOUR

_PART = re.compile(
    r"([0-9]{1,4}(?:[.,][0-9]{1,2})?)\s*"
    r"(minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w)?(?![a-z])\.?,?(?:\s*and\b)?\s*"
)
_MINUTES = {"m": 1, "h": HOUR, "d": DAY, "w": 7 * DAY}
_AT_ONCE = frozenset({"at once", "straight away", "straightaway", "now", "there and then"})
_SHOWN = 40


def read_wait(typed: str, field: str = "answered_minutes") -> int | None:
    """Minutes of a wait such as "5", "20 min", "1.5 h", "1 h 20" or "2 days".

    A bare number is minutes; days are days of the calendar.

    Args:
        typed: anything; nothing typed is None.
        field: the field to mend.

    Raises:
        Refusal: ``wait_not_read``.
    """
    rest = unicodedata.normalize("NFKC", typed).strip().casefold()
    if not rest:
        return None
    if rest in _AT_ONCE:
        return 0
    minutes, place = Decimal(0), 0
    while place < len(rest) and (found := _PART.match(rest, place)):
        minutes += Decimal(found[1].replace(",", ".")) * _MINUTES[(found[2] or "m")[0]]
        place = found.end()
    if place < len(rest):
        raise Refusal("wait_not_read", field, found=" ".join(typed.split())[:_SHOWN])
    return int(minutes)


def wait_words(minutes: int, phrases: Phrases) -> str:
    """A wait in words: "at once", "20 minutes", "1 hour 30 minutes", "2 days".

    Args:
        minutes: 0 or more. From a day on hours are said, not minutes.
        phrases: words of the language.
    """
    if minutes == 0:
        return phrases.say("contacts.wait.none")
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, HOUR)
    parts = (("day", days), ("hour", hours), ("minute", 0 if days else left))
    return " ".join(
        phrases.count(f"contacts.wait.{unit}", Decimal(amount)) for unit, amount in parts if amount
    )
