# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One program per file: the lock knows the dead from the far away, the pipe calls the first."""

import subprocess
import sys
from pathlib import Path

import pytest

from servicedesk.app.one_program import Doorbell, FileLock, call_first, pipe_name
from servicedesk.domain.errors import Trouble
from tests.helpers.qt import words


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "servicedesk.db"


def trouble_of(path: Path) -> Trouble:
    with pytest.raises(Trouble) as found:
        FileLock(path).take()
    return found.value


def lock_file(path: Path) -> Path:
    return path.with_name("servicedesk.db.lock")


def test_two_links_to_one_file_are_one_file(file, tmp_path):
    file.write_bytes(b"")
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.db"
    link.symlink_to(file)
    first = FileLock(file)
    first.take()
    assert trouble_of(link).code == "file_in_use"
    first.release()


def test_only_one_takes_the_lock(file):
    first = FileLock(file)
    first.take()
    assert trouble_of(file).code == "file_in_use"
    first.release()
    second = FileLock(file)
    second.take()
    second.release()
    assert not lock_file(file).exists()


def test_a_lock_that_was_never_taken_is_released_in_peace(file):
    holder = FileLock(file)
    holder.take()
    held = lock_file(file).read_bytes()
    FileLock(file).release()
    assert lock_file(file).read_bytes() == held  # another's lock stays as it is
    holder.release()
    FileLock(file).release()
    assert not lock_file(file).exists()


def test_a_dead_process_of_this_computer_frees_the_lock(file):
    script = (
        "import os, sys; from pathlib import Path;"
        "from servicedesk.app.one_program import FileLock;"
        "lock = FileLock(Path(sys.argv[1])); lock.take(); os._exit(9)"
    )
    ended = subprocess.run([sys.executable, "-c", script, str(file)])
    assert ended.returncode == 9
    assert lock_file(file).exists()
    lock = FileLock(file)
    lock.take()
    lock.release()


def test_another_computer_is_named_and_keeps_its_lock(file):
    lock_file(file).write_text("4242\nservicedesk\nBACK-OFFICE\n")
    trouble = trouble_of(file)
    assert trouble.code == "file_in_use_elsewhere"
    assert trouble.params["computer"] == "BACK-OFFICE"
    spoken = words().trouble(trouble)
    assert "BACK-OFFICE" in spoken.happened
    assert "20" in str(trouble.params["since"])
    assert spoken.do
    assert lock_file(file).exists()


def test_a_lock_of_another_computer_can_be_broken(file):
    lock_file(file).write_text("4242\nservicedesk\nBACK-OFFICE\n")
    lock = FileLock(file)
    lock.break_open()
    lock.take()
    lock.release()


def test_a_folder_that_is_not_there_takes_no_lock(tmp_path):
    trouble = trouble_of(tmp_path / "gone" / "servicedesk.db")
    assert trouble.code == "lock_not_possible"
    assert words().trouble(trouble).happened


def test_the_first_program_hears_the_second(file, qtbot):
    rung = []
    bell = Doorbell(file, lambda: rung.append(1))
    assert call_first(file)
    qtbot.waitUntil(lambda: rung == [1])
    bell.close()
    assert not call_first(file)


def test_nobody_answers_where_nobody_is(file):
    assert not call_first(file)


def test_every_way_of_writing_a_path_leads_to_the_same_pipe(file):
    assert pipe_name(file) == pipe_name(file.parent / "." / file.name)
    assert pipe_name(file) != pipe_name(file.parent / "other.db")
