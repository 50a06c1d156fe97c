# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A contact note says which of their open complaints it was about, and counts as telling them."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import About, ComplaintDraft, Stage
from servicedesk.domain.complaints_asks import Given
from servicedesk.domain.complaints_stages import Action
from servicedesk.domain.contacts import ContactDraft
from servicedesk.ui.people.contact_form import ContactForm
from tests.helpers.audits import findings
from tests.helpers.keyboard import focused
from tests.helpers.records import put_customer
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(bench, qtbot):
    def open_form(*args):
        form = ContactForm(bench, None, *args)
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
        return form

    return open_form


@pytest.fixture
def complain(bench, patel):
    """Writes a complaint down; its card."""

    def log(text="the saw stopped", **said):
        draft = ComplaintDraft(
            **{"customer_id": patel, "text": text, "received_at": bench.clock.now(), **said}
        )
        return bench.services.complaints.log(draft, "Tom").card

    return log


def told_at(bench, card):
    """When the customer was told that we have it."""
    return bench.services.complaints.get(card.id).dates.acknowledged_at


def choose_meena(form):
    """By the keys that somebody presses."""
    write(form, "meena")
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Tab)


def test_a_note_from_anywhere_counts_for_the_complaint_that_was_chosen(
    bench, heard, opened, complain
):
    first, second = complain(), complain("the hose leaked")
    form = opened()
    assert not form.about.isVisible()
    choose_meena(form)
    assert form.about.isVisible()
    assert form.about.names() == (
        f"{first.ref}: The saw stopped",
        f"{second.ref}: The hose leaked",
    )
    write(form, "rang to say that we have it")
    press(form, Qt.Key.Key_Tab)
    assert focused() == f"{first.ref}: The saw stopped, About complaint"
    press(form, Qt.Key.Key_2)
    press(form, Qt.Key.Key_Return, CTRL)
    card = form.saved()
    assert card.draft.complaint_id == second.id
    assert [one.id for one in bench.services.contacts.about(second.id)] == [card.id]
    assert (told_at(bench, first), told_at(bench, second)) == (None, card.draft.at)
    assert bench.services.complaints.get(second.id).stage is Stage.ACKNOWLEDGED
    assert heard.said[-1] == f"Contact noted with complaint {second.ref}."


def test_without_an_open_complaint_nothing_more_is_asked(bench, opened, complain, patel):
    ended = complain()
    bench.services.complaints.take(
        ended.id, Action.WITHDRAW, Given(on=bench.today, words="She found the cause"), "Tom"
    )
    complain("somebody else", customer_id=put_customer(bench.services.units, "Ann Blake"))
    form = opened(patel)
    assert not form.about.isVisible()
    press(form, Qt.Key.Key_Tab)
    assert focused().endswith("How")


def test_it_goes_with_the_customer(bench, opened, complain, patel):
    complain()
    form = opened(patel)
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_1)
    assert form.about.value()
    form.who.focus_target().setFocus()
    press(form, Qt.Key.Key_Backspace)
    assert not form.about.isVisible()
    assert form.about.value() == ""


def test_what_was_chosen_can_be_let_go_of_again(bench, opened, complain, patel):
    card = complain()
    form = opened(patel, None, card.id)
    assert form.about.value() == str(card.id)
    form.text.set_value("asked for a new key")
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_1)
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.saved().draft.complaint_id is None
    assert told_at(bench, card) is None


def test_somebody_else_can_ring_about_it(bench, opened, complain):
    card = complain()
    form = opened(None, None, card.id)
    write(form, "her daughter")
    press(form, Qt.Key.Key_Tab)
    write(form, "asked how it stands")
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.saved().draft.complaint_id == card.id


def test_an_older_note_is_linked_later_and_let_go_of_again(bench, heard, opened, complain, patel):
    card = complain()
    draft = ContactDraft(customer_id=patel, text="rang her", at=bench.clock.now())
    note = bench.services.contacts.log(draft, "Tom").card
    form = opened(None, note.id)
    form.about.set_value(str(card.id))
    press(form, Qt.Key.Key_Return, CTRL)
    assert told_at(bench, card) == draft.at
    assert heard.said[-1] == "Note changed."
    again = opened(None, note.id)
    assert again.about.value() == str(card.id)
    again.about.set_value(None)
    press(again, Qt.Key.Key_Return, CTRL)
    assert told_at(bench, card) is None
    assert bench.services.complaints.get(card.id).stage is Stage.RECEIVED


def test_a_note_in_the_bin_counts_no_longer(bench, opened, complain, patel):
    card = complain()
    form = opened(patel)
    form.text.set_value("rang her")
    form.about.set_value(str(card.id))
    press(form, Qt.Key.Key_Return, CTRL)
    assert told_at(bench, card) is not None
    again = opened(None, form.saved().id)
    again.bin_button.click()
    assert told_at(bench, card) is None


def test_a_note_stays_with_its_complaint_once_that_is_over(bench, opened, complain, patel):
    card = complain()
    draft = ContactDraft(
        customer_id=patel, text="rang her", at=bench.clock.now(), complaint_id=card.id
    )
    note = bench.services.contacts.log(draft, "Tom").card
    given = Given(on=date(2026, 11, 23), words="She found the cause")
    bench.services.complaints.take(card.id, Action.WITHDRAW, given, "Tom")
    form = opened(None, note.id)
    assert form.about.isVisible()
    form.text.set_value("rang her twice")
    press(form, Qt.Key.Key_Return, CTRL)
    changed = bench.services.contacts.get(note.id).draft
    assert (changed.text, changed.complaint_id) == ("rang her twice", card.id)


def test_what_was_half_typed_comes_back_with_its_complaint(bench, opened, complain, patel):
    card = complain()
    form = opened()
    choose_meena(form)
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_1)
    form.reject()
    again = opened()
    assert again.who.value() == patel
    assert again.about.isVisible()
    assert again.about.value() == str(card.id)


def test_one_that_says_nothing_is_named_by_what_it_is_about(opened, complain, patel):
    card = complain("", about=About.FAULTY_GOODS)
    form = opened(patel)
    assert form.about.names() == (f"{card.ref}: Faulty goods",)


def test_many_open_in_a_list_and_none_of_them_can_be_meant(bench, opened, complain, patel):
    cards = [complain(f"number {n} of the gates squeaks") for n in range(1, 7)]
    form = opened(patel)
    write(form, "rang about a gate")
    press(form, Qt.Key.Key_Tab)
    assert form.about.names()[0] == "None of them"
    write(form, cards[4].ref.lower())
    assert form.about.value() == str(cards[4].id)
    form.about.set_value(None)
    assert form.about.value() == ""
    form.about.set_value(str(cards[4].id))
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.saved().draft.complaint_id == cards[4].id


@pytest.mark.parametrize("many", [2, 7])
@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_it(bench, opened, complain, percent, many, patel):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    for at in range(many):
        complain(f"the {at}th gate at the end of the long drive squeaks whenever it is opened")
    form = opened()
    choose_meena(form)
    assert form.about.isVisible()
    assert findings(form) == []
