# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What helps on the screen: a quiet strip, one sheet of all of it, and forms by keyboard."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.support import (
    ConsentChannel,
    ConsentDraft,
    SafetyDraft,
    SafetyKind,
    SupportDraft,
    SupportNeed,
)
from servicedesk.ui.people.help_strip import HelpStrip
from servicedesk.ui.people.support_presenter import CONSENT, NEED, SAFETY
from servicedesk.ui.people.support_sheet import SupportSheetDialog, open_support
from tests.helpers.audits import findings
from tests.helpers.qt import seen_texts
from tests.helpers.records import DAY, put_customer
from tests.ui.widgets.made import press, write

CTRL = Qt.KeyboardModifier.ControlModifier
RUTH = "Ruth"
TEXTS = SupportDraft(need=SupportNeed.TEXT_NOT_CALLS, yes_words="Yes, text me")
NUTS = SafetyDraft(
    kind=SafetyKind.ALLERGY,
    text="Nuts",
    yes_words="Yes",
    agreed_on=DAY,
    ends_on=date(2027, 5, 1),
)
MAIL = ConsentDraft(channel=ConsentChannel.EMAIL, wording="May we?", given_on=DAY, how="form")


@pytest.fixture
def patel(bench):
    return put_customer(bench.services.units, "Mrs Meena Patel")


@pytest.fixture
def strip(bench, qtbot):
    window = QWidget()
    window.resize(800, 300)
    column = QVBoxLayout(window)
    made = HelpStrip(bench)
    column.addWidget(made)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.show()
    made.kept_window = window
    return made


@pytest.fixture
def opened(bench, qtbot, patel):
    def open_sheet():
        dialog = SupportSheetDialog(bench, patel)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        return dialog

    return open_sheet


def open_form(dialog, qtbot, button):
    button.click()
    qtbot.waitUntil(lambda: dialog.form is not None and dialog.form.isActiveWindow())
    return dialog.form


def field(form, name):
    return next(each for each in form.fields() if each.question_id == name)


def link(dialog, name):
    return next(
        each
        for each in dialog.findChildren(QPushButton)
        if each.accessibleName() == name and each.isVisibleTo(dialog)
    )


def test_the_strip_is_quiet_and_says_what_helps(bench, strip, patel):
    support = bench.services.support
    strip.show_sheet(support.of(patel))
    assert (strip.isVisible(), strip.text()) == (False, "")
    support.add_need(patel, TEXTS, RUTH)
    strip.show_sheet(support.of(patel))
    assert strip.text() == "How to help: texts, not calls"
    support.add_safety(patel, NUTS, RUTH)
    strip.show_sheet(support.of(patel))
    assert strip.text().endswith("To mind: Allergy: Nuts")
    assert strip.objectName() == "notice_quiet"
    assert findings(strip.kept_window) == []
    strip.show_sheet(None)
    assert not strip.isVisible()


def test_the_strip_says_when_to_ask_again_and_how_a_test_came_out(bench, strip, patel):
    patch = replace(NUTS, kind=SafetyKind.PATCH_TEST, text="Tint", tested_on=DAY, result="none")
    bench.services.support.add_safety(patel, patch, RUTH)
    bench.services.support.add_safety(patel, replace(NUTS, ends_on=DAY), RUTH)
    bench.clock.set(date(2026, 11, 24))
    strip.show_sheet(bench.services.support.of(patel))
    assert "Tint (none, tested Mon 23 November 2026)" in strip.text()
    assert "Nuts, kept until Mon 23 November 2026: ask again" in strip.text()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_strip_finds_room_at_any_size(bench, strip, patel, percent):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    bench.services.support.add_need(patel, TEXTS, RUTH)
    bench.services.support.add_safety(patel, NUTS, RUTH)
    strip.kept_window.resize(700, 500)
    strip.show_sheet(bench.services.support.of(patel))
    QApplication.processEvents()
    assert findings(strip.kept_window) == []


