# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Backups of an open file: made, proven, rotated, pinned, tried, and told about."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason, BackupState, Outcome
from servicedesk.domain.errors import Trouble
from servicedesk.services import backup as backup_module
from servicedesk.services.backup_shelf import Notes, Shelf, read_notes, write_notes
from servicedesk.store import backup as kept
from servicedesk.store.disk import free_space
from tests.services.backups_made import NOW, Desk, NoSteps, Stopped, Stops, desk
from tests.store.files import folder_bytes, on_disk, small_disk

BUTTON = BackupReason.BUTTON


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Desk]:
    with desk(tmp_path) as made:
        yield made


def test_a_new_file_has_no_backup_and_needs_none(shop: Desk) -> None:
    status = shop.backups.status()
    assert status.state is BackupState.FIRST
    assert (status.newest, status.count, status.size) == (None, 0, 0)
    assert not shop.backups.is_due()
    assert shop.backups.kept() == ()


def test_a_backup_says_when_and_why_by_its_name(shop: Desk) -> None:
    shop.say("Hollins Hardware")
    steps = NoSteps()
    card = shop.backups.back_up(BUTTON, steps)
    assert card.name == f"servicedesk {NOW.astimezone():%Y-%m-%d %H.%M.%S} by hand.db"
    assert (card.at, card.reason, card.is_pinned) == (NOW, BUTTON, False)
    assert on_disk(Path(card.path)) == {"trading_name": '"Hollins Hardware"'}
    assert card.size == Path(card.path).stat().st_size
    assert shop.backups.kept() == (card,)
    assert steps.told == [(0, 3), (1, 3), (2, 3), (3, 3)]
    assert shop.backups.status().state is BackupState.ONE_FOLDER


@pytest.mark.parametrize("reason", BackupReason)
def test_every_reason_comes_back_out_of_a_name(shop: Desk, reason: BackupReason) -> None:
    card = shop.backups.back_up(reason, NoSteps())
    assert (card.reason, card.at) == (reason, shop.clock.now())


