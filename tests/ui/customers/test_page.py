# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""One customer: what stands there, what one key does, and how the keyboard comes and goes."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from servicedesk.domain.blocks import PaperSize
from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.errors import Trouble
from servicedesk.domain.forgetting import ErasureWhy
from servicedesk.domain.printing import PaperChoice
from servicedesk.domain.timeline import TimelineChip
from servicedesk.services.printing import Printing
from servicedesk.services.timeline import Timeline
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.customers.detail_presenter import PAGE
from servicedesk.ui.customers.page import CustomersPage
from servicedesk.ui.printing import posting
from tests.helpers import audits
from tests.helpers.fakes import FixedClock
from tests.helpers.qt import dressed, seen_texts
from tests.ui.backups.benches import bench_in, heard
from tests.ui.customers.people_made import RUTH, TODAY, fill

CTRL = Qt.KeyboardModifier.ControlModifier


def at(ids, name="Mrs Meena Patel"):
    return Place(room="customers", item=str(ids[name]))


def press(qtbot, key, held=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, held)


def titles(page):
    return [entry.title for entry in page.detail.model.entries()]


def test_a_customer_stands_there_with_all_that_is_known(page, ids):
    page.arrive(at(ids))
    texts = seen_texts(page)
    for said in (
        "Mrs Meena Patel",
        "14 Wellington Road, Todmorden, OL14 5DY",
        "07700 900123",
        "1 kept",
        "1 promise · 1 past its day",
        "Tue 17 Nov, by phone",
    ):
        assert said in texts
    assert "K-0001 · prefers: by text message · tags: trade" in texts
    assert page.detail.help.isVisibleTo(page)
    assert page.customer_id() == ids["Mrs Meena Patel"]
    assert len(titles(page)) == 3


def test_demand_29_the_line_to_remember_stands_on_the_page_and_not_on_paper(page, ids):
    page.arrive(at(ids))
    assert "Remember: Rings the back door" in seen_texts(page)
    job = page.print_job()
    assert job.title == "Mrs Meena Patel"
    choice = PaperChoice(paper=job.offers[0].id, size=PaperSize.A4)
    said = " ".join(" ".join(Printing().texts(job.make(choice).data)).split())
    assert "Rings the back door" not in said
    assert "Mrs Meena Patel Customer · Printed on " in said
    assert ".," not in said


def test_chips_show_one_sort_of_entry(page, ids):
    page.arrive(at(ids))
    chips = dict(zip(TimelineChip, page.detail.chips.chips, strict=True))
    chips[TimelineChip.CONTACTS].click()
    assert len(titles(page)) == 1
    chips[TimelineChip.LETTERS].click()
    assert "Nothing of this sort is written down." in seen_texts(page)


def test_who_has_no_history_is_told_how_to_begin_one(page, bench):
    new = bench.services.customers.add(CustomerDraft(name="New here"), "Ruth").card.id
    page.arrive(Place(room="customers", item=str(new)))
    said = "Nothing has happened yet. F7 writes down a promise, F2 a complaint, F9 a contact."
    assert said in seen_texts(page)


def test_phones_are_copied_by_a_click(page, bench, ids):
    page.arrive(at(ids))
    listened = heard(bench)
    page.detail.reach.buttons[0].click()
    assert QGuiApplication.clipboard().text() == "07700 900123"
    assert listened.said == ["Copied: 07700 900123"]


def test_was_in_today_is_one_key_and_once_more_bought_something_else(page, bench, ids, qtbot):
    page.window().activateWindow()
    page.arrive(at(ids, "Patrick Ó Sé"))
    listened = heard(bench)
    page.list.take_focus()
    press(qtbot, Qt.Key.Key_I, CTRL)
    assert page.detail.else_button.isVisibleTo(page)
    press(qtbot, Qt.Key.Key_I, CTRL)
    assert listened.said == [
        "Noted: was in today.", "Noted: was in today, and bought something else."
    ]  # fmt: skip
    card = bench.services.customers.get(ids["Patrick Ó Sé"])
    assert card.last_visit_on == TODAY


def test_enter_opens_escape_goes_back_and_ctrl_page_down_walks(page, ids, qtbot):
    page.window().activateWindow()
    page.list.take_focus()
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Return)
    assert page.detail.promise_button.hasFocus()
    first = page.customer_id()
    press(qtbot, Qt.Key.Key_PageDown, CTRL)
    second = page.customer_id()
    assert second != first
    press(qtbot, Qt.Key.Key_PageUp, CTRL)
    assert page.customer_id() == first
    press(qtbot, Qt.Key.Key_PageUp, CTRL)
    assert page.customer_id() == first
    press(qtbot, Qt.Key.Key_Escape)
    assert page.list.rows.hasFocus()


