# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk backup`` and ``servicedesk check`` as a scheduled task runs them.

Demand 3: backups are complete, automatic, verified, and restorable by a novice.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.services.backup_shelf import Shelf
from servicedesk.store import backup, driver
from servicedesk.store.backup import sum_file
from servicedesk.store.driver import Access, Durability
from servicedesk.store.keys import new_key
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file
from tests.store.files import add, crash, folder_bytes, make_read_only, on_disk, opened, small_disk

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(profile: Path, capsys) -> Run:
    """Run a command; gives exit status, lines said, lines complained."""

    def typed(command: str, *words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = console([command, "--profile", str(profile), *map(str, words)])
        said = capsys.readouterr()
        return status, said.out, said.err

    return typed


@pytest.fixture
def home(profile: Path) -> Path:
    """A closed file with one fact in it."""
    create_file(profile / "servicedesk.db")
    with opened(profile / "servicedesk.db") as file, file.change() as session:
        add(session, "trading_name", '"Hollins"')
    return profile


def shown(home: Path) -> dict[str, bytes]:
    """Every byte beside the file, and the file; shared memory is nobody's data."""
    return {name: data for name, data in folder_bytes(home).items() if "-shm" not in name}


def test_a_backup_is_made_where_it_was_named_proven_and_signed(run: Run, home: Path, out: Path):
    out.mkdir()
    was = shown(home)
    status, said, wrong = run("backup", out / "shop.db")
    assert (status, wrong) == (0, "")
    assert said.startswith(f"Backed up to {out / 'shop.db'} (")
    assert on_disk(out / "shop.db") == {"trading_name": '"Hollins"'}
    assert sum_file(out / "shop.db").exists()
    assert sorted(found.name for found in out.iterdir()) == ["shop.db", "shop.db.sha256"]
    assert {name: data for name, data in shown(home).items() if name in was} == was


def test_the_backup_of_yesterday_is_replaced_by_the_proven_one_of_today(
    run: Run, home: Path, out: Path
):
    out.mkdir()
    assert run("backup", out / "shop.db")[0] == 0
    with opened(home / "servicedesk.db") as file, file.change() as session:
        add(session, "phone")
    assert run("backup", out / "shop.db")[0] == 0
    assert "phone" in on_disk(out / "shop.db")
    assert run("check", out / "shop.db")[0] == 0


def test_into_a_folder_it_goes_with_its_moment_in_its_name(run: Run, home: Path, out: Path):
    out.mkdir()
    assert run("backup", out)[0] == 0
    assert len(Shelf(out, home / "servicedesk.db").cards()) == 1


@pytest.mark.parametrize("durability", list(Durability))
def test_it_works_while_a_window_has_the_file_open_and_writes(
    run: Run, home: Path, out: Path, durability: Durability
):
    out.mkdir()
    with opened(home / "servicedesk.db", durability) as file:
        with file.change() as session:
            add(session, "saved")
        assert run("backup", out / "shop.db")[0] == 0
        assert run("check")[0] == 0
        with file.change() as session:
            add(session, "half")
            if durability is Durability.WAL_FULL:
                assert run("backup", out / "during.db")[0] == 0
    assert "saved" in on_disk(out / "shop.db")
    if durability is Durability.WAL_FULL:
        assert "half" not in on_disk(out / "during.db")
    assert set(on_disk(home / "servicedesk.db")) == {"trading_name", "saved", "half"}


def test_what_is_somebody_elses_is_never_replaced(run: Run, home: Path, out: Path):
    out.mkdir()
    (out / "letter.db").write_bytes(b"Dear Mrs Shah, " * 99)
    status, _said, wrong = run("backup", out / "letter.db")
    assert status == 2
    assert "is there already and is not a backup as" in wrong
    assert (out / "letter.db").read_bytes() == b"Dear Mrs Shah, " * 99


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("servicedesk.db", "Choose a folder somewhere else"),
        ("servicedesk.db-wal", "Choose a folder somewhere else"),
        ("backups/shop.db", "Choose a folder somewhere else"),
        ("../nowhere/shop.db", "cannot be reached"),
        ("servicedesk.db/shop.db", "is a file. Choose a folder."),
    ],
)
def test_a_place_that_will_not_do_is_refused_with_the_file_as_it_was(
    run: Run, home: Path, where: str, said: str
):
    (home / "backups").mkdir(exist_ok=True)
    was = shown(home)
    status, _said, wrong = run("backup", home / where)
    assert status == 2
    assert said in wrong
    assert shown(home).items() >= was.items()


