# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening: what is refused is left as it was, to the byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import disk, driver, opening
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import open_marker
from servicedesk.store.facts import all_facts, business_facts
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file, look_at, open_file
from servicedesk.store.places import PlaceKind
from tests.store.files import (
    MOMENT,
    crash,
    folder_bytes,
    make_read_only,
    new_file,
    opened,
    small_disk,
)

KEY = "0123456789abcdef" * 6


def bare(path: Path, *statements: str) -> None:
    """Do something to a file behind the program's back."""
    connection = driver.open_bare(path, Access.READ_WRITE)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def make_empty(path: Path) -> None:
    path.write_bytes(b"")


def make_text(path: Path) -> None:
    path.write_text("Dear Mrs Ash, " * 50)


def make_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def make_foreign(path: Path) -> None:
    bare(path, "PRAGMA application_id = 7")


def make_newer(path: Path) -> None:
    bare(path, f"PRAGMA user_version = {SCHEMA + 1}")


def make_missing(path: Path) -> None:
    path.unlink()


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


BAD = {
    "file_empty": make_empty,
    "file_not_database": make_text,
    "file_foreign": make_foreign,
    "file_newer": make_newer,
    "file_missing": make_missing,
    "file_cannot_open": make_folder,
}


@pytest.mark.parametrize("code", BAD)
def test_what_is_not_ours_is_refused_and_left_alone(path: Path, code: str) -> None:
    BAD[code](path)
    before = folder_bytes(path.parent)
    with pytest.raises(Trouble) as caught:
        open_file(path, backups=path.parent / "backups", moment=MOMENT)
    assert caught.value.code == code
    assert caught.value.params["name"] == path.name
    assert folder_bytes(path.parent) == before
    assert not (path.parent / "backups").exists()


def test_the_head_of_a_file_is_not_a_file(path: Path) -> None:
    make_short(path)
    with pytest.raises(Trouble) as caught:
        look_at(path)
    assert caught.value.code == "file_not_database"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    for act in (look_at, create_file):
        with pytest.raises(Trouble) as caught:
            act(tmp_path / "none" / "shop.servicedesk")
        assert caught.value.code == "folder_gone"


def test_a_newer_schema_that_still_waits_in_the_log_is_refused_too(path: Path) -> None:
    with opened(path) as file:
        with file._bare_writer() as writer:
            writer.execute(f"PRAGMA user_version = {SCHEMA + 1}")
        left = crash(file)
    before = folder_bytes(left.parent)
    with pytest.raises(Trouble) as caught:
        open_file(left, backups=left.parent / "backups", moment=MOMENT)
    assert caught.value.code == "file_newer"
    after = folder_bytes(left.parent)
    # The shared memory is no content: any program that looks writes it anew.
    assert {name: after[name] for name in before if not name.endswith("-shm")} == {
        name: content for name, content in before.items() if not name.endswith("-shm")
    }


def test_an_up_to_date_file_opens_without_alembic(path: Path) -> None:
    script = (
        "import sys, datetime, pathlib\n"
        "from servicedesk.store.opening import open_file\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "now = datetime.datetime.fromisoformat(sys.argv[2])\n"
        "open_file(path, backups=path.parent, moment=now).close()\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('alembic', 'mako')])\n"
    )
    source = Path(opening.__file__).parents[2]
    run = subprocess.run(
        [sys.executable, "-c", script, str(path), MOMENT.isoformat()],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(source)},
    )
    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("number", [SCHEMA - 1, SCHEMA + 1], ids=["older", "newer"])
def test_a_schema_that_an_update_had_not_yet_reached_is_not_believed(
    path: Path, number: int
) -> None:
    writer = driver.open_bare(path, Access.READ_WRITE)
    for statement in (
        "PRAGMA journal_mode = delete",
        "PRAGMA cache_size = 1",
        "BEGIN IMMEDIATE",
        f"PRAGMA user_version = {number}",
        "INSERT INTO closures (first, last, reason) VALUES ('', '', hex(zeroblob(100000)))",
        "UPDATE closures SET reason = ''",
    ):
        writer.execute(statement)
    left = path.parent / "killed" / path.name
    left.parent.mkdir()
    for name, content in folder_bytes(path.parent).items():
        (left.parent / name).write_bytes(content)
    writer.close()
    page = bytearray(left.read_bytes())
    page[60:64] = number.to_bytes(4, "big")  # the first page goes last, so a kill seldom meets it
    left.write_bytes(page)
    assert look_at(left).schema == SCHEMA
    with opened(left) as file, file.read() as reading:
        assert reading.exec_driver_sql("PRAGMA user_version").scalar_one() == SCHEMA


