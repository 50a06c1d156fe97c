# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Forms save by Ctrl+Enter from anywhere, go to the first fault, and files are asked for."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)
from shiboken6 import Shiboken

from servicedesk.domain.guides import QuestionKind
from servicedesk.ui.widgets import ask_file
from servicedesk.ui.widgets.buttons import chip_button, danger_button, side_button
from servicedesk.ui.widgets.card import Card, Notice
from servicedesk.ui.widgets.chip import Chip
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.form_dialog import FormDialog
from servicedesk.ui.widgets.sizes import em
from servicedesk.ui.widgets.tab_order import focus_chain, order_tabs, stops_in
from servicedesk.ui.widgets.text import single_line
from tests.ui.widgets.made import made, press, write

K = QuestionKind
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(desk, qtbot):
    dialog = FormDialog("A closure")
    dialog.add(made(desk, K.DAY, id="day", label="Which day?"))
    dialog.add(made(desk, K.LONG_TEXT, id="why", label="Why?"))
    extra = dialog.add_button(side_button("Save and print"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    saved = []
    dialog.save_wanted.connect(lambda: saved.append(dialog.values()))
    return dialog, saved, extra


def test_the_first_field_has_the_keyboard_and_the_buttons_come_last(form):
    dialog, _, extra = form
    passed = []
    for _ in range(4):
        passed.append(QApplication.focusWidget())
        press(dialog, Qt.Key.Key_Tab)
    day, why = (field.focus_target() for field in dialog.fields())
    assert passed == [day, why, dialog.save_button, extra]
    assert QApplication.focusWidget() is dialog.close_button


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_it_saves_from_any_field(form, key):
    dialog, saved, _ = form
    write(dialog, "fri")
    press(dialog, Qt.Key.Key_Tab)
    write(dialog, "Stocktaking")
    press(dialog, key, CTRL)
    assert [values["why"] for values in saved] == ["Stocktaking"]
    assert dialog.isVisible()


def test_enter_alone_neither_saves_nor_closes(form):
    dialog, saved, _ = form
    press(dialog, Qt.Key.Key_Return)
    assert saved == []
    assert dialog.isVisible()


def test_escape_closes(form):
    dialog, saved, _ = form
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert saved == []


def test_the_first_fault_gets_the_keyboard(form):
    dialog, _, _ = form
    dialog.show_errors({"why": "Please say why."})
    why = dialog.fields()[1]
    assert why.focus_target().hasFocus()
    assert why.error() == "Please say why."
    dialog.show_errors({})
    assert why.error() == ""


def pick(name: str) -> None:
    """Type a name into the file dialog that is open, as a person would."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.findChild(QLineEdit).setText(name)
    dialog.accept()


def leave() -> None:
    QApplication.activeModalWidget().reject()


def test_a_file_is_asked_for(desk, tmp_path):
    wanted = tmp_path / "logo.png"
    wanted.write_bytes(b"")
    QTimer.singleShot(0, lambda: pick(str(wanted)))
    assert ask_file.open_file(None, "Logo", folder=tmp_path) == wanted
    QTimer.singleShot(0, leave)
    assert ask_file.open_file(None, "Logo", folder=tmp_path) is None


def test_a_place_to_save_is_asked_for_and_gets_its_ending(desk, tmp_path):
    QTimer.singleShot(0, lambda: pick(str(tmp_path / "my.poster v2")))
    assert ask_file.save_file(None, "Save", "poster.pdf", folder=tmp_path) == (
        tmp_path / "my.poster v2"
    )
    QTimer.singleShot(0, lambda: pick(str(tmp_path / "mine")))
    assert ask_file.save_file(None, "Save", "poster.pdf", folder=tmp_path) == tmp_path / "mine.pdf"
    QTimer.singleShot(0, leave)
    assert ask_file.save_file(None, "Save", "poster.pdf", folder=tmp_path) is None


def test_a_folder_is_asked_for(desk, tmp_path):
    QTimer.singleShot(0, lambda: pick(str(tmp_path)))
    assert ask_file.choose_folder(None, "Folder", tmp_path) == Path(tmp_path)
    QTimer.singleShot(0, leave)
    assert ask_file.choose_folder(None, "Folder", tmp_path) is None


def test_a_notice_has_one_way_on(desk, shown):
    notice = Notice("due", "Insurance ends <soon>.", "Look")
    card = Card("Registrations")
    card.body.addWidget(notice)
    window = shown(card)
    acted = []
    notice.acted.connect(lambda: acted.append(True))
    press(window, Qt.Key.Key_Tab)
    press(window, Qt.Key.Key_Space)
    assert acted == [True]
    assert notice.text() == "Insurance ends <soon>."
    window.grab()


def test_a_chip_changes_its_news(desk, shown):
    chip = Chip("due Friday", "due")
    shown(chip)
    chip.show_news("late by 1 day", "late")
    assert (chip.text(), chip.objectName()) == ("late by 1 day", "chip_late")
    chip.show_news("still late", "late")
    assert chip.text() == "still late"
    chip.grab()


def test_buttons_wrap_rather_than_cut_their_words(desk, qtbot):
    button = danger_button("Erase this person and keep the counts")
    qtbot.addWidget(button)
    whole = button.sizeHint()
    assert button.heightForWidth(whole.width()) == whole.height()
    assert button.heightForWidth(whole.width() // 2) > whole.height()
    assert button.minimumSizeHint().width() < whole.width() // 2
    button.resize(whole.width() // 2, 100)
    button.grab()


def test_what_flows_goes_on_below(desk, qtbot):
    holder = QWidget()
    flow = FlowLayout(holder, gap=10)
    flow.setContentsMargins(5, 5, 5, 5)
    for name in ("One", "Two", "Three and a long tail that goes on"):
        flow.addWidget(chip_button(name, is_ticked=name == "One"))
    flow.addWidget(single_line("Four"))
    qtbot.addWidget(holder)
    assert flow.hasHeightForWidth()
    wide = flow.sizeHint().width()
    assert flow.heightForWidth(wide) < flow.heightForWidth(wide // 2)
    flow.setGeometry(QRect(0, 0, wide // 2, 400))
    places = [flow.itemAt(at).geometry() for at in range(flow.count())]
    assert places[0].left() == 5
    assert not any(a.intersects(b) for a in places for b in places if a is not b)
    assert max(place.right() for place in places) <= wide // 2
    holder.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow.setGeometry(QRect(0, 0, wide, 400))
    assert flow.itemAt(0).geometry().right() > flow.itemAt(1).geometry().right()
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    taken = flow.takeAt(3)
    assert isinstance(taken.widget(), QLabel)
    assert flow.count() == 3


def test_walking_the_order_of_tab_leaves_windows_to_their_owner(desk, shown):
    field = made(desk, K.TEXT)
    window = shown(field)
    before = Shiboken.dump(window)
    chain = focus_chain(window)
    assert chain[0] is window
    assert field.focus_target() in chain
    assert Shiboken.ownedByPython(window)
    assert ("hasOwnership...... 1" in before) == ("hasOwnership...... 1" in Shiboken.dump(window))
    assert stops_in([]) == []
    assert stops_in([field]) == [field.focus_target()]


def test_tab_is_led_anew_where_something_was_added(shown):
    places = [QWidget(), QWidget()]
    stops = [QLineEdit(place) for place in places]
    window = shown(*places)
    order_tabs(places)
    order_tabs(places)
    assert stops_in([window]) == stops
    added = QPushButton(places[0])
    assert stops_in([window]) == [*stops, added]
    order_tabs(places)
    order_tabs([])
    assert stops_in([window]) == [stops[0], added, stops[1]]


def test_a_flow_measures_anew_when_its_words_change(shown):
    window = QWidget()
    flow = FlowLayout(window)
    buttons = [side_button("Back"), side_button("Next")]
    for button in buttons:
        flow.addWidget(button)
    shown(window)
    width = 40 + sum(button.sizeHint().width() for button in buttons)
    one_line = flow.heightForWidth(width)
    assert flow.heightForWidth(width) == one_line
    buttons[0].setText("Back to the page before this one")
    assert flow.heightForWidth(width) > one_line
    flow.takeAt(0)
    assert flow.heightForWidth(width) == one_line


def test_what_saving_will_do_is_said_beside_save_and_taken_away_again(form, qtbot):
    dialog, _, _ = form
    assert dialog.foretold == ""
    dialog.foretell("3 due dates will move.")
    qtbot.waitUntil(lambda: dialog._page.verticalScrollBar().maximum() == 0)
    (said,) = [one for one in dialog.findChildren(QLabel) if one.text() == dialog.foretold]
    assert said.isVisible()
    assert (
        said.mapTo(dialog, QRect(said.rect()).bottomLeft()).y()
        < dialog.save_button.mapTo(dialog, dialog.save_button.rect().topLeft()).y() + 1
    )
    dialog.foretell("")
    assert not said.isVisible()


def test_a_dialog_grows_for_the_sentences_about_what_is_wrong(form, qtbot):
    dialog, _, _ = form
    before = dialog.height()
    long = "Please say why, in words that somebody understands who was not there. " * 4
    dialog.show_errors({"day": long, "why": long})
    qtbot.waitUntil(lambda: dialog.height() > before)
    bar = dialog._page.verticalScrollBar()
    assert bar.maximum() == 0


def test_a_dialog_takes_no_more_room_than_its_fields_and_grows_with_what_is_typed(form, qtbot):
    dialog, _, _ = form
    page = dialog._page
    last = dialog.fields()[-1]

    def below() -> int:
        foot = last.mapTo(page.viewport(), last.rect().bottomLeft()).y()
        return page.viewport().height() - foot

    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    assert below() < 4 * dialog.fontMetrics().height()
    before = dialog.height()
    last.focus_target().setPlainText("It rained.\n" * 8)
    qtbot.waitUntil(lambda: dialog.height() > before)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)


def test_a_dialog_is_wide_before_its_window_is_there_and_never_a_column_of_words(desk, qtbot):
    dialog = FormDialog("Somebody asks about their information")
    dialog.add(made(desk, K.DAY, id="day", label="Came in on"))
    qtbot.addWidget(dialog)
    seen = []

    class Watch(QObject):
        def eventFilter(self, watched, event):
            if event.type() is QEvent.Type.Show:
                seen.append(watched.width())
            return False

    watch = Watch()
    dialog.installEventFilter(watch)
    dialog.show()
    wide = dialog.width()
    assert seen == [wide]
    dialog.resize(60, dialog.height())
    assert dialog.width() == em(dialog, 20) < wide
