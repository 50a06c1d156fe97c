# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What all fields promise: to say each change once, to keep quiet when told, to lose nothing."""

import json
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from servicedesk.domain.errors import Refusal
from servicedesk.domain.guides import QuestionKind
from servicedesk.domain.guides_answers import checked
from servicedesk.domain.hours import parse_week
from servicedesk.ui.widgets.day_field import FarDayField
from servicedesk.ui.widgets.fields import (
    ComboField,
    LongTextField,
    TextField,
    make_field,
)
from tests.helpers.qt import accessible_name, words
from tests.ui.widgets.made import EVERY_KIND, Heard, Window, choices, made, press, question, write

K = QuestionKind
WEEK = parse_week({"monday": ["09:00-12:00", "13:00-17:30"], "saturday": ["10:00-14:00"]})
ANSWERS = {
    K.TEXT: "Hollins Hardware",
    K.LONG_TEXT: "18 Bridge Street\nTodmorden",
    K.WHOLE_NUMBER: 1987,
    K.CHOICE: "milk",
    K.CHOICES: ("bread", "eggs"),
    K.YES_NO: False,
    K.SCALE: 4,
    K.HOURS: WEEK,
    K.CONTACT: "01632 960123",
    K.MONEY: 123450,
    K.DAY: date(2026, 12, 3),
}


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_an_answer_comes_back_as_it_was_given(desk, kind):
    field = made(desk, kind)
    heard = Heard(field)
    field.set_value(ANSWERS[kind])
    assert field.checked_value() == ANSWERS[kind]
    assert checked(field.question, field.value()) == ANSWERS[kind]
    assert (heard.typed, heard.committed) == (0, [])


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_no_answer_is_no_answer(desk, kind):
    field = made(desk, kind)
    field.set_value(ANSWERS[kind])
    field.set_value(None)
    assert field.checked_value() in ("", ())


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_a_field_is_called_what_it_shows(desk, shown, kind):
    field = made(desk, kind, help="Only if you like.", is_required=True)
    shown(field)
    target = field.focus_target()
    spoken = f"{accessible_name(target)} {target.accessibleDescription()}"
    assert field.question.label in spoken or kind is K.HOURS
    field.show_error("Please say more.")
    assert "Please say more." in target.accessibleDescription()
    assert field.error() == "Please say more."
    field.show_error("")
    assert "Please say more." not in target.accessibleDescription()
    assert field.error() == ""


TYPED = {
    K.TEXT: ("Ruth", "Ruth"),
    K.LONG_TEXT: ("Two\nlines", "Two\nlines"),
    K.WHOLE_NUMBER: ("1987", "1987"),
    K.CHOICE: ("2", "milk"),
    K.CHOICES: ("2", ("milk",)),
    K.YES_NO: ("2", False),
    K.SCALE: ("3", 3),
    K.CONTACT: ("me@shop.example", "me@shop.example"),
    K.MONEY: ("12.50", 1250),
    K.DAY: ("3/12", date(2026, 12, 3)),
}