def test_a_foreign_file_is_left_alone_by_what_lies_beside_it(path: Path) -> None:
    make_foreign(path)
    for ending in ("-wal", "-journal"):
        disk.beside(path, ending).write_bytes(b"of another program" * 100)
    before = folder_bytes(path.parent)
    with pytest.raises(Trouble) as caught:
        look_at(path)
    assert caught.value.code == "file_foreign"
    assert folder_bytes(path.parent) == before


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
def test_a_link_to_a_file_is_that_file(path: Path) -> None:
    desktop = path.parent / "desktop"
    desktop.mkdir()
    link = desktop / "link.servicedesk"
    link.symlink_to(path)
    with opened(link, Durability.WAL_FULL) as file:
        with file.change() as session:
            session.execute(business_facts.insert(), {"key": "name", "value": "x"})
        assert [found.name for found in desktop.iterdir()] == [link.name]
        open_marker(path).unlink()
        left = crash(file)
        link.unlink()
        link.symlink_to(left)
        assert look_at(link).stopped_uncleanly
    link.unlink()
    link.symlink_to(path.parent / "new.servicedesk")
    create_file(link)
    assert link.is_symlink()
    assert look_at(path.parent / "new.servicedesk").schema == SCHEMA


ODD_NAMES = ["a#b?mode=ro&c%41.servicedesk", "new\nline", "'\"; --", "Łódź 店.servicedesk"]


@pytest.mark.skipif(os.name == "nt", reason="Windows refuses most of these names")
@pytest.mark.parametrize("name", [*ODD_NAMES, os.fsdecode(b"caf\xe9.servicedesk")])
def test_any_name_can_be_opened(tmp_path: Path, name: str) -> None:
    with opened(new_file(tmp_path, name)) as file, file.change() as session:
        session.execute(business_facts.insert(), {"key": "name", "value": "x"})
    assert [found.name for found in tmp_path.iterdir()] == [name]


def test_where_a_file_lies_comes_with_it(tmp_path: Path) -> None:
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    with opened(new_file(synced)) as file:
        assert file.place.kind is PlaceKind.SYNCED
        assert file.place.name == "Dropbox"
        assert file.durability is Durability.DELETE_EXTRA
    with opened(new_file(tmp_path)) as file:
        assert file.place.is_fixed


