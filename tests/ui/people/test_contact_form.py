# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The contact note: written with few keys, kept while half typed, told gently what not to write."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.contacts import ContactDraft
from servicedesk.domain.customers import Channel
from servicedesk.domain.errors import Refusal
from servicedesk.domain.kinds import Kind
from servicedesk.ui.people.contact_form import ContactForm, note_contact
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY, put_customer
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier
BUDGET = 5
"""Keys beside the text itself: F9 and these few are done within a quarter of a minute."""


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")


@pytest.fixture
def opened(bench, qtbot, patel):
    def open_form(*args):
        form = ContactForm(bench, None, *args)
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
        return form

    return open_form


def kept(bench):
    """Everything that was noted, the newest first."""
    found = bench.services.timeline.of(1)
    return [bench.services.contacts.get(entry.id) for entry in reversed(found)]


def field(form, name):
    return next(each for each in form.fields() if each.question_id == name)


def test_a_note_is_written_within_its_budget_of_keys(bench, heard, opened, patel):
    form = opened()
    keys = [Qt.Key.Key_F9]  # which opened it
    write(form, "meena")
    for key, text in (
        (Qt.Key.Key_Down, ""),
        (Qt.Key.Key_Return, ""),
        (Qt.Key.Key_Tab, "asked about the saw"),
    ):
        press(form, key)
        keys.append(key)
        write(form, text)
    press(form, Qt.Key.Key_Return, CTRL)
    keys.append("Ctrl+Enter")
    assert len(keys) <= BUDGET
    assert not form.isVisible()
    assert heard.said[-1] == "Contact noted."
    (card,) = kept(bench)
    assert card == form.saved()
    assert card.draft == ContactDraft(
        customer_id=patel,
        text="asked about the saw",
        channel=Channel.PHONE,
        at=bench.clock.now(),
        by_whom="Ruth",
    )


def test_everything_can_be_said_by_keys_alone(bench, opened, patel, heard):
    form = opened(patel)
    assert form.text.focus_target().hasFocus()
    write(form, "how much is a tap?")
    press(form, Qt.Key.Key_Tab)
    write(form, "4")  # text
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Right)
    press(form, Qt.Key.Key_Space)
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Tab)
    write(form, "fri")
    press(form, Qt.Key.Key_Return, CTRL)
    (card,) = kept(bench)
    assert (card.draft.channel, card.draft.is_incoming) == (Channel.SMS, False)
    assert card.draft.next_on == date(2026, 11, 27)
    assert heard.said[-1] == "Enquiry noted, to come back to Friday 27 November."


def test_a_note_of_an_earlier_day_with_its_wait(bench, opened, patel):
    form = opened(patel)
    for name, value in (
        ("text", "asked by post"),
        ("answered", "2 days"),
        ("happened_on", date(2026, 11, 20)),
        ("ended", ("sorted",)),
    ):
        field(form, name).set_value(value)
    press(form, Qt.Key.Key_Return, CTRL)
    (card,) = kept(bench)
    assert card.draft.at == datetime(2026, 11, 20, 12, tzinfo=UTC)
    assert (card.draft.answered_minutes, card.draft.is_sorted) == (2880, True)


def test_somebody_who_is_no_customer_is_kept_by_name(bench, opened):
    form = opened()
    write(form, "a man with a van")
    press(form, Qt.Key.Key_Tab)
    write(form, "wants a quote")
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.saved().draft.text == "a man with a van: wants a quote"
    assert form.saved().draft.customer_id is None


def test_a_name_alone_is_a_note(opened):
    form = opened()
    write(form, "a man with a van")
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.saved().draft.text == "a man with a van"


def test_what_is_wrong_is_said_beside_its_field(opened, patel):
    form = opened(patel)
    for name, value in (
        ("answered", "soon"),
        ("happened_on", "+3"),
        ("next_on", "someday"),
    ):
        field(form, name).show_typed(value)
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    for name in ("answered", "happened_on", "next_on"):
        assert field(form, name).error()
    assert field(form, "next_on").focus_target().hasFocus()
    field(form, "next_on").set_value(None)
    write(form, "x")
    assert field(form, "next_on").focus_target().hasFocus()


def test_what_the_rules_refuse_is_said_beside_its_field(opened, patel):
    form = opened(patel)
    field(form, "ended").set_value(("sorted",))
    field(form, "next_on").set_value(DAY)
    press(form, Qt.Key.Key_Return, CTRL)
    assert "sorted already" in field(form, "next_on").error()


