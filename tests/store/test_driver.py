# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The driver: its version, its settings, and what its failures are called."""

import errno
import os
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, faults
from servicedesk.store.disk import Identity
from servicedesk.store.driver import Access, Durability, Role

KEY = "0123456789abcdef" * 6


def test_an_old_sqlite_touches_nothing() -> None:
    driver.check_version((3, 51, 3))
    with pytest.raises(Trouble) as caught:
        driver.check_version((3, 51, 2))
    assert caught.value.code == "sqlite_too_old"
    assert caught.value.params == {"found": "3.51.2", "least": "3.51.3"}


@pytest.mark.parametrize("role", list(Role))
def test_every_connection_has_every_setting(path: Path, role: Role) -> None:
    connection = driver.open_connection(path, role, Durability.WAL_FULL)
    wanted = {
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "mmap_size": 0,
        "query_only": int(role is Role.READER),
        "application_id": driver.APPLICATION_ID,
    }
    assert {name: driver.one(connection, f"PRAGMA {name}") for name in wanted} == wanted
    connection.close()


@pytest.mark.parametrize(
    ("wanted", "mode", "synchronous"),
    [(Durability.WAL_FULL, "wal", 2), (Durability.DELETE_EXTRA, "delete", 3)],
)
def test_the_writer_writes_as_asked(
    path: Path, wanted: Durability, mode: str, synchronous: int
) -> None:
    connection = driver.open_connection(path, Role.WRITER, wanted)
    assert driver.one(connection, "PRAGMA journal_mode") == mode
    assert driver.one(connection, "PRAGMA synchronous") == synchronous
    assert driver.durability_of(connection) is wanted
    connection.close()


class Unwilling:
    """A connection to a place that cannot have a write-ahead log."""

    in_transaction = False

    def __init__(self) -> None:
        self.told: list[str] = []

    def execute(self, statement: str, values: object = ()) -> "Unwilling":
        self.told.append(statement)
        return self

    def fetchone(self) -> tuple[str]:
        return ("delete",)

    def fetchall(self) -> list[tuple[str]]:
        return []

    def backup(self, target: object) -> None:
        raise NotImplementedError

    def close(self) -> None:
        self.told.append("closed")


class Failing(Unwilling):
    """A connection to a disk that fails at the first touch."""

    def execute(self, statement: str, values: object = ()) -> "Failing":
        raise driver.MODULE.OperationalError("disk I/O error")


@pytest.mark.parametrize(
    ("made", "code"), [(Unwilling(), "sqlite_unfit"), (Failing(), "disk_error")]
)
def test_a_connection_that_is_no_good_is_not_left_open(
    path: Path, monkeypatch: pytest.MonkeyPatch, made: Unwilling, code: str
) -> None:
    monkeypatch.setattr(driver, "open_bare", lambda *_: made)
    with pytest.raises(Trouble) as caught:
        driver.open_connection(path, Role.WRITER, Durability.WAL_FULL)
    assert caught.value.code == code
    assert made.told[-1] == "closed"


def test_where_wal_is_not_granted_the_careful_way_is_taken() -> None:
    connection = Unwilling()
    driver._set_journal(connection, Durability.WAL_FULL)
    assert connection.told == [
        "PRAGMA journal_mode = wal",
        "PRAGMA journal_mode = delete",
        "PRAGMA synchronous = 3",
    ]


def test_opening_never_creates(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as caught:
        driver.open_bare(tmp_path / "none.servicedesk", Access.READ_WRITE)
    assert caught.value.code == "file_missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("path", "address"),
    [
        (PurePosixPath("/home/a b/50%?#.db"), "file:///home/a%20b/50%25%3F%23.db"),
        (PureWindowsPath(r"C:\desk\shop.db"), "file:///C%3A/desk/shop.db"),
        (PureWindowsPath(r"\\box\desk\shop.db"), "file:////box/desk/shop.db"),
    ],
)
def test_a_file_is_found_by_its_address(path: PurePath, address: str) -> None:
    assert driver.address_of(path) == address


def test_a_library_that_ignores_foreign_keys_is_not_used(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver, "_PRAGMAS", {"foreign_keys": 0})
    with pytest.raises(Trouble) as caught:
        driver.open_connection(path, Role.READER, Durability.WAL_FULL)
    assert caught.value.code == "sqlite_unfit"


def test_a_file_with_a_key_opens_with_that_key_alone(tmp_path: Path) -> None:
    path = tmp_path / "locked.servicedesk"
    path.touch()
    made = driver.open_bare(path, Access.READ_WRITE, KEY)
    made.execute("PRAGMA user_version = 3")
    made.execute("CREATE TABLE t (name TEXT) STRICT")
    made.close()
    assert b"SQLite" not in path.read_bytes()
    again = driver.open_connection(path, Role.READER, Durability.WAL_FULL, KEY)
    assert driver.one(again, "PRAGMA user_version") == 3
    again.close()
    for wrong in (None, KEY[::-1]):
        with pytest.raises(Trouble) as caught:
            driver.open_connection(path, Role.WRITER, Durability.WAL_FULL, wrong)
        assert caught.value.code == "file_not_database"


@pytest.mark.parametrize("key", ["", "00", "x" * 96, KEY.upper()])
def test_a_key_is_not_taken_in_another_form(path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="96"):
        driver.open_bare(path, Access.READ_ONLY, key)


