# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises that come again: when the next one is made, on which day, and what undo does."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.hours import Interval, WeeklyHours
from servicedesk.domain.promises import Due, Every, PromiseChip
from servicedesk.domain.promises_repeating import Repeat
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.promises_made import FRIDAY, RUTH, WEDNESDAY, draft, listed, publish
from tests.store.files import new_file, opened

MONDAY = date(2026, 10, 5)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(WEDNESDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def test_the_next_of_a_series_is_made_when_one_is_done(services: Services) -> None:
    at = datetime(2026, 10, 2, 16, 0, tzinfo=UTC)
    often = Repeat(every=Every.WEEK, ends_on=date(2026, 10, 9))
    first = services.promises.make_repeating(draft(due=Due(day=FRIDAY, at=at)), often, RUTH).card
    assert first.repeat_id is not None
    services.promises.done(first.id, WEDNESDAY, None, RUTH)
    (second,) = listed(services, PromiseChip.OPEN)
    card = services.promises.get(second)
    assert (card.due.day, card.draft.text) == (date(2026, 10, 9), first.draft.text)
    assert card.due.at == datetime(2026, 10, 9, 16, 0, tzinfo=UTC)
    services.undo.undo(RUTH)
    assert listed(services, PromiseChip.OPEN) == [first.id]
    services.promises.done(first.id, WEDNESDAY, None, RUTH)
    (second,) = listed(services, PromiseChip.OPEN)
    services.promises.broken(second, WEDNESDAY, "", RUTH)
    assert listed(services, PromiseChip.OPEN) == []
    assert services.promises.repeat_of(second) is not None
    assert services.promises.repeat_of(services.promises.make(draft(), RUTH).card.id) is None


def test_the_next_of_a_series_is_made_when_its_day_comes(
    services: Services, clock: FixedClock
) -> None:
    daily = Repeat(every=Every.DAY)
    first = services.promises.make_repeating(draft(), daily, RUTH).card
    assert services.promises.bring_repeats(RUTH).card == ()
    clock.set(FRIDAY)
    made = services.promises.bring_repeats(RUTH).card
    assert [services.promises.get(one).due.day for one in made] == [date(2026, 10, 3)]
    assert services.promises.bring_repeats(RUTH).card == ()
    clock.set(MONDAY)
    assert len(services.promises.bring_repeats(RUTH).card) == 3
    services.promises.done(first.id, FRIDAY, None, RUTH)
    assert len(listed(services, PromiseChip.ALL)) == 5
    assert first.repeat_id is not None
    services.promises.stop_repeating(first.repeat_id, RUTH)
    clock.set(date(2026, 10, 20))
    assert services.promises.bring_repeats(RUTH).card == ()
    (last, *_) = listed(services, PromiseChip.ALL)
    services.promises.done(last, MONDAY, None, RUTH)
    assert len(listed(services, PromiseChip.ALL)) == 5


def test_after_a_long_absence_one_overdue_and_those_from_today_come(
    services: Services, clock: FixedClock
) -> None:
    services.promises.make_repeating(draft(), Repeat(every=Every.DAY), RUTH)
    clock.set(date(2027, 10, 2))
    made = services.promises.bring_repeats(RUTH).card
    days = [services.promises.get(one).due.day for one in made]
    assert days == [date(2027, 10, 1), date(2027, 10, 2), date(2027, 10, 3)]
    assert services.promises.bring_repeats(RUTH).card == ()


def test_the_next_of_a_series_falls_on_no_day_that_is_shut(services: Services) -> None:
    hours = WeeklyHours(days=((Interval(opens=540, closes=1020),),) * 5 + ((),) * 2)
    services.business.save({"opening_hours": hours}, RUTH)
    first = services.promises.make_repeating(draft(), Repeat(every=Every.DAY), RUTH).card
    services.promises.done(first.id, WEDNESDAY, None, RUTH)
    (second,) = listed(services, PromiseChip.OPEN)
    assert services.promises.get(second).due.day == MONDAY


def test_a_series_that_is_over_makes_none(services: Services, clock: FixedClock) -> None:
    often = Repeat(every=Every.DAY, ends_on=date(2026, 10, 3))
    services.promises.make_repeating(draft(), often, RUTH)
    clock.set(MONDAY)
    assert len(services.promises.bring_repeats(RUTH).card) == 1
    assert services.promises.bring_repeats(RUTH).card == ()


def test_a_standard_that_is_gone_is_left_out_of_the_next(services: Services) -> None:
    publish(services)
    often = Repeat(every=Every.DAY)
    first = services.promises.make_repeating(draft(standard_key="email"), often, RUTH).card
    services.promises.done(first.id, WEDNESDAY, None, RUTH)
    (second,) = listed(services, PromiseChip.OPEN)
    assert services.promises.get(second).draft.standard_key == "email"
    services.charters.withdraw(RUTH)
    services.promises.done(second, WEDNESDAY, None, RUTH)
    (third,) = listed(services, PromiseChip.OPEN)
    assert services.promises.get(third).draft.standard_key == ""


def test_undo_passes_over_the_next_ones_that_came_by_themselves(
    services: Services, clock: FixedClock
) -> None:
    first = services.promises.make_repeating(draft(), Repeat(every=Every.WEEK), RUTH).card
    clock.set(FRIDAY)
    (brought,) = services.promises.bring_repeats(RUTH).card
    other = services.promises.make(draft("mend the gate"), RUTH).card.id
    services.undo.undo(RUTH)
    assert listed(services, PromiseChip.OPEN) == [first.id, brought]
    assert other not in listed(services, PromiseChip.ALL)
    with pytest.raises(Refusal, match="undo_changed"):
        services.undo.undo(RUTH)
    assert listed(services, PromiseChip.OPEN) == [first.id, brought]


def test_a_series_that_was_stopped_makes_none(services: Services) -> None:
    first = services.promises.make_repeating(draft(), Repeat(every=Every.DAY), RUTH).card
    assert first.repeat_id is not None
    services.promises.stop_repeating(first.repeat_id, RUTH)
    services.promises.done(first.id, WEDNESDAY, None, RUTH)
    assert listed(services, PromiseChip.OPEN) == []
