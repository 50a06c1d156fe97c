# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What sending a letter will do is said beforehand, and what would stop it from arriving."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from servicedesk.domain.calendars_kept import ClosureDraft
from servicedesk.domain.customers import Channel, CustomerDraft
from servicedesk.domain.errors import Refusal
from servicedesk.domain.letters import Voice
from servicedesk.domain.promises import Due
from servicedesk.ui.letters.state import Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.letters.hands import button, field_of, typed


def tick(room, start):
    (found,) = [
        one
        for one in room.page.findChildren(QCheckBox)
        if one.text().startswith(start) and one.isVisibleTo(room.page)
    ]
    return found


def outlook(room):
    room.settle()
    return room.page.write.outlook.text()


def test_a_delay_notice_says_that_it_moves_the_promise_and_does_it(room):
    promise = room.shop.promise(room.shop.customer())
    room.go("L14", f"promise:{promise}")
    assert outlook(room) == "Sending this also notes that you told them."
    typed(room, "new_due", "8/12")
    typed(room, "reason", "The maker sent the wrong tap")
    assert outlook(room) == (
        "Sending this also moves the promise to Tue 8 Dec. The day that counts stays Fri 2 Oct."
    )
    tick(room, "They have agreed").click()
    assert outlook(room) == "Sending this also moves the promise to Tue 8 Dec."
    assert findings(room.page) == []
    room.page.write.issue(Then.PRINT)
    card = room.bench.services.promises.get(promise)
    assert (card.due.day, card.is_revised) == (date(2026, 12, 8), True)
    assert room.heard.said == ["The letter is issued and kept. The promise has its new day."]
    button(room, "Take it back: it did not go out").click()
    assert room.bench.services.promises.get(promise).due.day == date(2026, 10, 2)


def test_a_done_note_says_that_it_ends_the_promise(room):
    promise = room.shop.promise(room.shop.customer())
    room.go("L15", f"promise:{promise}")
    assert outlook(room).startswith("Sending this also marks the promise as done on Wed 30 Sep")
    room.page.write.issue(Then.PRINT)
    assert not room.bench.services.promises.get(promise).is_open
    assert room.heard.said == ["The letter is issued and kept. The promise is done."]
    room.go("L15", f"promise:{promise}")
    assert outlook(room) == ""


def test_without_a_promise_the_record_is_offered_and_can_be_declined(room):
    room.go("L14", f"customer:{room.shop.customer()}")
    typed(room, "promise.text", "Fit the tap")
    typed(room, "old_due", "2/10")
    typed(room, "new_due", "4/1/27")
    assert outlook(room).startswith(
        "Sending this also writes down the promise of Fri 2 Oct, moved to Mon 4 January 2027."
    )
    tick(room, "Write the promise down").click()
    assert outlook(room) == ""
    room.go("L15", f"customer:{room.shop.customer()}")
    typed(room, "promise.text", "Mend the gate")
    assert outlook(room).startswith("Say by when you promised it")
    typed(room, "promise.due", "1/10")
    assert outlook(room).startswith(
        "Sending this also writes down the promise of Thu 1 Oct, done on Wed 30 Sep"
    )


def test_a_letter_now_adds_whoever_is_on_no_record_with_the_letter(room):
    room.go("L13")
    line = room.page.first_focus()
    line.setFocus()
    QTest.keyClicks(line, "Mr Ben Ode")
    typed(room, "promise.text", "Bring the price list")
    typed(room, "promise.due", "5/10")
    assert outlook(room) == "Sending this also writes down the promise, due Mon 5 Oct."
    line.setFocus()
    QTest.keyClicks(line, " ")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert outlook(room).endswith("Mr Ben Ode becomes a customer with it.")
    assert room.bench.services.search.people("Ben") == ()
    room.page.leave()
    room.go("L13")
    assert room.page.presenter.state.draft.adds_customer
    assert isinstance(room.page.write._who.told(), tuple)
    room.page.write.issue(Then.PRINT)
    card = room.bench.services.letters_writing.issued(1)
    assert room.bench.services.customers.get(card.customer_id).draft.name == "Mr Ben Ode"


def test_somebody_who_is_new_no_longer_is_not_added(room):
    room.go("L13")
    line = room.page.first_focus()
    line.setFocus()
    QTest.keyClicks(line, "Ben Ode")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert room.page.presenter.state.draft.adds_customer
    QTest.keyClicks(line, "r")
    assert not room.page.presenter.state.draft.adds_customer


def test_what_is_to_be_remembered_stands_on_the_page_and_never_on_the_paper(room):
    asha = room.shop.customer()
    promise = room.shop.promise(asha)
    for item in (f"promise:{promise}", f"customer:{asha}"):
        room.go("L13", item)
        assert "Remember: Ask about the cat" in seen_texts(room.page)
        assert "cat" not in room.page.write.pane.picture.accessibleDescription()
    assert findings(room.page) == []


def test_a_letterhead_that_nobody_could_answer_is_told_of(room):
    room.bench.services.business.save({"phone": "", "email": "", "address": ""}, "Ruth")
    room.go("L13", f"promise:{room.shop.promise(room.shop.customer())}")
    shown = " ".join(seen_texts(room.page))
    assert "Your letterhead has no address yet" in shown
    assert "no phone and no e-mail" in shown
    assert findings(room.page) == []
    button(room, "To your letterhead").click()
    place = room.heard.places[-1]
    assert (place.room, place.part) == ("settings", "business")


