# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The list of enquiries: who waits, what is done about it with one key, what came of others."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.contacts import ContactDraft
from servicedesk.ui.core.rooms import Place
from servicedesk.ui.people.contact_form import ContactForm
from servicedesk.ui.people.enquiries import EnquiriesPage
from servicedesk.ui.people.promise_form import PromiseForm
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY, put_customer
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier
HERE = Place(room="contacts")


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")


@pytest.fixture
def asked(bench, patel):
    """Three that wait: late, today and later."""
    log, clock = bench.services.contacts.log, bench.clock
    clock.set(date(2026, 11, 19))
    late = ContactDraft(
        customer_id=patel,
        text="how much is a tap?\n" + "and more " * 40,
        at=clock.now(),
        next_on=date(2026, 11, 20),
    )
    late_id = log(late, "Ruth").card.id
    clock.set(DAY)
    today = ContactDraft(customer_id=patel, at=clock.now(), next_on=DAY)
    later = ContactDraft(text="a quote", at=clock.now(), next_on=DAY + timedelta(days=3))
    return [late_id, log(today, "Ruth").card.id, log(later, "Ruth").card.id]


@pytest.fixture
def page(bench, qtbot, asked):
    made = EnquiriesPage(bench)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.arrive(HERE)
    with qtbot.waitActive(made):
        made.show()
    made.first_focus().setFocus()
    return made


def shown(page):
    return [(line.day, line.state, line.who) for line in page.presenter.state.lines]


def test_who_waits_stands_in_the_order_of_their_days(page):
    assert shown(page) == [
        ("Fri 20 Nov", "late", "Mrs Meena Patel"),
        ("Mon 23 Nov", "today", "Mrs Meena Patel"),
        ("Thu 26 Nov", "", "Somebody"),
    ]
    assert page.presenter.state.lines[0].text.startswith("how much is a tap? and more")
    assert page.presenter.state.lines[0].text.endswith("…")
    assert page.model.sentence(2) == "Somebody: a quote, to come back to Thu 26 Nov"
    assert page.model.sentence(1).endswith(", today, Remember: Rings after six")


def test_one_key_makes_a_promise_of_it(page, bench, asked, patel):
    press(page, Qt.Key.Key_P)
    form = page.form
    assert isinstance(form, PromiseForm)
    assert form.presenter.aim.contact_id == asked[0]
    form.reject()


def test_one_key_says_that_it_is_answered(page, bench, asked, heard):
    press(page, Qt.Key.Key_A)
    assert bench.services.contacts.get(asked[0]).answered_on == DAY
    assert len(shown(page)) == 2
    assert heard.said[-1] == "Noted that they have their answer."


def test_the_buttons_do_the_same(page, bench, asked):
    page.answered_button.click()
    assert len(shown(page)) == 2
    page.promise_button.click()
    assert page.form.presenter.aim.contact_id == asked[1]
    page.form.reject()
    page.open_button.click()
    assert isinstance(page.form, ContactForm)
    page.form.reject()
    page.note_button.click()
    assert page.form.presenter.card is None
    page.form.reject()


def test_enter_opens_the_note(page, asked):
    press(page, Qt.Key.Key_Return)
    assert page.form.presenter.card.id == asked[0]
    page.form.reject()


def test_those_that_are_done_with_are_shown_too(page, bench, asked, qtbot):
    bench.services.contacts.answered(asked[0], DAY, "Ruth")
    page.chips.chips[1].click()
    assert shown(page) == [("Fri 20 Nov", "answered Mon 23 Nov", "Mrs Meena Patel")]
    page.list.choose(asked[0])
    page.promise()
    page.answer()
    assert page.form is None
    assert not page.promise_button.isVisible()


def test_an_item_of_the_place_opens_that_contact(page, bench, asked):
    page.arrive(Place(room="contacts", item=str(asked[2])))
    assert page.form.presenter.card.id == asked[2]
    page.form.reject()


def test_what_is_gone_is_told(page, heard, bench, asked):
    page.arrive(Place(room="contacts", item="99"))
    assert len(heard.said) == 1
    bench.services.contacts.answered(asked[0], DAY, "Ruth")
    page.presenter.answered(asked[0])
    assert len(heard.said) == 2


def test_while_nobody_waits_it_says_what_it_is_for(bench, qtbot):
    page = EnquiriesPage(bench)
    qtbot.addWidget(page)
    page.arrive(HERE)
    page.show()
    assert page.first_focus() is page.note_button
    assert any("Nobody waits" in text for text in seen_texts(page))
    assert page.print_job() is None
    page.promise()
    page.answer()
    page.open_button.click()
    assert page.form is None
    page.chips.chips[1].click()
    assert any("Nothing that was asked" in text for text in seen_texts(page))


def test_the_page_is_about_whoever_is_pointed_at(page, asked, patel):
    assert page.customer_id() == patel
    page.list.choose(asked[2])
    assert page.customer_id() is None


def test_demand_29_what_to_remember_stands_under_the_list(page, asked):
    assert "Remember: Rings after six" in seen_texts(page)
    page.list.choose(asked[2])
    assert not any(text.startswith("Remember") for text in seen_texts(page))


def test_the_list_is_printed(page, bench):
    job = page.print_job()
    assert job.title == "Enquiries: Waiting"


def test_a_promise_of_an_enquiry_is_written_by_keys(page, bench, asked, patel, qtbot):
    press(page, Qt.Key.Key_P)
    form = page.form
    qtbot.waitUntil(form.isActiveWindow)
    due = next(field for field in form.fields() if field.question_id == "due")
    due.focus_target().setFocus()
    write(form, "fri")
    press(form, Qt.Key.Key_Return, CTRL)
    card = bench.services.contacts.get(asked[0])
    assert card.promise_id is not None
    assert bench.services.promises.get(card.promise_id).draft.customer_id == patel
    assert len(shown(page)) == 2


@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_it(page, bench, percent):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    page.resize(1160, 700)
    QApplication.processEvents()
    assert findings(page) == []
