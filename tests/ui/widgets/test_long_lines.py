# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""What is longer than its room: a line shows its beginning, and a very long word is parted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from servicedesk.domain.guides import QuestionKind
from servicedesk.ui.widgets.buttons import link_button
from servicedesk.ui.widgets.chip_row import ChipRow
from servicedesk.ui.widgets.flow import FlowLayout
from servicedesk.ui.widgets.long_text import LongText
from servicedesk.ui.widgets.text import breakable, label, pieces
from tests.ui.widgets.made import made, press, write

LONG = "We ring you the evening before, and again when we are on our way to you in the van. " * 3


def test_a_long_line_shows_its_beginning_once_it_is_left(desk, shown):
    field, other = (made(desk, QuestionKind.TEXT, id=name, label=name) for name in ("one", "two"))
    window = shown(field, other)
    field.focus_target().setFocus()
    write(window, LONG)
    press(window, Qt.Key.Key_Tab)
    assert field.focus_target().cursorPosition() == 0
    assert field.focus_target().toolTip() == LONG
    assert other.focus_target().toolTip() == ""


def test_a_short_line_has_no_hint(desk, shown):
    field = made(desk, QuestionKind.TEXT)
    shown(field)
    field.set_value(LONG)
    assert field.focus_target().toolTip() == LONG
    field.set_value("Short")
    assert field.focus_target().toolTip() == ""


def test_a_very_long_word_makes_no_page_wider(desk, shown):
    address = "www.example.org/" + "one-and-the-same-page-again/" * 9
    flowing = QWidget()
    button = link_button("x" * 300)
    FlowLayout(flowing).addWidget(button)
    for one in (label(address), flowing, label("W" * 600)):
        window = shown(one, width=400)
        assert window.width() == 400
        assert one.width() <= 400
        assert one.height() > 2 * one.fontMetrics().height()
    assert button.width() <= 400


def test_words_that_people_use_stay_as_they_are():
    for text in ("Donaudampfschifffahrtsgesellschaft", "counter@hollins.example", "a b\nc"):
        assert breakable(text) == text
        assert pieces(text) == [text]
    assert breakable("y" * 51).replace("\u200b", "") == "y" * 51
    assert "".join(pieces("y" * 51)) == "y" * 51


def test_a_name_with_an_ampersand_is_no_shortcut(desk, shown):
    row = ChipRow(["Rind & Sons"], is_single=True)
    shown(row)
    assert row.chips[0].shortcut().isEmpty()
    assert row.chips[0].text().replace("&&", "&") == "Rind & Sons"
    assert row.chips[0].accessibleName() == "Rind & Sons"


def test_a_long_text_is_folded_until_all_of_it_is_wanted(desk, shown):
    text = "The tap drips and nobody came. " * 400
    folded = LongText(text, "What happened")
    shown(folded)
    assert len(folded.words.text()) < 1000
    assert folded.words.text().endswith(" …")
    assert folded.more.accessibleName() == "Show all of it: What happened"
    press(folded.more, Qt.Key.Key_Space)
    assert folded.words.text() == text
    press(folded.more, Qt.Key.Key_Space)
    assert folded.words.text().endswith(" …")


def test_a_text_that_is_hardly_longer_is_whole(desk, shown):
    for text in ("It drips.", "It drips. " * 105, "Z" * 1000):
        whole = LongText(text, "What happened")
        shown(whole)
        assert whole.words.text().replace("\u200b", "") == text
        assert not whole.more.isVisible()
