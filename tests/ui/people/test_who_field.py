# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The field for a customer: typed, walked and chosen by keys, with what is open under it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget

from servicedesk.domain.complaints import About, ComplaintDraft
from servicedesk.domain.customers import CustomerDraft
from servicedesk.domain.customers_lists import CustomerFilter
from servicedesk.domain.errors import Trouble
from servicedesk.domain.kinds import ChangeSet, Kind
from servicedesk.ui.people.who_field import WhoField
from servicedesk.ui.people.who_panel import WhoPanel
from servicedesk.ui.people.who_presenter import Unknown
from tests.helpers.audits import clipped, unnamed
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_contact, put_customer, put_promise
from tests.ui.widgets.made import press, write


@pytest.fixture
def people(bench):
    """Two Patels with something open, and a firm."""
    units = bench.services.units
    lucja = put_customer(
        units,
        "Mrs Łucja Patel",
        phone="07700 900123",
        postcode="OL14 5DY",
        lines="14 Wellington Road",
        remember="Rings twice",
    )
    put_customer(units, "Hemant Patel", phone="01632 960999")
    put_promise(units, lucja, "ring back about the boiler", due_on=date(2026, 11, 20))
    put_promise(units, lucja, "bring the part", due_on=date(2026, 11, 23))
    put_contact(units, lucja, "a new tap", next_on=date(2026, 11, 27))
    return lucja


@pytest.fixture
def field(bench, qtbot, people):
    window = QWidget()
    window.resize(700, 500)
    column = QVBoxLayout(window)
    made = WhoField(bench)
    column.addWidget(made)
    other = QLineEdit()
    other.setAccessibleName("Other")
    column.addWidget(other)
    column.addStretch(1)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    made.focus_target().setFocus()
    made.heard = []
    made.chosen.connect(made.heard.append)
    made.kept_window = window
    return made


def panel_of(field):
    found = field.window().findChildren(WhoPanel)
    return next((panel for panel in found if panel.isVisible()), None)


def lines(field):
    model = panel_of(field).findChild(QListView).model()
    return [model.index(row).data() for row in range(model.rowCount())]


def test_who_may_be_meant_hangs_under_the_line(field):
    write(field, "patel")
    assert field.focus_target().hasFocus()
    assert lines(field) == [
        "Hemant Patel, 01632 960999",
        "Mrs Łucja Patel, 1 late · 1 due today · 14 Wellington Road, OL14 5DY · 07700 900123, "
        "Remember: Rings twice",
        "Add “patel” as a new customer",
    ]
    assert clipped(panel_of(field)) == []
    assert unnamed(field.window()) == []


def test_enter_takes_the_marked_one_and_what_is_open_stands_under_it(field, people):
    write(field, "patel")
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    assert (field.value(), field.typed_name()) == (people, "Mrs Łucja Patel")
    assert field.heard == [people]
    assert panel_of(field) is None
    said = " | ".join(seen_texts(field))
    assert "Remember: Rings twice" in said
    assert "Promised: ring back about the boiler | was due Fri 20 Nov" in said
    assert "Promised: bring the part | due today" in said
    assert "Asked: a new tap | due Fri 27 Nov" in said
    assert clipped(field) == []


def test_open_complaints_stand_there_before_another_is_typed(field, bench, people):
    now = bench.clock.now()
    for draft in (
        ComplaintDraft(customer_id=people, text="the boiler leaks", received_at=now),
        ComplaintDraft(customer_id=people, about=About.PRICE, received_at=now),
    ):
        bench.services.complaints.log(draft, "Tom")
    write(field, "lucja")
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    said = " | ".join(seen_texts(field))
    assert "Complained: the boiler leaks | due Wed 25 Nov" in said
    assert "Complained: Price or bill | due Wed 25 Nov" in said
    assert clipped(field) == []


@pytest.mark.parametrize("typed", ["0123", "07700900123", "+44 7700 900 123", "ol145dy", "lucja"])
def test_phones_and_postcodes_find_people_too(field, people, typed):
    write(field, typed)
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    assert field.value() == people


@pytest.mark.parametrize("typed", ["patel", "lucj", "07700", "Bo Winther"])
def test_enter_keeps_what_was_typed_until_somebody_walked_to_a_line(field, bench, typed):
    write(field, typed)
    assert not panel_of(field).findChild(QListView).currentIndex().isValid()
    press(field, Qt.Key.Key_Return)
    assert panel_of(field) is None
    assert (field.value(), field.told(), field.heard) == (None, typed, [])
    assert len(bench.services.customer_lists.ids(CustomerFilter())) == 2