def test_nothing_at_all_is_no_note(opened):
    form = opened()
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    assert field(form, "text").error()


def test_why_somebody_needs_help_is_met_with_a_gentle_word(opened, patel):
    form = opened(patel)
    write(form, "has dementia")
    assert any("what helps" in text for text in seen_texts(form))
    press(form, Qt.Key.Key_Return, CTRL)
    assert form.saved() is not None
    again = opened(patel)
    write(again, "written summary after talks")
    assert not any("what helps" in text for text in seen_texts(again))


def test_what_is_half_typed_is_offered_again(bench, opened, patel):
    form = opened()
    write(form, "a man")
    press(form, Qt.Key.Key_Tab)
    write(form, "wants a quote")
    press(form, Qt.Key.Key_Escape)
    again = opened()
    assert again.text.value() == "wants a quote"
    assert again.who.typed_name() == "a man"
    press(again, Qt.Key.Key_Return, CTRL)
    assert opened().text.value() == ""


def test_a_note_is_changed_and_put_into_the_bin(bench, heard, opened, patel):
    draft = ContactDraft(
        customer_id=patel, text="about the saw", at=bench.clock.now(), answered_minutes=0
    )
    card = bench.services.contacts.log(draft, "Tom").card
    form = opened(None, card.id)
    assert (form.who.value(), form.text.value()) == (patel, "about the saw")
    assert field(form, "answered").value() == "at once"
    field(form, "text").set_value("about the drill")
    press(form, Qt.Key.Key_Return, CTRL)
    changed = bench.services.contacts.get(card.id)
    assert (changed.draft.text, changed.draft.by_whom) == ("about the drill", "Tom")
    assert changed.draft.at == draft.at
    again = opened(None, card.id)
    again.bin_button.click()
    assert not again.isVisible()
    assert bench.services.contacts.get(card.id).binned_at is not None
    assert heard.said[-1] == "Contact put into the bin."


def test_a_note_about_a_complaint_stays_with_it(bench, opened, patel):
    said = ComplaintDraft(customer_id=patel, text="the saw stopped", received_at=bench.clock.now())
    complaint = bench.services.complaints.log(said, "Tom").card
    form = opened(patel, None, complaint.id)
    form.text.set_value("rang about the saw")
    press(form, Qt.Key.Key_Return, CTRL)
    card = form.saved()
    assert card.draft.complaint_id == complaint.id
    assert bench.services.complaints.get(complaint.id).dates.acknowledged_at is not None
    again = opened(None, card.id)
    field(again, "text").set_value("rang twice about the saw")
    press(again, Qt.Key.Key_Return, CTRL)
    changed = bench.services.contacts.get(card.id).draft
    assert (changed.text, changed.complaint_id) == ("rang twice about the saw", complaint.id)


def test_what_is_half_typed_about_a_complaint_comes_back_there(bench, opened, patel):
    said = ComplaintDraft(customer_id=patel, text="the saw stopped", received_at=bench.clock.now())
    complaint = bench.services.complaints.log(said, "Tom").card
    form = opened(patel, None, complaint.id)
    write(form.text.focus_target(), "half a word")
    form.reject()
    assert opened(patel).text.value() == ""
    assert opened(patel, None, complaint.id).text.value() == "half a word"


def test_files_lie_with_a_note_that_is_there(bench, opened, patel):
    draft = ContactDraft(customer_id=patel, text="about the saw", at=bench.clock.now())
    card = bench.services.contacts.log(draft, "Tom").card
    bench.services.record_files.add(Kind.CONTACT, card.id, b"x", "photo.txt", "Tom")
    form = opened(None, card.id)
    assert [tile.card.name for tile in form.files.tiles] == ["photo.txt"]
    assert findings(form) == []


def test_a_note_that_is_gone_is_not_opened(bench, qtbot):
    with pytest.raises(Refusal, match="record_gone"):
        note_contact(bench, QWidget(), contact_id=77)


def test_it_opens_over_a_window_and_goes_away_by_itself(bench, qtbot, patel):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    form = note_contact(bench, window, patel)
    assert form.isVisible()
    form.reject()
    assert not form.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_it(bench, opened, percent, qtbot):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    form = opened()
    assert findings(form) == []
