# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Each audit finds the fault that is planted for it, and is silent on a good page."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tests.helpers import audits
from tests.helpers.qt import dressed, theme


@pytest.fixture
def page(qtbot):
    with dressed(theme()):
        page = QWidget()
        qtbot.addWidget(page)
        page.resize(900, 600)
        layout = QVBoxLayout(page)
        title = QLabel("Who looks after complaints?")
        title.setObjectName("title")
        layout.addWidget(title)
        note = QLabel("Anyone may take one, but one person answers for them. " * 4)
        note.setWordWrap(True)
        layout.addWidget(note)
        label, field = QLabel("Name"), QLineEdit("Ruth")
        label.setBuddy(field)
        field.setAccessibleName("Name")
        layout.addWidget(label)
        layout.addWidget(field)
        choice = QComboBox()
        choice.addItems(["Owner", "Somebody else"])
        choice.setAccessibleName("Job")
        layout.addWidget(choice)
        layout.addWidget(QCheckBox("Also when I am away"))
        rows = QListWidget()
        rows.addItems(["Ruth Hollins", "Tom"])
        rows.setCurrentRow(0)
        rows.setAccessibleName("People")
        layout.addWidget(rows)
        line = QHBoxLayout()
        line.addWidget(QPushButton("Back"))
        main = QPushButton("Next: Complaints")
        main.setObjectName("main")
        line.addWidget(main)
        layout.addLayout(line)
        page.show()
        yield page


def test_a_good_page_passes(page):
    assert audits.findings(page) == []
    assert audits.too_small(page) == []


def planted(page, widget):
    page.layout().addWidget(widget)
    widget.show()
    page.layout().activate()
    return page


def test_a_field_without_a_name_is_found(page):
    assert audits.unnamed(planted(page, QLineEdit())) == ["QLineEdit “” has no name"]


def test_a_row_without_words_is_found(page):
    rows = QListWidget()
    rows.setAccessibleName("Bare")
    rows.addItems(["Ruth", ""])
    assert audits.unnamed(planted(page, rows)) == ["QListWidget “Bare”: row 1 says nothing"]


def test_a_name_that_two_share_is_found(page):
    assert audits.doubled_names(planted(page, QPushButton("Back"))) == ["“Back” names 2 widgets"]


def test_a_name_that_is_not_what_is_read_is_found(page):
    button = QPushButton("Take away")
    button.setAccessibleName("Delete")
    assert "reads “Take away”" in audits.misnamed(planted(page, button))[0]
    button.setAccessibleName("Take away Christmas Day")
    assert audits.misnamed(page) == []


def test_a_text_without_room_is_found(page):
    button = QPushButton("Write your customer charter")
    button.setMaximumWidth(80)
    assert "Write your customer charter" in audits.clipped(planted(page, button))[0]


@pytest.mark.parametrize("wraps", [True, False])
def test_a_label_without_room_is_found(page, wraps):
    label = QLabel("What we promise when something goes wrong in the shop or on the road")
    label.setWordWrap(wraps)
    label.setMaximumSize(120, 24)
    assert len(audits.clipped(planted(page, label))) == 1


def test_a_choice_and_a_hint_without_room_are_found(page):
    choice, field = QComboBox(), QLineEdit()
    choice.addItem("Hours while we are open")
    choice.setMaximumWidth(120)
    field.setPlaceholderText("Find a customer, promise, complaint or letter")
    field.setMaximumWidth(120)
    planted(page, choice)
    assert len(audits.clipped(planted(page, field))) == 2


def test_what_its_holder_cuts_off_is_found(page):
    holder = QFrame()
    holder.setFixedSize(200, 20)
    button = QPushButton("Half of me", holder)
    button.adjustSize()
    assert audits.clipped(planted(page, holder)) == [
        "QPushButton “Half of me” is cut off by what holds it"
    ]


def test_what_scrolls_down_may_hide_its_end(page):
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    for number in range(40):
        column.addWidget(QLabel(f"Line {number}"))
    area.setWidget(inside)
    area.setMaximumHeight(90)
    assert audits.clipped(planted(page, area)) == []
    assert audits.outside(page) == []


