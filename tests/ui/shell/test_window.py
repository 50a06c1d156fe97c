# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The window: painted first, doors that lead somewhere, the way back, keys, sizes, the day."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog

from servicedesk.domain.people import PersonDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.widgets import sizes
from tests.helpers.audits import clipped, doubled_names, unnamed
from tests.helpers.qt import accessible_name, seen_texts, stops

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def press(qtbot, shell, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or shell, key, held)


def test_the_first_paint_is_told_once(bare, qtbot):
    told = []
    bare.painted.connect(lambda: told.append(bare.isVisible()))
    with qtbot.waitSignal(bare.painted):
        bare.show()
    bare.repaint()
    QApplication.processEvents()
    assert told == [True]


def test_frame_rail_and_heading_need_no_file(bare):
    bare.show()
    said = seen_texts(bare)
    assert {"Servicedesk", "Today", "Our charter", "Opening your file …"} <= set(said)
    assert bare.page is None
    bare.go(Place(room="charter"))
    bare.back()
    assert bare.here is None


def test_without_a_file_there_are_no_doors(qtbot, bench, small):
    from servicedesk.ui.shell.window import Shell

    shell = Shell(bench.theme, has_file=False, rooms=small())
    qtbot.addWidget(shell)
    shell.show()
    assert not {"Our charter", "Settings", "New…"} & set(seen_texts(shell))
    shell.resize(500, 600)
    assert not shell.rail.new.isVisible()
    shell.opened(bench)
    assert shell.rail.new.isVisible()
    shell.let_go()


def test_it_begins_with_today_and_the_keyboard_is_there(shell, small):
    assert shell.here == Place(room="today")
    assert shell.page is small.pages["today"]
    assert QApplication.focusWidget() is small.pages["today"].line
    assert list(small.pages) == ["today"]


def test_rooms_are_built_when_opened_and_esc_goes_back(shell, small, qtbot, bench):
    press(qtbot, shell, Qt.Key.Key_6, ALT)
    assert shell.here == Place(room="charter")
    assert small.pages["today"].left == 1
    bench.navigator.open("charter", "write", "who_we_are")
    assert small.pages["charter"].arrived[-1] == Place(
        room="charter", part="write", item="who_we_are"
    )
    assert small.pages["charter"].left == 0
    press(qtbot, shell, Qt.Key.Key_Escape)
    assert shell.here == Place(room="charter")
    press(qtbot, shell, Qt.Key.Key_Left, ALT)
    assert shell.here == Place(room="today")
    press(qtbot, shell, Qt.Key.Key_Escape)
    assert shell.here == Place(room="today")


def test_going_back_does_not_open_a_form_again(shell, small, bench):
    bench.navigator.open("settings", "people", "add")
    settings = small.pages["settings"]
    assert settings.arrived == [Place(room="settings", part="people", item="add")]
    assert shell.here == Place(room="settings", part="people")
    bench.navigator.open("settings", "people", "add")
    bench.navigator.open("help")
    shell.back()
    assert settings.arrived[-1] == Place(room="settings", part="people")
    shell.back()
    assert shell.here == Place(room="today")


def test_alt_numbers_stay_the_same_in_every_release():
    from servicedesk.ui.shell.rooms import rooms

    fixed = {"today": 1, "customers": 2, "promises": 3, "complaints": 4, "feedback": 5}
    fixed |= {"charter": 6, "measures": 7, "improve": 8}
    found = {room.id: room.key for room in rooms() if room.key}
    assert found.items() <= fixed.items()
    assert {"today", "customers", "promises", "complaints", "charter"} <= found.keys()


def test_a_click_on_the_rail_opens_the_room_and_marks_it(shell):
    shell.rail.entries["settings"].click()
    assert shell.here == Place(room="settings")
    marked = [name for name, entry in shell.rail.entries.items() if entry.isChecked()]
    assert marked == ["settings"]
    shell.rail.entries["settings"].click()
    assert shell.rail.entries["settings"].isChecked()


def test_f1_opens_the_help(shell, qtbot):
    press(qtbot, shell, Qt.Key.Key_F1)
    assert shell.here == Place(room="help", part="today")  # the page that fits


def test_a_page_with_a_bar_of_its_own_hides_the_band_and_search_brings_it_back(shell, qtbot):
    shell.go(Place(room="charter"))
    assert not shell.band.isVisible()
    press(qtbot, shell, Qt.Key.Key_K, CTRL)
    assert shell.band.isVisible()
    assert QApplication.focusWidget() is shell.search
    press(qtbot, shell, Qt.Key.Key_Escape)
    assert not shell.band.isVisible()
    assert QApplication.focusWidget() is shell.page.line
    shell.go(Place(room="today"))
    assert shell.band.isVisible()


def test_ctrl_q_closes_it_and_what_was_typed_is_kept(shell, small, qtbot):
    press(qtbot, shell, Qt.Key.Key_Q, CTRL)
    assert not shell.isVisible()
    assert small.pages["today"].left == 1


def test_it_may_be_asked_to_wait_before_it_closes(shell):
    shell.may_close = lambda: False
    shell.close()
    assert shell.isVisible()
    shell.show_leaving()
    assert "Backing up" in shell.undo_bar.sentence
    shell.may_close = lambda: True
    shell.close()
    assert not shell.isVisible()


