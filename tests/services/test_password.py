# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The password of a file: set, changed, removed, and its backups with it."""

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupReason, FolderKind
from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.errors import Refusal, Trouble
from servicedesk.domain.printing import PaperChoice
from servicedesk.services.backup import Backups
from servicedesk.services.backup_restore import look_into, put_back
from servicedesk.services.backup_seen import SEEN
from servicedesk.services.backup_shelf import Notes, write_notes
from servicedesk.services.password import SHEET, Password, change_closed, key_for
from servicedesk.services.printing import Printing
from servicedesk.services.surroundings import Surroundings
from servicedesk.services.unit import Units
from servicedesk.store import keys
from servicedesk.store.disk import beside
from servicedesk.store.facts import business_facts
from servicedesk.store.opening import look_at, open_file
from servicedesk.system.keyring import Keyring
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NOW, Desk, NoSteps
from tests.store.files import folder_bytes, new_file

FIRST, SECOND = "correct horse", "battery staple"
NAME = "Bridget and Sons"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few rounds: what they cost is measured elsewhere."""
    monkeypatch.setattr(keys, "ROUNDS", 2)


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    """The surroundings of a file with a name in it, closed, and one backup of it."""
    home = tmp_path / "data"
    home.mkdir()
    made = surroundings(new_file(home, "servicedesk.db"), FixedClock(NOW))
    with opened(made) as desk:
        desk.say(NAME)
        desk.backups.back_up(BackupReason.BUTTON, NoSteps())
    return made


@contextmanager
def opened(around: Surroundings) -> Iterator[Desk]:
    """The file, open with whatever key is known for it."""
    key = around.keys.fitting(around.database)
    known = replace(around, key=key)
    file = open_file(around.database, backups=around.backups, moment=NOW, key=key)
    units = Units(file, around.clock)
    backups = Backups(file, units, known)
    try:
        yield Desk(file=file, units=units, around=known, backups=backups, clock=FixedClock(NOW))
    finally:
        file.close()


@contextmanager
def password_of(around: Surroundings) -> Iterator[Password]:
    with opened(around) as desk:
        yield Password(desk.units, desk.around)


def name_in(desk: Desk) -> str:
    with desk.units.read() as reading:
        return str(reading.execute(business_facts.select()).one().value)


def forgetful(around: Surroundings) -> Surroundings:
    """The same after the program was started anew: no key is known."""
    return replace(around, keys=Keyring(), key=None)


def refused(step: object, *words: object) -> tuple[str, str | None]:
    assert callable(step)
    with pytest.raises(Refusal) as caught:
        step(*words)
    return caught.value.code, caught.value.field


def test_a_password_is_set_changed_and_removed(around: Surroundings) -> None:
    for wanted, is_set in ((FIRST, True), (SECOND, True), (None, False)):
        change_closed(around, wanted, NoSteps())
        with opened(around) as desk:
            password = Password(desk.units, desk.around)
            assert name_in(desk) == f'"{NAME}"'
            assert password.is_set() is is_set
            assert password.is_right(FIRST) is (wanted == FIRST)
            assert password.is_right(SECOND) is (wanted == SECOND)
        assert (NAME.encode() in around.database.read_bytes()) is not is_set


def test_the_file_opens_with_the_password_however_it_is_composed(around: Surroundings) -> None:
    change_closed(around, "Café Zoë 🔑", NoSteps())
    fresh = forgetful(around)
    fresh.keys.learn(key_for(around.database, unicodedata.normalize("NFD", "Café Zoë 🔑")))
    with opened(fresh) as desk:
        assert name_in(desk) == f'"{NAME}"'
    with pytest.raises(Trouble) as caught:
        key_for(around.database, "Cafe Zoe 🔑")
    assert caught.value.code == "password_wrong"


def test_a_change_that_fails_leaves_the_file_and_its_key(
    around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_closed(around, FIRST, NoSteps())
    before = folder_bytes(around.database.parent)

    def lie(*_: object) -> bool:
        return False

    monkeypatch.setattr("servicedesk.store.encrypting._is_right", lie)
    with pytest.raises(Trouble):
        change_closed(around, SECOND, NoSteps())
    assert folder_bytes(around.database.parent) == before
    with password_of(around) as password:
        assert password.is_right(FIRST)


def test_what_is_typed_is_looked_at_before_anything_is_done(around: Surroundings) -> None:
    with password_of(around) as password:
        assert password.new("", FIRST, FIRST) == FIRST
        assert refused(password.new, "", "short", "short") == ("password_short", "password")
        password.see_current("anything, as there is none")
    change_closed(around, FIRST, NoSteps())
    with password_of(around) as password:
        assert password.new(FIRST, SECOND, SECOND) == SECOND
        assert refused(password.new, SECOND, SECOND, SECOND) == (
            "password_not_current",
            "current",
        )
        assert refused(password.new, FIRST, FIRST, FIRST) == ("password_same", "password")
        assert refused(password.see_current, "") == ("password_not_current", "current")


def test_backups_keep_their_old_password_until_they_are_rewritten(around: Surroundings) -> None:
    change_closed(around, FIRST, NoSteps())
    with opened(around) as desk:
        password = Password(desk.units, desk.around)
        assert password.backups_with_another() == 1
        desk.backups.back_up(BackupReason.BUTTON, NoSteps())
        assert password.backups_with_another() == 1
        rewritten = password.rewrite_backups(NoSteps())
        assert (rewritten.done, rewritten.left) == (2, ())
        assert password.backups_with_another() == 0
    for backup in around.backups.glob("*.db"):
        assert NAME.encode() not in backup.read_bytes()
        assert refused(look_into, backup, forgetful(around))[0] == "backup_password_needed"
        assert look_into(backup, forgetful(around), password=FIRST).business == NAME


def test_removing_the_password_can_free_the_backups_too(around: Surroundings) -> None:
    change_closed(around, FIRST, NoSteps())
    with password_of(around) as password:
        password.rewrite_backups(NoSteps())
    change_closed(around, None, NoSteps())
    with password_of(around) as password:
        assert password.backups_with_another() == 1
        assert password.rewrite_backups(NoSteps()).done == 1
        assert password.backups_with_another() == 0
    (backup,) = around.backups.glob("*.db")
    assert look_into(backup, forgetful(around)).business == NAME


@pytest.mark.parametrize("is_seen", [True, False])
def test_copies_on_a_stick_that_is_away_are_counted_until_they_are_changed_too(
    around: Surroundings, tmp_path: Path, is_seen: bool
) -> None:
    stick, away = tmp_path / "STICK", tmp_path / "AWAY"
    stick.mkdir()
    with opened(around) as desk:
        desk.backups.set_second_folder(stick)
        made = desk.backups.back_up(BackupReason.BUTTON, NoSteps())
        stick.rename(away)
        assert Password(desk.units, desk.around).backups_with_another() == 0
    change_closed(around, FIRST, NoSteps())
    firsts = len(list(around.backups.glob("*.db")))
    if is_seen:
        away.rename(stick)
    with password_of(around) as password:
        assert password.backups_with_another() == firsts + 1
        if is_seen:
            stick.rename(away)
        assert password.rewrite_backups(NoSteps()).left == (str(stick / made.name),)
        assert password.backups_with_another() == 1
        assert password.rewrite_backups(NoSteps()).left == (str(stick / made.name),)
        assert password.backups_with_another() == 1
        away.rename(stick)
        assert password.backups_with_another() == 1
        assert password.rewrite_backups(NoSteps()).left == ()
        assert password.backups_with_another() == 0
        stick.rename(away)
        assert password.backups_with_another() == 0


def test_where_nothing_tells_how_a_copy_begins_it_counts_if_the_file_has_a_password(
    around: Surroundings, tmp_path: Path
) -> None:
    stick = tmp_path / "STICK"
    stick.mkdir()
    with opened(around) as desk:
        desk.backups.set_second_folder(stick)
        made = desk.backups.back_up(BackupReason.BUTTON, NoSteps())
        stick.rename(tmp_path / "AWAY")
        Path(made.path).unlink()
        assert Password(desk.units, desk.around).backups_with_another() == 0
    change_closed(around, FIRST, NoSteps())
    with password_of(around) as password:
        password.rewrite_backups(NoSteps())
        (around.backups / SEEN).write_text("[]")
        assert password.backups_with_another() == 1


def test_what_was_kept_of_a_damaged_file_counts_and_cannot_be_changed(
    around: Surroundings,
) -> None:
    change_closed(around, FIRST, NoSteps())
    with password_of(around) as password:
        password.rewrite_backups(NoSteps())
        assert password.backups_with_another() == 0
        kept = around.backups / "servicedesk 2026-09-14 12.00.00 before restore.damaged"
        kept.write_bytes(b"of an owner without a password" * 999)
        assert password.backups_with_another() == 1
        assert password.rewrite_backups(NoSteps()).left == (str(kept),)
        assert password.backups_with_another() == 1


def test_a_backup_of_a_password_nobody_typed_is_left_and_named(around: Surroundings) -> None:
    change_closed(around, FIRST, NoSteps())
    with opened(around) as desk:
        card = desk.backups.back_up(BackupReason.BUTTON, NoSteps())
        newest = Path(card.path)
    change_closed(around, SECOND, NoSteps())
    fresh = forgetful(around)
    fresh.keys.learn(key_for(around.database, SECOND))
    before = newest.read_bytes()
    with password_of(fresh) as password:
        rewritten = password.rewrite_backups(NoSteps())
    assert rewritten.left == (str(newest),)
    assert newest.read_bytes() == before


def test_a_trial_is_made_of_a_backup_that_opens(around: Surroundings) -> None:
    change_closed(around, FIRST, NoSteps())
    with opened(around) as desk:
        sealed = desk.backups.back_up(BackupReason.BUTTON, NoSteps())
        assert desk.backups.try_newest(NoSteps()).name == sealed.name
        assert desk.backups.check_file(NoSteps()).is_good
    change_closed(around, SECOND, NoSteps())
    fresh = forgetful(around)
    fresh.keys.learn(key_for(around.database, SECOND))
    with opened(fresh) as desk:
        outcome = desk.backups.try_newest(NoSteps())
        assert outcome.is_good
        assert outcome.name != sealed.name


def test_a_backup_with_another_password_asks_for_it_and_is_put_back(around: Surroundings) -> None:
    change_closed(around, FIRST, NoSteps())
    with opened(around) as desk:
        sealed = Path(desk.backups.back_up(BackupReason.BUTTON, NoSteps()).path)
    change_closed(around, SECOND, NoSteps())
    fresh = forgetful(around)
    fresh.keys.learn(key_for(around.database, SECOND))
    live = around.database.read_bytes()
    for words, code in (
        ({}, "backup_password_needed"),
        ({"password": SECOND}, "backup_password_wrong"),
    ):
        with pytest.raises(Refusal) as caught:
            look_into(sealed, fresh, **words)
        assert caught.value.code == code
        assert caught.value.params["name"] == sealed.name
    with pytest.raises(Refusal):
        put_back(sealed, fresh)
    assert around.database.read_bytes() == live
    with opened(fresh) as desk:
        assert desk.backups.look_into(sealed, FIRST).business == NAME
    assert put_back(sealed, fresh).business == NAME
    with opened(fresh) as desk:
        assert Password(desk.units, desk.around).is_right(FIRST)
        assert name_in(desk) == f'"{NAME}"'
    aside = next(path for path in around.backups.glob("*before restore.db"))
    assert look_into(aside, fresh).business == NAME


def test_a_plain_backup_is_fine_while_the_file_has_a_password(around: Surroundings) -> None:
    (plain,) = around.backups.glob("*.db")
    change_closed(around, FIRST, NoSteps())
    assert put_back(plain, around).business == NAME
    assert look_at(around.database).schema
    with password_of(around) as password:
        assert not password.is_set()


def test_whoever_lost_the_password_can_go_on_from_a_plain_backup(around: Surroundings) -> None:
    (plain,) = around.backups.glob("*.db")
    change_closed(around, FIRST, NoSteps())
    sealed = around.database.read_bytes()
    assert put_back(plain, forgetful(around)).business == NAME
    kept = [path for path in around.backups.iterdir() if path.read_bytes() == sealed]
    assert len(kept) == 1


def test_one_is_offered_where_others_get_at_the_second_copies(around: Surroundings) -> None:
    with password_of(around) as password:
        assert not password.offers_one()
        for kind in FolderKind:
            write_notes(around.backups, Notes(second="/media/STICK", second_kind=kind))
            assert password.offers_one() is (kind.value in {"removable", "synced", "network"})
    change_closed(around, FIRST, NoSteps())
    with password_of(around) as password:
        assert not password.offers_one()


def test_the_recovery_sheet_says_where_and_how_but_never_the_password(
    around: Surroundings,
) -> None:
    notes = Notes(second="/media/STICK", second_name="STICK", second_kind=FolderKind.REMOVABLE)
    write_notes(around.backups, notes)
    change_closed(around, FIRST, NoSteps())
    with password_of(around) as password:
        job = password.sheet()
    assert [offer.id for offer in job.offers] == [SHEET]
    for large in (False, True):
        made = job.make(PaperChoice(paper=SHEET, size=PaperSize.A4, large=large))
        words = " ".join(" ".join(Printing().texts(made.data)).split())
        for said in (
            NAME,
            "servicedesk.db",
            "STICK",
            "Write it here by hand",
            "Since which day",
            "you need the program first",
            "A backup opens with the password it has",
        ):
            assert said in words
        assert FIRST not in words
        assert not made.missing
        assert large or made.pages == 1


def test_a_file_that_is_gone_counts_no_backups_and_opens_with_nothing(tmp_path: Path) -> None:
    gone = tmp_path / "gone.db"
    with pytest.raises(Trouble) as caught:
        key_for(gone, FIRST)
    assert caught.value.code == "file_missing"
    assert not beside(gone, ".part").exists()


def test_what_becomes_of_the_password_is_known_before_a_backup_is_put_back(
    around: Surroundings,
) -> None:
    with opened(around) as desk:
        plain = Path(desk.backups.back_up(BackupReason.BUTTON, NoSteps()).path)
    seen = look_into(plain, around)
    assert (seen.loses_password, seen.has_another) == (False, False)
    change_closed(around, FIRST, NoSteps())
    with opened(around) as desk:
        first = Path(desk.backups.back_up(BackupReason.BUTTON, NoSteps()).path)
    seen = look_into(plain, around)
    assert (seen.loses_password, seen.has_another) == (True, False)
    seen = look_into(first, around)
    assert (seen.loses_password, seen.has_another) == (False, False)
    change_closed(around, SECOND, NoSteps())
    seen = look_into(first, around)
    assert (seen.loses_password, seen.has_another) == (False, True)
    around.database.unlink()
    assert look_into(first, around).has_another
    assert not look_into(plain, around).loses_password
