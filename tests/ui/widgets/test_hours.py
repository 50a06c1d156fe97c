# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Opening hours are read as people write them, and told beside the day where they make no sense."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from servicedesk.domain.guides import QuestionKind
from servicedesk.domain.hours import Interval, parse_interval, parse_week
from servicedesk.ui.widgets.hours_typing import day_as_typed, read_day_hours
from servicedesk.ui.widgets.scroll import ScrollPage
from tests.ui.widgets.made import Heard, made, press, write

READINGS = {
    "9-5.30": ["09:00-17:30"],
    "9 - 5:30": ["09:00-17:30"],
    "9 to 5": ["09:00-17:00"],
    "9am-5pm": ["09:00-17:00"],
    "9 a.m. – 5 p.m.": ["09:00-17:00"],
    "1-5pm": ["13:00-17:00"],
    "9-5pm": ["09:00-17:00"],
    "0900-1730": ["09:00-17:30"],
    "8-12, 1-5.30": ["08:00-12:00", "13:00-17:30"],
    "8-12 and 1-5.30": ["08:00-12:00", "13:00-17:30"],
    "9-1, 2-5": ["09:00-13:00", "14:00-17:00"],
    "8.30-12.30; 13.30-17": ["08:30-12:30", "13:30-17:00"],
    "9-noon": ["09:00-12:00"],
    "6pm-midnight": ["18:00-24:00"],
    "11-11": ["11:00-23:00"],
    "7-10": ["07:00-10:00"],
    "24 hours": ["00:00-24:00"],
    "closed": [],
    "Closed": [],
    "-": [],
    "  ": [],
    # These are refused by the rules, in the words of the rules.
    "17:00-09:00": ["17:00-09:00"],
    "18-9": ["18:00-09:00"],
    "8-12, 11-3": ["08:00-12:00", "11:00-15:00"],
    "nine to five": ["nine to five"],
    "9": ["9"],
    "9-5, later": ["09:00-17:00", "later"],
    "9-5, Later NOON": ["09:00-17:00", "Later NOON"],
    "John + Mary": ["John + Mary"],
    "9AM to 5PM AND 6-8 PM": ["09:00-17:00", "18:00-20:00"],
    "25-26": ["25-26"],
    "9.75-11": ["9.75-11"],
    "13pm-15pm": ["13pm-15pm"],
    ",": [","],
}


@pytest.mark.parametrize("typed", READINGS)
def test_people_are_understood(typed):
    assert read_day_hours(typed) == READINGS[typed]


@settings(max_examples=150)
@given(st.text(max_size=40))
def test_whatever_is_typed_is_read_or_kept(text):
    for part in read_day_hours(text):
        assert part


days = st.lists(st.integers(0, 1440), max_size=6, unique=True).map(
    lambda edges: tuple(
        Interval(opens=a, closes=b)
        for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)
    )
)


@settings(max_examples=200)
@given(days)
def test_hours_come_back_as_they_were_shown(intervals):
    read = tuple(parse_interval(part) for part in read_day_hours(day_as_typed(intervals)))
    assert read == intervals


@pytest.fixture
def week(desk, shown):
    field = made(desk, QuestionKind.HOURS, id="opening_hours", label="Opening hours")
    below = made(desk, QuestionKind.TEXT, id="below")
    window = shown(field, below, height=700)
    field.focus_target().setFocus()
    return field, window, Heard(field)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_week_by_keyboard(week):
    field, window, heard = week
    write(window, "8-12, 1-5.30")
    press(window, Qt.Key.Key_Down, CTRL)
    assert len(heard.committed) == 1
    assert [row.text() for row in field._days[5:]] == ["", ""]
    for _ in range(5):
        press(window, Qt.Key.Key_Tab)
    write(window, "9-4")
    press(window, Qt.Key.Key_Tab)
    write(window, "closed")
    press(window, Qt.Key.Key_Tab)
    both = ["08:00-12:00", "13:00-17:30"]
    weekdays = ("monday", "tuesday", "wednesday", "thursday", "friday")
    assert field.checked_value() == parse_week(
        {**dict.fromkeys(weekdays, both), "saturday": ["09:00-16:00"]}
    )
    assert len(heard.committed) == 2
    assert "Monday to Friday, 8.00 to 12.00 and 13.00 to 17.30" in field._printed.text()


@pytest.mark.parametrize(
    ("typed", "told"), [("17:00-9:00", "17:00"), ("9-12, 11-3", "11:00"), ("soon", "soon")]
)
def test_what_makes_no_sense_is_told_beside_its_day(week, typed, told):
    field, window, _ = week
    press(window, Qt.Key.Key_Down)
    write(window, typed)
    press(window, Qt.Key.Key_Tab)
    assert told in field._days[1].error.text()
    assert not field._days[0].error.text()
    field.show_error(field._days[1].error.text())
    assert field._error.isHidden()
    assert field.focus_target() is field._days[1].edit
    assert field._days[1].text() == typed
    field.focus_target().setFocus()
    field.focus_target().selectAll()
    write(window, "9-5")
    press(window, Qt.Key.Key_Up)
    assert field.error() == ""
    assert field._days[0].edit.hasFocus()