@pytest.mark.parametrize("durability", list(Durability))
def test_an_unclean_stop_is_noticed_once(
    path: Path, durability: Durability, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[bool] = []
    real = driver.find_damage

    def watch(connection: driver.Connection, *, thorough: bool = False) -> str | None:
        checked.append(thorough)
        return real(connection, thorough=thorough)

    with opened(path, durability) as file:
        with file.change() as session:
            session.execute(business_facts.insert(), {"key": "name", "value": "x"})
        left = crash(file)
    monkeypatch.setattr(driver, "find_damage", watch)
    assert look_at(left).stopped_uncleanly
    with opened(left, durability) as file, file.read() as reading:
        assert all_facts(reading) == {"name": "x"}
    assert checked == [False]
    with opened(left, durability):
        pass
    assert checked == [False]
    assert not open_marker(left).exists()


def test_an_empty_log_is_no_sign_of_an_unclean_stop(path: Path) -> None:
    for ending in ("-wal", "-journal"):
        disk.beside(path, ending).touch()
    assert not look_at(path).stopped_uncleanly
    for ending in ("-wal", "-journal"):
        disk.beside(path, ending).write_bytes(b"x")
        assert opening._stopped_uncleanly(path)
        disk.beside(path, ending).write_bytes(b"")


def test_damage_after_an_unclean_stop_is_found_before_anything_is_read(path: Path) -> None:
    bare(path, "PRAGMA journal_mode = delete", "CREATE TABLE big (name TEXT) STRICT")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    open_marker(path).touch()
    with pytest.raises(Trouble) as caught:
        open_file(path, backups=path.parent / "backups", moment=MOMENT)
    assert caught.value.code == "file_damaged"
    assert open_marker(path).exists()


def test_a_file_that_reads_well_but_does_not_fit_together_is_damaged(path: Path) -> None:
    bare(
        path,
        "PRAGMA foreign_keys = 0",
        "INSERT INTO attachment_pieces (attachment_id, number, piece) VALUES (9, 0, x'')",
    )
    open_file(path, backups=path.parent, moment=MOMENT).close()
    open_marker(path).touch()
    with pytest.raises(Trouble) as caught:
        open_file(path, backups=path.parent, moment=MOMENT)
    assert caught.value.code == "file_damaged"


def test_a_damaged_file_is_not_brought_up_to_date(path: Path) -> None:
    bare(path, f"PRAGMA user_version = {SCHEMA - 1}")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)
    open_marker(path).touch()
    with pytest.raises(Trouble) as caught:
        open_file(path, backups=path.parent / "backups", moment=MOMENT)
    assert caught.value.code == "file_damaged"
    assert path.read_bytes() == content
    assert not (path.parent / "backups").exists()


def test_damage_too_deep_to_check_is_damage(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fall(connection: driver.Connection) -> str | None:
        connection.execute("SELECT * FROM nothing")
        return None

    open_marker(path).touch()
    monkeypatch.setattr(driver, "find_damage", fall)
    with pytest.raises(Trouble):
        open_file(path, backups=path.parent / "backups", moment=MOMENT)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "with a key"])
def test_a_journal_left_by_a_crash_is_rolled_back(path: Path, key: str | None) -> None:
    path.unlink()
    create_file(path, key=key)
    writer = driver.open_bare(path, Access.READ_WRITE, key)
    writer.execute("PRAGMA journal_mode = delete")
    writer.execute("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    for number in range(200):
        writer.execute(
            "INSERT INTO business_facts (key, value) VALUES (?, ?)", (str(number), "x" * 4000)
        )
    folder = path.parent / "crashed"
    folder.mkdir()
    for name, content in folder_bytes(path.parent).items():
        (folder / name).write_bytes(content)
    writer.close()
    left = folder / path.name
    assert disk.beside(left, "-journal").stat().st_size > 0
    assert look_at(left, key).stopped_uncleanly
    file = open_file(left, backups=folder, moment=MOMENT, key=key)
    with file.read() as reading:
        assert all_facts(reading) == {}
    file.close()


def test_a_file_with_a_key_is_asked_for_it(tmp_path: Path) -> None:
    path = tmp_path / "locked.servicedesk"
    create_file(path, key=KEY)
    assert b"SQLite format 3" not in path.read_bytes()
    file = open_file(path, backups=tmp_path, moment=MOMENT, key=KEY)
    with file.change() as session:
        session.execute(business_facts.insert(), {"key": "name", "value": "Bridget"})
    file.close()
    assert b"Bridget" not in path.read_bytes()
    for wrong, code in ((None, "password_needed"), (KEY[::-1], "password_wrong")):
        with pytest.raises(Trouble) as caught:
            open_file(path, backups=tmp_path, moment=MOMENT, key=wrong)
        assert caught.value.code == code


@pytest.mark.parametrize("unclean", [False, True], ids=["closed well", "not closed well"])
def test_a_disk_that_may_only_be_read_is_said_to_be(tmp_path: Path, unclean: bool) -> None:
    with small_disk(tmp_path / "disk", 2000) as small:
        path = new_file(small)
        if unclean:
            open_marker(path).touch()
        make_read_only(small)
        for act in (lambda: opened(path).__enter__(), lambda: create_file(small / "other")):
            with pytest.raises(Trouble) as caught:
                act()
            assert caught.value.code == "file_read_only"
