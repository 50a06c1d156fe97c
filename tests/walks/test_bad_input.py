# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What shop owners do wrong, done in the whole window: a sentence beside it, and nothing lost.

A second start while a dialog is open is proven in ``tests/app/test_desk.py``, a printer that
vanishes in ``tests/ui/printing/test_preview.py``.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from servicedesk.ui.backups import topic as backup_topic
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.core.workbench import Workbench
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.qt import seen_texts
from tests.store.files import make_read_only, small_disk


def go(window: Shell, part: str, item: str = "") -> None:
    window.go(Place(room="settings", part=part, item=item))
    QApplication.processEvents()


def line(window, name: str) -> QLineEdit:
    return next(
        one
        for one in window.findChildren(QLineEdit)
        if one.accessibleName() == name and one.isVisible()
    )


def write(qtbot: QtBot, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    qtbot.keyClicks(edit, text)
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("09:00-13:00, 12:00-17:00", "overlap"),
        ("17:00-09:00", "17:00"),
    ],
    ids=["overlapping", "ending before they start"],
)
def test_opening_hours_that_cannot_be(
    window: Shell, bench: Workbench, qtbot: QtBot, typed: str, told: str
) -> None:
    go(window, "hours")
    write(qtbot, line(window, "Monday"), "9-5")
    kept = bench.services.calendars.hours()
    write(qtbot, line(window, "Tuesday"), typed)
    (said,) = {text for text in seen_texts(window) if told in text}
    assert line(window, "Tuesday").accessibleDescription() == said
    assert line(window, "Tuesday").text() == typed
    assert bench.services.calendars.hours() == kept
    go(window, "people")
    go(window, "hours")
    assert line(window, "Tuesday").text() == typed
    write(qtbot, line(window, "Tuesday"), "10-4")
    assert said not in seen_texts(window)
    assert bench.services.calendars.hours() != kept


def test_a_closure_in_the_past(window: Shell, bench: Workbench, qtbot: QtBot) -> None:
    go(window, "closures", "add")
    form = QApplication.activeModalWidget()
    assert isinstance(form, FormDialog)
    write(qtbot, line(form, "First day shut"), "2/11/2026")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    first = form.fields()[0]
    assert "over" in first.error()
    assert first.isAncestorOf(form.focusWidget())
    assert line(form, "First day shut").text() == "2/11/2026"
    assert bench.services.calendars.closures() == ()
    write(qtbot, line(form, "First day shut"), "24/12")
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(bench.services.calendars.closures()) == 1


def chosen(window: Shell, folder: Path, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Choose a folder for the second copy; what is said now that was not said before."""
    go(window, "backup")
    before = set(seen_texts(window))
    monkeypatch.setattr(backup_topic, "choose_folder", lambda *_: folder)
    button = next(
        one
        for one in window.findChildren(QPushButton)
        if one.isVisible() and one.text().startswith("Choose")
    )
    button.click()
    QApplication.processEvents()
    return set(seen_texts(window)) - before


def test_a_backup_folder_that_is_the_data_folder(
    window: Shell, bench: Workbench, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = chosen(window, bench.services.backups.folder.parent, monkeypatch)
    assert any("where your file" in text for text in said)
    assert bench.services.backups.second_folder is None


def test_a_backup_folder_that_is_gone(
    window: Shell,
    bench: Workbench,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    gone = tmp_path_factory.mktemp("stick") / "BACKUP"
    said = chosen(window, gone, monkeypatch)
    assert any("BACKUP" in text for text in said), said
    assert bench.services.backups.second_folder is None


def test_a_backup_folder_that_may_only_be_read(
    window: Shell,
    bench: Workbench,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with small_disk(tmp_path_factory.mktemp("stick") / "disk", 200) as disk:
        make_read_only(disk)
        said = chosen(window, disk, monkeypatch)
    assert any("read" in text or "written" in text for text in said), said
    assert bench.services.backups.second_folder is None