def test_the_ends_of_the_list_stay_and_esc_shuts_it(field):
    write(field, "patel")
    for _ in range(5):
        press(field, Qt.Key.Key_Down)
    view = panel_of(field).findChild(QListView)
    assert view.currentIndex().row() == 2
    press(field, Qt.Key.Key_Escape)
    assert panel_of(field) is None
    press(field, Qt.Key.Key_Down)
    assert panel_of(field) is not None
    for _ in range(5):
        press(field, Qt.Key.Key_Up)
    assert view.currentIndex().row() == -1


def test_typing_on_lets_go_of_whoever_was_chosen(field, people):
    write(field, "lucja")
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    write(field, "x")
    assert field.value() is None
    assert field.heard == [people, None]


def test_a_name_that_is_exactly_one_customers_is_that_customer_when_left(field, people):
    write(field, "mrs lucja patel")
    press(field, Qt.Key.Key_Tab)
    assert field.value() == people


def test_whoever_was_walked_to_is_taken_when_the_field_is_left(field, people):
    write(field, "lucja")
    press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Tab)
    assert field.value() == people


def test_any_other_name_stays_a_name(field):
    write(field, "Patel")
    press(field, Qt.Key.Key_Tab)
    assert (field.value(), field.typed_name()) == (None, "Patel")
    assert panel_of(field) is None


def test_a_click_takes_a_line(field, people):
    write(field, "patel")
    view = panel_of(field).findChild(QListView)
    view.clicked.emit(view.model().index(1))
    assert field.value() == people


def test_a_customer_is_shown_without_a_sound(field, people):
    field.set_customer(people)
    assert (field.value(), field.typed_name(), field.heard) == (people, "Mrs Łucja Patel", [])
    field.set_customer(None, "Somebody")
    assert (field.value(), field.typed_name()) == (None, "Somebody")
    field.set_value(None)
    assert field.typed_name() == ""


def test_what_is_open_follows_changes(field, bench, people, qtbot):
    field.set_customer(people)
    put_promise(bench.services.units, people, "sweep up", due_on=date(2026, 11, 24))
    bench.changes.announce(ChangeSet({Kind.PROMISE: [1]}))
    qtbot.waitUntil(lambda: any("sweep up" in text for text in seen_texts(field)))
    bench.changes.announce(ChangeSet({Kind.CLOSURE: [1]}))


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_stays_inside_a_small_window(field, bench, percent):
    bench.theme.set_percent(percent)
    window = field.window()
    window.resize(500, 260)
    write(field, "patel")
    assert window.rect().contains(panel_of(field).geometry())
    bench.theme.set_percent(100)


def test_whoever_is_not_there_is_new_from_the_last_line_on_and_added_by_nobody_yet(
    field, bench, heard
):
    write(field, "Zoe Angstrom")
    for _ in range(9):
        press(field, Qt.Key.Key_Down)
    press(field, Qt.Key.Key_Return)
    assert (field.value(), field.told()) == (None, ("Zoe Angstrom",))
    assert "A new customer, added when you save." in seen_texts(field)
    assert "added when you save" in field.focus_target().accessibleDescription()
    assert heard.said == []
    assert len(bench.services.customer_lists.ids(CustomerFilter())) == 2
    press(field, Qt.Key.Key_Tab)
    assert field.told() == ("Zoe Angstrom",)
    kept = field.told()
    field.set_value(None)
    assert (field.told(), field.typed_name()) == ("", "")
    field.show_typed(kept)
    assert field.told() == kept
    field.focus_target().setFocus()
    write(field, "x")
    assert isinstance(field.told(), str)
    assert not any("added when" in text for text in seen_texts(field))


def test_where_nobody_can_be_added_it_is_not_offered(bench, people, qtbot):
    window = QWidget()
    made = WhoField(bench, can_be_new=False)
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    made.focus_target().setFocus()
    write(made, "hem")
    assert lines(made) == ["Hemant Patel, 01632 960999"]
    write(made, "qqq")
    assert panel_of(made) is None
    press(made, Qt.Key.Key_Down)
    assert panel_of(made) is None


def test_a_customer_who_is_taken_away_is_chosen_no_more(field, bench, people):
    field.set_customer(people)
    bench.services.customers.bin([2], "Ruth")
    field.set_customer(2)
    assert field.typed_name() == ""
    made = bench.services.customers.add(CustomerDraft(name="Bo Winther"), "Ruth").card.id
    field.set_customer(made)
    done = bench.services.undo.undo("Ruth")
    bench.changes.announce(done.changes)
    assert (field.value(), field.typed_name()) == (None, "Bo Winther")
    assert field.heard[-1] is None