def test_a_full_disk_and_one_that_may_only_be_read_cost_nothing(
    run: Run, home: Path, tmp_path: Path
):
    was = shown(home)
    with small_disk(tmp_path / "stick", 256) as stick:
        status, _said, wrong = run("backup", stick / "shop.db")
        assert (status, list(stick.iterdir())) == (2, [])
        assert "no room left" in wrong
        make_read_only(stick)
        status, _said, wrong = run("backup", stick / "shop.db")
        assert status == 2
        assert "Nothing may be written" in wrong
    assert shown(home).items() >= was.items()


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.EIO, "the stick was pulled"),
        OSError(errno.ENODEV, "the stick is gone"),
        PermissionError(errno.EACCES, "another program has it locked"),
    ],
)
@pytest.mark.parametrize("where", ["_copy", "prove", "_name"])
def test_a_stick_that_is_pulled_or_a_file_that_is_locked_costs_nothing(
    run: Run, home: Path, out: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, where: str
):
    out.mkdir()
    assert run("backup", out / "shop.db")[0] == 0
    was, kept = shown(home), folder_bytes(out)

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(backup, where, fail)
    status, _said, wrong = run("backup", out / "shop.db")
    assert status == 2
    assert wrong
    assert "Traceback" not in wrong
    assert shown(home).items() >= was.items()
    assert (out / "shop.db").read_bytes() == kept["shop.db"]
    assert not list(out.glob("*.part"))


@pytest.mark.parametrize("is_folder", [True, False])
def test_without_a_file_there_is_nothing_to_back_up_or_check_and_nothing_is_promised(
    profile: Path, out: Path, tmp_path: Path, capsys, is_folder: bool
):
    out.mkdir()
    nobody = tmp_path / "nobody"
    if is_folder:
        nobody.mkdir()
    taken = tmp_path / "list.csv"
    taken.write_text("Name\nAnn\n")
    for command in (
        ["backup", out / "shop.db"],
        ["check"],
        ["export", out],
        ["import", "customers", taken],
    ):
        status = console([*map(str, command), "--profile", str(nobody)])
        wrong = capsys.readouterr().err
        assert status == 2
        assert f"servicedesk.db is not in {nobody}" in wrong
        assert "nothing was ever saved there" in wrong
        assert "Everything saved" not in wrong
    assert list(out.iterdir()) == []
    assert list(nobody.iterdir() if is_folder else []) == []


def test_a_file_that_was_there_is_missed_and_one_that_is_named_is_only_not_found(
    run: Run, home: Path, out: Path
):
    (home / "backups").mkdir()
    Path(home / "servicedesk.db").rename(
        home / "backups" / "servicedesk 2026-11-24 14.00.00 by hand.db"
    )
    for command in (["backup", out], ["check"]):
        status, _said, wrong = run(*command)
        assert (status, "is not in" in wrong, "any more" in wrong) == (2, True, True)
    status, _said, wrong = run("check", out / "shop.db")
    assert status == 2
    assert f"shop.db is not in {out}." in wrong
    assert "saved" not in wrong


def test_a_sound_file_and_a_sound_backup_are_told_with_what_they_hold(
    run: Run, published: Path, tmp_path: Path
):
    out = tmp_path / "stick"
    out.mkdir()
    was = shown(published)
    status, said, wrong = run("check")
    assert (status, wrong) == (0, "")
    assert "servicedesk.db is sound" in said
    assert "Versions of the charter: 1" in said
    assert shown(published).items() >= was.items()
    assert run("backup", out / "shop.db")[0] == 0
    was = folder_bytes(out)
    status, said, _wrong = run("check", out / "shop.db")
    assert status == 0
    assert "as it was when it was made" in said
    assert folder_bytes(out) == was


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-4096])


