# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Promises: made, kept, late, moved, ended, and each of it taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.domain.promises import (
    Due,
    MoveReason,
    Outcome,
    PromiseChip,
    PromiseFilter,
)
from servicedesk.services.registry import Services, open_services
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.promises_made import FRIDAY, RUTH, WEDNESDAY, draft
from tests.store.files import new_file, opened


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(WEDNESDAY)


@pytest.fixture
def services(tmp_path: Path, clock: FixedClock) -> Iterator[Services]:
    with opened(new_file(tmp_path)) as file:
        yield open_services(file, surroundings(file.path, clock))


def ids(services: Services, chip: PromiseChip) -> list[int]:
    return list(services.promises.lists.ids(PromiseFilter(chip=chip)))


def test_a_promise_is_made_and_read_again(services: Services) -> None:
    done = services.promises.make(draft("  ring  you back "), RUTH)
    assert done.changes == {Kind.PROMISE: {done.card.id}}
    assert done.card == services.promises.get(done.card.id)
    assert (done.card.ref, done.card.draft) == ("P-2026-0001", draft())
    assert done.card.is_open
    assert services.promises.make(draft(promiser=""), RUTH).card.ref == "P-2026-0002"
    assert services.promises.get(2).draft.promiser == RUTH


def test_scenario_1_done_on_its_day_is_kept(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(draft(), RUTH).card
    clock.set(datetime(2026, 10, 2, 17, 30, tzinfo=UTC))
    ended = services.promises.done(made.id, FRIDAY, None, RUTH).card
    assert ended.ending is not None
    assert ended.ending.outcome is Outcome.KEPT
    services.undo.undo(RUTH)
    assert services.promises.get(made.id) == made


def test_scenario_2_five_minutes_late_is_late(services: Services, clock: FixedClock) -> None:
    at = datetime(2026, 10, 2, 16, 0, tzinfo=UTC)
    made = services.promises.make(draft(due=Due(day=FRIDAY, at=at)), RUTH).card
    clock.set(datetime(2026, 10, 2, 16, 5, tzinfo=UTC))
    ended = services.promises.done(made.id, FRIDAY, None, RUTH).card.ending
    assert ended is not None
    assert (ended.outcome, ended.at) == (Outcome.LATE, clock.now())


def test_a_new_date_agreed_in_time_counts(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(draft(), RUTH).card
    monday = Due(day=date(2026, 10, 5))
    moved = services.promises.move(made.id, monday, True, "She is away", RUTH).card
    assert (moved.due, moved.first_due, moved.is_revised) == (monday, made.due, True)
    (line,) = services.promises.moves(made.id)
    assert (line.before, line.after, line.reason) == (made.due, monday, MoveReason.AGREED)
    clock.set(monday.day)
    assert services.promises.done(made.id, monday.day, None, RUTH).card.ending is not None
    services.undo.undo(RUTH)
    services.undo.undo(RUTH)
    assert services.promises.get(made.id) == made
    lines = services.promises.moves(made.id)
    assert [one.reverses for one in lines] == [None, line.id]


def test_lists_part_promises_by_day(services: Services, clock: FixedClock) -> None:
    friday = services.promises.make(draft(), RUTH).card.id
    far = services.promises.make(draft(due=Due(day=date(2026, 12, 1))), RUTH).card.id
    assert ids(services, PromiseChip.OPEN) == [friday, far]
    assert ids(services, PromiseChip.COMING) == [friday]
    clock.set(FRIDAY)
    assert ids(services, PromiseChip.DUE_TODAY) == [friday]
    clock.set(date(2026, 10, 3))
    assert ids(services, PromiseChip.LATE) == [friday]
    assert services.promises.lists.counts()[PromiseChip.LATE] == 1
    services.promises.done(friday, FRIDAY, None, RUTH)
    assert ids(services, PromiseChip.KEPT) == [friday]
    assert ids(services, PromiseChip.ALL) == [far, friday]
    rows = services.promises.lists.rows([far, friday])
    assert [row.outcome for row in rows] == [None, Outcome.KEPT]


def test_what_has_ended_is_not_ended_again(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(draft(), RUTH).card
    services.promises.released(made.id, WEDNESDAY, "She sold the car", RUTH)
    with pytest.raises(Refusal, match="promise_not_open"):
        services.promises.broken(made.id, WEDNESDAY, "", RUTH)
    with pytest.raises(Refusal, match="record_gone"):
        services.promises.get(7)


def test_nobody_is_told_before_it_was_promised(services: Services, clock: FixedClock) -> None:
    made = services.promises.make(draft(), RUTH).card
    with pytest.raises(Refusal, match="promise_told_before_made"):
        services.promises.told(made.id, date(2026, 9, 29), RUTH)
    assert services.promises.get(made.id).told_on is None


def test_what_has_ended_neither_waits_nor_is_put_off(services: Services) -> None:
    made = services.promises.make(draft(waiting_for="a part"), RUTH).card
    services.promises.done(made.id, WEDNESDAY, None, RUTH)
    with pytest.raises(Refusal, match="promise_not_open"):
        services.promises.wait_for(made.id, "the part", RUTH)
    with pytest.raises(Refusal, match="promise_not_open"):
        services.promises.snooze(made.id, FRIDAY, RUTH)
    assert services.promises.wait_for(made.id, "", RUTH).card.draft.waiting_for == ""
    assert services.promises.snooze(made.id, None, RUTH).card.snoozed_until is None