@pytest.mark.parametrize("kind", [QLabel, QPushButton, QCheckBox])
def test_pale_words_are_found(page, kind):
    pale = kind("Pale words that few can read")
    pale.setStyleSheet(f"{kind.__name__} {{ color: #b8b8b0; background: #f6f4ef; border: none; }}")
    (found,) = audits.low_contrast(planted(page, pale))
    assert "Pale words that few can read" in found


def test_pale_rows_are_found(page):
    rows = QListWidget()
    rows.setAccessibleName("Pale")
    rows.setStyleSheet("QListWidget { color: #cccccc; background: white; }")
    rows.addItems(["Pale row"])
    assert audits.low_contrast(planted(page, rows))


def test_tab_that_goes_back_is_found(page):
    grid = QGridLayout()
    first, second, third = QPushButton("One"), QPushButton("Two"), QPushButton("Three")
    for row, button in ((2, first), (1, second), (0, third)):
        grid.addWidget(button, row, 0)
    page.layout().addLayout(grid)
    for button in (first, second, third):
        button.show()
    page.layout().activate()
    assert len(audits.off_order(page)) == 2


def test_the_next_column_comes_after_this_one(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    columns = QHBoxLayout(page)
    for side in ("Left", "Right"):
        column = QVBoxLayout()
        for number in (1, 2):
            column.addWidget(QPushButton(f"{side} {number}"))
        columns.addLayout(column)
    page.show()
    assert audits.off_order(page) == []


def test_small_buttons_and_rows_are_found(page):
    button, rows = QPushButton("Tiny"), QListWidget()
    button.setStyleSheet("QPushButton { min-height: 8px; max-height: 8px; padding: 0px; }")
    rows.addItem("Low row")
    rows.item(0).setSizeHint(QSize(40, 12))
    planted(page, rows)
    found = audits.too_small(planted(page, button))
    assert len(found) == 2
    assert "Tiny" in found[0]


def test_what_does_not_fit_on_a_small_screen_is_found(page):
    wide = QFrame()
    wide.setMinimumWidth(1400)
    assert "needs" in audits.outside(planted(page, wide))[0]
    away = QPushButton("Away", page)
    away.move(2000, 10)
    away.show()
    assert any("Away" in line for line in audits.outside(page))


def test_a_dialog_may_begin_its_round_anywhere(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    buttons = [QPushButton(words, page) for words in ("Save", "Close", "First", "Second")]
    for at in (2, 3, 0, 1):
        column.addWidget(buttons[at])
    page.show()
    assert audits.off_order(page) == []
    QWidget.setTabOrder(buttons[3], buttons[2])
    assert len(audits.off_order(page)) == 1


def test_what_is_scrolled_away_stands_where_its_window_stands(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    area, inside = QScrollArea(), QWidget()
    column = QVBoxLayout(inside)
    for number in range(30):
        button = QPushButton(f"Line {number}")
        button.setStyleSheet("QPushButton { color: #dddddd; background: white; border: none; }")
        column.addWidget(button)
    area.setWidget(inside)
    rows = QVBoxLayout(page)
    rows.addWidget(area)
    rows.addWidget(QPushButton("Save"))
    page.resize(300, 200)
    page.show()
    assert audits.off_order(page) == []
    assert 0 < len(audits.low_contrast(page)) < 8


def test_a_choice_is_called_by_its_label_and_not_by_what_is_chosen(page):
    for words in ("Counted in", "Paid in"):
        label, choice = QLabel(words), QComboBox()
        choice.addItem("opening days")
        label.setBuddy(choice)
        planted(page, label)
        planted(page, choice)
    assert audits.doubled_names(page) == []
    nameless = QComboBox()
    nameless.addItem("opening days")
    assert audits.unnamed(planted(page, nameless)) == ["QComboBox “opening days” has no name"]


def test_a_name_in_two_lines_is_one_name(page):
    button = QPushButton("Backed up 9:41\non this PC only")
    button.setAccessibleName("Backed up 9:41 on this PC only")
    assert audits.misnamed(planted(page, button)) == []


def test_words_under_something_else_are_not_read(page):
    over = QFrame(page)
    over.setStyleSheet("QFrame { background: #f6f4ef; border: none; }")
    title = page.findChildren(QLabel)[0]
    title.setStyleSheet("QLabel { color: #e0e0e0; }")
    assert len(audits.low_contrast(page)) == 1
    over.setGeometry(title.geometry())
    over.show()
    over.raise_()
    assert audits.low_contrast(page) == []
