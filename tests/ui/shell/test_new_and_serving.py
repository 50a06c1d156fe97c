# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""New offers what exists; Serving offers people once there are two."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from servicedesk.domain.backups import BackupReason
from servicedesk.domain.people import PersonDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.contact_form import ContactForm
from servicedesk.ui.shell.presenter import ShellPresenter
from servicedesk.ui.shell.window import Shell
from servicedesk.ui.widgets.form_dialog import FormDialog
from tests.services.backups_made import NoSteps
from tests.ui.shell.test_window import CTRL, SHIFT, press


def offered(menu):
    return [
        entry.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        for entry in menu.actions()
    ]


def go_down_to(qtbot, menu, name):
    """Press Down until the entry of that name would be taken."""
    for _ in range(offered(menu).index(name)):
        qtbot.keyClick(menu, Qt.Key.Key_Down)


def opened_by(qtbot, bench, key, held=Qt.KeyboardModifier.NoModifier):
    """The window of a program whose file is open, after a key."""
    window = Shell(bench.theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.opened(bench)
    press(qtbot, window, key, held)
    return window


@pytest.fixture
def people(bench, shell):
    def add(*names):
        for name in names:
            done = bench.services.people.add(PersonDraft(name=name), "Ruth")
            bench.changes.announce(done.changes)

    return add


def test_new_offers_what_exists_and_goes_there(shell, small, qtbot):
    press(qtbot, shell, Qt.Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    assert offered(menu)[-4:] == [
        "Charter: write it, or go on",
        "Closure",
        "Person",
        "Registration or insurance",
    ]
    assert "Contact note" in offered(menu)
    go_down_to(qtbot, menu, "Closure")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    form = Place(room="settings", part="closures", item="add")
    assert small.pages["settings"].arrived == [form]
    assert shell.here == Place(room="settings", part="closures")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("Closure", "closures"),
        ("Person", "people"),
        ("Registration or insurance", "registrations"),
    ],
)
def test_new_opens_the_form_itself(qtbot, bench, name, part):
    window = Shell(bench.theme)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    window.opened(bench)
    press(qtbot, window, Qt.Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    go_down_to(qtbot, menu, name)
    seen = []

    def look():
        form = QApplication.activeModalWidget()
        seen.append((type(form), window.here.part, window.page.isVisible()))
        form.close()

    QTimer.singleShot(0, look)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(FormDialog, part, True)]
    window.let_go()
    bench.tasks.wait()


def test_the_new_button_opens_the_same_menu(shell, qtbot):
    shell.rail.new.click()
    assert QApplication.activePopupWidget() is not None
    QApplication.activePopupWidget().close()


def test_nobody_is_asked_who_serves_while_there_is_one(shell, qtbot, people):
    people("Ruth")
    assert not shell.rail.serving.isVisible()
    press(qtbot, shell, Qt.Key.Key_S, CTRL | SHIFT)
    assert QApplication.activePopupWidget() is None


def test_who_serves_is_chosen_and_kept(shell, qtbot, people, bench):
    people("Ruth", "Tom & Jo")
    assert shell.rail.serving.isVisible()
    assert shell.rail.serving.accessibleName() == "Who is serving?"
    press(qtbot, shell, Qt.Key.Key_S, CTRL | SHIFT)
    menu = QApplication.activePopupWidget()
    assert offered(menu) == ["Nobody in particular", "Ruth", "Tom & Jo"]
    menu.actions()[2].trigger()
    menu.close()
    assert bench.memory.get("serving") == "Tom & Jo"
    assert bench.who == "Tom & Jo"
    assert shell.rail.serving.accessibleName() == "Serving: Tom & Jo"


def test_somebody_who_has_left_serves_no_more(shell, bench, people):
    people("Ruth", "Tom", "Jo")
    bench.memory.set("serving", "Tom")
    tom = next(card for card in bench.services.people.all() if card.name == "Tom")
    done = bench.services.people.remove(tom.id, "Ruth")
    bench.changes.announce(done.changes)
    assert shell._open.state.state.serving == ""
    assert bench.memory.get("serving") == ""


def test_the_backup_line_says_by_itself_that_something_was_changed_since(shell, bench, clock):
    bench.services.backups.back_up(BackupReason.BUTTON, NoSteps())
    looks = shell.findChild(ShellPresenter).looks
    looks.timeout.emit()
    assert shell.rail.backup.accessibleName().endswith("on this PC only")
    clock.advance(minutes=1)
    bench.services.people.add(PersonDraft(name="Ruth"), "Ruth")
    assert looks.isActive()
    looks.timeout.emit()
    assert shell.rail.backup.accessibleName().endswith(", changed since")
    shell.let_go()
    assert not looks.isActive()


def test_the_backup_line_leads_to_its_page(shell):
    assert shell.rail.backup.isVisible()
    assert shell.rail.backup.accessibleName() == "The first backup comes by itself"
    shell.rail.backup.click()
    assert shell.here == Place(room="settings", part="backup")


def test_icons_stand_in_line_with_one_gap_before_the_words(shell):
    rail = shell.rail
    buttons = (rail.new, rail.backup, *rail.entries.values())
    sizes = {(one.iconSize().width(), one.iconSize().height()) for one in buttons}
    ((wide, high),) = sizes
    assert wide > high
    rail.fold(True)
    assert {one.iconSize().width() for one in buttons} == {high}
    rail.fold(False)


def test_a_name_that_is_longer_than_the_rail_stands_on_a_line_of_its_own(shell, people):
    people("Ruth Hollins", "Al")
    shell.rail.show_serving(True, "Ruth Hollins")
    assert shell.rail.serving.text() == "Serving:\nRuth Hollins"
    assert shell.rail.serving.accessibleName() == "Serving: Ruth Hollins"
    shell.rail.show_serving(True, "Al")
    assert shell.rail.serving.text() == "Serving: Al"


def test_the_contact_note_opens_over_any_page_by_one_key(qtbot, bench):
    window = opened_by(qtbot, bench, Qt.Key.Key_F9)
    form = QApplication.activeModalWidget()
    assert isinstance(form, ContactForm)
    assert window.here.room == "today"
    form.reject()
    window.let_go()
    bench.tasks.wait()


def test_new_opens_the_contact_note_too(qtbot, bench):
    window = opened_by(qtbot, bench, Qt.Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    go_down_to(qtbot, menu, "Contact note")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    form = QApplication.activeModalWidget()
    assert isinstance(form, ContactForm)
    form.reject()
    window.let_go()
    bench.tasks.wait()