def test_a_letter_by_post_to_nowhere_is_told_of(room):
    ben = room.shop.customer(CustomerDraft(name="Ben Ode"))
    room.go("L13", f"customer:{ben}")
    assert "No address is known" in " ".join(seen_texts(room.page))
    button(room, "To the customer").click()
    assert (room.heard.places[-1].room, room.heard.places[-1].item) == ("customers", str(ben))
    button(room, "Handed over").click()
    room.settle()
    assert "No address is known" not in " ".join(seen_texts(room.page))


def closure_with(room, *names):
    """A closure that touches a promise to each of these, who have no address."""
    for name in names:
        customer = room.shop.customer(CustomerDraft(name=name))
        room.shop.promise(customer, due=Due(day=date(2026, 12, 24)))
    draft = ClosureDraft(first=date(2026, 12, 24), last=date(2026, 12, 28))
    return room.bench.services.calendars.add_closure(draft, "Ruth").card.id


def test_several_notices_name_those_who_have_no_address(room):
    by_hand = CustomerDraft(name="Zoe Ode", prefers=Channel.COUNTER)
    room.shop.promise(room.shop.customer(by_hand), due=Due(day=date(2026, 12, 24)))
    room.shop.promise(room.shop.customer(), due=Due(day=date(2026, 12, 24)))
    names = ("Ann Au", "Ben Bo", "Cy Co", "Di Du", "Ed Ek", "Flo Fa")
    room.go("L21", f"closure:{closure_with(room, *names)}")
    shown = " ".join(seen_texts(room.page))
    assert "no address is known for Ann Au, Ben Bo, Cy Co, Di Du, Ed Ek, 1 more." in shown
    assert "Each goes out the way its customer likes best" in shown
    assert "By e-mail" not in shown
    assert outlook(room) == ""
    assert findings(room.page) == []


def test_what_was_typed_of_several_notices_is_kept_when_the_page_is_left(room):
    place = f"closure:{closure_with(room, 'Ben Ode', 'Cy Young')}"
    room.go("L21", place)
    edit = field_of(room, "cover").focus_target()
    edit.setFocus()
    QTest.keyClicks(edit, "Tom, on 01632 960124")
    room.page.leave()
    room.go()
    room.go("L21", place)
    assert field_of(room, "cover").value() == "Tom, on 01632 960124"
    for _ in range(2):
        texts = room.page.write.pane.picture.accessibleDescription()
        assert "Tom, on 01632 960124" in texts
        room.page.presenter.turn(1)
        room.settle()


def test_page_down_leads_to_the_next_of_several_that_went_out(room):
    room.go("L21", f"closure:{closure_with(room, 'Ben Ode', 'Cy Young')}")
    typed(room, "cover", "Nobody")
    typed(room, "urgent", "Leave a message")
    room.page.write.issue(Then.PRINT)
    room.settle()
    sent = room.page.sent
    assert "Copy for an e-mail" not in seen_texts(room.page)
    sent.first_focus().setFocus()
    QTest.keyClick(sent.first_focus(), Qt.Key.Key_PageDown)
    assert sent.presenter.state.page == 1
    room.settle()
    assert findings(room.page) == []
    QTest.keyClick(sent.first_focus(), Qt.Key.Key_PageUp)
    assert sent.presenter.state.page == 0


def test_a_letter_is_copied_for_an_e_mail_with_its_subject_first(room):
    room.go("L15", f"promise:{room.shop.promise(room.shop.customer())}")
    room.page.write.issue(Then.PRINT)
    room.settle()
    button(room, "Copy for an e-mail").click()
    copied = QGuiApplication.clipboard().text().split("\n")
    assert copied[0] == "Subject: It is done"
    assert copied[2] == "Dear Mrs Patel,"
    assert "I did what I promised you: Ring with a price." in "\n".join(copied)
    assert copied[-1] == "ruth@hollins.example"
    assert "cat" not in "\n".join(copied)
    assert room.heard.said[-1] == "Copied: the subject in the first line, then the letter."
    button(room, "Take it back: it did not go out").click()
    button(room, "Another letter").click()
    assert room.heard.places[-1].item.startswith("customer:")
    room.page.sent.presenter.show_number(1)
    room.bench.services.letters_writing.email_text = lambda _number: (_ for _ in ()).throw(
        Refusal("record_gone", record="letters")
    )
    QGuiApplication.clipboard().setText("before")
    button(room, "Copy for an e-mail").click()
    assert QGuiApplication.clipboard().text() == "before"


@pytest.mark.parametrize("voice", [Voice.ONE, Voice.WE])
def test_a_letter_speaks_with_one_voice_also_when_it_is_changed(room, voice):
    room.go("L14", f"promise:{room.shop.promise(room.shop.customer())}")
    room.page.presenter.choose_voice(Voice.ONE if voice is Voice.WE else Voice.WE)
    room.page.presenter.choose_voice(voice)
    us = "me" if voice is Voice.ONE else "us"
    assert f"another day with {us}" in field_of(room, "choices").value()
    typed(room, "choices", "Ring us. ")
    room.page.presenter.choose_voice(Voice.WE)
    assert "Ring us. " in field_of(room, "choices").value()
