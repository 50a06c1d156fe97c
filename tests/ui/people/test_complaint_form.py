# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""The form of a complaint: little is needed, few keys, by when they hear, nothing typed is lost."""

from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from servicedesk.domain.complaints import About, Serious, Wish
from servicedesk.domain.customers import Channel
from servicedesk.ui.people.complaint_form_presenter import HURT
from tests.helpers.audits import findings
from tests.helpers.builders import charter_draft
from tests.helpers.qt import seen_texts
from tests.helpers.records import put_customer
from tests.ui.people.complaint_forms import field, kept, opener, save
from tests.ui.widgets.made import press, write

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel", remember="Rings after six")


@pytest.fixture
def opened(bench, qtbot, patel):
    return opener(bench, qtbot)


def test_one_is_written_down_by_few_keys(bench, heard, opened, patel):
    form = opened()
    write(form, "meena")
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    press(form, Qt.Key.Key_Tab)
    write(form, "Hired saw stopped")
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_2)
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_1)
    press(form, Qt.Key.Key_4)
    assert (
        "We tell Mrs Meena Patel we have it by Wed 25 Nov and answer by Mon 7 Dec."
        in seen_texts(form)
    )
    save(form)
    assert not form.isVisible()
    (card,) = kept(bench)
    assert heard.said[-1] == f"Saved, {card.ref}" == "Saved, C-2026-0001"
    draft = card.draft
    assert (draft.customer_id, draft.text) == (patel, "Hired saw stopped")
    assert (draft.about, draft.serious) == (About.FAULTY_GOODS, Serious.NORMAL)
    assert draft.wishes == (Wish.REFUND, Wish.APOLOGY)
    assert (draft.channel, draft.taken_by) == (Channel.COUNTER, "Ruth")
    assert draft.received_at == bench.clock.now()
    assert (card.dues.acknowledge_on, card.dues.decide_on) == (
        date(2026, 11, 25),
        date(2026, 12, 7),
    )
    bench.services.undo.undo("Ruth")
    assert kept(bench) == []


def test_alt_and_a_number_say_what_it_is_about_from_any_field(bench, opened, qtbot):
    form = opened(text="late again")
    assert form.who.focus_target().hasFocus()
    press(form, Qt.Key.Key_3, ALT)
    assert form.about.value() == "late_delivery"
    assert form.who.focus_target().hasFocus()
    press(form, Qt.Key.Key_7, ALT)
    assert form.about.value() == "other"
    rest = form.about._rest
    assert rest.isVisible()
    qtbot.waitUntil(lambda: rest.resting().hasFocus())
    press(form, Qt.Key.Key_2)
    assert form.about.value() == "communication"
    form.about.press(8)
    assert form.about.value() == "communication"
    save(form)
    (card,) = kept(bench)
    assert card.draft.about is About.COMMUNICATION


def test_another_of_the_first_takes_the_rest_away(opened):
    form = opened()
    form.about.show_typed("privacy")
    assert form.about._rest.isVisible()
    form.about.press(1)
    assert (form.about.value(), form.about._rest.isVisible()) == ("quality_of_work", False)
    form.wishes.show_typed(("refund", "redo"))
    assert form.wishes.value() == ("refund", "redo")
    form.wishes.press(6)
    assert (form.wishes.value(), form.wishes._rest.isVisible()) == (("refund",), False)
    form.wishes.press(6)
    assert form.wishes.value() == ("refund",)


def test_nobody_and_hardly_a_word_is_fine(bench, opened):
    form = opened()
    save(form)
    assert form.isVisible()
    assert "in a few words" in field(form, "text").error()
    assert form.text.focus_target().hasFocus()
    form.about.press(5)
    assert form.due_line.text().startswith("We tell them we have it")
    save(form)
    (card,) = kept(bench)
    assert (card.customer_name, card.draft.text, card.draft.about) == ("", "", About.STAFF)


