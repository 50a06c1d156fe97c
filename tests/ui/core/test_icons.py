# SPDX-FileCopyrightText: 2026 The servicedesk authors
# SPDX-License-Identifier: MIT
"""Icons wear the colours of the theme, are sharp at every size, and only real ones are there."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton

from tests.helpers.qt import RESOURCES, theme

FOLDER = RESOURCES / "icons"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


def colours(picture):
    """The colours of all dots that are not seen through."""
    image = picture.toImage()
    dots = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {dot.name() for dot in dots if dot.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_can_be_drawn_in_one_colour(qapp, name):
    text = (FOLDER / f"{name}.svg").read_bytes()
    assert QSvgRenderer(text).isValid()
    assert b"currentColor" in text
    assert b"http" not in text.replace(b"http://www.w3.org/2000/svg", b"")


def test_the_drawings_carry_their_licence():
    assert "ISC License" in (FOLDER / "LICENSE.txt").read_text("utf-8")


def test_a_wrong_name_is_found_where_it_is_written(qapp):
    with pytest.raises(FileNotFoundError):
        theme().icon("no-such-icon")


def test_an_icon_follows_the_theme(qapp):
    worn = theme("light")
    icon = worn.icon("plus", "brand")
    before = colours(icon.pixmap(24, 24))
    assert before == {worn.colour("brand").name()}
    worn.set_scheme("dark")
    assert colours(icon.pixmap(24, 24)) == {worn.colour("brand").name()} != before
    off = icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled)
    assert colours(off) == {worn.colour("soft_ink").name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_demand_24_an_icon_is_drawn_for_the_dots_of_the_screen(qapp, ratio):
    """HiDPI 100-200 %: as many dots as the screen has, none stretched."""
    picture = theme().icon("calendar").pixmap(QSize(20, 20), ratio)
    assert picture.size() == QSize(20, 20) * ratio
    assert picture.deviceIndependentSize().toSize() == QSize(20, 20)
    ink = QColor(theme().colour("ink")).name()
    assert ink in colours(picture)


def test_an_icon_outlives_whoever_asked_for_it(qapp):
    button = QPushButton()
    button.setIcon(theme().icon("sun"))
    gc.collect()
    again = QIcon(button.icon())
    button.deleteLater()
    assert not again.pixmap(16, 16).isNull()
    assert not again.isNull()


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_can_be_painted_anywhere(qapp, ratio):
    image = QImage(QSize(24, 24) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    theme().icon("plus", "late").paint(painter, 0, 0, 24, 24)
    painter.end()
    middle = image.width() // 2
    assert image.pixelColor(middle, middle).name() == theme().colour("late").name()


def test_a_changed_copy_is_drawn_as_well(qapp):
    icon = theme().icon("plus", "brand")
    copy = QIcon(icon)
    copy.addPixmap(QPixmap(8, 8))
    gc.collect()
    assert colours(copy.pixmap(24, 24)) == colours(icon.pixmap(24, 24))
    del icon
    gc.collect()
    assert not copy.pixmap(16, 16).isNull()
