# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The room of complaints: the list beside one complaint, led by keys."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_listed import ComplaintChip
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.customers import Channel
from servicedesk.ui.core.places import Place
from servicedesk.ui.people.contact_form import ContactForm
from tests.helpers.audits import findings
from tests.ui.complaints.made import TODAY, at, logged, settled, shown, shown_in, texts_on
from tests.ui.complaints.test_list import rows_of, words_of
from tests.ui.widgets.made import press

CTRL = Qt.KeyboardModifier.ControlModifier


def test_enter_opens_one_and_esc_goes_back(page, ids):
    page.pane.take_focus()
    press(page, Qt.Key.Key_Down)
    press(page, Qt.Key.Key_Return)
    assert page.detail.main_button.hasFocus()
    assert page.complaint_id() == ids["serious"]
    assert page.customer_id() == ids["cafe"]
    press(page, Qt.Key.Key_Escape)
    assert page.pane.rows.hasFocus()


def test_ctrl_page_down_walks_the_complaints(page, ids):
    page.pane.take_focus()
    press(page, Qt.Key.Key_PageDown, CTRL)
    assert page.complaint_id() == ids["serious"]
    press(page, Qt.Key.Key_PageUp, CTRL)
    assert page.complaint_id() == ids["late"]


def test_they_are_walked_from_within_one_too(page, ids):
    page.pane.take_focus()
    press(page, Qt.Key.Key_Return)
    assert page.complaint_id() == ids["late"]
    press(page, Qt.Key.Key_PageDown, CTRL)
    assert page.complaint_id() == page.pane.current_id == ids["serious"]
    assert page.detail.main_button.hasFocus()


def test_no_other_row_is_marked_while_one_is_shown_that_left_the_list(page, bench, ids):
    page.go_to(ids["waiting"])
    given = Given(on=TODAY, words="She found the cause", channel=Channel.PHONE)
    done = bench.services.complaints.take(ids["waiting"], Action.WITHDRAW, given, "Ruth")
    bench.changes.announce(done.changes)
    assert page.complaint_id() == ids["waiting"]
    assert not page.pane.rows.selectionModel().hasSelection()
    press(page, Qt.Key.Key_PageDown, CTRL)
    assert page.complaint_id() == page.pane.current_id == ids["new"]
    assert page.pane.rows.selectionModel().hasSelection()


def test_esc_leads_back_to_the_row_in_its_place(page, bench, ids):
    page.go_to(ids["waiting"])
    given = Given(on=TODAY, words="She found the cause", channel=Channel.PHONE)
    done = bench.services.complaints.take(ids["waiting"], Action.WITHDRAW, given, "Ruth")
    bench.changes.announce(done.changes)
    press(page, Qt.Key.Key_Escape)
    assert page.pane.rows.hasFocus()
    assert page.complaint_id() == page.pane.current_id == ids["new"]
    assert page.pane.rows.selectionModel().hasSelection()


def test_one_written_down_meanwhile_is_not_marked_beside_another(page, bench, ids):
    bench.services.complaints.take(
        ids["late"], Action.WITHDRAW, Given(on=TODAY, words="no", channel=Channel.PHONE), "Ruth"
    )
    page.go_to(ids["late"])
    page.list_presenter.choose_chip(ComplaintChip.DUE_TODAY)
    made = logged(bench, "the new lamp flickers", at(25, 8), customer_id=ids["cafe"])
    page.list_presenter.choose_chip(ComplaintChip.OPEN)
    assert made in page.pane.shown_ids()
    assert page.complaint_id() == ids["late"]
    assert not page.pane.rows.selectionModel().hasSelection()


def test_one_the_list_leaves_out_is_shown_in_all(page, ids):
    page.arrive(Place(room="complaints", item=str(ids["sorted"])))
    assert page.complaint_id() == ids["sorted"]
    assert len(rows_of(page)) == 7
    assert page.pane.current_id == ids["sorted"]


def test_one_that_is_gone_is_said(page, heard):
    page.arrive(Place(room="complaints", item="99"))
    assert not page.detail.main_button.isVisible()
    assert page.detail_presenter.state.gone in texts_on(page)


