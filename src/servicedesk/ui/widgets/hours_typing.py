# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""How people write a day's opening hours, made into what ``domain.hours.parse_week`` reads.

People write "9-5.30" and "8-12, 1-5.30" and mean the afternoon. Nothing is refused here: what
cannot be read stays as it was typed, for the rules to name.
"""

import re

from servicedesk.domain.hours import MIDNIGHT, Interval, clock_figures

_CLOSED = frozenset({"", "-", "–", "closed", "shut", "none", "no"})
_ALL_DAY = re.compile(r"24\s*(h|hours)?|all day|always")
_PART = re.compile(r"\s*(?:[,;&+/]|\band\b)\s*", re.IGNORECASE)
_TIME = r"([0-9]{1,2})(?:\s*[:.]\s*([0-9]{2})|([0-9]{2}))?\s*(am|pm)?"
_SPAN = re.compile(rf"\s*{_TIME}\s*(?:-|–|—|to|till|until)\s*{_TIME}\s*")
_NAMED = {"noon": "12pm", "midday": "12pm", "midnight": "24"}
_NAMES = re.compile("|".join(_NAMED))

_HALF = 12 * 60
_LATEST_AFTERNOON = 7 * 60 + 59
"""Who writes 1 to 7 after other hours of the same day means the afternoon."""


def read_day_hours(typed: str) -> list[str]:
    """Read the hours of one day.

    Args:
        typed: such as "9-5.30", "8-12, 1-5.30", "closed" or "09:00-17:30". A day with an hour
            such as 09 or 17 in it is read by the clock of 24 hours, as it stands.

    Returns:
        Stretches such as "09:00-17:30", as ``parse_interval`` reads them; none for a closed day;
        a part that cannot be read comes back as typed.
    """
    text = " ".join(typed.split())
    if text.casefold() in _CLOSED:
        return []
    if _ALL_DAY.fullmatch(text.casefold()):
        return ["00:00-24:00"]
    parts = [part for part in _PART.split(text) if part]
    spans = [_SPAN.fullmatch(_in_figures(part)) for part in parts]
    if not any(spans):
        return [text]
    hours = [hour for span in spans if span for hour in span.group(1, 5)]
    is_long = any(hour.startswith("0") or int(hour) > 12 for hour in hours)
    read: list[str] = []
    latest = 0
    for part, span in zip(parts, spans, strict=True):
        minutes = _meant(span, latest, is_long=is_long) if span else None
        if minutes is None:
            read.append(part)
        else:
            read.append(f"{clock_figures(minutes[0])}-{clock_figures(minutes[1])}")
            latest = max(latest, minutes[1])
    return read


def _in_figures(part: str) -> str:
    plain = part.casefold().replace("a.m.", "am").replace("p.m.", "pm")
    return _NAMES.sub(lambda found: _NAMED[found[0]], plain)


def day_as_typed(intervals: tuple[Interval, ...]) -> str:
    """The hours of one day as somebody would type them, such as "9.00-12.30, 13.30-17.30".

    Args:
        intervals: in order of time; none gives "".
    """
    return ", ".join(f"{_short(i.opens)}-{_short(i.closes)}" for i in intervals)


def _short(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02d}"


def _meant(span: re.Match[str], latest: int, *, is_long: bool) -> tuple[int, int] | None:
    """The minutes after midnight that were meant, or None where there are no such times.

    Args:
        span: of ``_SPAN``.
        latest: when the shop closed before, on the same day.
        is_long: the clock of 24 hours is meant.
    """
    opens = _minutes(span[1], span[2] or span[3], span[4])
    closes = _minutes(span[5], span[6] or span[7], span[8])
    if opens is None or closes is None:
        return None
    if is_long:
        return opens, closes
    opens_free, closes_free = not span[4], not span[8]
    if opens_free and span[8] == "pm" and opens + _HALF < closes:
        opens += _HALF
    elif opens_free and closes_free and opens < latest and opens <= _LATEST_AFTERNOON:
        opens += _HALF
        if closes <= _HALF:
            closes += _HALF
    if closes_free and closes <= opens and closes <= _HALF:
        closes += _HALF
    return opens, closes


def _minutes(hour: str, minute: str | None, half: str | None) -> int | None:
    """Minutes after midnight; None where there is no such time."""
    hours, minutes = int(hour), int(minute or 0)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half == "pm" else 0)
    total = hours * 60 + minutes
    return total if minutes < 60 and total <= MIDNIGHT else None
