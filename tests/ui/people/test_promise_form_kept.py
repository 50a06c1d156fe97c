# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a promise: what comes into it from elsewhere, what it holds, what it warns of."""

from datetime import date, timedelta

import pytest

from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.promises import Due
from servicedesk.ui.people.promise_form import PromiseForm, show_promise_form
from servicedesk.ui.people.promise_form_presenter import Aim
from tests.helpers.builders import charter_draft
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY
from tests.ui.people.promise_forms import FRIDAY, field, kept, save, warnings
from tests.ui.widgets.made import write


def test_an_enquiry_becomes_a_promise(bench, heard, opened, patel):
    asked = ContactDraft(customer_id=patel, text="how much?", at=bench.clock.now(), next_on=FRIDAY)
    contact = bench.services.contacts.log(asked, "Ruth").card.id
    form = opened(contact_id=contact)
    assert form.who.value() == patel
    field(form, "text").show_typed("send a quote")
    field(form, "due").show_typed("fri")
    save(form)
    assert heard.said[-1] == "The enquiry is a promise now."
    (card,) = kept(bench)
    assert bench.services.contacts.get(contact).promise_id == card.id


def test_the_words_of_an_enquiry_become_the_promise(bench, opened, patel):
    def asked(text):
        draft = ContactDraft(customer_id=patel, text=text, at=bench.clock.now(), next_on=DAY)
        return bench.services.contacts.log(draft, "Ruth").card.id

    form = opened(contact_id=asked("Can you mend\nthe gate?"))
    assert form.text.value() == "Can you mend the gate?"
    assert field(form, "notes").value() == ""
    long = "The gate sticks. " * 40
    cut = opened(contact_id=asked(long))
    assert cut.text.value().endswith("…")
    assert len(cut.text.value()) <= 500
    assert field(cut, "notes").value() == long.strip()
    assert opened(contact_id=asked("gate"), text="mend it").text.value() == "mend it"


@pytest.mark.parametrize("name", ["text", "condition", "waiting_for", "notes"])
def test_words_that_say_why_are_warned_of_and_kept_as_they_are(bench, opened, patel, name):
    form = opened(customer_id=patel)
    form.text.show_typed("mend the gate")
    form.due.show_typed("fri")
    form._open_more(is_open=True)
    words = field(form, name)
    words.focus_target().setFocus()
    words.show_typed("")
    write(form, "she is on dialysis")
    assert warnings(form) == ["“dialysis” says why"]
    save(form)
    (card,) = kept(bench)
    assert "dialysis" in getattr(card.draft, name)


def test_a_warning_goes_with_the_words_it_is_about(bench, opened, patel):
    form = opened(customer_id=patel)
    write(form, "a lift for dialysis")
    form.due.show_typed("fri")
    assert len(warnings(form)) == 1
    form._hold()
    assert warnings(form) == []


def test_nobody_is_named_where_nobody_serves(bench, opened, patel):
    bench.memory.set("serving", "")
    form = opened(customer_id=patel)
    assert field(form, "promiser").value() == ""
    assert not form._more.isVisible()


def test_what_was_typed_is_there_again(bench, opened, patel):
    form = opened()
    write(form, "Ole")
    field(form, "text").show_typed("ring back")
    field(form, "due").show_typed("fri")
    form._hold()
    field(form, "text").show_typed("send a quote")
    form.reject()
    again = opened()
    assert again.who.typed_name() == "Ole"
    assert field(again, "text").value() == "send a quote"
    assert [one["text"] for one in again.held.held] == ["ring back"]


def test_what_was_held_means_the_same_day_when_it_is_saved_later(bench, opened, patel):
    form = opened(customer_id=patel)
    for text, due in (("ring back", "tomorrow 5pm"), ("send a quote", "3 opening days")):
        field(form, "text").show_typed(text)
        field(form, "due").show_typed(due)
        form._hold()
    tomorrow = DAY + timedelta(days=1)
    form.reject()
    bench.clock.set(tomorrow)
    again = opened(customer_id=patel)
    assert any("by Tue 24 Nov, 17.00" in text for text in seen_texts(again))
    save(again)
    cards = {card.draft.text: card for card in kept(bench)}
    assert cards["ring back"].due.day == tomorrow
    assert cards["send a quote"].draft.allowance is not None


def test_a_promise_that_is_gone_is_said(bench, heard, qtbot, patel):
    form = PromiseForm(bench, Aim())
    qtbot.addWidget(form)
    assert show_promise_form(bench, form, promise_id=99) is None
    assert heard.said
    shown = show_promise_form(bench, form, customer_id=patel)
    assert shown is not None
    shown.reject()


def test_a_count_begins_on_the_day_it_was_promised(bench, opened):
    bench.services.charters.publish_draft(charter_draft(), "Ruth", lambda card: None)
    form = opened()
    form.text.show_typed("price the gate")
    form.due.show_typed("3 working days")
    assert "Thu 26 November 2026" in form.due._reading()
    names = [chip.text() for chip in form.standard._row.chips]
    made_on = field(form, "made_on")
    made_on.show_typed("18/11")
    made_on.commit()
    assert "Mon 23 November 2026" in form.due._reading()
    assert [chip.text() for chip in form.standard._row.chips] != names
    save(form)
    (card,) = kept(bench)
    assert card.due == Due(day=date(2026, 11, 23))
    assert card.draft.allowance.start.date() == date(2026, 11, 18)


def test_a_chosen_standard_moves_with_the_day_it_was_promised(bench, opened):
    bench.services.charters.publish_draft(charter_draft(), "Ruth", lambda card: None)
    form = opened()
    form.text.show_typed("answer the letter")
    chips = form.standard._row.chips
    chips[1].click()
    before = form.due.value()
    made_on = field(form, "made_on")
    made_on.show_typed("18/11")
    made_on.commit()
    assert form.due.value() != before
    save(form)
    (card,) = kept(bench)
    assert card.draft.standard_key == "email"
    assert card.draft.allowance.start.date() == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3 days", "Thu 26 November 2026 (3 calendar days)"),
        ("1 week", "Mon 30 November 2026 (7 calendar days)"),
        ("3 working days", "Thu 26 November 2026"),
    ],
)
def test_days_of_no_kind_are_said_to_be_calendar_days(opened, typed, said):
    form = opened()
    form.due.show_typed(typed)
    assert said in seen_texts(form)