def test_a_name_that_nobody_has_stays_a_name(bench, opened):
    form = opened()
    write(form, "the man with the van")
    press(form, Qt.Key.Key_Tab)
    write(form, "no receipt")
    save(form)
    (card,) = kept(bench)
    assert (card.customer_name, card.draft.called) == ("", "the man with the van")


def test_a_full_name_that_nobody_has_becomes_a_customer_by_tab_alone(bench, heard, opened):
    form = opened()
    write(form, "Mrs Jean O'Brien 07700 900555")
    press(form, Qt.Key.Key_Tab)
    assert form.text.focus_target().hasFocus()
    assert form.who.add_chip.isChecked()
    assert findings(form) == []
    write(form, "tap drips")
    save(form)
    (card,) = kept(bench)
    assert (card.customer_name, card.draft.called) == ("Mrs Jean O'Brien", "")
    assert heard.said[-1] == f"Saved, {card.ref}. Mrs Jean O'Brien is a customer now."
    (row,) = bench.services.search.people("07700 900555")
    assert row.id == card.draft.customer_id


def test_with_the_tick_taken_away_a_full_name_stays_a_name(bench, heard, opened):
    form = opened()
    write(form, "Mrs Jean O'Brien")
    press(form, Qt.Key.Key_Tab)
    form.who.add_chip.click()
    form.text.focus_target().setFocus()
    write(form, "tap drips")
    save(form)
    (card,) = kept(bench)
    assert (card.customer_name, card.draft.called) == ("", "Mrs Jean O'Brien")
    assert heard.said[-1] == f"Saved, {card.ref}"
    assert bench.services.search.people("O'Brien") == ()


def test_whoever_stayed_a_name_becomes_a_customer_when_it_is_changed(bench, heard, opened):
    form = opened(text="tap drips")
    form.who.show_typed("Mrs Jean O'Brien")
    save(form)
    (card,) = kept(bench)
    assert card.draft.called == "Mrs Jean O'Brien"
    again = opened(complaint_id=card.id)
    assert (again.who.add_chip.isVisible(), again.who.add_chip.isChecked()) == (True, False)
    save(again)
    assert kept(bench)[0].draft.called == "Mrs Jean O'Brien"
    again = opened(complaint_id=card.id)
    put_customer(bench.services.units, "Miss Jean O'Briens")
    field(again, "notes").show_typed("side door")
    save(again)
    assert kept(bench)[0].draft.notes == "side door"
    again = opened(complaint_id=card.id)
    again.who.add_chip.click()
    save(again)
    (card,) = kept(bench)
    assert (card.customer_name, card.draft.called) == ("Mrs Jean O'Brien", "")
    assert heard.said[-1] == f"{card.ref} changed. Mrs Jean O'Brien is a customer now."
    bench.services.undo.undo("Ruth")
    assert kept(bench)[0].draft.called == "Mrs Jean O'Brien"
    assert [row.shown_name for row in bench.services.search.people("O'Brien")] == [
        "Miss Jean O'Briens"
    ]


def test_a_name_that_somebody_may_have_is_asked_about(bench, opened):
    form = opened()
    write(form, "pat")
    press(form, Qt.Key.Key_Escape)
    press(form, Qt.Key.Key_Tab)
    write(form, "no receipt")
    save(form)
    assert "pat" in form.who.error()
    assert kept(bench) == []


def test_somebody_new_becomes_a_customer_with_it(bench, opened):
    form = opened()
    write(form, "Ole Ostergaard")
    press(form, Qt.Key.Key_Down)
    press(form, Qt.Key.Key_Return)
    assert "Ole Ostergaard" in form.due_line.text()
    press(form, Qt.Key.Key_Tab)
    write(form, "no receipt")
    save(form)
    (card,) = kept(bench)
    assert card.customer_name == "Ole Ostergaard"
    bench.services.undo.undo("Ruth")
    assert kept(bench) == []
    assert bench.services.search.people("Ole Ostergaard") == ()