def tear(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[8192:16384] = bytes(8192)
    path.write_bytes(content)


def set_number(path: Path, statement: str) -> None:
    connection = driver.open_bare(path, Access.READ_WRITE)
    driver.one(connection, "PRAGMA journal_mode = delete")
    connection.execute(statement)
    connection.close()


BAD: dict[str, tuple[Callable[[Path], object], int, str]] = {
    "empty": (lambda path: path.write_bytes(b""), 1, "not one byte"),
    "cut": (cut, 1, "damaged"),
    "torn": (tear, 1, "damaged"),
    "other": (lambda path: path.write_bytes(b"%PDF-1.7 " * 900), 1, "is not a servicedesk file"),
    "foreign": (
        lambda path: set_number(path, "PRAGMA application_id = 1"), 1, "another program"
    ),
    "newer": (
        lambda path: set_number(path, f"PRAGMA user_version = {SCHEMA + 1}"), 2, "newer version"
    ),
    "gone": (lambda path: path.unlink(), 2, "is not in"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), 2, "is a folder"),
}  # fmt: skip


@pytest.mark.parametrize("how", BAD)
@pytest.mark.parametrize("is_live", [True, False])
def test_a_bad_file_is_told_by_its_status_and_stays_as_it_is(
    run: Run, home: Path, out: Path, how: str, is_live: bool
):
    out.mkdir()
    assert run("backup", out / "shop.db")[0] == 0
    spoil, status, said = BAD[how]
    path = home / "servicedesk.db" if is_live else out / "shop.db"
    if not is_live:
        sum_file(path).unlink()
    spoil(path)
    was = folder_bytes(path.parent)
    told = run("check", *([] if is_live else [path]))
    assert told[0] == status, told
    assert said in told[2]
    assert {name: data for name, data in folder_bytes(path.parent).items() if name in was} == was
    assert not list((home / "temporary").glob("*"))


def test_one_bit_of_a_backup_that_only_its_sum_can_tell_is_told(run: Run, home: Path, out: Path):
    out.mkdir()
    assert run("backup", out / "shop.db")[0] == 0
    content = (out / "shop.db").read_bytes()
    (out / "shop.db").write_bytes(content.replace(b"Hollins", b"Hollinz"))
    assert run("check", out / "shop.db")[0] == 1


def test_what_a_crash_left_is_read_with_what_waits_beside_it_and_nothing_is_brought_in(
    run: Run, home: Path
):
    with opened(home / "servicedesk.db", Durability.WAL_FULL) as file:
        with file.change() as session:
            add(session, "newest")
        left = crash(file)
    was = shown(left.parent)
    assert run("check", left)[0] == 0
    assert shown(left.parent) == was


def test_two_gigabytes_that_are_no_backup_are_refused_unread(run: Run, home: Path, out: Path):
    out.mkdir()
    huge = out / "film.db"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 2 << 30)
    status, _said, wrong = run("check", huge)
    assert status == 1
    assert "is not a servicedesk file" in wrong


def test_a_file_with_a_password_is_backed_up_and_checked_with_it_and_refused_without(
    run: Run, profile: Path, out: Path, tmp_path: Path
):
    out.mkdir()
    create_file(profile / "servicedesk.db", key=new_key("open sesame"))
    secret = tmp_path / "password.txt"
    secret.write_text("open sesame\n", encoding="utf-8")
    for place in (out / "shop.db", out / "shop.db"):
        assert run("backup", place, "--password-file", secret)[0] == 0
    assert run("check", out / "shop.db", "--password-file", secret)[0] == 0
    assert run("check", "--password-file", secret)[0] == 0
    secret.write_text("something else\n", encoding="utf-8")
    was = folder_bytes(out)
    assert run("backup", out / "shop.db", "--password-file", secret)[0] == 2
    assert run("check", out / "shop.db", "--password-file", secret)[0] == 2
    assert run("check", out / "shop.db")[0] == 2
    assert folder_bytes(out) == was
