# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""A page on the screen keeps its shape, its colours and its place in the tab order."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor

from servicedesk.ui.widgets.page_image import PageImage
from tests.helpers.qt import png

FOCUS, OUTLINE, PAGE = QColor("#1B6FD1"), QColor("#566468"), QColor("#0B5D5E")


@pytest.fixture
def image(qtbot):
    made = PageImage(FOCUS, OUTLINE)
    qtbot.addWidget(made)
    made.resize(600, 800)
    made.show()
    return made


def colours(widget):
    picture = widget.grab().toImage()
    return {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in (10, 12, 14, 16)
    } | {picture.pixelColor(picture.width() // 2, picture.height() // 2).name()}


def test_a_page_fills_its_place_and_keeps_its_shape(image):
    image.show_page(png(1240, 1754, PAGE.name()), instead="")
    rect = image.page_rect()
    assert image.has_page
    assert rect.height() == image.room.height() == 776
    assert rect.top() == 12
    assert abs(rect.width() / rect.height() - 1240 / 1754) < 0.01
    assert image.grab().toImage().pixelColor(300, 400) == PAGE


def test_a_small_page_is_not_blown_up(image):
    image.show_page(png(124, 175), instead="")
    assert image.page_rect().size() == QSize(124, 175)


def test_an_empty_place_takes_no_keyboard(image):
    image.show_page(b"", instead="Your poster hangs here.")
    assert not image.has_page
    assert image.focusPolicy() is Qt.FocusPolicy.NoFocus
    image.grab()


def test_the_focus_is_seen(image, qtbot):
    image.show_page(png(1240, 1754), instead="")
    assert image.focusPolicy() is Qt.FocusPolicy.StrongFocus
    assert FOCUS.name() not in colours(image)
    image.activateWindow()
    image.setFocus()
    qtbot.waitUntil(image.hasFocus)
    assert FOCUS.name() in colours(image)


def test_bytes_that_are_no_picture_show_none(image):
    image.show_page(b"no picture", instead="")
    assert not image.has_page


def test_it_asks_for_room_to_be_read_in(image):
    assert image.sizeHint().width() > image.minimumSizeHint().width()
