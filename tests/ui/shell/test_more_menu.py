# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""More: undo, redo, print and help by mouse at any time, each with its key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from servicedesk.ui.core.rooms import Place
from tests.helpers import audits
from tests.helpers.qt import words


@pytest.fixture
def menu(shell):
    """Opens the menu, and closes it in the end."""

    def opened():
        shell.band.more.click()
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    yield opened
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()


def entries(menu):
    return {entry.text(): entry for entry in menu.actions() if not entry.isSeparator()}


def save(bench):
    bench.do(lambda: bench.services.business.save({"trading_name": "Hollins"}, bench.who))


def test_with_nothing_done_it_says_so(menu):
    found = entries(menu())
    assert list(found) == [
        "Undo: nothing yet",
        "Redo: nothing yet",
        "Print…",
        "Privacy desk",
        "Take it all with you",
        "Help",
    ]
    assert [entry.isEnabled() for entry in found.values()] == [False, False, True, True, True, True]
    keys = [entry.shortcut().toString(QKeySequence.PortableText) for entry in found.values()]
    assert keys == ["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+P", "", "", "F1"]


def test_a_step_is_taken_back_and_done_again_by_mouse(menu, shell, bench):
    save(bench)
    shell.undo_bar.hide()
    what = words().say("use_case.change_business")
    first = menu()
    entries(first)[f"Undo: {what}"].trigger()
    first.close()
    assert bench.services.business.answers() == {}
    second = menu()
    entries(second)[f"Redo: {what}"].trigger()
    second.close()
    assert bench.services.business.answers() == {"trading_name": "Hollins"}


def test_print_and_help_do_what_their_keys_do(menu, shell):
    first = menu()
    entries(first)["Print…"].trigger()
    first.close()
    assert shell.undo_bar.sentence == "There is nothing to print on this page."
    second = menu()
    entries(second)["Help"].trigger()
    second.close()
    assert shell.here is not None
    assert shell.here.room == "help"


def test_keys_still_work_where_the_menu_names_them_too(menu, shell, bench, qtbot):
    save(bench)
    menu().close()
    shell.rail.new.setFocus()
    qtbot.keyClick(shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert bench.services.business.answers() == {}


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [800, 1366])
def test_the_band_is_whole(shell, bench, qapp, percent, width):
    bench.theme.set_percent(percent)
    bench.theme.apply(qapp)
    shell.resize(width, 768)
    shell.go(Place(room="today"))
    qapp.processEvents()
    assert shell.band.more.width() >= shell.band.more.sizeHint().width()
    assert audits.clipped(shell.band) == []
    assert audits.unnamed(shell.band) == []
    bench.theme.set_percent(100)
    bench.theme.apply(qapp)
