# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of pages says where one is, goes anywhere by keyboard, and folds to one line."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QComboBox, QListView

from servicedesk.ui.guide.step_list import Step, StepList
from tests.ui.widgets.made import press

STEPS = tuple(
    Step(id=f"p{n}", title=f"Page {n} <b>", number=str(n), is_done=n < 3, note="late" * (n == 4))
    for n in range(1, 7)
)


@pytest.fixture
def steps(desk, shown):
    made = StepList(desk.theme, "Pages")
    made.set_steps(STEPS, "p3")
    window = shown(made)
    chosen = []
    made.chosen.connect(chosen.append)
    return made, window, chosen


def said(made, role):
    model: QAbstractItemModel = made.findChild(QListView).model()
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_each_row_is_a_sentence(steps):
    made, _, _ = steps
    spoken = said(made, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken[0] == "Page 1 <b>, step 1 of 6, done"
    assert spoken[2] == "Page 3 <b>, step 3 of 6, open now"
    assert spoken[3] == "Page 4 <b>, step 4 of 6, late"
    shown = said(made, Qt.ItemDataRole.DisplayRole)
    assert shown[:3] == ["Page 1 <b>", "Page 2 <b>", "3 · Page 3 <b>"]


def test_the_keyboard_goes_along_and_enter_opens(steps):
    made, window, chosen = steps
    made.focus_target().setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    assert chosen == []
    made.set_steps(STEPS[:5], "p3")
    press(window, Qt.Key.Key_Return)
    made.set_steps(STEPS, "p5")
    assert made.findChild(QListView).currentIndex().row() == 4
    window.grab()


def test_a_row_opens_where_the_keyboard_left_it(steps):
    made, window, chosen = steps
    made.focus_target().setFocus()
    press(window, Qt.Key.Key_Down)
    made.set_steps(tuple(reversed(STEPS))[:0] + STEPS, "p3")
    press(window, Qt.Key.Key_Return)
    assert chosen == ["p4"]


def test_it_folds_to_one_line(steps):
    made, window, chosen = steps
    made.set_folded(True)
    assert made.is_folded
    folded = made.findChild(QComboBox)
    assert folded.isVisible()
    assert folded.currentText() == "3 of 6 · Page 3 <b>"
    assert made.focus_target() is folded
    folded.setFocus()
    press(window, Qt.Key.Key_Down)
    assert chosen == ["p4"]
    made.set_folded(False)
    assert not folded.isVisible()
    assert made.focus_target() is not folded


def test_larger_text_makes_it_wider(steps):
    made, _, _ = steps
    before = made.width()
    made._theme.set_percent(200)
    assert made.minimumWidth() > before
    made._theme.set_percent(100)


def test_no_steps_are_no_trouble(steps):
    made, window, _ = steps
    made.set_steps((), "")
    window.grab()
    assert made.findChild(QListView).model().rowCount() == 0


def test_pages_stand_in_groups_under_their_headings(steps):
    made, window, _ = steps
    plain = [made.findChild(QListView).visualRect(index) for index in rows(made)]
    grouped = [replace(one, group="First" if at < 2 else "Then") for at, one in enumerate(STEPS)]
    made.set_steps(grouped, "p3")
    window.grab()
    shown = [made.findChild(QListView).visualRect(index) for index in rows(made)]
    taller = [one.height() > was.height() for one, was in zip(shown, plain, strict=True)]
    assert taller == [True, False, True, False, False, False]
    spoken = said(made, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken[0] == "Page 1 <b>, step 1 of 6, First, done"
    assert spoken[5] == "Page 6 <b>, step 6 of 6, Then"


def rows(made):
    model = made.findChild(QListView).model()
    return [model.index(row, 0) for row in range(model.rowCount())]