def test_the_strip_leads_to_all_of_it(strip, qtbot):
    with qtbot.waitSignal(strip.change_wanted):
        strip.button.click()


def test_what_helps_is_added_by_keys_with_their_yes(bench, opened, patel, qtbot, heard):
    dialog = opened()
    assert dialog.add_buttons[0].hasFocus()
    press(dialog, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.form is not None and dialog.form.isActiveWindow())
    form = dialog.form
    write(form, "texts")
    press(form, Qt.Key.Key_Tab)
    press(form, Qt.Key.Key_Tab)
    write(form, "Yes, text me")
    press(form, Qt.Key.Key_Return, CTRL)
    (card,) = bench.services.support.of(patel).needs
    assert (card.draft.need, card.draft.yes_words) == (SupportNeed.TEXT_NOT_CALLS, "Yes, text me")
    assert (card.draft.agreed_on, card.draft.review_on) == (DAY, date(2027, 11, 23))
    assert heard.said[-1] == "Noted what helps."
    shown = " ".join(seen_texts(dialog))
    assert "Texts, not calls" in shown
    assert "To be asked again on Tue 23 November 2027." in shown


def test_scenario_53_why_is_met_with_a_gentle_word_and_kept_all_the_same(
    bench, opened, patel, qtbot
):
    dialog = opened()
    form = open_form(dialog, qtbot, dialog.add_buttons[0])
    field(form, "need").set_value("other")
    field(form, "detail").focus_target().setFocus()
    write(form, "has dementia")
    assert any("Please write what helps" in text for text in seen_texts(form))
    field(form, "detail").focus_target().clear()
    write(form, "written summary after talks")
    assert not any("Please write what helps" in text for text in seen_texts(form))
    press(form, Qt.Key.Key_Return, CTRL)
    (card,) = bench.services.support.of(patel).needs
    assert card.draft.detail == "written summary after talks"


def test_what_is_wrong_is_said_beside_its_field(opened, qtbot):
    dialog = opened()
    form = open_form(dialog, qtbot, dialog.add_buttons[0])
    field(form, "review_on").show_typed("someday")
    press(form, Qt.Key.Key_Return, CTRL)
    assert field(form, "need").error()
    assert field(form, "review_on").error()
    field(form, "review_on").set_value(None)
    field(form, "need").set_value("other")
    press(form, Qt.Key.Key_Return, CTRL)
    assert field(form, "detail").error()
    assert form.isVisible()


def test_a_line_is_changed_looked_at_again_and_removed(bench, opened, patel, qtbot, heard):
    bench.services.support.add_need(patel, TEXTS, RUTH)
    dialog = opened()
    form = open_form(dialog, qtbot, link(dialog, "Change, Texts, not calls"))
    assert field(form, "need").value() == "text_not_calls"
    field(form, "detail").set_value("after six")
    press(form, Qt.Key.Key_Return, CTRL)
    words = "Texts, not calls: after six"
    assert words in seen_texts(dialog)
    bench.clock.set(date(2027, 11, 23))
    again = opened()
    link(again, f"Still helps, {words}").click()
    qtbot.waitUntil(lambda: heard.said[-1].startswith("Kept."))
    (card,) = bench.services.support.of(patel).needs
    assert card.draft.review_on == date(2028, 11, 23)
    link(again, f"Remove, {words}").setFocus()
    link(again, f"Remove, {words}").click()
    qtbot.waitUntil(lambda: bench.services.support.of(patel).needs == ())
    assert again.add_buttons[0].hasFocus()