def test_arrows_show_the_customer_after_a_pause(page, ids, qtbot):
    page.list.rows.setCurrentIndex(page.list.model.index(3, 0))
    with qtbot.waitSignal(page.detail_presenter.state_changed):
        page.list.rows.setCurrentIndex(page.list.model.index(4, 0))
    assert page.customer_id() == page.list.current_id


def test_an_archived_and_a_binned_customer_are_shown_and_say_so(page, bench, ids):
    page.arrive(at(ids, "Álvaro Ruiz"))
    entries = {entry.text(): entry for entry in page.detail.more_menu().actions()}
    entries["Archive"].trigger()
    page.arrive(at(ids, "Álvaro Ruiz"))
    assert "Archived: out of the lists, still found." in seen_texts(page)
    entries = {entry.text(): entry for entry in page.detail.more_menu().actions()}
    entries["Back into the list"].trigger()
    page.arrive(at(ids, "Álvaro Ruiz"))
    entries = {entry.text(): entry for entry in page.detail.more_menu().actions()}
    entries["Put into the bin"].trigger()
    page.arrive(at(ids, "Álvaro Ruiz"))
    assert "This customer is in the bin." in seen_texts(page)
    entries = {entry.text(): entry for entry in page.detail.more_menu().actions()}
    entries["Out of the bin"].trigger()
    assert bench.services.customers.get(ids["Álvaro Ruiz"]).binned_at is None


def test_nothing_can_be_done_with_whoever_was_forgotten(page, bench, ids):
    number = ids["Álvaro Ruiz"]
    page.arrive(at(ids, "Álvaro Ruiz"))
    assert page.customer_id() == number
    bench.services.forgetting.forget(number, ErasureWhy.ASKED, RUTH)
    page.arrive(at(ids))
    page.arrive(at(ids, "Álvaro Ruiz"))
    texts = seen_texts(page.detail)
    assert any("nothing tells any more who this was" in text for text in texts)
    assert "Archived: out of the lists, still found." not in texts
    for deed in (page.detail.promise_button, page.detail.letter_button, page.detail.more_button):
        assert not deed.isVisibleTo(page)
    assert page.customer_id() is None
    page.detail.note_visit()
    assert bench.services.customers.get(number).last_visit_on is None
    assert page.detail.first_focus().isVisibleTo(page)


def test_a_customer_with_open_promises_stays_out_of_the_bin(page, bench, ids):
    page.arrive(at(ids))
    listened = heard(bench)
    page.detail_presenter.bin()
    assert "still waiting for what was promised" in listened.said[0]


def test_who_is_gone_is_told_in_a_sentence(page):
    page.arrive(Place(room="customers", item="4711"))
    assert page.customer_id() is None
    assert page.detail_presenter.state.gone in seen_texts(page)
    assert page.detail.more_menu().actions() == []


def test_a_timeline_that_cannot_be_read_is_told(page, ids, monkeypatch):
    def broken(self, *args):
        raise Trouble("disk_full", name="servicedesk.db")

    monkeypatch.setattr(Timeline, "of", broken)
    page.arrive(at(ids, "Álvaro Ruiz"))
    page.detail_presenter.show(ids["Patrick Ó Sé"])
    assert page.detail_presenter.state.gone


def test_a_long_history_is_read_page_by_page(page, bench, ids):
    patrick = ids["Patrick Ó Sé"]
    for number in range(PAGE + 20):
        when = datetime(2026, 1, 5, 9, tzinfo=UTC) + timedelta(hours=number)
        draft = ContactDraft(customer_id=patrick, text=f"call {number}", at=when)
        bench.services.contacts.log(draft, RUTH)
    page.arrive(at(ids, "Patrick Ó Sé"))
    assert len(page.detail_presenter.state.entries) == PAGE
    bar = page.detail._page.verticalScrollBar()
    QApplication.processEvents()
    bar.setValue(bar.maximum())
    assert len(titles(page)) == PAGE + 20
    page.detail_presenter.more()
    assert len(titles(page)) == PAGE + 20