def test_the_name_says_the_time_of_the_wall(shop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/Paris")
    time.tzset()
    try:
        card = shop.backups.back_up(BUTTON, NoSteps())
        assert card.name == "servicedesk 2026-11-24 15.10.00 by hand.db"
        assert card.at == shop.clock.now()
    finally:
        monkeypatch.undo()
        time.tzset()


def test_one_from_a_time_to_come_has_one_more_made_and_not_one_after_the_other(shop: Desk) -> None:
    shop.say("Hollins Hardware")
    shop.clock.advance(days=1)
    shop.backups.back_up(BUTTON, NoSteps())
    shop.clock.advance(days=-1)
    assert shop.backups.is_due()
    shop.backups.back_up(BackupReason.INTERVAL, NoSteps())
    assert not shop.backups.is_due()
    assert not shop.backups.is_due(is_end=True)


def test_two_of_one_second_have_two_names(shop: Desk) -> None:
    first = shop.backups.back_up(BUTTON, NoSteps())
    second = shop.backups.back_up(BUTTON, NoSteps())
    assert shop.backups.kept() == (second, first)


def test_one_is_due_half_an_hour_after_the_newest_once_something_changed(shop: Desk) -> None:
    shop.say("Hollins Hardware")
    assert shop.backups.is_due()
    shop.clock.advance(minutes=1)
    shop.backups.back_up(BUTTON, NoSteps())
    shop.clock.advance(minutes=31)
    assert not shop.backups.is_due()
    shop.close_shop()
    assert shop.backups.is_due()


def test_at_the_end_one_is_due_however_new_the_newest_is(shop: Desk) -> None:
    assert not shop.backups.is_due(is_end=True)
    shop.say("Hollins Hardware")
    shop.backups.back_up(BUTTON, NoSteps())
    assert not shop.backups.is_due(is_end=True)
    assert shop.backups.status().state is BackupState.ONE_FOLDER
    shop.clock.advance(minutes=3)
    shop.close_shop()
    assert not shop.backups.is_due()
    assert shop.backups.is_due(is_end=True)
    assert shop.backups.status().state is BackupState.CHANGED
    shop.backups.back_up(BackupReason.EXIT, NoSteps())
    assert not shop.backups.is_due(is_end=True)


def test_a_change_in_the_second_of_the_backup_is_told_from_what_it_holds(shop: Desk) -> None:
    shop.clock.advance(microseconds=300)
    shop.say("Hollins Hardware")
    shop.clock.advance(microseconds=300)
    shop.backups.back_up(BUTTON, NoSteps())
    assert not shop.backups.is_due(is_end=True)
    shop.clock.advance(microseconds=300)
    shop.close_shop()
    assert shop.backups.is_due(is_end=True)


def test_a_half_typed_form_counts_as_a_change(shop: Desk) -> None:
    shop.backups.back_up(BUTTON, NoSteps())
    shop.clock.advance(minutes=31)
    with shop.units.change("type", "Ruth") as unit:
        unit.keep_draft("closure", "Christm")
    assert shop.backups.status().changed_at == shop.clock.now()
    assert shop.backups.is_due()


def test_files_of_other_names_are_left_alone_and_older_names_are_known(shop: Desk) -> None:
    folder = shop.around.backups
    folder.mkdir()
    for name in (
        "2026-11-23-101500-taken-over.db",
        "servicedesk 2026-11-22 101500 before update.db",
        "servicedesk 2026-11-21 101500 of a later version.db",
        "servicedesk 2026-11-20 999999 button.db",
        "servicedesk 2026-11-20 99.99.99 by hand.db",
        "servicedesk 2026-11-19 101500 button.odt",
        "notes.txt",
        "another file.db",
    ):
        (folder / name).write_bytes(b"x")
    assert [card.reason for card in shop.backups.kept()] == [
        BackupReason.TAKEN_OVER,
        BackupReason.BEFORE_UPDATE,
        BackupReason.INTERVAL,
    ]
    shop.backups.back_up(BUTTON, NoSteps())
    assert (folder / "notes.txt").exists()


def test_old_ones_go_when_the_new_one_is_proven_and_pinned_ones_stay(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = shop.backups.back_up(BUTTON, NoSteps())
    shop.backups.pin(first.name, is_pinned=True)
    for _ in range(25):
        shop.clock.advance(minutes=40)
        shop.backups.back_up(BackupReason.INTERVAL, NoSteps())
    cards = shop.backups.kept()
    assert len(cards) == 21
    assert cards[-1].name == first.name
    assert cards[-1].is_pinned
    before = folder_bytes(shop.around.backups)
    assert sum(name.endswith(".sha256") for name in before) == 21

    def fails(*_: object) -> None:
        raise Trouble("backup_unproven", name="x")

    monkeypatch.setattr(backup_module, "write_backup", fails)
    shop.clock.advance(minutes=40)
    with pytest.raises(Trouble):
        shop.backups.back_up(BUTTON, NoSteps())
    assert folder_bytes(shop.around.backups) == before


def test_a_pin_can_be_taken_out_again(shop: Desk) -> None:
    card = shop.backups.back_up(BUTTON, NoSteps())
    assert [one.is_pinned for one in shop.backups.pin(card.name, is_pinned=True)] == [True]
    assert [one.is_pinned for one in shop.backups.pin(card.name, is_pinned=False)] == [False]
    for name in ("gone.db", "../servicedesk.db"):
        with pytest.raises(Trouble) as caught:
            shop.backups.pin(name, is_pinned=True)
        assert caught.value.code == "backup_gone"


def test_a_mark_that_cannot_be_made_is_told(shop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    card = shop.backups.back_up(BUTTON, NoSteps())

    def refuse(self: Path, missing_ok: bool = False) -> None:
        raise OSError(13, "permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(Trouble) as caught:
        shop.backups.pin(card.name, is_pinned=False)
    assert caught.value.code == "backup_folder_gone"


def test_a_stopped_backup_leaves_nothing_new(shop: Desk) -> None:
    with pytest.raises(Stopped):
        shop.backups.back_up(BUTTON, Stops(0))
    assert not shop.around.backups.exists()


def test_backups_never_fill_their_disk(tmp_path: Path) -> None:
    with desk(tmp_path) as shop, small_disk(shop.around.backups, 2000) as small:
        for _ in range(12):
            shop.clock.advance(minutes=40)
            shop.backups.back_up(BUTTON, NoSteps())
        held = sum(found.stat().st_size for found in small.iterdir())
        assert held < 1_000_000
        assert shop.backups.kept()[0].at == shop.clock.now()


def test_a_full_disk_costs_no_backup(tmp_path: Path) -> None:
    """Nothing is rotated out for a backup that could not be made."""
    with desk(tmp_path) as shop, small_disk(shop.around.backups, 2400) as small:
        first = shop.backups.back_up(BUTTON, NoSteps())
        shop.clock.advance(days=40)
        second = shop.backups.back_up(BUTTON, NoSteps())
        (small / "somebody else's").write_bytes(bytes(free_space(small) - 20_000))
        before = folder_bytes(small)
        shop.clock.advance(days=400)
        with pytest.raises(Trouble) as caught:
            shop.backups.back_up(BUTTON, NoSteps())
        assert caught.value.code == "disk_full"
        assert folder_bytes(small) == before
        assert shop.backups.kept() == (second, first)


def test_demand_3_the_newest_is_tried_every_week(shop: Desk) -> None:
    assert not shop.backups.is_trial_due()
    with pytest.raises(Trouble) as caught:
        shop.backups.try_newest(NoSteps())
    assert caught.value.code == "backup_gone"
    card = shop.backups.back_up(BUTTON, NoSteps())
    assert shop.backups.is_trial_due()
    outcome = shop.backups.try_newest(NoSteps())
    assert outcome == Outcome(at=NOW, is_good=True, name=card.name)
    assert shop.backups.status().trial == outcome
    assert not shop.backups.is_trial_due()
    assert list(shop.around.temporary.iterdir()) == []
    shop.clock.advance(days=7)
    assert shop.backups.is_trial_due()
    with Path(card.path).open("r+b") as file:
        file.seek(5000)
        file.write(b"flipped")
    assert not shop.backups.try_newest(NoSteps()).is_good
    trial = shop.backups.status().trial
    assert trial is not None
    assert not trial.is_good


def test_the_file_itself_is_checked_every_week(shop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.say("Hollins Hardware")
    assert shop.backups.is_check_due()
    outcome = shop.backups.check_file(NoSteps())
    assert outcome == Outcome(at=NOW, is_good=True)
    assert shop.backups.status().check == outcome
    assert not shop.backups.is_check_due()
    shop.clock.advance(days=8)
    assert shop.backups.is_check_due()
    monkeypatch.setattr(backup_module, "find_damage_in", lambda *_, **__: "row 3 missing")
    assert not shop.backups.check_file(NoSteps()).is_good


def test_notes_survive_and_bad_ones_count_as_none(tmp_path: Path) -> None:
    assert read_notes(tmp_path) == Notes()
    notes = Notes(second="/media/B", second_at=NOW, trial=Outcome(at=NOW, is_good=False, name="x"))
    write_notes(tmp_path, notes)
    assert read_notes(tmp_path) == notes
    for bad in ("", "[]", "{", '{"second": "x"}', "5"):
        (tmp_path / "backups.json").write_text(bad)
        assert read_notes(tmp_path) == Notes()


def test_notes_that_cannot_be_written_stop_nothing(
    shop: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise Trouble("saving_no_room", file="backups.json")

    monkeypatch.setattr(backup_module, "write_notes", refuse)
    shop.backups.back_up(BUTTON, NoSteps())
    assert shop.backups.try_newest(NoSteps()).is_good


def test_a_backup_that_cannot_be_removed_stays(shop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf = Shelf(shop.around.backups, shop.around.database)
    for _ in range(22):
        shop.clock.advance(minutes=40)
        kept.write_backup(shop.file.path, _made(shelf, shop))
    real = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self.suffix == ".db":
            raise OSError(13, "permission denied")
        real(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    shelf.rotate(shelf.cards(), shop.clock.now())
    assert len(shelf.cards()) == 22


def _made(shelf: Shelf, shop: Desk) -> Path:
    shelf.folder.mkdir(exist_ok=True)
    return shelf.new_path(shop.clock.now(), BUTTON)


def test_the_second_folder_is_asked_for_at_quitting_and_then_monthly(shop: Desk) -> None:
    assert shop.backups.asks_for_second()
    shop.backups.asked_for_second()
    assert shop.around.memory.get("second_asked_on") == date(2026, 11, 24).isoformat()
    assert not shop.backups.asks_for_second()
    shop.clock.set(NOW + timedelta(days=30))
    assert shop.backups.asks_for_second()
