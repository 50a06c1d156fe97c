# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Nobody who was forgotten comes back, whatever was lost; and each copy that holds them counts.

Demand 26: what is erased stays erased, in whatever backup is put back.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from servicedesk.domain.backups import BackupCard, BackupReason
from servicedesk.domain.forgetting import ErasureWhy, StillHeld
from servicedesk.services.backup_restore import put_back
from servicedesk.services.forgotten_list import LIST, all_forgotten, keep_list, read_list
from servicedesk.services.registry import Services, open_services
from servicedesk.services.surroundings import Surroundings
from servicedesk.store.backup import sum_file
from servicedesk.store.keys import new_key
from tests.helpers.fakes import FixedClock
from tests.services.around import surroundings
from tests.services.backups_made import NoSteps
from tests.services.customers_made import RUTH, added
from tests.store.files import new_file, opened

NAME = "Ann Quillfeather"
ASKED, BUTTON = ErasureWhy.ASKED, BackupReason.BUTTON


@contextmanager
def services_of(around: Surroundings) -> Iterator[Services]:
    """The services of the file, open for the length of the block."""
    with opened(around.database) as file:
        yield open_services(file, around)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2026, 9, 14, 9, 0, tzinfo=UTC))


@pytest.fixture
def around(tmp_path: Path, clock: FixedClock) -> Surroundings:
    (tmp_path / "data").mkdir()
    return surroundings(new_file(tmp_path / "data", "servicedesk.db"), clock)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "STICK").mkdir()
    return tmp_path / "STICK"


def forgotten(around: Surroundings, clock: FixedClock, second: Path | None = None) -> BackupCard:
    """Have somebody in a backup, and forget them an hour later; gives that backup."""
    with services_of(around) as services:
        if second is not None:
            services.backups.set_second_folder(second)
        card = added(services, NAME)
        assert card.id == 1
        made = services.backups.back_up(BUTTON, NoSteps())
        clock.advance(minutes=60)
        services.forgetting.forget(card.id, ASKED, RUTH)
        clock.advance(minutes=60)
    return made


def is_gone(around: Surroundings) -> bool:
    """Whether they are gone from the file, which has them on its list."""
    with services_of(around) as services:
        (line,) = services.forgetting.erased()
        assert line.record_id == 1
        shown = services.customers.get(1).shown_name
    return shown == "(forgotten)" and b"Quillfeather" not in around.database.read_bytes()


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[:200] = b"\xff" * 200
    path.write_bytes(content)


def drop_lists(*folders: Path) -> None:
    """Leave no list beside the backups, as a person does who tidies up."""
    for folder in folders:
        (folder / LIST).unlink(missing_ok=True)


def test_a_damaged_file_takes_no_list_with_it(around: Surroundings, clock: FixedClock) -> None:
    made = forgotten(around, clock)
    damage(around.database)
    put_back(Path(made.path), around)
    assert is_gone(around)


def test_the_list_beside_the_backups_names_nobody(around: Surroundings, clock: FixedClock) -> None:
    forgotten(around, clock)
    told = (around.backups / LIST).read_text("utf-8")
    assert "Quill" not in told
    assert RUTH not in told
    assert "K-0001" in told


@pytest.mark.parametrize("spoilt", ["", "[]", '{"x": 1}', '{"MARK": [1]}', '{"MARK": [{}]}'])
def test_a_list_that_is_spoilt_is_none_and_is_written_anew(
    around: Surroundings, clock: FixedClock, spoilt: str
) -> None:
    forgotten(around, clock)
    (mark,) = json.loads((around.backups / LIST).read_text("utf-8"))
    (before,) = read_list(around.backups, mark).values()
    (around.backups / LIST).write_text(spoilt.replace("MARK", mark))
    assert read_list(around.backups, mark) == {}
    keep_list(around.backups, mark, [before])
    assert read_list(around.backups, mark) == {before.card.mark: before}
    keep_list(around.backups, "", [before])
    keep_list(around.backups, "another shop", [before])
    assert read_list(around.backups, mark) == {before.card.mark: before}
    assert len(json.loads((around.backups / LIST).read_text("utf-8"))) >= 2


