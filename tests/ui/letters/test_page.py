# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Letters on screen: chosen, filled, checked beside the page, issued, and seen as they went out."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from servicedesk.domain.customers import Channel
from servicedesk.domain.letters import Voice
from servicedesk.domain.people import PersonDraft
from servicedesk.services.printing import Printing
from servicedesk.ui.letters.state import About, Step, Then
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.services.letters_made import can_issue
from tests.ui.letters.hands import button, field_of, typed


def test_the_letters_are_offered_with_the_moment_at_which_each_helps(room):
    room.go()
    shown = seen_texts(room.page)
    for title in ("Complaint received", "Promise confirmation", "Delay notice", "Promise done"):
        assert title in shown
    assert "Closure or absence" in shown
    assert "About a complaint" in shown
    assert room.page.first_focus().text() == "Promise confirmation"
    assert room.page.print_job() is None
    assert findings(room.page) == []


def test_about_a_promise_its_own_letters_are_offered_and_about_a_closure_nothing_else(
    room,
):
    promise = room.shop.promise(room.shop.customer())
    room.go(item=f"promise:{promise}")
    offered = [one.id for one in room.page.presenter.state.choices]
    assert offered == ["L13", "L14", "L15", "L19"]
    assert "About a complaint" not in seen_texts(room.page)
    room.go(item="closure:1")
    assert [one.id for one in room.page.presenter.state.choices] == ["L21"]
    assert About.read("closure:1").item == "closure:1"
    assert About.read("nonsense").item == ""


def test_what_was_looked_up_of_the_law_long_ago_is_told_of(room):
    room.go("L12")
    assert "last looked up" not in " ".join(seen_texts(room.page))
    room.shop.clock.set(date(2027, 6, 1))
    room.go("L15")
    room.go("L12")
    assert "last looked up on Sun 22 November 2026" in " ".join(seen_texts(room.page))


def test_choosing_a_letter_goes_to_its_place(room):
    promise = room.shop.promise(room.shop.customer())
    room.go(item=f"promise:{promise}")
    button(room, "Delay notice").click()
    place = room.heard.places[-1]
    assert (place.room, place.part, place.item) == ("letters", "L14", f"promise:{promise}")


def test_a_delay_notice_is_written_and_printed_by_keyboard(room):
    promise = room.shop.promise(room.shop.customer(), remedy="we take £10 off")
    room.go("L14", f"promise:{promise}")
    assert room.page.presenter.state.check.missing == ("new_due", "reason")
    focus = room.page.first_focus()
    assert focus is field_of(room, "new_due").focus_target()
    typed(room, "new_due", "9/10")
    typed(room, "reason", "The maker sent the wrong tap")
    QTest.keyClick(
        field_of(room, "reason").focus_target(),
        Qt.Key.Key_Return,
        Qt.KeyboardModifier.ControlModifier,
    )
    (job,) = room.printed
    printed = job.make(_usual(job))
    text = " ".join(" ".join(Printing().texts(printed.data)).split())
    assert "9 October 2026" in text
    assert "DRAFT" not in text
    assert room.bench.services.promises.get(promise).told_on == date(2026, 9, 30)
    assert room.heard.said == ["The letter is issued and kept."]
    room.settle()
    assert "Delay notice, L-2026-0001" in seen_texts(room.page)
    assert room.page.sent.pane.picture.has_page
    assert findings(room.page) == []


def _usual(job):
    from servicedesk.domain.printing import PaperChoice

    offer = job.offers[0]
    return PaperChoice(paper=offer.id, size=offer.sizes[0])


def test_a_letter_now_takes_a_dozen_keys_besides_its_words(room):
    """From choosing it to the print preview, without a mouse and without a record before."""
    room.go("L13")
    keys = 0

    def press(key, held=Qt.KeyboardModifier.NoModifier):
        nonlocal keys
        keys += 1
        QTest.keyClick(room.page.focusWidget(), key, held)

    room.page.first_focus().setFocus()
    QTest.keyClicks(room.page.focusWidget(), "Ben Ode")
    for name, text in (("promise.text", "Bring the price list"), ("promise.due", "5/10")):
        wanted = field_of(room, name).focus_target()
        while room.page.focusWidget() is not wanted and keys < 20:
            press(Qt.Key.Key_Tab)
        QTest.keyClicks(wanted, text)
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(room.printed) == 1
    assert keys <= 12
    assert room.bench.services.letters_writing.issued(1).values["customer.name"] == "Ben Ode"


