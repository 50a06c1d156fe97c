# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""An open file: what is committed is on the disk, and only in the file that was opened."""

import threading
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from servicedesk.domain.errors import Trouble
from servicedesk.store import driver, engine
from servicedesk.store.driver import Access, Durability
from servicedesk.store.engine import DeskFile, open_marker
from servicedesk.store.facts import all_facts
from servicedesk.store.records import CATALOGUE
from tests.store.files import add, folder_bytes, on_disk, opened


@pytest.mark.parametrize("durability", list(Durability))
def test_a_read_inside_a_change_neither_sees_nor_undoes_it(
    path: Path, durability: Durability
) -> None:
    with opened(path, durability) as file:
        with file.change() as session:
            add(session, "name")
            with file.read() as reading:
                assert all_facts(reading) == {}
            add(session, "phone")
        assert on_disk(path) == {"name": "x", "phone": "x"}
        with file.read() as reading:
            assert set(all_facts(reading)) == {"name", "phone"}


def test_the_pools_are_the_ones_that_were_named(desk_file: DeskFile) -> None:
    for pool, size in ((desk_file._writer.pool, 1), (desk_file._readers.pool, 2)):
        assert type(pool) is QueuePool
        assert pool.size() == size
        assert pool._max_overflow == 0
    assert desk_file._writer.hide_parameters
    assert desk_file._readers.hide_parameters


def test_a_change_that_fails_leaves_nothing(desk_file: DeskFile) -> None:
    def fail() -> None:
        with desk_file.change() as session:
            add(session, "name")
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert on_disk(desk_file.path) == {}
    with desk_file.change() as session:
        add(session, "name")
    assert on_disk(desk_file.path) == {"name": "x"}


def test_a_read_cannot_write(desk_file: DeskFile) -> None:
    with pytest.raises(Trouble) as caught, desk_file.read() as reading:
        add(reading, "name")
    assert caught.value.code == "file_read_only"


def test_a_read_sees_one_moment(desk_file: DeskFile) -> None:
    with desk_file.read() as reading:
        assert all_facts(reading) == {}
        with desk_file.change() as session:
            add(session, "name")
        assert all_facts(reading) == {}


def test_errors_do_not_tell_what_was_typed(desk_file: DeskFile) -> None:
    with desk_file.change() as session:
        add(session, "name", "Bridget Ash")
    with pytest.raises(SQLAlchemyError) as caught, desk_file.change() as session:
        add(session, "name", "Bridget Ash")
    assert "Bridget" not in str(caught.value)


def test_tables_are_strict(desk_file: DeskFile) -> None:
    with desk_file.read() as reading:
        kinds = reading.execute(text("SELECT name, strict FROM pragma_table_list")).all()
        ours = {name for name, strict in kinds if strict and not name.startswith("sqlite_")}
        assert ours == {table.name for table in CATALOGUE}
    for wrong in ("'many'", "1.5", "x'00'"):
        with pytest.raises(SQLAlchemyError), desk_file.change() as session:
            session.execute(
                text(f"INSERT INTO closures (id, first, last, reason) VALUES ({wrong}, '', '', '')")
            )


def test_rows_may_only_point_to_rows_that_are_there(desk_file: DeskFile) -> None:
    with pytest.raises(SQLAlchemyError, match="FOREIGN KEY"), desk_file.change() as session:
        session.execute(
            text("INSERT INTO attachment_pieces (attachment_id, number, piece) VALUES (1, 0, x'')")
        )


def test_the_log_is_emptied_into_the_file(desk_file: DeskFile) -> None:
    log = desk_file.path.with_name(desk_file.path.name + "-wal")
    with desk_file.change() as session:
        add(session, "name")
    assert log.stat().st_size > 0
    with desk_file.read() as reading:
        all_facts(reading)
        with desk_file.change() as session:
            add(session, "phone")
        with desk_file._bare_writer() as bare:
            bare.execute("PRAGMA busy_timeout = 0")
        assert not desk_file.checkpoint()
    assert desk_file.checkpoint()
    assert log.stat().st_size == 0
    assert on_disk(desk_file.path) == {"name": "x", "phone": "x"}


@pytest.mark.parametrize("durability", list(Durability))
def test_a_file_closed_well_is_one_file(path: Path, durability: Durability) -> None:
    with opened(path, durability) as file:
        with file.change() as session:
            add(session, "name")
        assert open_marker(path).exists()
        file.close()
        assert list(folder_bytes(path.parent)) == [path.name]
    assert path.stat().st_mode & 0o777 == 0o600


def test_only_looking_leaves_no_trace(path: Path) -> None:
    with opened(path, Durability.DELETE_EXTRA) as file, file.read() as reading:
        all_facts(reading)
    assert not open_marker(path).exists()


def test_another_program_that_holds_the_file_is_named_busy(desk_file: DeskFile) -> None:
    other = driver.open_bare(desk_file.path, Access.READ_WRITE)
    other.execute("BEGIN IMMEDIATE")
    with desk_file._bare_writer() as bare:
        bare.execute("PRAGMA busy_timeout = 0")
    with pytest.raises(Trouble) as caught, desk_file.change():
        pass
    assert caught.value.code == "file_busy"
    other.execute("ROLLBACK")
    with desk_file.change() as session:
        add(session, "name")
    other.close()
    assert on_disk(desk_file.path) == {"name": "x"}


def test_a_read_that_keeps_a_careful_change_from_ending_undoes_all_of_it(path: Path) -> None:
    with opened(path, Durability.DELETE_EXTRA) as desk:
        with desk._bare_writer() as bare:
            bare.execute("PRAGMA busy_timeout = 0")
        with desk.read() as reading:
            all_facts(reading)
            with pytest.raises(Trouble) as caught, desk.change() as session:
                add(session, "name")
        assert caught.value.code == "file_busy"
        with desk.change() as session:
            add(session, "phone")
    assert on_disk(path) == {"phone": "x"}


def test_trouble_outside_a_transaction_has_words_too(desk_file: DeskFile) -> None:
    with pytest.raises(Trouble) as caught, desk_file._bare_writer() as bare:
        bare.execute("SELECT nothing")
    assert caught.value.code == "file_fault"


def test_a_second_thread_waits_for_the_writer(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_WAIT_SECONDS", 0.01)
    found: list[str] = []

    def late(file: DeskFile) -> None:
        try:
            with file.change():
                found.append("in")
        except Trouble as trouble:
            found.append(trouble.code)

    with opened(path) as file:
        with file.change():
            thread = threading.Thread(target=late, args=(file,))
            thread.start()
            thread.join()
        thread = threading.Thread(target=late, args=(file,))
        thread.start()
        thread.join()
    assert found == ["file_busy", "in"]