def test_a_patch_test_is_asked_for_its_day_and_result(bench, opened, patel, qtbot):
    dialog = opened()
    form = open_form(dialog, qtbot, dialog.add_buttons[1])
    assert not field(form, "result").isVisible()
    write(form, "2")
    assert field(form, "result").isVisible()
    for name, value in (
        ("text", "Tint 5.3"),
        ("tested_on", DAY),
        ("result", "no reaction"),
        ("yes_words", "Yes"),
    ):
        field(form, name).set_value(value)
    press(form, Qt.Key.Key_Return, CTRL)
    (card,) = bench.services.support.of(patel).safety
    assert (card.draft.kind, card.draft.result) == (SafetyKind.PATCH_TEST, "no reaction")
    assert card.draft.ends_on == date(2027, 11, 23)
    form = open_form(dialog, qtbot, link(dialog, "Change, Patch test: Tint 5.3"))
    field(form, "text").set_value("Tint 6")
    press(form, Qt.Key.Key_Return, CTRL)
    bench.clock.set(date(2027, 11, 24))
    later = opened()
    assert "Kept until Tue 23 November 2027. Ask again, or remove it." in seen_texts(later)
    link(later, "Remove, Patch test: Tint 6").click()
    qtbot.waitUntil(lambda: bench.services.support.of(patel).safety == ())


def test_without_their_yes_a_safety_note_is_not_kept(bench, opened, patel, qtbot):
    dialog = opened()
    form = open_form(dialog, qtbot, dialog.add_buttons[1])
    field(form, "text").set_value("Nuts")
    press(form, Qt.Key.Key_Return, CTRL)
    assert "clear yes" in field(form, "yes_words").error()
    assert bench.services.support.of(patel).safety == ()


def test_offers_are_agreed_to_and_taken_back(bench, opened, patel, qtbot):
    dialog = opened()
    form = open_form(dialog, qtbot, dialog.add_buttons[2])
    field(form, "wording").set_value("May we?")
    press(form, Qt.Key.Key_Return, CTRL)
    assert "Agreed on Mon 23 November 2026." in seen_texts(dialog)
    link(dialog, "They took it back, E-mail: “May we?”").click()
    taken = "Agreed on Mon 23 November 2026, taken back on Mon 23 November 2026."
    qtbot.waitUntil(lambda: taken in seen_texts(dialog))
    assert not bench.services.support.of(patel).may_offer(ConsentChannel.EMAIL)


def test_how_they_agreed_is_told(bench, opened, patel):
    bench.services.support.give_consent(patel, MAIL, RUTH)
    assert "Agreed on Mon 23 November 2026, form." in seen_texts(opened())


def test_what_went_meanwhile_is_told_on_the_bar(bench, opened, patel, heard, qtbot):
    bench.services.support.add_need(patel, TEXTS, RUTH)
    dialog = opened()
    need = bench.services.support.of(patel).needs[0].id
    bench.services.support.remove_need(patel, need, RUTH)
    dialog.presenter.remove(NEED, need)
    assert heard.said
    dialog.presenter.load()
    dialog.presenter.still_helps(need)
    assert len(heard.said) == 2


def test_what_is_half_typed_is_offered_again(opened, qtbot):
    dialog = opened()
    form = open_form(dialog, qtbot, dialog.add_buttons[0])
    field(form, "detail").focus_target().setFocus()
    write(form, "a stool")
    press(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.form is None)
    again = open_form(dialog, qtbot, dialog.add_buttons[0])
    assert field(again, "detail").value() == "a stool"
    assert "Start empty" in seen_texts(again)


def test_nobody_is_told_of_one_who_is_not_there(bench):
    with pytest.raises(Refusal, match="record_gone"):
        open_support(bench, QWidget(), 77)


def test_it_opens_over_a_window(bench, qtbot, patel):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = open_support(bench, window, patel)
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize("part", [NEED, SAFETY, CONSENT])
@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_can_use_it(bench, opened, patel, part, percent, qtbot):
    bench.theme.set_percent(percent)
    bench.theme.apply(QApplication.instance())
    support = bench.services.support
    support.add_need(patel, TEXTS, RUTH)
    support.add_safety(patel, NUTS, RUTH)
    support.give_consent(patel, MAIL, RUTH)
    dialog = opened()
    assert findings(dialog) == []
    form = dialog.open_form(part)
    qtbot.waitUntil(form.isActiveWindow)
    assert findings(form) == []