def test_a_wrong_key_is_not_talked_about_on_the_console(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "locked.servicedesk"
    path.write_bytes(os.urandom(8192))
    with pytest.raises(Trouble):
        driver.open_connection(path, Role.WRITER, Durability.WAL_FULL, KEY)
    assert capfd.readouterr() == ("", "")


def test_on_a_mac_the_disk_itself_is_asked_to_write(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(driver.sys, "platform", "darwin")
    connection = driver.open_connection(path, Role.WRITER, Durability.WAL_FULL)
    for name in ("fullfsync", "checkpoint_fullfsync"):
        assert driver.one(connection, f"PRAGMA {name}") == 1
    connection.close()


def test_damage_inside_is_found(path: Path) -> None:
    connection = driver.open_bare(path, Access.READ_WRITE)
    assert driver.find_damage(connection) is None
    assert driver.find_damage(connection, thorough=True) is None
    connection.execute("PRAGMA foreign_keys = 0")
    connection.execute(
        "INSERT INTO service_standards (charter_version_id, position, key, title, body) "
        "VALUES (9, 0, '', '', '')"
    )
    assert driver.find_damage(connection) == "foreign key of 'service_standards' row 1"
    connection.execute("PRAGMA writable_schema = 1")
    connection.execute("UPDATE sqlite_schema SET rootpage = 2 WHERE name = 'drafts'")
    connection.close()
    connection = driver.open_bare(path, Access.READ_WRITE)
    assert driver.find_damage(connection) is not None
    connection.close()


def test_a_table_that_gives_no_number_counts_as_none(path: Path) -> None:
    connection = driver.open_bare(path, Access.READ_ONLY)
    assert driver.one(connection, "SELECT 1 WHERE 0") is None
    assert driver.whole(connection, "SELECT 'text'") == 0
    connection.close()


class Failure(Exception):
    """A failure as the driver raises it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.sqlite_errorname = name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SQLITE_NOTADB", "file_not_database"),
        ("SQLITE_CORRUPT", "file_damaged"),
        ("SQLITE_CORRUPT_INDEX", "file_damaged"),
        ("SQLITE_FULL", "disk_full"),
        ("SQLITE_READONLY", "file_read_only"),
        ("SQLITE_READONLY_DBMOVED", "file_read_only"),
        ("SQLITE_IOERR", "disk_error"),
        ("SQLITE_IOERR_FSYNC", "disk_error"),
        ("SQLITE_BUSY", "file_busy"),
        ("SQLITE_BUSY_SNAPSHOT", "file_busy"),
        ("SQLITE_LOCKED", "file_busy"),
        ("SQLITE_CANTOPEN", "file_cannot_open"),
        ("SQLITE_MISMATCH", "file_fault"),
    ],
)
def test_failures_of_sqlite_have_plain_words(path: Path, name: str, code: str) -> None:
    failure = Failure(name)
    assert faults.trouble_of(failure, path).code == code
    assert faults.is_trouble(failure) is (code != "file_fault")


@pytest.mark.parametrize(
    "name", ["SQLITE_CORRUPT", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY_DBMOVED"]
)
def test_a_medium_that_is_gone_is_not_called_damage(path: Path, name: str) -> None:
    opened = Identity.of(path.stat())
    moved = path.rename(path.with_name("elsewhere"))
    assert faults.trouble_of(Failure(name), path, opened).code == "file_missing"
    path.write_bytes(moved.read_bytes())
    assert faults.trouble_of(Failure(name), path, opened).code == "file_replaced"
    path.write_bytes(b"")
    emptied = Identity.of(path.stat())
    assert faults.trouble_of(Failure(name), path, emptied).code == "file_empty"
    gone = path.parent / "stick" / "shop.servicedesk"
    assert faults.trouble_of(Failure(name), gone, opened).code == "folder_gone"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("database or disk is full", "disk_full"),
        ("disk I/O error", "disk_error"),
        ("database disk image is malformed", "file_damaged"),
        ("no such table: x", "file_fault"),
    ],
)
def test_a_failure_that_has_lost_its_name_is_known_by_its_text(
    path: Path, text: str, code: str
) -> None:
    assert faults.trouble_of(RuntimeError(text), path).code == code


def test_a_failing_write_on_a_disk_without_room_is_called_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    free: list[int | OSError] = [65_535, 65_536, OSError(errno.EIO, "gone")]

    def tell(folder: Path) -> int:
        found = free.pop(0)
        if isinstance(found, OSError):
            raise found
        return found

    monkeypatch.setattr(faults, "free_space", tell)
    codes = [faults.trouble_of(Failure("SQLITE_IOERR_SHMSIZE"), path).code for _ in range(3)]
    assert codes == ["disk_full", "disk_error", "disk_error"]


def test_a_folder_that_takes_no_files_makes_its_files_read_only(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faults.os, "access", lambda folder, how: folder != path.parent)
    assert faults.trouble_of(Failure("SQLITE_CANTOPEN"), path).code == "file_read_only"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "file_read_only"),
        (errno.EACCES, "file_read_only"),
        (errno.EIO, "disk_error"),
        (errno.EMFILE, "file_cannot_open"),
    ],
)
def test_failures_of_the_disk_have_plain_words(path: Path, number: int, code: str) -> None:
    error = OSError(number, os.strerror(number))
    assert faults.disk_trouble(error, path).code == code
