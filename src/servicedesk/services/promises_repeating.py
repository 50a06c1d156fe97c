# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Makes the next one of promises that come again, inside somebody else's step."""

from dataclasses import replace

from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Due, PromiseCard, PromiseDraft
from servicedesk.domain.promises_repeating import Repeat, checked_repeat, next_day
from servicedesk.domain.promises_rules import due_at, minutes_of
from servicedesk.services.promises_writing import Ground, card_of, offer_in, write_promise
from servicedesk.services.unit import Reading, Unit
from servicedesk.store.promises import promise_repeats, promises
from servicedesk.store.promises_repeats import newest_of_repeat, repeat, repeat_values

MOST_AT_ONCE = 60
"""So many are made at once at most, should the clock of the machine have gone astray."""


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
    if newest_of_repeat(unit.connection, card.repeat_id) == card.id:
        _one_more(unit, card, ground)


def write_come_due(unit: Unit, repeat_id: int, ground: Ground) -> tuple[int, ...]:
    """Make the next ones of a series until the newest is still to come.

    Returns:
        The numbers of those that were made.
    """
    made: list[int] = []
    while len(made) < MOST_AT_ONCE:
        newest = newest_of_repeat(unit.connection, repeat_id)
        if newest is None:
            break
        card = card_of(unit.connection, newest)
        if card.first_due.day > ground.today:
            break
        one = _one_more(unit, card, ground)
        if one is None:
            break
        made.append(one.id)
    return tuple(made)


def _one_more(unit: Unit, card: PromiseCard, ground: Ground) -> PromiseCard | None:
    """The one after a promise of a series, or None when the series is over."""
    series = None if card.repeat_id is None else repeat(unit.connection, card.repeat_id)
    if series is None or series.stopped_on is not None:
        return None
    day = next_day(series.repeat, series.first_day, card.first_due.day)
    if day is None:
        return None
    minutes = minutes_of(card.first_due, ground.calendar)
    draft = replace(
        card.draft,
        due=Due(day=day) if minutes is None else due_at(day, minutes, ground.calendar),
        standard_key=_standard_still_there(unit.connection, card.draft.standard_key),
        allowance=None,
        waiting_for="",
    )
    return write_promise(unit, draft, ground, series.id)


def _standard_still_there(reading: Reading, key: str) -> str:
    """The key, or "" once the charter has no such standard any more."""
    try:
        offer_in(reading, key)
    except Refusal:
        return ""
    return key
