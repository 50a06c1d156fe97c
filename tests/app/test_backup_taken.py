# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""``servicedesk backup`` goes over nothing but an older backup of the same shop."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from servicedesk.app.main import console
from servicedesk.services.unit import Units
from servicedesk.store import backup, driver
from servicedesk.store.backup import sum_file
from servicedesk.store.disk import sha256_of
from servicedesk.store.driver import Access
from servicedesk.store.facts import business_facts
from servicedesk.store.keys import new_key
from servicedesk.store.opening import create_file
from tests.helpers.fakes import FixedClock
from tests.store.files import add, folder_bytes, opened

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


def set_number(path: Path, statement: str) -> None:
    connection = driver.open_bare(path, Access.READ_WRITE)
    driver.one(connection, "PRAGMA journal_mode = delete")
    connection.execute(statement)
    connection.close()


def live_of_another(folder: Path) -> Path:
    """The file that another shop works with, in a profile of its own."""
    folder.mkdir(parents=True)
    path = folder / "servicedesk.db"
    create_file(path)
    with opened(path) as file:
        units = Units(file, FixedClock(datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)))
        with units.change("say name", "Ben") as unit:
            unit.insert(business_facts, {"key": "trading_name", "value": '"Patel"'})
    return path


def refused(run: Run, target: Path, said: str) -> None:
    """See that a name is refused, and that every byte beside it stays as it is."""
    was = folder_bytes(target.parent)
    status, _said, wrong = run("backup", target)
    assert (status, folder_bytes(target.parent)) == (2, was)
    assert said in wrong


def test_the_file_another_shop_works_with_is_never_replaced(run: Run, home: Path, out: Path):
    live = live_of_another(out)
    refused(run, live, "is a file that a shop works with")
    sum_file(live).write_text(f"{sha256_of(live)}  {live.name}\n", "ascii")  # from a stray backup
    refused(run, live, "is a file that a shop works with")
    set_number(live, "PRAGMA user_version = 1")  # as on a stick, where no log is kept
    refused(run, live, "is not a backup as this program made it")
    sum_file(live).write_text(f"{sha256_of(live)}  {live.name}\n", "ascii")
    refused(run, live, "is a backup of another shop")
    (out / "backups").mkdir()
    refused(run, live, "is a file that a shop works with")


@pytest.mark.parametrize("ending", ["-wal", "-shm", "-journal", "-open", ".lock"])
def test_what_a_window_has_open_or_a_crash_left_is_never_replaced(
    run: Run, home: Path, out: Path, ending: str
):
    out.mkdir()
    assert run("backup", out / "shop.db")[0] == 0
    (out / f"shop.db{ending}").write_bytes(b"")
    refused(run, out / "shop.db", "is a file that a shop works with")
    (out / "shop.db").unlink()
    refused(run, out / "shop.db", "is a file that a shop works with")


def test_the_backup_of_another_shop_is_never_replaced(run: Run, home: Path, out: Path):
    out.mkdir()
    backup.write_backup(live_of_another(out / "there"), out / "shop.db")
    refused(run, out / "shop.db", "is a backup of another shop")


def test_a_backup_with_another_password_is_not_replaced(run: Run, home: Path, out: Path):
    out.mkdir()
    create_file(out / "shop.db", key=new_key("open sesame"))
    sum_file(out / "shop.db").write_text(f"{sha256_of(out / 'shop.db')}  shop.db\n", "ascii")
    refused(run, out / "shop.db", "has another password")


@pytest.mark.parametrize("signed", ["x", "\N{POUND SIGN}", "the right sum", "of another"])
def test_a_sum_beside_it_makes_no_backup_of_a_letter(run: Run, home: Path, out: Path, signed: str):
    out.mkdir()
    letter = out / "letter.txt"
    letter.write_bytes(b"Dear Mrs Shah, " * 99)
    line = f"{sha256_of(letter)}  letter.txt\n" if signed == "the right sum" else signed
    sum_file(letter).write_text(line, "utf-8")
    refused(run, letter, "is not a backup as this program made it")
    letter.unlink()
    if signed != "the right sum":
        refused(run, letter, "is not a backup as this program made it")


def test_no_backup_goes_among_the_first_ones_of_another_shop(run: Run, home: Path, out: Path):
    out.mkdir()
    (out / "backups.json").write_bytes(b"{}")
    refused(run, out / "shop.db", "The first backups of another shop lie in")
    status, _said, wrong = run("backup", out)
    assert (status, [found.name for found in out.iterdir()]) == (2, ["backups.json"])
    assert "The first backups of another shop" in wrong