def test_what_is_missing_is_said_beside_its_field_and_nothing_goes_out(room):
    promise = room.shop.promise(room.shop.customer())
    room.go("L14", f"promise:{promise}")
    button(room, "Issue and print").click()
    assert "Why it will be later" in field_of(room, "reason").error()
    assert field_of(room, "new_due").error()
    assert room.page.focusWidget() is field_of(room, "new_due").focus_target()
    assert room.printed == []
    typed(room, "reason", "Flood")
    assert field_of(room, "reason").error() == ""


def test_a_day_that_is_none_is_said_beside_its_field(room):
    room.go("L14", f"promise:{room.shop.promise(room.shop.customer())}")
    typed(room, "new_due", "soonish")
    assert field_of(room, "new_due").error()
    assert room.page.presenter.state.draft.values["new_due"] == ""


def test_the_page_beside_follows_what_is_typed(room):
    room.go("L13", f"promise:{room.shop.promise(room.shop.customer())}")
    pane = room.page.write.pane
    assert pane.picture.has_page
    assert "Tom" in pane.picture.accessibleDescription()
    typed(room, "promise.job", "J-4711")
    room.settle()
    assert "J-4711" in pane.picture.accessibleDescription()
    assert room.page.print_job() is not None


def test_words_changed_by_hand_stay_until_one_goes_back(room):
    room.go("L13", f"promise:{room.shop.promise(room.shop.customer())}")
    presenter = room.page.presenter
    presenter.write_words("My own words.")
    presenter.write_subject("Hello")
    room.settle()
    assert "My own words." in room.page.write.pane.picture.accessibleDescription()
    typed(room, "promise.job", "J-1")
    room.settle()
    assert presenter.state.check.words == "My own words."
    assert any("changed the words yourself" in text for text in seen_texts(room.page))
    button(room, "Go back to the words from the fields").click()
    room.settle()
    assert "J-1" in presenter.state.check.words
    assert presenter.state.check.subject == "What I promised you"


def test_the_wording_check_speaks_while_typing_and_mends_with_one_click(room):
    room.go("L13", f"promise:{room.shop.promise(room.shop.customer())}")
    room.page.presenter.write_words(
        "Hello.\n\nWe are certified to BS 8477.\n\nSorry, but it rained."
    )
    room.settle()
    shown = " ".join(seen_texts(room.page))
    assert "Nobody has checked that" in shown
    assert "takes the sorry back" in shown
    room.page.write.issue(Then.PRINT)
    room.settle()
    assert "cannot be sent" in " ".join(seen_texts(room.page))
    assert room.printed == []
    words = room.page.write._words
    at = next(n for n, one in enumerate(words._advised) if one.is_block)
    words._words.notice_acted.emit(at)
    room.settle()
    assert can_issue(room.page.presenter.state.check)


def test_a_letter_to_somebody_begins_with_who(room):
    asha = room.shop.customer()
    room.go("L13")
    write = room.page.write
    assert room.page.first_focus() is write._who.focus_target()
    typed(room, "promise.text", "Bring the price list")
    write._who.chosen.emit(asha)
    room.settle()
    values = room.page.presenter.state.draft.values
    assert (values["customer.name"], values["promise.text"]) == (
        "Mrs Asha Patel",
        "Bring the price list",
    )
    assert room.page.presenter.state.draft.customer_id == asha
    write._who.chosen.emit(None)
    assert room.page.presenter.state.draft.customer_id is None


def test_what_was_promised_to_somebody_is_offered_before_it_is_typed_again(room):
    asha = room.shop.customer()
    promise = room.shop.promise(asha, "Fit the tap")
    room.go("L14", f"customer:{asha}")
    button(room, "Fit the tap, due Fri 2 October 2026").click()
    place = room.heard.places[-1]
    assert (place.part, place.item) == ("L14", f"promise:{promise}")
    room.go("L14", f"promise:{promise}")
    assert room.page.presenter.state.promises == ()
    room.go("L19", f"customer:{asha}")
    assert room.page.presenter.state.promises == ()
    room.go("L15")
    room.page.presenter.choose_customer(asha)
    assert [card.id for card in room.page.presenter.state.promises] == [promise]


def test_a_name_that_is_on_no_record_stands_on_the_letter_as_typed(room):
    room.go("L13")
    QTest.keyClicks(room.page.first_focus(), "Ms Zoe Ode")
    room.settle()
    assert room.page.presenter.state.draft.values["customer.name"] == "Ms Zoe Ode"
    assert field_of(room, "customer.name").value() == "Ms Zoe Ode"
    assert room.page.presenter.state.draft.customer_id is None


