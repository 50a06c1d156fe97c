# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A shop owner's first hour: the window, the two commands it shows, and the poster at the end."""

import os
import shlex
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTextBrowser

from servicedesk.app.arguments import STARTED_AS
from servicedesk.app.desk_window import DeskWindow, theme_of
from servicedesk.app.main import console
from servicedesk.system.paths import places
from servicedesk.system.preferences import Preferences
from servicedesk.ui.shell.first_presenter import FirstStage
from tests.app.answers_made import publishable
from tests.helpers.qt import RESOURCES, accessible_name, seen_texts, speak_british


class Owner:
    """Somebody who opens windows, reads what they say and uses nothing but the keyboard."""

    def __init__(self, qtbot, profile: Path) -> None:
        self.qtbot = qtbot
        self.profile = profile
        self.desk: DeskWindow | None = None

    def open_window(self, stage: FirstStage) -> None:
        where = places(self.profile)
        self.desk = DeskWindow(
            self.profile, where, theme_of(RESOURCES), Preferences(where.preferences)
        )
        with self.qtbot.waitActive(self.desk.window):
            self.desk.window.show()
        self.qtbot.waitUntil(lambda: self.desk.stage is stage)

    def read(self) -> str:
        return " ".join(seen_texts(self.desk.window)).replace("\N{WORD JOINER}", "")

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier):
        self.qtbot.keyClick(QApplication.focusWidget() or self.desk.window, key, held)

    def tab_to(self, name: str) -> None:
        for _ in range(20):
            self.press(Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if focused is not None and accessible_name(focused) == name:
                return
        pytest.fail(f"Tab never reaches {name}")

    def copy_commands(self) -> list[list[str]]:
        """The two commands that the window shows, without the program's name."""
        copied = []
        for name in ("Copy the first command", "Copy the second command"):
            self.tab_to(name)
            self.press(Qt.Key.Key_Space)
            copied.append(shlex.split(QGuiApplication.clipboard().text())[1:])
        return copied

    def close_window(self) -> None:
        self.press(Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
        self.qtbot.waitUntil(lambda: not self.desk.window.isVisible())
        self.desk.close()
        self.desk.window.deleteLater()
        self.desk = None


@pytest.fixture
def owner(qtbot, profile, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(STARTED_AS, "servicedesk")
    speak_british()
    person = Owner(qtbot, profile)
    yield person
    if person.desk is not None:
        person.desk.window.close()
        person.desk.close()


@pytest.mark.skipif(os.name == "nt", reason="commands are quoted for another shell there")
def test_from_an_empty_window_to_the_poster(owner, tmp_path):
    owner.open_window(FirstStage.NONE_PUBLISHED)
    assert "You have not published a charter yet" in owner.read()
    commands = owner.copy_commands()
    owner.close_window()

    assert console(commands[0]) == 1
    assert (tmp_path / "my-charter" / "poster-a4.pdf").exists()
    publishable(tmp_path / "my-charter.toml")
    assert console(commands[1]) == 0

    owner.open_window(FirstStage.PUBLISHED)
    owner.qtbot.waitUntil(lambda: owner.desk.window.poster_is_shown)
    said = owner.read()
    assert "Version 1, published" in said
    assert "In force from 1 December 2026." in said
    owner.tab_to("Poster of version 1")
    poster = QApplication.focusWidget()
    assert "Our promise to you" in poster.accessibleDescription()
    commands = owner.copy_commands()
    owner.close_window()

    assert console(commands[0]) == 0
    answers = tmp_path / "my-charter-2.toml"
    text = answers.read_text(encoding="utf-8")
    assert "01632 960 123" in text
    answers.write_text(text.replace("01632 960 123", "01632 960 987"), encoding="utf-8")
    assert console(commands[1]) == 0
    owner.open_window(FirstStage.PUBLISHED)
    assert "Version 2, published" in owner.read()
    owner.qtbot.waitUntil(lambda: owner.desk.window.poster_is_shown)
    owner.close_window()


def test_the_help_is_one_key_away_and_one_key_closed(owner):
    from PySide6.QtCore import QTimer

    owner.open_window(FirstStage.NONE_PUBLISHED)
    assert "F1 opens the help." in owner.read()
    read = []

    def look():
        dialog = QApplication.activeModalWidget()
        read.append(dialog.findChild(QTextBrowser).toPlainText())
        owner.qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    owner.press(Qt.Key.Key_F1)
    assert "Ctrl+Q" in read[0]
    assert "text_size" in read[0]
    assert QApplication.activeModalWidget() is None


def test_the_window_comes_back_where_it_was(owner):
    owner.open_window(FirstStage.NONE_PUBLISHED)
    owner.desk.window.resize(700, 640)
    owner.close_window()
    owner.open_window(FirstStage.NONE_PUBLISHED)
    assert (owner.desk.window.width(), owner.desk.window.height()) == (700, 640)
    owner.close_window()


def test_preferences_with_a_fault_are_told(owner, profile):
    (profile / "preferences.toml").write_text("text_size = 9000\n", encoding="utf-8")
    owner.open_window(FirstStage.NONE_PUBLISHED)
    owner.qtbot.waitUntil(lambda: "text_size" in owner.read() or "preferences" in owner.read())
    owner.close_window()
