# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""F7 opens the form of a promise over any page, Alt+3 the room of promises."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.promises import PromiseFilter
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.promise_form import PromiseForm
from servicedesk.ui.promises.page import PromisesPage
from tests.ui.shell.test_new_and_serving import go_down_to, opened_by
from tests.ui.shell.test_window import CTRL, press
from tests.ui.widgets.made import press as press_in
from tests.ui.widgets.made import write

ALT = Qt.KeyboardModifier.AltModifier


def form_over(window):
    form = window.findChild(PromiseForm)
    assert form is not None
    return form


def test_a_promise_is_written_from_anywhere_and_seen_in_its_room(bench, qtbot):
    bench.services.customers.add(CustomerDraft(name="Mrs Patel"), "Ruth")
    window = opened_by(qtbot, bench, Qt.Key.Key_F7)
    form = form_over(window)
    qtbot.waitActive(form)
    write(form, "patel")
    press_in(form, Qt.Key.Key_Down)
    press_in(form, Qt.Key.Key_Return)
    press_in(form, Qt.Key.Key_Tab)
    write(form, "ring back")
    press_in(form, Qt.Key.Key_Tab)
    write(form, "fri")
    press_in(form, Qt.Key.Key_Return, CTRL)
    assert len(bench.services.promises.lists.ids(PromiseFilter())) == 1
    with qtbot.waitActive(window):
        window.activateWindow()
    press(qtbot, window, Qt.Key.Key_3, ALT)
    assert isinstance(window.page, PromisesPage)
    assert window.page.pane.model.rowCount() == 1
    window.let_go()
    bench.tasks.wait()


def test_the_form_knows_the_customer_of_the_page(bench, qtbot):
    who = bench.services.customers.add(CustomerDraft(name="Mrs Patel"), "Ruth").card.id
    window = opened_by(qtbot, bench, Qt.Key.Key_Shift)
    window.go(Place(room="customers", item=str(who)))
    press(qtbot, window, Qt.Key.Key_F7)
    form = form_over(window)
    assert form.who.value() == who
    form.reject()
    window.let_go()
    bench.tasks.wait()


def test_new_offers_a_promise(bench, qtbot):
    window = opened_by(qtbot, bench, Qt.Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    go_down_to(qtbot, menu, "Promise")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    form_over(window).reject()
    window.let_go()
    bench.tasks.wait()