def test_a_day_that_has_passed_is_told_of_before_the_notice_is_written(room):
    promise = room.shop.promise(room.shop.customer())
    room.shop.clock.set(date(2026, 10, 5))
    room.go("L14", f"promise:{promise}")
    assert any("has passed already" in text for text in seen_texts(room.page))


def test_what_was_typed_is_there_again_and_can_be_let_go(room):
    promise = room.shop.promise(room.shop.customer())
    room.go("L14", f"promise:{promise}")
    typed(room, "reason", "Flood in the street")
    room.page.presenter.choose_channel(Channel.EMAIL)
    room.page.leave()
    room.go()
    room.go("L14", f"promise:{promise}")
    state = room.page.presenter.state
    assert state.draft.values["reason"] == "Flood in the street"
    assert state.draft.channel is Channel.EMAIL
    assert any("what you were typing" in text for text in seen_texts(room.page))
    button(room, "Start empty").click()
    room.settle()
    assert "reason" not in room.page.presenter.state.draft.values


def test_a_draft_that_cannot_be_read_is_passed_over(room):
    promise = room.shop.promise(room.shop.customer())
    room.bench.services.drafts.keep("letter", f"L14 promise:{promise}", {"letter": "{"})
    room.go("L14", f"promise:{promise}")
    assert room.page.presenter.state.kept_at is None


def test_large_print_voice_and_way_are_chosen_below(room):
    room.go("L13", f"promise:{room.shop.promise(room.shop.customer())}")
    presenter = room.page.presenter
    button(room, "We, the business").click()
    room.settle()
    assert (presenter.state.voice, presenter.state.check.subject) == (
        Voice.WE,
        "What we promised you",
    )
    presenter.choose_large(True)
    presenter.type("promise.condition", "The tap comes. " * 60)
    button(room, "Handed over").click()
    room.settle()
    assert presenter.state.draft.is_large
    assert presenter.state.draft.channel is Channel.COUNTER
    assert presenter.state.drawn.pages > 1
    presenter.turn(1)
    room.settle()
    assert presenter.state.drawn.page == 1
    assert findings(room.page) == []


def test_the_right_to_cancel_is_a_tick_for_appointments(room):
    room.go("L19", f"customer:{room.shop.customer()}")
    room.page.presenter.say_cancel_right(True)
    room.settle()
    assert "14 calendar days" in room.page.presenter.state.check.words
    room.page.presenter.say_cancel_right(False)
    room.settle()
    assert "14 calendar days" not in room.page.presenter.state.check.words
    room.go("L13", "")
    assert room.page.presenter.state.cancel_right == ""


def test_a_letter_about_nothing_that_is_there_goes_back_to_the_choice(room):
    room.go("L13", "promise:99")
    assert room.page.presenter.state.step is Step.CHOOSE
    room.go("L99")
    assert room.page.presenter.state.step is Step.CHOOSE


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_form_is_whole_at_any_size(room, percent, scheme):
    room.bench.services.people.add(PersonDraft(name="Tom Reed"), "Ruth")
    room.bench.theme.set_scheme(scheme)
    room.bench.theme.set_percent(percent)
    room.page.resize(1166 if percent == 100 else 1290, 690)
    room.go("L19", f"promise:{room.shop.promise(room.shop.customer())}")
    assert findings(room.page) == []
    assert room.page.write.look_button.isVisibleTo(room.page) is (percent == 200)
    if percent == 200:
        room.page.write.look_button.click()
        assert len(room.printed) == 1


def test_the_letters_to_choose_from_stand_in_line(room):
    room.go()
    room.settle()
    QCoreApplication.processEvents()
    theme = room.bench.theme
    for percent in (100, 200):
        theme.set_percent(percent)
        QCoreApplication.processEvents()
        buttons = [one for one in room.page.choose._buttons if one.isVisible()]
        assert len({one.width() for one in buttons}) == 1
        assert findings(room.page) == []
    theme.set_percent(100)


def test_a_letter_that_went_out_stays_in_sight_when_midnight_passes(room):
    promise = room.shop.promise(room.shop.customer())
    room.go("L13", f"promise:{promise}")
    room.page.write.issue(Then.PRINT)
    room.settle()
    place = room.heard.places[-1]
    assert (place.room, place.part) == ("letters", "issued")
    room.shop.clock.set(date(2026, 10, 1))
    room.page.arrive(place)
    assert room.page._stack.currentWidget() is room.page.sent
    assert room.page.presenter.state.draft is None
