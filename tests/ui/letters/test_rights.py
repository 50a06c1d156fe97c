# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What a customer can ask for by law: put into a letter on the screen, seen, and taken out."""

from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from servicedesk.domain.complaints import ComplaintDraft
from servicedesk.domain.complaints_rights import Bought, BoughtWhere, PurchaseDraft
from servicedesk.ui.letters.state import About, Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.ui.letters.hands import button, typed

CAME = datetime(2026, 9, 29, 9, tzinfo=UTC)
TICKED = PurchaseDraft(what=Bought.GOODS, where=BoughtWhere.WITH_US, on=date(2026, 9, 14))
TOLD = "In general, this is what the law gives you"


def complaint(room, ticks=TICKED):
    draft = ComplaintDraft(
        text="The saw stopped", received_at=CAME, customer_id=room.shop.customer()
    )
    number = room.bench.services.complaints.log(draft, "Ruth").card.id
    room.bench.services.complaint_rights.tick(number, ticks, "Ruth")
    return number


def tick_of(room):
    (found,) = [one for one in room.page.findChildren(QCheckBox) if "by law" in one.text()]
    return found


def shown_words(room):
    """What stands in the field of the words."""
    return str(room.page.write._words._words.value())


def words_of(room):
    return room.page.presenter.state.check.words


def test_a_place_names_it_and_is_read_again():
    about = About.read("complaint:3:rights")
    assert (about.complaint_id, about.tells_rights) == (3, True)
    assert about.item == "complaint:3:rights"
    assert not About.read("complaint:3").tells_rights
    assert not About.read("customer:3:rights").tells_rights


def test_letters_that_cannot_tell_it_are_not_offered_for_it(room):
    number = complaint(room)
    room.go("", f"complaint:{number}")
    assert "L28" in {one.id for one in room.page.presenter.state.choices}
    room.go("", f"complaint:{number}:rights")
    assert "L28" not in {one.id for one in room.page.presenter.state.choices}
    button(room, "Complaint received").click()
    assert room.heard.places[-1].item == f"complaint:{number}:rights"


def test_it_stands_in_the_letter_from_there_and_is_taken_out_again(room):
    number = complaint(room)
    room.go("L01", f"complaint:{number}:rights")
    tick = tick_of(room)
    assert (tick.isVisible(), tick.isChecked()) == (True, True)
    assert TOLD in words_of(room)
    assert findings(room.page) == []
    tick.click()
    room.settle()
    assert TOLD not in words_of(room)
    tick.click()
    room.settle()
    assert TOLD in words_of(room)
    room.page.write.issue(Then.PRINT)
    room.settle()
    assert TOLD in room.bench.services.letters_writing.issued(1).body


def test_it_is_not_there_unless_it_is_put_in(room):
    number = complaint(room)
    room.go("L01", f"complaint:{number}")
    assert tick_of(room).isVisible()
    assert not tick_of(room).isChecked()
    assert TOLD not in words_of(room)


def test_it_is_not_offered_before_the_ticks_are_made(room):
    room.go("L01", f"complaint:{complaint(room, PurchaseDraft())}")
    assert not tick_of(room).isVisible()


def test_what_was_put_in_stays_when_the_letter_is_left_and_found_again(room):
    number = complaint(room)
    room.go("L04", f"complaint:{number}")
    tick_of(room).click()
    typed(room, "effect_on_you", "A day lost")
    room.page.leave()
    room.go("L04", f"complaint:{number}")
    assert tick_of(room).isChecked()
    assert TOLD in words_of(room)
    assert room.page.presenter.state.draft.values["effect_on_you"] == "A day lost"


def test_words_changed_by_hand_take_it_and_give_it_back(room):
    number = complaint(room)
    room.go("L01", f"complaint:{number}")
    room.page.presenter.write_words("Dear Mrs Patel, thank you.")
    room.settle()
    tick_of(room).click()
    room.settle()
    assert words_of(room).startswith(f"Dear Mrs Patel, thank you.\n\n{TOLD}")
    assert shown_words(room) == words_of(room)
    tick_of(room).click()
    room.settle()
    assert shown_words(room) == words_of(room) == "Dear Mrs Patel, thank you."


def test_a_slip_of_the_keys_that_is_taken_back_at_once_leaves_no_trace(room):
    room.go("L01", f"complaint:{complaint(room)}")
    words = shown_words(room)
    edit = room.page.write._words._words.focus_target()
    edit.setFocus()
    QTest.keyClick(edit, "x")
    QTest.keyClick(edit, Qt.Key.Key_Backspace)
    room.settle()
    assert shown_words(room) == words_of(room) == words


def test_it_warns_once_what_it_says_was_looked_up_too_long_ago(room):
    number = complaint(room)
    room.shop.clock.set(date(2027, 9, 1))
    room.go("L03", f"complaint:{number}")
    assert not any("looked up" in text for text in seen_texts(room.page))
    tick_of(room).click()
    room.settle()
    assert any("looked up" in text for text in seen_texts(room.page))
