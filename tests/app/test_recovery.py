# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that stands where no file can be opened: one way on, found fast, and it works."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from servicedesk.app import recovery_case
from servicedesk.app.bootstrap import gather
from servicedesk.app.damaged import has_vanished
from servicedesk.app.recovery import Recovery
from servicedesk.domain.backups import BackupReason
from servicedesk.domain.errors import Trouble
from servicedesk.domain.recovery import RecoveryWay
from servicedesk.services.backup_shelf import Shelf
from servicedesk.store import driver
from servicedesk.store.backup import write_backup
from servicedesk.store.driver import Access
from servicedesk.store.migrations import SCHEMA
from servicedesk.store.opening import create_file, open_file
from servicedesk.ui.core.tasks import Tasks
from servicedesk.ui.shell.window import Shell
from tests.helpers import audits
from tests.helpers.qt import seen_texts, speak_british, theme
from tests.services.around import Memory
from tests.services.backups_made import NOW


@pytest.fixture(autouse=True)
def british():
    speak_british()


class Case:
    """A profile, its window, and what was asked of it."""

    def __init__(self, profile: Path, qtbot) -> None:
        self.program = gather(profile)
        self.places = self.program.places
        self.tasks = Tasks()
        self.window = Shell(theme())
        qtbot.addWidget(self.window)
        self.went: list[object] = []
        self.recovery = Recovery(self.program, Memory(), self.tasks, self.went.append)
        self.recovery.ask = lambda _window, backup=None: self.went.append(backup)

    def tell(self, trouble: Trouble):
        page = self.recovery.tell(
            self.window,
            theme(),
            trouble,
            again=lambda: self.went.append("again"),
            begin_anew=lambda: self.went.append("anew"),
        )
        self.tasks.wait()
        QApplication.processEvents()
        return page

    def opening(self) -> Trouble:
        """What the store says of the file as it lies there."""
        with pytest.raises(Trouble) as caught:
            open_file(self.places.database, backups=self.places.backups, moment=NOW)
        return caught.value


@pytest.fixture
def case(profile, qtbot):
    made = Case(profile, qtbot)
    create_file(made.places.database)
    made.places.backups.mkdir()
    backup = Shelf(made.places.backups, made.places.database).new_path(NOW, BackupReason.EXIT)
    write_backup(made.places.database, backup)
    yield made
    made.tasks.wait()


def number(statement: str) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        connection = driver.open_bare(path, Access.READ_WRITE)
        driver.one(connection, "PRAGMA journal_mode = delete")
        connection.execute(statement)
        connection.close()

    return act


WRONG: dict[str, tuple[Callable[[Path], object], RecoveryWay]] = {
    "empty": (lambda path: path.write_bytes(b""), RecoveryWay.PUT_BACK),
    "another kind": (lambda path: path.write_bytes(b"%PDF" * 2000), RecoveryWay.PUT_BACK),
    "foreign": (number("PRAGMA application_id = 1"), RecoveryWay.PUT_BACK),
    "newer": (number(f"PRAGMA user_version = {SCHEMA + 1}"), RecoveryWay.TRY_AGAIN),
    "gone": (lambda path: path.unlink(), RecoveryWay.PUT_BACK),
}


@pytest.mark.parametrize("how", WRONG)
def test_each_has_one_main_way_the_newest_good_backup_and_leaves_the_file_alone(case, how):
    act, first = WRONG[how]
    act(case.places.database)
    was = case.places.database.read_bytes() if case.places.database.exists() else None
    page = case.tell(case.opening())
    assert case.window.stage is page
    assert page.first_focus() is page.button(first)
    assert page.first_focus().objectName() == "main"
    assert any("newest good backup was made" in text for text in seen_texts(page))
    page.button(RecoveryWay.PUT_BACK).click()
    assert case.went == [Path(Shelf(case.places.backups, case.places.database).cards()[0].path)]
    now = case.places.database.read_bytes() if case.places.database.exists() else None
    assert now == was


