# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""When a backup is due, when a question is, and which backups stay."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from servicedesk.domain.backups import (
    MOST_BYTES,
    MOST_DAILY,
    MOST_MONTHLY,
    MOST_RECENT,
    MOST_WEEKLY,
    BackupCard,
    BackupReason,
    BackupState,
    FolderKind,
    Outcome,
    SecondFault,
    SecondFolder,
    asks_for_second,
    is_backup_due,
    is_check_due,
    room_for,
    state_of,
    to_drop,
)

NOW = datetime(2026, 11, 24, 14, 10, tzinfo=UTC)
PLENTY = MOST_BYTES
FOLDER = SecondFolder(path="/media/BACKUP", name="BACKUP", kind=FolderKind.REMOVABLE)

GOOD_FOLDER = SecondFolder(path="/media/B", name="B", kind=FolderKind.REMOVABLE, at=NOW)


def card(ago: timedelta, size: int = 1, *, pinned: bool = False) -> BackupCard:
    at = NOW - ago
    name = f"servicedesk {at:%Y-%m-%d %H%M%S} {ago.total_seconds()}"
    return BackupCard(
        name=name,
        path=f"/backups/{name}",
        at=at,
        reason=BackupReason.START,
        size=size,
        is_pinned=pinned,
    )


def days(number: float) -> timedelta:
    return timedelta(days=number)


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("newest", "changed", "is_due"),
    [
        (None, None, False),  # a file in which nothing was ever written
        (None, minutes(1), True),
        (minutes(31), minutes(1), True),
        (minutes(31), minutes(31), False),
        (minutes(31), minutes(40), False),
        (minutes(30), minutes(1), False),
        (minutes(5), minutes(1), False),
        (days(-1), minutes(1), True),  # made by a clock that was a day ahead
        (days(-1), None, False),
    ],
)
def test_a_backup_is_due_when_changes_are_older_than_half_an_hour(newest, changed, is_due):
    newest_at = None if newest is None else NOW - newest
    changed_at = None if changed is None else NOW - changed
    assert is_backup_due(newest_at, changed_at, NOW) is is_due


@pytest.mark.parametrize(
    ("newest", "held", "changed", "is_due"),
    [
        (None, None, None, False),
        (None, None, minutes(1), True),
        (minutes(3), None, minutes(1), True),  # however new it is
        (minutes(3), None, minutes(4), False),
        (minutes(3), minutes(4), minutes(4), False),
        (minutes(3), minutes(5), minutes(4), True),  # changed while it was being made
        (days(-1), minutes(9), minutes(9), True),
    ],
)
def test_at_the_end_a_backup_is_due_whenever_the_newest_does_not_hold_all(
    newest, held, changed, is_due
):
    newest_at, held_at, changed_at = (
        None if ago is None else NOW - ago for ago in (newest, held, changed)
    )
    found = is_backup_due(newest_at, changed_at, NOW, held_at=held_at, is_end=True)
    assert found is is_due


def test_a_change_made_by_a_clock_that_was_ahead_hides_none_after_it():
    ahead, newest_at, changed_at = NOW + days(40), NOW - days(1), NOW - minutes(5)
    assert is_backup_due(newest_at, changed_at, NOW, held_at=ahead)
    assert not is_backup_due(newest_at, ahead, NOW, held_at=ahead)


def test_a_check_is_due_every_seventh_day_and_when_the_clock_went_back():
    week = days(7)
    assert is_check_due(None, week, NOW)
    assert is_check_due(Outcome(at=NOW - week, is_good=True), week, NOW)
    assert not is_check_due(Outcome(at=NOW - week + minutes(1), is_good=True), week, NOW)
    assert is_check_due(Outcome(at=NOW + minutes(1), is_good=True), week, NOW)


@pytest.mark.parametrize(
    ("chosen", "asked_on", "today", "asks"),
    [
        (True, None, date(2026, 11, 24), False),
        (False, None, date(2026, 11, 24), True),
        (False, date(2026, 11, 24), date(2026, 11, 24), False),
        (False, date(2026, 11, 24), date(2026, 12, 23), False),
        (False, date(2026, 11, 24), date(2026, 12, 24), True),
        (False, date(2026, 12, 24), date(2027, 1, 24), True),
        (False, date(2026, 1, 31), date(2026, 2, 28), False),
        (False, date(2026, 1, 31), date(2026, 3, 1), True),
        (False, date(2027, 11, 24), date(2026, 11, 24), True),  # the clock was wrong then
    ],
)
def test_the_second_folder_is_asked_for_at_the_first_quit_and_then_monthly(
    chosen, asked_on, today, asks
):
    assert asks_for_second(chosen, asked_on, today) is asks


