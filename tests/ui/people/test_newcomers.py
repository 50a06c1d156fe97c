# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Somebody new becomes a customer with what is written about them: one step, and one undo."""

import pytest
from PySide6.QtCore import Qt

from servicedesk.domain.errors import Refusal
from servicedesk.domain.promises import Every, PromiseChip, PromiseFilter
from servicedesk.ui.people.contact_form import ContactForm
from servicedesk.ui.people.promise_form import PromiseForm
from servicedesk.ui.people.promise_form_presenter import Aim
from tests.helpers.records import put_contact, put_customer
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel")


@pytest.fixture
def promising(bench, qtbot):
    """Opens the form of a promise."""

    def open_one(**aim):
        return on_top(PromiseForm(bench, Aim(**aim)), qtbot)

    return open_one


@pytest.fixture
def noting(bench, qtbot):
    """Opens the form of a contact."""

    def open_one(contact_id=None):
        return on_top(ContactForm(bench, None, None, contact_id), qtbot)

    return open_one


def on_top(form, qtbot):
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    return form


def field(form, name):
    return next(each for each in form.fields() if each.question_id == name)


def save(form):
    press(form, Qt.Key.Key_Return, CTRL)


def kept(bench):
    lists = bench.services.promises.lists
    found = lists.ids(PromiseFilter(chip=PromiseChip.ALL))
    return [bench.services.promises.get(one) for one in found]


def named(bench, name):
    return [row.shown_name for row in bench.services.search.people(name)]


def test_a_new_customer_of_a_known_name_comes_with_each_way_of_promising(bench, promising, patel):
    form = promising()
    write(form, "Meena")
    for _ in range(3):
        press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    assert form.who.told() == ("Meena",)
    press(form, Qt.Key.Key_Tab)
    write(form, "ring back")
    field(form, "due").show_typed("fri")
    save(form)
    (card,) = kept(bench)
    assert card.customer_name == "Meena"
    assert card.draft.customer_id != patel
    bench.services.undo.undo("Ruth")
    assert [row.id for row in bench.services.search.people("Meena")] == [patel]


def test_what_is_wrong_with_a_new_name_is_told_under_it(bench, promising, monkeypatch):
    monkeypatch.setattr(
        "servicedesk.services.customers_keeping.checked_customer", refused_for_its_name
    )
    form = promising(text="ring back")
    field(form, "due").show_typed("fri")
    form.who.show_typed(("Ole",))
    save(form)
    assert form.isVisible()
    assert form.who.error() != ""
    assert kept(bench) == []


def refused_for_its_name(draft, today):
    raise Refusal("text_too_long", "name", length=900, limit=200)


def test_somebody_new_becomes_a_customer_with_the_note_and_is_undone_with_it(bench, noting):
    form = noting()
    write(form, "Ole Ostergaard")
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_Tab)
    write(form, "asked about the saw")
    press(form, Qt.Key.Key_Return, CTRL)
    card = form.saved()
    assert (card.customer_name, card.draft.text) == ("Ole Ostergaard", "asked about the saw")
    again = noting(card.id)
    again.who.show_typed(("Bo Winther",))
    press(again, Qt.Key.Key_Return, CTRL)
    assert again.saved().customer_name == "Bo Winther"
    for _ in range(2):
        bench.services.undo.undo("Ruth")
    assert bench.services.search.people("Ole Ostergaard") == ()


def test_an_enquiry_of_somebody_new_is_theirs_once_it_is_promised(bench, promising, patel):
    asked = put_contact(bench.services.units, None, "a new tap", next_on=bench.today)
    form = promising(contact_id=asked, text="bring the tap")
    field(form, "due").show_typed("fri")
    form.who.show_typed(("Ole Ostergaard",))
    save(form)
    assert kept(bench)[0].customer_name == "Ole Ostergaard"
    assert bench.services.contacts.get(asked).customer_name == "Ole Ostergaard"
    bench.services.undo.undo("Ruth")
    assert named(bench, "Ole Ostergaard") == []
    assert bench.services.contacts.get(asked).is_open_enquiry


def test_repeating_and_changed_promises_take_a_newcomer_too(bench, promising, patel):
    form = promising(text="sweep the yard")
    field(form, "due").show_typed("fri")
    field(form, "repeat").show_typed(Every.WEEK.value)
    form.who.show_typed(("Ole Ostergaard",))
    save(form)
    (card,) = kept(bench)
    assert card.customer_name == "Ole Ostergaard"
    again = promising(promise_id=card.id)
    again.who.show_typed(("07700 900555",))
    save(again)
    assert kept(bench)[0].customer_name == "07700 900555"
    bench.services.undo.undo("Ruth")
    assert kept(bench)[0].customer_name == "Ole Ostergaard"
    assert named(bench, "07700 900555") == []