@pytest.mark.parametrize("kind", TYPED)
def test_a_change_is_told_once_when_the_field_is_left(desk, shown, kind):
    field, below = made(desk, kind), made(desk, K.TEXT, id="below")
    window = shown(field, below)
    heard = Heard(field)
    field.focus_target().setFocus()
    keys, value = TYPED[kind]
    write(window, keys)
    assert heard.typed >= 1
    press(window, Qt.Key.Key_Tab)
    assert below.focus_target().hasFocus()
    assert heard.committed == [value]
    press(window, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    press(window, Qt.Key.Key_Tab)
    field.commit()
    assert heard.committed == [value]


def test_every_key_is_told(desk, shown):
    field = made(desk, K.TEXT)
    window = shown(field)
    heard = Heard(field)
    field.focus_target().setFocus()
    write(window, "Ruth Hollins")
    assert heard.typed == len("Ruth Hollins")


@pytest.mark.parametrize("kind", [K.TEXT, K.LONG_TEXT])
def test_what_was_half_typed_goes_on_at_its_end(desk, shown, kind):
    field = made(desk, kind)
    field.show_typed("the saw we hired")
    window = shown(field)
    field.focus_target().clearFocus()
    field.focus_target().setFocus()
    write(window, " stopped")
    assert field.value() == "the saw we hired stopped"


@pytest.fixture(scope="module")
def hostile(samples):
    found = json.loads((samples / "names" / "naughty_strings.json").read_text("utf-8"))
    texts = found if isinstance(found, list) else next(iter(found.values()))
    return [text["text"] if isinstance(text, dict) else text for text in texts]


@pytest.mark.parametrize("kind", [K.TEXT, K.LONG_TEXT, K.CONTACT])
def test_nothing_that_was_kept_is_changed_by_being_shown(desk, hostile, kind):
    field = made(desk, kind, maximum=100_000)
    seen = 0
    for text in hostile:
        try:
            kept = checked(field.question, text)
        except Refusal:
            continue
        field.set_value(kept)
        assert field.value() == kept
        seen += 1
    assert seen > 100


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_hostile_words_around_a_field_stay_words(desk, shown, hostile, kind):
    odd = "<b>bold</b> & <img src=x> %n {0} {label}"
    field = made(desk, kind, label=odd, help=odd)
    shown(field)
    field.show_error(odd)
    assert field.error() == odd


def test_standards_are_edited_elsewhere(desk):
    with pytest.raises(ValueError, match="standard"):
        made(desk, K.STANDARD)


def test_many_choices_open_in_a_list(desk, shown):
    field = made(desk, K.CHOICE, choices=choices("One", "Two", "Three", "Four", "Five"))
    assert isinstance(field, ComboField)
    window = shown(field)
    heard = Heard(field)
    assert field.value() == ""
    field.focus_target().setFocus()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Down)
    assert field.value() == "two"
    assert heard.committed == []  # the next key may choose another one
    field.commit()
    assert heard.committed == ["two"]


def test_a_text_is_told_how_much_room_is_left(desk, shown):
    field = made(desk, K.TEXT, maximum=20)
    window = shown(field)
    field.focus_target().setFocus()
    write(window, "x" * 14)
    assert "left" not in "".join(texts_of(field))
    write(window, "xx")
    assert "4 left" in texts_of(field)
    write(window, "x" * 6)
    assert "2 too many" in texts_of(field)
    assert field.value() == "x" * 22


def texts_of(widget: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)]


def test_what_no_line_can_hold_is_told(desk, shown, qapp):
    field = made(desk, K.TEXT)
    window = shown(field)
    field.focus_target().setFocus()
    qapp.clipboard().setText("x" * 40_000)
    press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "left out" in field.error()
    qapp.clipboard().clear()


def test_tab_leaves_a_long_text_and_it_grows(desk, shown):
    field, below = made(desk, K.LONG_TEXT), made(desk, K.TEXT, id="below")
    window = shown(field, below)
    field.focus_target().setFocus()
    before = field.focus_target().sizeHint().height()
    write(window, "one\ntwo\nthree\nfour")
    assert field.focus_target().sizeHint().height() > before
    assert field.focus_target().verticalScrollBar().maximum() == 0
    tall = field.focus_target()
    write(window, "\n" * 40)
    assert tall.sizeHint().height() < 12 * tall.fontMetrics().lineSpacing()
    press(window, Qt.Key.Key_Tab)
    assert below.focus_target().hasFocus()


def test_a_hard_space_survives(desk):
    field = made(desk, K.LONG_TEXT)
    field.set_value("10\N{NO-BREAK SPACE}km\nand on")
    assert isinstance(field, LongTextField)
    assert field.value() == "10\N{NO-BREAK SPACE}km\nand on"


def test_the_same_question_makes_the_same_field(desk):
    assert type(make_field(question(K.CONTACT), words(), desk)) is TextField


def test_a_day_on_which_something_was_done_is_read_backwards(desk, qtbot):
    field = made(desk, QuestionKind.DAY, is_past=True)
    qtbot.addWidget(field)
    edit = field.focus_target()
    qtbot.keyClicks(edit, "3/12")
    assert field.checked_value() == date(2025, 12, 3)
    assert "2025" in field._beside.text()
    edit.clear()
    qtbot.keyClicks(edit, "tomorrow")
    with pytest.raises(Refusal) as refusal:
        field.checked_value()
    assert refusal.value.code == "day_ahead"
    assert words().refusal(refusal.value).startswith("“tomorrow” is yet to come")
    chips = {chip.text(): chip for chip in field.findChildren(QPushButton)}
    assert list(chips) == ["Today", "Yesterday", "A week ago"]
    chips["Yesterday"].click()
    assert field.checked_value() == date(2026, 11, 21)


