# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What does not fit into a promise comes back with its sentence when its page is opened again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from servicedesk.ui.core.workbench import Workbench
from tests.helpers.qt import seen_texts
from tests.ui.charter.wizards import begin, field, shown, wizard_of

SENTENCE = "This takes a number, such as 4."


def number(page) -> QLineEdit:
    return next(
        one
        for one in page.findChildren(QLineEdit)
        if one.isVisibleTo(page) and one.accessibleName().startswith("Missed calls returned")
    )


def retype(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def test_a_number_in_words_is_still_there_after_another_page(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "how_fast")
    retype(qtbot, number(page), "about four")
    said = [text for text in seen_texts(page) if text == SENTENCE]
    assert said == [SENTENCE]
    wizard_of(page).go("late")
    wizard_of(page).go("how_fast")
    assert number(page).text() == "about four"
    assert SENTENCE in seen_texts(page)
    retype(qtbot, number(page), "5")
    wizard_of(page).go("late")
    wizard_of(page).go("how_fast")
    assert number(page).text() == "5"
    assert SENTENCE not in seen_texts(page)


@pytest.mark.parametrize("is_left", [True, False])
def test_a_number_in_words_is_still_there_after_the_program_was_killed(
    qtbot: QtBot, dressed: Workbench, is_left: bool
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "how_fast")
    line = number(page)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "about four")
    if is_left:
        qtbot.keyClick(line, Qt.Key.Key_Tab)
    wizard_of(page).presenter.keep_typing()  # as the clock does within a second
    again = shown(qtbot, dressed, "how_fast")
    assert number(again).text() == "about four"
    assert SENTENCE in seen_texts(again)
    retype(qtbot, number(again), "5")
    wizard_of(again).presenter.keep_typing()
    last = shown(qtbot, dressed, "how_fast")
    assert number(last).text() == "5"
    assert SENTENCE not in seen_texts(last)


def test_a_day_that_cannot_be_read_is_told_as_the_field_reads_days_after_another_page_too(
    qtbot: QtBot, dressed: Workbench
) -> None:
    begin(dressed)
    page = shown(qtbot, dressed, "we_check")
    retype(qtbot, field(page, "in_force_from").focus_target(), "soonish")
    assert "3/12" in field(page, "in_force_from").error()
    wizard_of(page).go("late")
    wizard_of(page).go("we_check")
    assert field(page, "in_force_from").focus_target().text() == "soonish"
    assert "3/12" in field(page, "in_force_from").error()
