# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Makes the next one of promises that come again, inside somebody else's step."""

from dataclasses import replace
from datetime import date

from servicedesk.domain.calendars import WorkingCalendar
from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import MONDAY_TO_FRIDAY, WEEK, WeeklyHours
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft
from servicedesk.domain.promises_repeating import (
    Repeat,
    RepeatCard,
    checked_repeat,
    days_come_due,
    next_open_day,
)
from servicedesk.domain.promises_rules import due_at, minutes_of
from servicedesk.services.promises_writing import Ground, card_of, offer_in, write_promise
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.calendars import weekly_hours
from servicedesk.store.promises import promise_repeats, promises
from servicedesk.store.promises_repeats import newest_of_repeat, repeat, repeat_values

_EVERY_DAY = WeeklyHours(days=MONDAY_TO_FRIDAY.days[:1] * len(WEEK))
"""Taken as the week while the owner has not said it: then no weekday is known to be shut."""


def write_repeating(unit: Unit, draft: PromiseDraft, often: Repeat, ground: Ground) -> PromiseCard:
    """Write the first promise of a series, and how often it comes again.

    Args:
        unit: the step it is part of.
        draft: of the first one.
        often: how often it comes again.
        ground: what it stands on.

    Raises:
        Refusal: what ``write_promise`` and ``checked_repeat`` raise.
    """
    card = write_promise(unit, draft, ground)
    tidy = checked_repeat(often, card.due.day)
    repeat_id = unit.insert(promise_repeats, repeat_values(tidy, card.due.day))
    unit.update(promises, card.id, {"repeat_id": repeat_id})
    return card_of(unit.connection, card.id)


def write_next(unit: Unit, card: PromiseCard, ground: Ground) -> None:
    """Make the next one of a series once one of it has ended, unless it is there already."""
    if card.repeat_id is None:
        return
    series = _going_on(unit.connection, card.repeat_id)
    if series is None or newest_of_repeat(unit.connection, series.id) != card.id:
        return
    opening = _opening(unit.connection, ground)
    day = next_open_day(series.repeat, series.first_day, card.first_due.day, opening)
    if day is not None:
        _one_more(unit, card, day, ground)


def write_come_due(unit: Unit, repeat_id: int, ground: Ground) -> tuple[int, ...]:
    """Make the next ones of a series, so that the newest is still to come.

    Returns:
        The numbers of those that were made.
    """
    series = _going_on(unit.connection, repeat_id)
    newest = newest_of_repeat(unit.connection, repeat_id)
    if series is None or newest is None:
        return ()
    card = card_of(unit.connection, newest)
    after, opening = card.first_due.day, _opening(unit.connection, ground)
    days = days_come_due(series.repeat, series.first_day, after, ground.today, opening)
    return tuple(_one_more(unit, card, day, ground).id for day in days)


def _going_on(reading: Reading, repeat_id: int) -> RepeatCard | None:
    """A series, or None for one that was stopped."""
    series = repeat(reading, repeat_id)
    return None if series is None or series.stopped_on is not None else series


def _opening(reading: Reading, ground: Ground) -> WorkingCalendar:
    """The calendar by which days are shut; see ``_EVERY_DAY``."""
    if weekly_hours(reading) is not None:
        return ground.calendar
    return replace(ground.calendar, hours=_EVERY_DAY)


def _one_more(unit: Unit, card: PromiseCard, day: date, ground: Ground) -> PromiseCard:
    """One like another of its series, due on a day."""
    minutes = minutes_of(card.first_due, ground.calendar)
    draft = replace(
        card.draft,
        due=Due(day=day) if minutes is None else due_at(day, minutes, ground.calendar),
        standard_key=_standard_still_there(unit.connection, card.draft.standard_key),
        allowance=None,
        waiting_for="",
    )
    return write_promise(unit, draft, ground, card.repeat_id)


def _standard_still_there(reading: Reading, key: str) -> str:
    """The key, or "" once the charter has no such standard any more."""
    try:
        offer_in(reading, key)
    except Refusal:
        return ""
    return key