def test_a_file_that_cannot_be_read_is_told_and_nobody_found(field, bench, heard, monkeypatch):
    def gone(*_given):
        raise Trouble("file_in_use", file="shop.servicedesk")

    people = field.value
    monkeypatch.setattr(bench.services.search, "people", gone)
    write(field, "p")
    assert lines(field) == ["Add “p” as a new customer"]
    monkeypatch.setattr(bench.services.search, "person", gone)
    field.set_value(1)
    assert people() is None
    assert len(heard.troubles) == 2


def test_keys_that_are_not_meant_for_the_list_are_left_to_the_dialog(field):
    heard = []
    field.window().keyPressEvent = lambda event: heard.append(event.key())
    press(field, Qt.Key.Key_Return)
    press(field, Qt.Key.Key_Escape)
    press(field, Qt.Key.Key_Down)
    assert panel_of(field) is None
    write(field, "patel")
    field.hide()
    assert panel_of(field) is None


@pytest.fixture
def asking(field):
    """Another such field, which asks what becomes of somebody who is nobody on record."""
    made = WhoField(field._desk, "Who is it", question_id="whose", unknown=Unknown.ASKED)
    field.window().layout().insertWidget(0, made)
    made.show()
    made.focus_target().setFocus()
    made.heard = []
    made.typed.connect(lambda: made.heard.append(made.told()))
    return made


@pytest.mark.parametrize("typed", ["Mrs Jean O'Brien", "Zoe Angstrom", "07700 900555"])
def test_whoever_is_clearly_new_is_added_unless_the_tick_is_taken_away(asking, bench, typed):
    write(asking, typed)
    assert not asking.add_chip.isVisible()
    press(asking, Qt.Key.Key_Tab)
    assert not asking.add_chip.hasFocus()
    assert (asking.add_chip.isChecked(), asking.told()) == (True, (typed,))
    assert asking.heard[-1] == (typed,)
    assert len(bench.services.customer_lists.ids(CustomerFilter())) == 2
    assert unnamed(asking.window()) == []
    asking.add_chip.click()
    assert asking.told() == asking.heard[-1] == typed
    asking.focus_target().setFocus()
    press(asking, Qt.Key.Key_Tab)
    assert asking.told() == typed
    asking.add_chip.click()
    assert asking.told() == (typed,)


@pytest.mark.parametrize("typed", ["Jean", "the man with the van", "Patel"])
def test_half_a_name_is_offered_and_stays_a_name(asking, typed):
    write(asking, typed)
    press(asking, Qt.Key.Key_Return)
    assert asking.add_chip.isVisible()
    assert (asking.add_chip.isChecked(), asking.told()) == (False, typed)
    asking.add_chip.click()
    assert asking.told() == (typed,)


def test_what_is_typed_on_takes_the_offer_back_and_a_draft_brings_it_again(asking, people):
    write(asking, "Zoe Angstrom")
    press(asking, Qt.Key.Key_Tab)
    kept = asking.told()
    asking.focus_target().setFocus()
    write(asking, "x")
    assert (asking.add_chip.isVisible(), asking.told()) == (False, "Zoe Angstromx")
    asking.set_value(None)
    assert (asking.add_chip.isVisible(), asking.told()) == (False, "")
    asking.show_typed(kept)
    assert (asking.add_chip.isVisible(), asking.add_chip.isChecked()) == (True, True)
    asking.show_typed("Zoe Angstrom")
    assert (asking.add_chip.isVisible(), asking.add_chip.isChecked()) == (True, False)
    asking.set_customer(people)
    assert not asking.add_chip.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_tick_fits_whatever_the_name(asking, bench, percent):
    bench.theme.set_percent(percent)
    write(asking, "Wilhelmina Featherstonehaugh-Cholmondeley of Mainwaring and Marjoribanks Sons")
    press(asking, Qt.Key.Key_Tab)
    assert asking.add_chip.isChecked()
    assert clipped(asking) == []
    bench.theme.set_percent(100)


def test_where_everybody_new_is_added_that_is_said_once_the_line_is_left(field, bench):
    made = WhoField(bench, "For whom", question_id="whom", unknown=Unknown.ADDED)
    field.window().layout().insertWidget(0, made)
    made.show()
    made.focus_target().setFocus()
    write(made, "Jean")
    press(made, Qt.Key.Key_Tab)
    assert made.told() == ("Jean",)
    assert "A new customer, added when you save." in seen_texts(made)
    made.focus_target().setFocus()
    write(made, "x")
    made.focus_target().selectAll()
    write(made, "patel")
    press(made, Qt.Key.Key_Tab)
    assert made.told() == "patel"
