# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Enter presses what Space presses, and leads from line to line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QRadioButton, QToolButton

from servicedesk.domain.guides import Page, QuestionKind
from servicedesk.ui.guide.guide_page import GuidePage
from servicedesk.ui.widgets.buttons import chip_button, link_button, main_button, side_button
from servicedesk.ui.widgets.enter import press_by_enter
from servicedesk.ui.widgets.fields import make_field
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.helpers.qt import words
from tests.ui.widgets.made import question

K = QuestionKind
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@pytest.mark.parametrize("key", ENTER)
@pytest.mark.parametrize("make", [main_button, side_button, link_button, chip_button])
def test_enter_presses_our_own_buttons(desk, shown, make, key):
    button = make("Show it")
    shown(button)
    heard = []
    button.clicked.connect(lambda: heard.append(key))
    button.setFocus()
    QTest.keyClick(button, key)
    assert heard == [key]
    QTest.keyClick(button, key, Qt.KeyboardModifier.ControlModifier)
    assert heard == [key]


@pytest.mark.parametrize("kind", [QPushButton, QToolButton, QCheckBox, QRadioButton])
def test_enter_presses_buttons_of_qt(desk, shown, kind):
    button = kind()
    press_by_enter(button)
    shown(button)
    heard = []
    button.clicked.connect(lambda: heard.append(1))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    QTest.keyClick(button, Qt.Key.Key_A)
    assert heard == [1]


def test_enter_goes_down_a_form_and_saves_at_its_end(desk, qtbot):
    form = FormDialog("New person")
    qtbot.addWidget(form)
    fields = [
        form.add(make_field(question(kind, id=name, label=name), words(), desk))
        for name, kind in (("name", K.TEXT), ("day", K.DAY), ("sum", K.MONEY))
    ]
    saved = []
    form.save_wanted.connect(lambda: saved.append(form.values()["name"]))
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    fields[0].focus_target().setFocus()
    QTest.keyClicks(form.focusWidget(), "Ellie")
    for field in fields[1:]:
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Return)
        assert form.focusWidget() is field.focus_target()
    assert saved == []
    QTest.keyClick(form.focusWidget(), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert saved == ["Ellie"]


def test_enter_goes_down_a_page_of_a_guide(desk, shown):
    asked = tuple(
        question(kind, id=name, label=name)
        for name, kind in (("name", K.TEXT), ("kind", K.CHOICE), ("town", K.TEXT))
    )
    page = GuidePage(
        Page(
            id="shop", number="1", title="Shop", heading="Shop", asks="", intro="", questions=asked
        ),
        words(),
        desk,
    )
    window = shown(page)
    page.focus_on("name")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert page.field("kind").isAncestorOf(window.focusWidget())
    page.focus_on("town")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert page.field("town").isAncestorOf(window.focusWidget())
