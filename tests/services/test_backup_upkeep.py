# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is done by itself: backups, trials and checks, once nobody types."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.services.backup_upkeep import Upkeep, UpkeepJob
from servicedesk.store.calendars import closures
from servicedesk.store.disk import TO_TIDY, beside
from servicedesk.store.driver import Durability
from tests.services.backups_made import Desk, NoSteps, desk

DAY = date(2026, 12, 24)
CHECKPOINT, BACKUP, TRIAL, CHECK, TIDY = UpkeepJob


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as made:
        yield made


@pytest.fixture
def upkeep(shop: Desk) -> Upkeep:
    return Upkeep(shop.file, shop.units, shop.backups, shop.clock.now())


def due(upkeep: Upkeep, shop: Desk) -> tuple[UpkeepJob, ...]:
    return upkeep.due_jobs(shop.clock.now())


def test_at_the_start_a_backup_alone_is_due(shop: Desk) -> None:
    shop.say("Hollins Hardware")
    upkeep = Upkeep(shop.file, shop.units, shop.backups, shop.clock.now())
    assert due(upkeep, shop) == (BACKUP,)
    assert due(upkeep, shop) == ()
    upkeep.run(BACKUP, NoSteps(), BackupReason.START)
    assert shop.backups.kept()[0].reason is BackupReason.START


def test_the_first_backup_of_all_waits_for_nothing(shop: Desk, upkeep: Upkeep) -> None:
    due(upkeep, shop)
    shop.say("Hollins Hardware")
    assert due(upkeep, shop) == (BACKUP,)
    upkeep.run(BACKUP, NoSteps())
    shop.clock.advance(minutes=40)
    shop.close_shop()
    assert due(upkeep, shop) == ()
    shop.clock.advance(seconds=61)
    assert BACKUP in due(upkeep, shop)


def test_a_minute_without_a_change_comes_first(shop: Desk, upkeep: Upkeep) -> None:
    assert due(upkeep, shop) == ()
    shop.clock.advance(seconds=59)
    assert due(upkeep, shop) == ()
    shop.say("Hollins Hardware")
    upkeep.run(BACKUP, NoSteps())
    due(upkeep, shop)
    shop.clock.advance(minutes=31)
    shop.close_shop()
    due(upkeep, shop)
    shop.clock.advance(seconds=10)
    assert due(upkeep, shop) == ()
    shop.clock.advance(seconds=61)
    assert due(upkeep, shop) == (CHECKPOINT, BACKUP, TRIAL, CHECK)
    for job in (CHECKPOINT, BACKUP, TRIAL, CHECK):
        upkeep.run(job, NoSteps())
    assert due(upkeep, shop) == ()


def publish(shop: Desk) -> None:
    with shop.units.change("publish charter", "Ruth", is_barrier=True) as unit:
        unit.insert(closures, {"first": DAY, "last": DAY, "reason": "stands for a version"})


def test_what_was_published_is_copied_at_once(shop: Desk, upkeep: Upkeep) -> None:
    shop.say("Hollins Hardware")
    due(upkeep, shop)
    upkeep.run(BACKUP, NoSteps())
    shop.clock.advance(minutes=3)
    publish(shop)
    shop.clock.advance(seconds=10)
    assert due(upkeep, shop) == (BACKUP,)
    upkeep.run(BACKUP, NoSteps())
    shop.clock.advance(seconds=10)
    assert due(upkeep, shop) == ()


def test_what_was_published_and_not_copied_waits_for_the_next_try(
    shop: Desk, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.backups.back_up(BackupReason.BUTTON, NoSteps())
    shop.clock.advance(minutes=3)
    publish(shop)

    def full(*_: object) -> None:
        raise Trouble("disk_full", name="backup")

    with monkeypatch.context() as patched:
        patched.setattr(shop.backups, "back_up", full)
        assert due(upkeep, shop) == (BACKUP,)
        with pytest.raises(Trouble):
            upkeep.run(BACKUP, NoSteps())
    assert due(upkeep, shop) == ()
    shop.clock.advance(minutes=11)
    assert BACKUP in due(upkeep, shop)


def test_a_backup_by_hand_serves_what_was_published(shop: Desk, upkeep: Upkeep) -> None:
    shop.backups.back_up(BackupReason.BUTTON, NoSteps())
    shop.clock.advance(minutes=3)
    publish(shop)
    shop.backups.back_up(BackupReason.BUTTON, NoSteps())
    assert due(upkeep, shop) == ()
    shop.clock.advance(minutes=3)
    shop.close_shop()
    assert due(upkeep, shop) == ()


def test_the_log_is_emptied_once_for_each_pause(shop: Desk, upkeep: Upkeep) -> None:
    shop.say("Hollins Hardware")
    if shop.file.durability is Durability.WAL_FULL:
        assert beside(shop.file.path, "-wal").stat().st_size > 0
    due(upkeep, shop)
    shop.clock.advance(seconds=61)
    assert CHECKPOINT in due(upkeep, shop)
    upkeep.run(CHECKPOINT, NoSteps())
    if shop.file.durability is Durability.WAL_FULL:
        assert beside(shop.file.path, "-wal").stat().st_size == 0
    shop.clock.advance(seconds=61)
    assert CHECKPOINT not in due(upkeep, shop)


def test_a_log_that_a_read_still_needs_is_emptied_later(
    shop: Desk, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.say("Hollins Hardware")
    due(upkeep, shop)
    shop.clock.advance(seconds=61)
    due(upkeep, shop)
    monkeypatch.setattr(shop.file, "checkpoint", lambda: False)
    upkeep.run(CHECKPOINT, NoSteps())
    assert CHECKPOINT in due(upkeep, shop)


def test_a_job_that_failed_rests_for_ten_minutes(
    shop: Desk, upkeep: Upkeep, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.say("Hollins Hardware")

    def full(*_: object) -> None:
        raise Trouble("disk_full", name="backup")

    monkeypatch.setattr(shop.backups, "back_up", full)
    assert due(upkeep, shop) == (BACKUP,)
    with pytest.raises(Trouble):
        upkeep.run(BACKUP, NoSteps())
    shop.clock.advance(seconds=61)
    assert BACKUP not in due(upkeep, shop)
    shop.clock.advance(minutes=9)
    assert BACKUP not in due(upkeep, shop)
    shop.clock.advance(minutes=1)
    assert BACKUP in due(upkeep, shop)


def test_a_file_that_could_not_be_written_anew_is_tried_again_until_it_is(shop: Desk) -> None:
    note, ends = beside(shop.file.path, TO_TIDY), iter((False, True))
    note.touch()

    def tidy() -> bool:
        is_clean = next(ends)
        if is_clean:
            note.unlink()
        return is_clean

    upkeep = Upkeep(shop.file, shop.units, shop.backups, shop.clock.now(), tidy)
    assert TIDY in due(upkeep, shop)
    upkeep.run(TIDY, NoSteps())
    assert TIDY not in due(upkeep, shop), "it rests for a while"
    shop.clock.advance(minutes=11)
    assert TIDY in due(upkeep, shop)
    upkeep.run(TIDY, NoSteps())
    upkeep.run(TIDY, NoSteps())
    shop.clock.advance(minutes=11)
    assert TIDY not in due(upkeep, shop)
    assert next(ends, None) is None, "it was not done once too often"
