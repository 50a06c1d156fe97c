# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The page that asks for the password, and the one that waits for a new one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from servicedesk.ui.shell.unlock_page import UnlockPage, WaitingPage
from tests.helpers.qt import seen_texts, speak_british, theme, words

TYPED = "correct horse"


@pytest.fixture
def page(qtbot: QtBot) -> UnlockPage:
    speak_british()
    theme()
    made = UnlockPage("shop.db", words())
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def wanted(page: UnlockPage) -> list[str]:
    """What was asked to open with."""
    heard: list[str] = []
    page.unlock_wanted.connect(heard.append)
    return heard


@pytest.mark.parametrize("how", ["button", "Enter"])
def test_what_was_typed_is_handed_on_once(page: UnlockPage, wanted: list[str], how: str) -> None:
    page.field.line.setFocus()
    QTest.keyClicks(page.field.line, TYPED)
    for _ in range(2):
        if how == "button":
            page.open_button.click()
        else:
            QTest.keyClick(page.field.line, Qt.Key.Key_Return)
    assert wanted == [TYPED]
    assert "Opening your file …" in seen_texts(page)


def test_nothing_typed_opens_nothing(page: UnlockPage, wanted: list[str]) -> None:
    page.open_button.click()
    assert wanted == []


def test_a_wrong_one_is_said_and_stays_selected_to_be_tried_again(
    page: UnlockPage, wanted: list[str]
) -> None:
    QTest.keyClicks(page.field.line, TYPED)
    page.open_button.click()
    page.say_wrong("This is the wrong password, or shop.db is damaged.")
    assert page.field.error() == "This is the wrong password, or shop.db is damaged."
    assert page.field.line.selectedText() or page.field.line.hasSelectedText()
    page.field.line.setText("battery staple")
    page.open_button.click()
    assert wanted == [TYPED, "battery staple"]
    assert page.field.error() == ""


def test_the_letters_are_dots_until_they_are_wanted(page: UnlockPage) -> None:
    mode = page.field.line.EchoMode
    assert page.field.line.echoMode() is mode.Password
    page.show_button.click()
    assert page.field.line.echoMode() is mode.Normal
    page.show_button.click()
    assert page.field.line.echoMode() is mode.Password


def test_whoever_is_stuck_finds_advice_and_the_way_to_the_backups(
    page: UnlockPage, qtbot: QtBot
) -> None:
    assert not page.backup_button.isVisible()
    page.help.buttons[0].click()
    assert any("recovery sheet" in text for text in seen_texts(page))
    with qtbot.waitSignal(page.backup_wanted):
        page.backup_button.click()


def test_every_widget_has_a_name_of_its_own(page: UnlockPage) -> None:
    page.help.buttons[0].click()
    stops = [
        one
        for one in page.findChildren(QWidget)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and hasattr(one, "text")
    ]
    names = [one.accessibleName() or one.text() for one in stops]
    assert all(names)
    assert len(set(names)) == len(names)


def test_waiting_shows_how_far_it_is_and_can_be_stopped_once(qtbot: QtBot) -> None:
    page = WaitingPage("Giving your file its new password …", "Your file stays as it is.")
    qtbot.addWidget(page)
    page.show()
    assert page.first_focus() is page.stop_button
    page.show_step(40, 100)
    assert (page.bar.value(), page.bar.maximum()) == (40, 100)
    with qtbot.waitSignal(page.stop_wanted):
        page.stop_button.click()
    assert not page.stop_button.isEnabled()