def test_the_day_is_said_in_full_and_midnight_is_noticed(shell, clock, small):
    assert "Monday 14 September 2026" in seen_texts(shell)
    clock.set(date(2026, 9, 15))
    shell._look_at_the_day()
    assert "Tuesday 15 September 2026" in seen_texts(shell)
    assert len(small.pages["today"].arrived) == 2
    shell._look_at_the_day()
    assert len(small.pages["today"].arrived) == 2


def test_the_title_names_the_business(shell, bench):
    assert shell.windowTitle() == "Servicedesk"
    done = bench.services.business.save({"trading_name": "Hollins & Sons"}, "Ruth")
    bench.changes.announce(done.changes)
    assert shell.windowTitle() == "Servicedesk - Hollins & Sons"
    assert "Hollins & Sons" in seen_texts(shell)


def test_nothing_is_to_print_on_a_page_without_paper(shell, qtbot):
    press(qtbot, shell, Qt.Key.Key_P, CTRL)
    assert shell.undo_bar.sentence == "There is nothing to print on this page."


def test_a_refresh_does_not_steal_the_keyboard(shell, bench, small):
    small.pages["today"].text.setFocus()
    done = bench.services.business.save({"trading_name": "Hollins"}, "Ruth")
    bench.changes.announce(done.changes)
    bench.bar.say("Saved.", can_undo=True)
    assert QApplication.focusWidget() is small.pages["today"].text


def test_its_place_is_remembered_and_nonsense_passed_over(shell, bare):
    shell.resize(700, 640)
    bare.put_at("\u00e9 no place")
    bare.put_at(shell.place)
    assert (bare.width(), bare.height()) == (700, 640)


@pytest.mark.parametrize(
    ("screen", "is_whole"), [((1366, 768), True), ((1024, 600), True), ((1920, 1080), False)]
)
def test_the_first_time_it_fits_on_the_screen(bare, monkeypatch, screen, is_whole):
    monkeypatch.setattr(sizes, "room_of", lambda _window: QRect(0, 0, *screen))
    bare.put_at("")
    assert bare.isMaximized() is is_whole
    assert bare.width() <= screen[0] * 0.95
    assert bare.height() <= screen[1] * 0.9
    middle = bare.geometry().center() - QRect(0, 0, *screen).center()
    assert abs(middle.x()) <= 2


def test_it_comes_forward_with_the_dialog_that_is_open(shell, qtbot):
    shell.showMinimized()
    dialog = QDialog(shell)
    dialog.setModal(True)
    qtbot.addWidget(dialog)
    dialog.show()
    shell.bring_forward()
    assert not shell.isMinimized()
    assert shell.isVisible()
    assert QApplication.activeModalWidget() is dialog


def test_another_file_takes_the_place_of_the_first(shell, bench, small):
    page = small.pages.pop("today")
    for other in list(small.pages):
        small.pages.pop(other)
    shell.opened(bench, Place(room="settings"))
    assert page.left == 1
    assert shell.here == Place(room="settings")
    bench.navigator.open("today")
    assert shell.here == Place(room="today")


@pytest.mark.parametrize("percent", [100, 150, 170, 200])
def test_nothing_is_cut_off_at_any_size_of_text(shell, bench, percent):
    for name in ("Tom", "Ruth"):
        bench.services.people.add(PersonDraft(name=name), "Ruth")
    shell._open.state.reload()
    bench.theme.set_percent(percent)
    shell.resize(1366, 768)
    QApplication.processEvents()
    assert shell.rail.is_folded is (percent > 170)
    bench.bar.say("Closure added.", can_undo=True)
    QApplication.processEvents()
    assert clipped(shell) == []
    assert (shell.width(), shell.height()) == (1366, 768)
    names = {accessible_name(stop) for stop in stops(shell)}
    assert {"New…", "Today", "Our charter", "Settings", "Help", "Search"} <= names
    assert unnamed(shell) == []
    assert doubled_names(shell) == []


def test_a_folded_entry_says_its_name_in_a_tip(shell):
    shell.resize(600, 700)
    assert shell.rail.is_folded
    assert shell.rail.entries["charter"].toolTip() == "Our charter"
    assert shell.rail.entries["charter"].text() == ""
    shell.resize(1366, 768)
    assert shell.rail.entries["charter"].text() == "Our charter"


def test_a_small_window_with_large_text_keeps_the_search_and_its_own_size(shell, bench):
    bench.theme.set_percent(200)
    shell.resize(800, 600)
    QApplication.processEvents()
    assert (shell.width(), shell.height()) == (800, 600)
    assert shell.search.width() > shell.band.width() * 0.6
    assert clipped(shell) == []
    bench.theme.set_percent(100)


def test_the_list_of_keys_names_those_of_the_charter_before_it_is_opened(shell):
    rows = shell.keys.shortcut_rows()
    named = {row.keys for row in rows if row.group == "Writing the charter"}
    assert named == {"Ctrl+Return", "Ctrl+PgDown", "Ctrl+PgUp", "Alt+Up", "Alt+Down"}
    assert "Ctrl+Down" in {row.keys for row in rows}