def test_what_is_open_with_them_is_seen_before_the_same_is_typed_again(bench, opened, patel):
    first = opened(customer_id=patel)
    assert first.text.focus_target().hasFocus()
    write(first, "the saw stopped")
    save(first)
    texts = seen_texts(opened(customer_id=patel))
    assert "Remember: Rings after six" in texts
    assert any("the saw stopped" in text for text in texts)


def test_words_of_harm_propose_it_and_the_tick_can_be_refused(bench, opened, patel):
    form = opened(customer_id=patel)
    assert not form.safety.isVisible()
    write(form, "The kettle burnt my hand")
    assert form.safety.is_ticked
    said = "“burnt my hand” sounds as if somebody was or could be hurt, so it is ticked"
    assert any(said in text for text in seen_texts(form))
    assert "by Tue 24 Nov" in form.due_line.text()
    assert any(said.startswith("It goes first, so ring them today.") for said in seen_texts(form))
    assert findings(form) == []
    form.safety.focus_target().click()
    assert (form.safety.is_ticked, form.safety.isVisible()) == (False, True)
    assert "by Wed 25 Nov" in form.due_line.text()
    form.text.focus_target().setFocus()
    write(form, " today")
    assert not form.safety.is_ticked
    save(form)
    (card,) = kept(bench)
    assert not card.draft.is_safety


def test_damage_is_suggested_as_damage_and_counts_as_serious_in_all_places(bench, opened, patel):
    form = opened(customer_id=patel)
    write(form, "It stained the worktop")
    assert form.safety.is_ticked
    help_text = form.safety._help.text()
    assert help_text == (
        "“stained the worktop” sounds like damage, so it is ticked. Then it counts as serious and "
        "goes first. Take the tick away if it is not so."
    )
    assert help_text in form.safety.focus_target().accessibleDescription()
    places = [form.body.indexOf(one) for one in (form.text, form.safety, form.about)]
    assert places == sorted(places)
    save(form)
    (card,) = kept(bench)
    again = opened(complaint_id=card.id)
    assert again.safety.isVisible()
    assert again.safety.is_ticked
    assert again.safety._help.text().startswith("“stained the worktop” sounds like damage")


def test_a_proposal_goes_with_its_words_and_one_made_by_hand_stays(opened):
    form = opened(text="it burnt me")
    assert form.safety.is_ticked
    form.text.focus_target().setFocus()
    form.text.focus_target().selectAll()
    write(form, "it was late")
    assert (form.safety.is_ticked, form.safety.isVisible()) == (False, False)
    form.serious.show_typed("serious")
    form.serious.typed.emit()
    assert form.safety.isVisible()
    assert form.body.indexOf(form.about) < form.body.indexOf(form.safety)
    form.safety.focus_target().click()
    write(form, " again")
    assert form.safety.value() == (HURT,)


def test_the_charter_says_by_when_and_why_is_told(bench, opened, patel, qtbot):
    bench.services.charters.publish_draft(charter_draft(), "Ruth", lambda card: None)
    form = opened(customer_id=patel, text="late")
    assert "As our charter says." in seen_texts(form)
    form.due_line.why_button.click()
    dialog = QApplication.activeModalWidget()
    texts = seen_texts(dialog)
    assert {"Tell them we have it", "Answer"} <= set(texts)
    assert sum("from Mon 23 Nov" in text for text in texts) == 2
    assert findings(dialog) == []
    dialog.close()


def test_an_earlier_day_tells_what_is_late_already(bench, opened, patel):
    form = opened(customer_id=patel, text="late")
    day = field(form, "received_on")
    for typed, said in (
        ("18/11", "We should have told Mrs Meena Patel by Fri 20 Nov. The answer is due"),
        ("1/10", "We should have told Mrs Meena Patel by Mon 5 Oct, and answered by"),
    ):
        day.focus_target().setText(typed)
        assert form.due_line.text().startswith(said)
    day.focus_target().setText("someday")
    assert form.due_line.isHidden()
    assert form.show_why() is None
    day.focus_target().setText("18/11")
    save(form)
    (card,) = kept(bench)
    assert card.draft.received_at == datetime(2026, 11, 18, 12, tzinfo=UTC)