def test_it_follows_what_changes_elsewhere_while_it_is_shown(page, bench, ids):
    page.arrive(Place(room="complaints", item=str(ids["new"])))
    looked = Given(on=TODAY)
    done = bench.services.complaints.take(ids["new"], Action.INVESTIGATE, looked, "Ruth")
    bench.changes.announce(done.changes)
    assert page.detail_presenter.state.card.stage == "investigating"
    page.leave()
    done = bench.services.complaints.take(ids["new"], Action.UNDO, looked, "Ruth")
    bench.changes.announce(done.changes)
    assert page.detail_presenter.state.card.stage == "investigating"
    page.arrive(Place(room="complaints"))
    assert page.detail_presenter.state.card.stage == "received"


def test_the_form_leads_to_what_was_written_down(page, bench):
    page.make()
    page.form.text.show_typed("the tap drips again")
    page.form.save_button.click()
    assert page.form is None
    assert page.detail_presenter.state.card.draft.text == "the tap drips again"


def test_the_form_opens_from_a_place(page, ids):
    page.arrive(Place(room="complaints", part="new", item=str(ids["patel"])))
    form = page.form
    assert form.who.value() == ids["patel"]
    page.make()
    assert page.form is form
    assert page.first_focus() is form.focusWidget()
    form.reject()
    assert page.form is None


def test_a_note_from_here_is_about_the_complaint(page, bench, ids):
    page.arrive(Place(room="complaints", item=str(ids["new"])))
    page.detail.contact_button.click()
    (form,) = page.window().findChildren(ContactForm)
    form.text.show_typed("rang, she is glad that we know")
    form.save_button.click()
    (contact,) = bench.services.contacts.about(ids["new"])
    assert contact.draft.customer_id == ids["patel"]
    card = bench.services.complaints.get(ids["new"])
    assert card.dates.acknowledged_at is not None
    assert any("glad that we know" in said for said in texts_on(page.detail))


def test_the_complaint_that_is_open_goes_to_paper(page, ids):
    page.arrive(Place(room="complaints", item=str(ids["new"])))
    page.detail.first_focus().setFocus()
    assert "hired saw stopped working" in words_of(page.print_job())
    press(page, Qt.Key.Key_Escape)
    assert "Complaints: Open" in words_of(page.print_job())


def test_the_complaint_that_the_mouse_was_pressed_on_goes_to_paper(page, qtbot, ids):
    shown_in(page, ids, "new")
    page.detail.back_button.click()
    assert "Complaints: Open" in words_of(page.print_job())
    place = page.detail.lines.mapTo(page.window(), QPoint(2, 2))
    under = page.window().childAt(place)
    qtbot.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(page.window(), place))
    assert "Complaints: Open" not in words_of(page.print_job())


def test_the_line_between_is_remembered(page, bench, qtbot):
    page._splitter.moveSplitter(600, 1)
    assert 45 <= bench.memory.get("complaints_split") <= 55
    other = shown(bench, qtbot)
    assert abs(other._splitter.sizes()[0] - 600) < 20


def test_where_there_is_little_room_one_of_both_is_shown(page, ids):
    page.resize(600, 700)
    QApplication.processEvents()
    assert page.pane.isVisible()
    assert not page.detail.isVisible()
    page.pane.take_focus()
    press(page, Qt.Key.Key_Return)
    assert page.detail.isVisible()
    assert not page.pane.isVisible()
    assert page.first_focus() is page.detail.main_button
    page.detail.back_button.click()
    assert page.pane.rows.hasFocus()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["new", "serious", "waiting", "putting", "sorted"])
def test_the_page_is_fit_to_be_used(bench, qtbot, ids, percent, scheme, name):
    bench.theme.set_scheme(scheme)
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page = shown(bench, qtbot)
    assert findings(page) == []
    page.arrive(Place(room="complaints", item=str(ids[name])))
    settled()
    assert findings(page) == []


def test_the_day_it_is_counts(page, bench, ids):
    bench.clock.set(date(2026, 11, 30))
    page.arrive(Place(room="complaints", item=str(ids["late"])))
    assert "late by 10 working days" in texts_on(page.detail)


def test_another_complaint_is_read_from_its_top(page, ids):
    shown_in(page, ids, "new")
    page.detail.show_file(is_shown=True)
    settled()
    bar = page.detail.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    shown_in(page, ids, "late")
    assert bar.value() == 0