def test_a_day_far_ahead_is_months_away(desk, qtbot):
    asked = question(QuestionKind.DAY)
    field = FarDayField(asked, words(), desk)
    qtbot.addWidget(field)
    chips = {chip.text(): chip for chip in field.findChildren(QPushButton)}
    assert list(chips) == ["In 3 months", "In 6 months", "In a year"]
    chips["In a year"].click()
    assert field.checked_value() == date(2027, 11, 22)


def test_what_was_wrong_with_a_day_goes_as_soon_as_another_reads_well(desk, qtbot):
    field = made(desk, QuestionKind.DAY)
    qtbot.addWidget(field)
    edit = field.focus_target()
    qtbot.keyClicks(edit, "31/2")
    field.show_error("There is no such day.")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert field.error() == "There is no such day."
    qtbot.keyClicks(edit, "3")
    assert field._beside.text()
    assert field.error() == ""
    assert "no such day" not in edit.accessibleDescription()


TRADES = ("Baker", "Cafe, coffee shop", "Cleaner", "Hardware shop", "Hair or beauty salon", "Hotel")


def trades(desk, qtbot):
    """A list of trades that has the keyboard, and what it says."""
    field = made(desk, QuestionKind.CHOICE, choices=choices(*TRADES))
    window = Window([field, made(desk, QuestionKind.TEXT)])
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    field.focus_target().setFocus()
    heard = Heard(field)
    heard.window = window  # which goes with its last name
    return field, heard


@pytest.mark.parametrize(
    ("typed", "found"),
    [("hard", 3), ("HAIR or b", 4), ("coffee s", 1), ("shop", 1), ("c", 1), ("cc", 2), ("ccc", 1)],
)
def test_typing_finds_a_choice_and_a_space_does_not_open_the_list(desk, qtbot, typed, found):
    field, _heard = trades(desk, qtbot)
    qtbot.keyClicks(field.focus_target(), typed)
    assert field.focus_target().currentText() == TRADES[found]
    assert not field.focus_target().view().isVisible()


def test_what_is_in_no_choice_changes_nothing(desk, qtbot):
    field, heard = trades(desk, qtbot)
    qtbot.keyClicks(field.focus_target(), "xylophone")
    assert field.value() == ""
    assert heard.typed == 0


def test_a_choice_is_said_once_when_the_list_is_left(desk, qtbot):
    field, heard = trades(desk, qtbot)
    combo = field.focus_target()
    for _ in range(3):
        press(combo, Qt.Key.Key_Down)
    assert heard.committed == []
    assert heard.typed == 3
    press(combo, Qt.Key.Key_Tab)
    assert heard.committed == ["cleaner"]


def test_a_choice_in_the_open_list_is_said_at_once(desk, qtbot):
    field, heard = trades(desk, qtbot)
    combo = field.focus_target()
    press(combo, Qt.Key.Key_Space)
    assert combo.view().isVisible()
    qtbot.keyClick(combo.view(), Qt.Key.Key_Down)
    qtbot.keyClick(combo.view(), Qt.Key.Key_Return)
    assert heard.committed == [field.value()]
    assert field.value() in ("baker", "cafe,_coffee_shop")


def test_a_day_is_read_beside_its_line_or_whole_below_it(desk, shown, qtbot):
    field = made(desk, QuestionKind.DAY)
    window = shown(field)
    write(field.focus_target(), "3/12")
    reading = next(one for one in field.findChildren(QLabel) if "December" in one.text())
    assert not reading.wordWrap()
    for wide, is_below in ((640, False), (300, True)):
        window.resize(wide, 300)
        qtbot.waitUntil(lambda below=is_below: (reading.x() == 0) is below)
        assert reading.width() >= reading.sizeHint().width()


def test_a_days_line_holds_its_example_whole_after_the_letters_grew(desk, shown, qtbot):
    field = made(desk, QuestionKind.DAY, is_past=True)
    shown(field, width=1200)
    edit = field.focus_target()
    before = edit.width()
    font = field.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    field.setFont(font)
    qtbot.waitUntil(lambda: edit.width() >= before * 1.9)
    assert edit.fontMetrics().horizontalAdvance(edit.placeholderText()) < edit.width()