@pytest.mark.parametrize(
    ("newest", "changed", "second", "state"),
    [
        (None, None, None, BackupState.FIRST),
        (None, minutes(5), None, BackupState.FIRST),
        (None, minutes(6), FOLDER, BackupState.NONE),
        (days(3), minutes(1), None, BackupState.LATE),
        (days(3), days(4), None, BackupState.ONE_FOLDER),
        (days(1), days(2), None, BackupState.ONE_FOLDER),
        (days(1), minutes(1), None, BackupState.CHANGED),
        (days(1), minutes(30), None, BackupState.CHANGED),
        (days(1), minutes(31), None, BackupState.OVERDUE),
        (days(1), minutes(31), FOLDER, BackupState.OVERDUE),
        (days(1), minutes(1), FOLDER, BackupState.SECOND_FAILED),
        (minutes(3), minutes(1), GOOD_FOLDER, BackupState.CHANGED),
        (minutes(1), None, FOLDER, BackupState.SECOND_FAILED),
        (
            minutes(1),
            None,
            SecondFolder(
                path="/media/B",
                name="B",
                kind=FolderKind.REMOVABLE,
                at=NOW,
                fault=SecondFault.GONE,
            ),
            BackupState.SECOND_FAILED,
        ),
        (
            minutes(1),
            None,
            GOOD_FOLDER,
            BackupState.GOOD,
        ),
    ],
)
def test_the_state_is_the_worst_that_is_true(newest, changed, second, state):
    newest_at = None if newest is None else NOW - newest
    changed_at = None if changed is None else NOW - changed
    assert state_of(newest_at, changed_at, second, NOW) is state


def test_backups_take_a_fifth_of_the_free_disk_and_at_most_ten_gigabytes():
    assert room_for(free=900, held=100) == 200
    assert room_for(free=10**12, held=0) == 10_000_000_000


def test_of_two_busy_days_the_twenty_newest_stay():
    busy = [card(minutes(60 * hours)) for hours in range(24)]
    dropped = to_drop(busy, NOW, PLENTY)
    # The newest of yesterday is among the twenty; four of yesterday's oldest go.
    assert dropped == tuple(reversed(busy[20:]))


def test_of_two_years_one_a_day_a_week_and_a_month_stays():
    kept: list[BackupCard] = []
    for day in range(729, -1, -1):
        kept.append(card(days(day)))
        now = NOW - days(day)
        gone = to_drop(kept, now, PLENTY)
        kept = [each for each in kept if each not in gone]
    ages = [(NOW - each.at).days for each in reversed(kept)]
    assert ages[:12] == list(range(12))
    weeks = {each.at.isocalendar()[:2] for each in kept}
    months = {(each.at.year, each.at.month) for each in kept}
    assert len(weeks) >= MOST_WEEKLY
    assert len(months) == MOST_MONTHLY
    assert len(kept) <= MOST_DAILY + MOST_WEEKLY + MOST_MONTHLY + MOST_RECENT


def test_a_pinned_backup_stays_for_years():
    old = card(days(900), pinned=True)
    rest = [card(days(number)) for number in range(40)]
    assert old not in to_drop([old, *rest], NOW, 0)


def test_the_oldest_of_the_fullest_class_goes_when_room_is_short():
    recent = [card(minutes(1), 10), card(minutes(90), 10), card(minutes(200), 10)]
    daily = [card(days(number), 1) for number in (3, 4, 5)]
    assert to_drop([*recent, *daily], NOW, 25) == (recent[2],)
    assert to_drop([*recent, *daily], NOW, 15) == (recent[2], recent[1])
    # The newest stays, and one of the days, however short the room is.
    assert to_drop([*recent, *daily], NOW, 0) == (daily[2], daily[1], recent[2], recent[1])


def test_one_of_each_class_stays_without_any_room():
    months = [card(days(31 * number), 5) for number in range(1, 30)]
    recent = [card(minutes(number * 40), 5) for number in range(1, 30)]
    every = [*recent, *months]
    kept = [each for each in every if each not in to_drop(every, NOW, 0)]
    assert recent[0] in kept
    assert 2 <= len(kept) <= 4


spans = st.lists(
    st.tuples(
        st.integers(min_value=0, max_value=60 * 24 * 900),
        st.integers(min_value=1, max_value=50),
        st.booleans(),
    ),
    unique_by=lambda each: each[0],
    max_size=80,
)


@settings(max_examples=60, deadline=None)
@example(
    made=[
        *((ago, 1, False) for ago in (0, 851, 2291, 5171, 12371, 13811, 8051, 6611, 3731)),
        *((23795, 50, False), (12370, 50, False), (19522, 5, False), (10930, 46, False)),
    ],
    room=0,
)
@given(spans, st.integers(min_value=0, max_value=5000))
def test_whatever_there_is_the_newest_and_the_pinned_stay(made, room):
    every = [card(minutes(ago), size, pinned=pinned) for ago, size, pinned in made]
    dropped = to_drop(every, NOW, room)
    kept = [each for each in every if each not in dropped]
    assert set(kept) >= {each for each in every if each.is_pinned}
    if every:
        assert max(every, key=lambda each: each.at) in kept
    loose = [each for each in kept if not each.is_pinned]
    assert len(loose) <= MOST_RECENT + MOST_DAILY + MOST_WEEKLY + MOST_MONTHLY
    assert sum(each.size for each in kept) <= room or len(loose) <= 4
    assert list(dropped) == sorted(dropped, key=lambda each: each.at)
    assert to_drop(kept, NOW, room) == ()  # nothing more goes for being asked twice


@settings(max_examples=60, deadline=None)
@given(spans)
def test_with_room_enough_the_last_two_days_stay(made):
    every = [card(minutes(ago), size) for ago, size, _ in made]
    recent = sorted(each.at for each in every if NOW - each.at <= timedelta(hours=48))
    dropped = to_drop(every, NOW, PLENTY)
    assert not {each.at for each in dropped} & set(recent[-MOST_RECENT:])
