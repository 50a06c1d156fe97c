# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""F2 opens the form of a complaint over any page, with the customer that the page shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_listed import ComplaintFilter
from servicedesk.domain.customers import CustomerDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.complaint_form import ComplaintForm
from tests.ui.shell.test_new_and_serving import go_down_to, opened_by
from tests.ui.shell.test_window import CTRL, press
from tests.ui.widgets.made import press as press_in
from tests.ui.widgets.made import write


def form_over(window):
    form = window.findChild(ComplaintForm)
    assert form is not None
    return form


def test_a_complaint_is_written_down_from_anywhere(bench, qtbot):
    window = opened_by(qtbot, bench, Qt.Key.Key_F2)
    form = form_over(window)
    qtbot.waitActive(form)
    press_in(form, Qt.Key.Key_Tab)
    write(form, "no receipt")
    press_in(form, Qt.Key.Key_Return, CTRL)
    assert len(bench.services.complaints.lists.ids(ComplaintFilter())) == 1
    window.let_go()
    bench.tasks.wait()


def test_the_form_knows_the_customer_of_the_page(bench, qtbot):
    who = bench.services.customers.add(CustomerDraft(name="Mrs Patel"), "Ruth").card.id
    window = opened_by(qtbot, bench, Qt.Key.Key_Shift)
    window.go(Place(room="customers", item=str(who)))
    press(qtbot, window, Qt.Key.Key_F2)
    form = form_over(window)
    assert form.who.value() == who
    form.reject()
    window.let_go()
    bench.tasks.wait()


def test_over_another_complaint_nobody_is_taken_for_whoever_rings_now(bench, qtbot):
    who = bench.services.customers.add(CustomerDraft(name="Mr Lee"), "Ruth").card.id
    draft = ComplaintDraft(customer_id=who, text="the tap drips", received_at=bench.clock.now())
    made = bench.services.complaints.log(draft, "Ruth").card
    window = opened_by(qtbot, bench, Qt.Key.Key_Shift)
    window.go(Place(room="complaints", item=str(made.id)))
    assert window.page.complaint_id() == made.id
    press(qtbot, window, Qt.Key.Key_F2)
    form = form_over(window)
    assert form.who.told() == ""
    assert form.focusWidget() is form.who.focus_target()
    form.reject()
    window.let_go()
    bench.tasks.wait()


def test_new_offers_a_complaint(bench, qtbot):
    window = opened_by(qtbot, bench, Qt.Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    go_down_to(qtbot, menu, "Complaint")
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    form_over(window).reject()
    window.let_go()
    bench.tasks.wait()