@pytest.mark.parametrize(
    "code", ["file_read_only", "file_in_use_elsewhere", "folder_gone", "lock_not_possible"]
)
def test_where_the_file_itself_is_well_there_is_nothing_to_put_back(case, code):
    values = {"name": "x", "file": "x", "folder": "y", "computer": "TILL", "since": "Monday"}
    page = case.tell(Trouble(code, **values))
    assert page.first_focus() is page.button(RecoveryWay.TRY_AGAIN)
    assert page.button(RecoveryWay.PUT_BACK) is None
    page.button(RecoveryWay.TRY_AGAIN).click()
    assert case.went == ["again"]


def test_without_a_good_backup_it_says_so_and_still_goes_on(case):
    for found in case.places.backups.iterdir():
        found.unlink()
    case.places.database.unlink()
    page = case.tell(Trouble("file_missing", name="servicedesk.db", folder="there"))
    assert any("No good backup was found" in text for text in seen_texts(page))
    assert page.first_focus() is page.button(RecoveryWay.LOOK_ELSEWHERE)
    page.button(RecoveryWay.BEGIN_ANEW).click()
    page.button(RecoveryWay.CHOOSE_BACKUP).click()
    assert case.went == ["anew", None]


def test_a_file_that_was_moved_can_be_looked_for(case, monkeypatch, tmp_path):
    moved = tmp_path / "moved.db"
    case.places.database.rename(moved)
    page = case.tell(case.opening())
    answers = iter((None, moved))
    monkeypatch.setattr(recovery_case, "open_file", lambda *_asked: next(answers))
    page.button(RecoveryWay.LOOK_ELSEWHERE).click()
    assert case.went == []
    page.button(RecoveryWay.LOOK_ELSEWHERE).click()
    assert case.went == [moved]


def test_what_can_be_read_is_saved_and_shown(case, monkeypatch, tmp_path, qtbot):
    shown = []
    monkeypatch.setattr(recovery_case, "show_folder", shown.append)
    page = case.tell(Trouble("file_damaged", name="servicedesk.db"))
    answers = iter((None, tmp_path, tmp_path))
    monkeypatch.setattr(recovery_case, "choose_folder", lambda *_asked: next(answers))
    page.button(RecoveryWay.SAVE_READABLE).click()
    assert page.said == ""
    page.button(RecoveryWay.SAVE_READABLE).click()
    page.button(RecoveryWay.SAVE_READABLE).click()  # once is enough
    qtbot.waitUntil(lambda: "Begin with index.html" in page.said)
    assert (shown[0] / "index.html").exists()
    case.places.database.unlink()
    page.button(RecoveryWay.SAVE_READABLE).click()
    qtbot.waitUntil(lambda: "is not in" in page.said)
    page.button(RecoveryWay.OPEN_FOLDER).click()
    assert shown[-1] == case.places.data


def test_saving_what_can_be_read_is_stopped(case, monkeypatch, tmp_path, qtbot):
    into = tmp_path / "into"
    into.mkdir()
    page = case.tell(Trouble("file_damaged", name="servicedesk.db"))
    monkeypatch.setattr(recovery_case, "choose_folder", lambda *_asked: into)
    assert not page.stop_button.isVisibleTo(page)
    page.button(RecoveryWay.SAVE_READABLE).click()
    assert page.stop_button.isVisibleTo(page)
    page.stop_button.click()
    qtbot.waitUntil(lambda: "Nothing was left behind" in page.said)
    assert not page.stop_button.isVisibleTo(page)
    assert not list(into.iterdir())


def test_a_file_that_was_there_once_has_vanished_and_a_new_computer_has_none(case, profile):
    assert has_vanished(case.places)
    for found in case.places.backups.iterdir():
        found.unlink()
    assert not has_vanished(case.places)
    case.places.backups.rmdir()
    assert not has_vanished(case.places)
    Path(f"{case.places.database}-wal").touch()
    assert has_vanished(case.places)


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 100), ("light", 200)])
def test_everybody_can_read_and_reach_it(case, scheme, percent):
    """Demands 4, 21, 22 and 23: text size, keyboard, dark mode, screen readers."""
    theme(scheme, percent).apply(QApplication.instance())
    case.places.database.write_bytes(b"")
    case.window.resize(1366, 768)
    page = case.tell(case.opening())
    case.window.show()
    QApplication.processEvents()
    assert audits.findings(page) == []
    theme().apply(QApplication.instance())