def test_the_keyboard_walks_the_entries_and_opens_them(page, bench, ids, qtbot):
    page.window().activateWindow()
    page.arrive(at(ids))
    listened = heard(bench)
    page.detail.timeline.setFocus()
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    assert [place.room for place in listened.places] == ["promises"]
    assert page.deeds.dialog is not None
    page.deeds.dialog.reject()
    sentence = page.detail.model.data(page.detail.model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert sentence.startswith("Fri 20 Nov, Promise: ring back about the saw")


def test_a_complaint_stands_in_the_history_and_is_counted(page, bench, ids, qtbot):
    patrick = ids["Patrick Ó Sé"]
    said = ComplaintDraft(customer_id=patrick, text="cold tea", received_at=bench.clock.now())
    number = bench.services.complaints.log(said, RUTH).card.id
    page.window().activateWindow()
    page.arrive(at(ids, "Patrick Ó Sé"))
    assert titles(page) == ["Complaint: cold tea"]
    figures = dict(page.detail_presenter.figures())
    assert (figures["Still open"], figures["Complaints"]) == ("1 complaint", "1")
    listened = heard(bench)
    page.detail.timeline.setFocus()
    press(qtbot, Qt.Key.Key_Home)
    press(qtbot, Qt.Key.Key_Return)
    assert listened.places == [Place(room="complaints", item=str(number))]


@pytest.mark.parametrize("deed", ["promise", "complaint", "contact"])
def test_buttons_write_something_down_for_the_customer(page, ids, deed):
    page.arrive(at(ids))
    ways = {
        "promise": page.detail.promise_button.click,
        "complaint": page.detail.more_menu().actions()[0].trigger,
        "contact": page.detail.contact_button.click,
    }
    ways[deed]()
    assert page.deeds.dialog is not None
    page.deeds.dialog.reject()
    assert page.deeds.dialog is None


def test_letters_changes_and_needs_are_a_button_away(page, bench, ids):
    page.arrive(at(ids))
    listened = heard(bench)
    page.detail.letter_button.click()
    assert listened.places == [Place(room="letters", item="customer:1")]
    page.detail.change_button.click()
    assert page.deeds.dialog is not None
    page.deeds.dialog.reject()
    page.detail.help.button.click()
    assert page.deeds.dialog is not None
    page.deeds.dialog.reject()


def test_new_opens_the_form_and_a_chip_is_a_place(page, bench):
    page.arrive(Place(room="customers", part="new"))
    assert page.deeds.dialog is not None
    page.deeds.dialog.reject()
    page.arrive(Place(room="customers", part="late"))
    assert page.list_presenter.state.said == "1 of 6 customers"


def test_the_share_of_the_list_is_remembered(page, bench, qtbot):
    page._split.setSizes([500, 658])
    page._split.splitterMoved.emit(500, 1)
    kept = bench.memory.get("customers_split")
    assert 40 <= kept <= 46
    again = CustomersPage(bench)
    qtbot.addWidget(again)
    again.resize(1158, 700)
    again.show()
    again.arrive(Place(room="customers"))
    assert abs(again._split.sizes()[0] - 500) < 20
    again.leave()


def test_on_a_narrow_page_list_and_customer_take_turns(page, ids, qtbot):
    page.resize(700, 700)
    page.arrive(Place(room="customers"))
    assert page.list.isVisibleTo(page) != page.detail.isVisibleTo(page)
    page.arrive(at(ids))
    assert not page.list.isVisibleTo(page)
    assert page.first_focus() is page.detail.promise_button
    page.detail.back_button.click()
    assert page.list.isVisibleTo(page)
    assert page.print_job().title == "Customers"
    page.resize(1158, 700)
    assert page.list.isVisibleTo(page)
    assert page.detail.isVisibleTo(page)


def test_who_is_meant_is_shown_in_a_narrow_window_at_the_first_visit_too(bench, ids, qtbot):
    page = CustomersPage(bench)
    qtbot.addWidget(page)
    page.resize(700, 700)
    page.arrive(at(ids))
    assert page.detail.isVisibleTo(page)
    assert not page.list.isVisibleTo(page)
    page.leave()


@pytest.mark.parametrize(("scheme", "percent"), [("light", 100), ("dark", 200)])
@pytest.mark.parametrize("is_one", [False, True])
def test_the_room_can_be_read_and_reached_in_every_dress(tmp_path, qtbot, scheme, percent, is_one):
    with bench_in(tmp_path, FixedClock(TODAY), scheme, percent) as bench, dressed(bench.theme):
        ids = fill(bench)
        page = CustomersPage(bench)
        qtbot.addWidget(page)
        page.resize(1268, 700)
        page.show()
        page.arrive(at(ids) if is_one else Place(room="customers"))
        for _ in range(3):  # a page takes its measures in steps
            QApplication.processEvents()
        assert audits.findings(page) == []
        page.list.rows.selectAll()
        QApplication.processEvents()
        assert audits.findings(page) == []
        page.leave()


def test_an_envelope_and_a_label_to_the_customer_are_in_the_menu(page, ids, monkeypatch):
    printed = []
    monkeypatch.setattr(posting, "show_print", lambda job, *_: printed.append(job))
    page.arrive(at(ids))
    name = page.detail_presenter.state.card.shown_name
    entries = {entry.text(): entry for entry in page.detail.more_menu().actions()}
    entries["Print envelope…"].trigger()
    entries["Address label…"].trigger()
    page.findChild(posting.LabelsDialog).save_button.click()
    assert [job.stem for job in printed] == [
        f"Envelope {name}",
        f"Labels, 3 by 7 on a sheet {name}",
    ]