def test_every_wrong_day_tells_its_own_fault_in_the_way_it_is_typed(week):
    field, window, _ = week
    write(window, "soon")
    press(window, Qt.Key.Key_Return)
    write(window, "later")
    press(window, Qt.Key.Key_Return)
    first, second = (row.error.text() for row in field._days[:2])
    assert "soon" in first
    assert "later" in second
    assert "9-5.30" in first
    assert "24-hour" not in first
    field.show_error("“soon” is no stretch of hours.")
    assert field._error.isHidden()


def test_another_fault_stands_under_the_week(week):
    field, _, _ = week
    field.show_error("Please say when you are open.")
    assert field.error() == "Please say when you are open."
    field.show_error("")
    assert field.error() == ""


def test_the_same_every_day(week, qtbot):
    field, window, heard = week
    field._same.click()
    assert heard.committed == []
    assert field._days[0].edit.hasFocus()
    press(window, Qt.Key.Key_Down)
    write(window, "24 hours")
    field._same.setFocus()
    press(window, Qt.Key.Key_Space)
    assert all(
        intervals == (Interval(opens=0, closes=1440),) for intervals in field.checked_value().days
    )


def test_a_closed_day_on_the_way_is_not_the_one_that_every_day_is_like(week):
    field, window, _ = week
    write(window, "9-5")
    field.commit()
    field.set_value(field.checked_value())  # the other days say Closed now
    for _ in range(6):
        press(window, Qt.Key.Key_Down)
    field._same.setFocus()
    press(window, Qt.Key.Key_Space)
    assert all(
        intervals == (Interval(opens=540, closes=1020),) for intervals in field.checked_value().days
    )


def test_the_mouse_closes_a_day_and_copies_it(week):
    field, _, heard = week
    row = field._days[5]
    row.closed.click()
    assert row.text() == "Closed"
    row.copy.click()
    assert field._days[6].closed.isChecked()
    assert field.checked_value() == parse_week({})
    row.closed.click()
    assert row.text() == ""
    assert len(heard.committed) == 1  # a week with no hours is one answer, however it is written


def test_copying_down_ends_at_friday_and_at_sunday(week):
    field, window, heard = week
    write(window, "9-5")
    field._days[0].copy.click()
    said = [row.text() for row in field._days]
    assert said == ["9-5"] * 5 + ["", ""]
    assert [row.copy.isVisibleTo(field) for row in field._days] == [True] * 4 + [False, True, False]
    field._days[4].edit.setFocus()
    press(window, Qt.Key.Key_Down, CTRL)
    assert [row.text() for row in field._days] == said
    field._days[5].edit.setFocus()
    write(window, "10-2")
    press(window, Qt.Key.Key_Down, CTRL)
    assert [row.text() for row in field._days] == ["9-5"] * 5 + ["10-2", "10-2"]
    assert len(heard.committed) == 2


def test_a_new_answer_leaves_what_says_the_same(week):
    field, window, _ = week
    write(window, "9-5")
    field.set_value(parse_week({"monday": ["09:00-17:00"]}))
    assert field._days[0].text() == "9-5"
    assert field._days[1].text() == "Closed"
    field.set_value(parse_week({"monday": ["09:00-18:00"]}))
    assert field._days[0].text() == "9.00-18.00"


def test_nothing_said_is_no_closed_week(week):
    field, _, _ = week
    assert field.value() == ""
    field.set_value(parse_week({}))
    assert field.checked_value() == parse_week({})
    field.set_value(None)
    assert field.value() == ""


def click(edit):
    """A click as the window system brings it."""
    window = edit.window()
    at = edit.mapTo(window, edit.rect().center())
    QTest.mouseClick(
        window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
    )


def test_a_click_into_a_day_that_says_something_lets_it_be_typed_over(week):
    field, window, _ = week
    edit = field._days[6].edit
    field._days[6].closed.click()
    assert edit.text() == "Closed"
    click(edit)
    assert edit.selectedText() == "Closed"
    write(window, "9-3")
    assert edit.text() == "9-3"
    assert not field._days[6].closed.isChecked()
    click(edit)  # a second click sets the cursor, as it does everywhere
    assert edit.selectedText() == ""


def test_a_click_leaves_the_page_where_it_is_and_the_keyboard_brings_a_field_into_sight(
    desk, qtbot
):
    page = ScrollPage()
    above = QLabel("above")
    above.setMinimumHeight(500)
    field = made(desk, QuestionKind.HOURS, id="opening_hours", label="Opening hours")
    page.body.addWidget(above)
    page.body.addWidget(field)
    qtbot.addWidget(page)
    page.resize(700, 640)
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.verticalScrollBar().setValue(60)
    day = field._days[1].edit
    assert not day.hasFocus()
    click(day)
    assert day.hasFocus()
    assert page.verticalScrollBar().value() == 60
    field._days[2].edit.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.verticalScrollBar().value() > 60