def test_a_file_begun_anew_has_no_list_but_a_later_backup_has(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    with services_of(around) as services:
        services.backups.back_up(BUTTON, NoSteps())
    drop_lists(around.backups)
    around.database.unlink()
    new_file(around.database.parent, around.database.name)
    put_back(Path(made.path), around)
    assert is_gone(around)


def test_a_later_backup_with_a_password_nobody_knows_is_no_end_of_the_search(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    with services_of(around) as services:
        services.backups.back_up(BUTTON, NoSteps())
        clock.advance(minutes=60)
        newest = services.backups.back_up(BUTTON, NoSteps())
    drop_lists(around.backups)
    around.database.unlink()
    from servicedesk.store.encrypting import change_key

    change_key(Path(newest.path), None, new_key("open sesame"))
    put_back(Path(made.path), around)
    assert is_gone(around)


def test_on_a_new_computer_the_stick_tells_who_is_not_to_come_back(
    around: Surroundings, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    made = forgotten(around, clock, stick)
    (tmp_path / "new").mkdir()
    new = surroundings(tmp_path / "new" / "servicedesk.db", clock)
    put_back(stick / made.name, new)
    assert is_gone(new)
    with services_of(new) as services:
        assert services.forgetting.still_held().count == 0
    (line,) = json.loads((new.backups / LIST).read_text("utf-8")).values()
    assert len(line) == 1


def test_on_a_new_computer_a_later_backup_on_the_stick_tells_it_too(
    around: Surroundings, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    made = forgotten(around, clock, stick)
    with services_of(around) as services:
        services.backups.back_up(BUTTON, NoSteps())
    drop_lists(stick)
    (tmp_path / "new").mkdir()
    new = surroundings(tmp_path / "new" / "servicedesk.db", clock)
    put_back(stick / made.name, new)
    assert is_gone(new)


def test_what_was_kept_of_a_damaged_file_tells_it_if_it_can_be_read(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    drop_lists(around.backups)
    kept = around.backups / "servicedesk 2026-09-14 12.00.00 before restore.damaged"
    shutil.copy(around.database, kept)
    around.database.unlink()
    put_back(Path(made.path), around)
    assert is_gone(around)
    assert not list(around.temporary.glob("*"))


def test_the_list_of_another_shop_is_not_taken_over(
    around: Surroundings, clock: FixedClock, stick: Path, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    later = FixedClock(datetime(2026, 9, 15, 9, 0, tzinfo=UTC))
    other = surroundings(new_file(tmp_path / "other", "servicedesk.db"), later)
    forgotten(other, later, stick)
    with services_of(other) as services:
        services.backups.back_up(BUTTON, NoSteps())
    with services_of(around) as services:
        services.backups.set_second_folder(stick)
        added(services, "Bob Smith")
        made = services.backups.back_up(BUTTON, NoSteps())
    assert all_forgotten(around, Path(made.path), stick) == ()
    put_back(stick / made.name, around)
    with services_of(around) as services:
        assert services.forgetting.erased() == ()
        assert services.customers.get(1).shown_name == "Bob Smith"


def test_who_did_it_is_told_by_a_whole_list_and_the_moment_by_the_one_beside_the_backups(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    with services_of(around) as services:
        services.backups.back_up(BUTTON, NoSteps())
    (line,) = all_forgotten(around, Path(made.path), around.backups)
    assert (line.card.who, line.at) == (RUTH, datetime(2026, 9, 14, 10, 0, tzinfo=UTC))
    assert replace(line.card, who="", id=0).ref == "K-0001"


def test_after_a_restore_the_backups_from_before_still_count(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    put_back(Path(made.path), around)
    with services_of(around) as services:
        assert b"Quillfeather" in Path(made.path).read_bytes()
        assert services.forgetting.still_held().count == 1
        clock.advance(minutes=60)
        services.backups.back_up(BUTTON, NoSteps())
        assert services.forgetting.still_held().count == 1
        assert services.forgetting.rewrite(NoSteps()).left == ()
        assert services.forgetting.still_held() == StillHeld()
    assert b"Quillfeather" not in Path(made.path).read_bytes()


def test_where_no_list_knows_the_moment_the_whole_day_counts(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    put_back(Path(made.path), around)
    drop_lists(around.backups)
    clock.set(date(2026, 9, 15))
    with services_of(around) as services:
        services.backups.back_up(BUTTON, NoSteps())
        held = services.forgetting.still_held().count
        assert held == 2, "the one that was put back, and what was there before it"
        services.forgetting.rewrite(NoSteps())
        assert services.forgetting.still_held().count == 0


def test_a_stick_that_was_not_plugged_in_still_holds_them(
    around: Surroundings, clock: FixedClock, stick: Path
) -> None:
    made = forgotten(around, clock, stick)
    with services_of(around) as services:
        assert services.forgetting.still_held() == StillHeld(count=2, until=date(2027, 9, 15))
        away = stick.with_name("AWAY")
        stick.rename(away)
        assert services.forgetting.still_held() == StillHeld(count=2, away=1)
        assert services.forgetting.rewrite(NoSteps()).left == (str(stick / made.name),)
        assert services.forgetting.still_held() == StillHeld(count=1, away=1)
        away.rename(stick)
        assert b"Quillfeather" in (stick / made.name).read_bytes()
        assert services.forgetting.still_held() == StillHeld(count=1, until=date(2027, 9, 15))
        assert services.forgetting.rewrite(NoSteps()).left == ()
        assert services.forgetting.still_held() == StillHeld()
    assert b"Quillfeather" not in (stick / made.name).read_bytes()


def test_a_stick_that_was_away_when_they_were_forgotten_gets_the_list_with_the_next_backup(
    around: Surroundings, clock: FixedClock, stick: Path
) -> None:
    with services_of(around) as services:
        services.backups.set_second_folder(stick)
    away = stick.with_name("AWAY")
    stick.rename(away)
    forgotten(around, clock)
    away.rename(stick)
    assert not (stick / LIST).exists()
    with services_of(around) as services:
        services.backups.back_up(BUTTON, NoSteps())
    assert (stick / LIST).read_bytes() == (around.backups / LIST).read_bytes()


def test_what_was_kept_of_a_damaged_file_counts_and_is_left(
    around: Surroundings, clock: FixedClock
) -> None:
    made = forgotten(around, clock)
    kept = Path(made.path).with_suffix(".damaged")
    Path(made.path).rename(kept)
    sum_file(Path(made.path)).unlink()
    (around.backups / "letter.damaged").write_bytes(b"of somebody")
    with services_of(around) as services:
        assert services.forgetting.still_held() == StillHeld(count=1, damaged=1)
        assert str(kept) in services.forgetting.rewrite(NoSteps()).left
        assert services.forgetting.still_held() == StillHeld(count=1, damaged=1)


def test_a_disk_that_takes_no_list_keeps_nobody_from_being_forgotten(
    around: Surroundings, clock: FixedClock
) -> None:
    with services_of(around) as services:
        card = added(services, NAME)
        around.backups.write_bytes(b"not a folder")
        services.forgetting.forget(card.id, ASKED, RUTH)
    assert is_gone(around)
