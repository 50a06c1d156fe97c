# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One register of keys: they work, their list is made from it, and some keys are left alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from servicedesk.ui.core.actions import LEFT_ALONE, Actions, ShortcutRow


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(QLineEdit())
    window.show()
    window.activateWindow()
    return window


def test_a_key_runs_what_it_stands_for(window):
    actions, ran = Actions(window), []
    actions.add("search", "Search", ("Ctrl+K", "Ctrl+F"), lambda: ran.append(1), window, "Anywhere")
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert ran == [1, 1]


def test_the_list_of_keys_is_made_from_the_register(window):
    actions = Actions(window)
    actions.add("new", "New", "Ctrl+N", list, window, "Anywhere")
    actions.add("today", "Today", "Alt+1", list, window, "Pages")
    actions.add("search", "Search", ("Ctrl+K", "Ctrl+F"), list, window, "Anywhere")
    actions.add("quiet", "Something without a key", "", list, window, "Anywhere")
    actions.note("save", "Save", "Ctrl+Return", "Forms")
    assert actions.shortcut_rows() == (
        ShortcutRow(group="Anywhere", text="New", keys="Ctrl+N"),
        ShortcutRow(group="Anywhere", text="Search", keys="Ctrl+K or Ctrl+F"),
        ShortcutRow(group="Pages", text="Today", keys="Alt+1"),
        ShortcutRow(group="Forms", text="Save", keys="Ctrl+Return"),
    )


def test_a_hint_names_its_key(window):
    actions = Actions(window)
    assert actions.add("new", "New", "Ctrl+N", list, window, "A").toolTip() == "New (Ctrl+N)"
    assert actions.add("none", "None", "", list, window, "A").toolTip() == "None"
    assert actions.action("new").text() == "New"


@pytest.mark.parametrize("key", sorted(LEFT_ALONE))
def test_some_keys_are_left_alone(window, key):
    with pytest.raises(ValueError, match="left alone"):
        Actions(window).add("x", "X", key, list, window, "A")


def test_what_is_no_key_or_is_taken_is_refused(window):
    actions = Actions(window)
    actions.add("new", "New", "Ctrl+N", list, window, "A")
    with pytest.raises(ValueError, match="taken by new"):
        actions.add("other", "Other", "Ctrl+N", list, window, "A")
    with pytest.raises(ValueError, match="not a key"):
        actions.add("odd", "Odd", "Ctrl+Hocus", list, window, "A")
    assert [row.text for row in actions.shortcut_rows()] == ["New"]


def test_adding_again_takes_the_place_of_the_first(window):
    actions, ran = Actions(window), []
    actions.add("new", "New", "Ctrl+N", lambda: ran.append("old"), window, "A")
    actions.add("new", "New thing", "Ctrl+N", lambda: ran.append("new"), window, "A")
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert ran == ["new"]
    assert [row.text for row in actions.shortcut_rows()] == ["New thing"]


def test_keys_go_with_the_page_that_hears_them(window, qtbot):
    actions, page = Actions(window), QWidget(window)
    actions.add("walk", "Next record", "Ctrl+PgDown", list, page, "Lists")
    assert actions.shortcut_rows()
    page.deleteLater()
    qtbot.waitUntil(lambda: not actions.shortcut_rows())
    with pytest.raises(KeyError):
        actions.action("walk")
